// If this fails, another system is not told what happens here, is told twice as if it were new, believes forged messages, or Bellhop can be sent into the internal network.
import pino from 'pino';
import { webhookRelayJob } from '../../bot/jobs/webhook-relay';
import { createWebhookSender, type PostOptions } from '../../bot/webhooks';
import { isPublicAddress } from '../../bot/webhooks/public-address';
import { createConversations, createDeliveries, type OutboxEntry } from '../../shared/app';
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import { isSignedBy, startWebhookReceiver, type WebhookReceiver } from '../_support/webhook-receiver';

const SECRET = 'a test secret of enough characters';
const FORMER = 'the one before it, also long enough';
const NOTE = 'The door code is 4711.';
const SECOND = 1_000;

let desk: BotDesk;
let receiver: WebhookReceiver;
let webhookId: string;

type Resolve = NonNullable<PostOptions['resolve']>;
/** What names lead to, one answer of one or more addresses after the other; the last one stays. */
const names = new Map<string, string[]>();
const resolve: Resolve = (hostname, _options, done) => {
  const addresses = names.get(hostname) ?? [];
  const answer = addresses.length > 1 ? addresses.shift() : addresses[0];
  if (answer) done(null, answer.split(' ').map((address) => ({ address, family: 4 })));
  else done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
};

beforeAll(async () => {
  receiver = await startWebhookReceiver();
  desk = await startBotDesk({ withoutChannel: true, config: { webhooks: { secrets: [SECRET, FORMER], hosts: ['127.0.0.1', 'localhost'] } }, webhooks: { timeoutMs: 150, resolve } });
  webhookId = await add({ name: 'Stock', address: `${receiver.url}/hook?token=t0ps3cret` });
});
afterAll(async () => {
  await desk.close();
  await receiver.close();
});

async function add(input: object): Promise<string> {
  return (await desk.test.perform('erik', 'webhooks.add', undefined, { isEnabled: true, ...input })).id;
}
const called = async (id: string, more: object = {}, ticket: object = {}): Promise<string> => {
  const { id: ticketId } = await desk.test.report(ticket);
  await desk.test.perform('bob', 'tickets.addNote', ticketId, { text: NOTE });
  await desk.test.perform('bob', 'tickets.callWebhook', ticketId, { webhookId: id, ...more });
  await desk.drain();
  return ticketId;
};
const of = (id: string) => receiver.received.filter((entry) => entry.json.data.id === id);
const keyOf = async (id: string): Promise<string> => (await desk.server.as('erik').post(`/api/webhooks/${id}/key`, {})).json.key;
const outcome = async (ticketId: string) => (await desk.deliveries(ticketId)).find(({ target }) => target.to === 'webhook');
const rows = async (id: string) => (await desk.server.as('erik').get(`/api/webhooks/${id}/deliveries`)).json.items;

async function letPass(seconds: number): Promise<void> {
  desk.test.clock.advance(seconds * SECOND);
  await desk.drain();
}

describe('what is sent', () => {
  it('says what it is about and no more, signed so that the receiver can tell', async () => {
    const id = await called(webhookId, { event: 'vpn.broken' });
    const [message, ...more] = of(id);
    expect(more).toEqual([]);
    expect(message!.json).toEqual({ type: 'vpn.broken', timestamp: '2026-03-02T09:00:00.000Z', data: { id, kind: 'incident', state: 'new', priority: 'P4', title: 'VPN drops every hour' } });
    expect(message).toMatchObject({ path: '/hook?token=t0ps3cret', timestamp: Date.parse('2026-03-02T09:00:00.000Z') / 1_000, headers: { 'content-type': 'application/json', 'user-agent': 'Bellhop-Webhooks/1' } });
    expect(message!.text).not.toContain(NOTE);
    const key = await keyOf(webhookId);
    expect(key).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect([isSignedBy(key, message!), isSignedBy(key, { ...message!, text: message!.text.replace('P4', 'P1') }), isSignedBy(key, { ...message!, timestamp: 1 })]).toEqual([true, false, false]);
    expect(await outcome(id)).toMatchObject({ state: 'sent', attempts: 1 });
    const history = async (who: 'alice' | 'bob'): Promise<readonly string[]> => (await desk.server.as(who).get(`/api/tickets/${id}`)).json.record.timeline.map(({ line }: { line: string }) => line);
    expect([(await history('bob')).at(-1), (await history('alice')).some((line) => line.includes('Stock'))]).toEqual(['Bob Brown called the webhook “Stock”', false]);
  });

  it('names neither title nor answers of what is restricted, also when it was restricted only before sending', async () => {
    const id = await called(webhookId, { event: 'secret' }, { isRestricted: true });
    expect(of(id)[0]?.json).toMatchObject({ type: 'tickets.called', data: { id, kind: 'incident', state: 'new', isRestricted: true } });
    receiver.answer({ status: 503 });
    const later = await called(webhookId);
    await desk.test.perform('bob', 'tickets.restrict', later, { reason: 'Personal' });
    await letPass(40);
    expect(of(later).map(({ json }) => json.data.title)).toEqual(['VPN drops every hour', undefined]);
  });

  it('has the answers of the form that the workflow names, and comes of the order itself', async () => {
    const plan = [{ id: 'order', name: { en: 'Order' }, steps: [{ id: 'tell', kind: 'action', action: 'tickets.callWebhook', input: { webhookId, event: 'laptop.ordered', answers: ['model'] } }], tasks: [{ id: 'pack', title: { en: 'Pack' } }] }];
    await desk.test.perform('erik', 'offerings.change', desk.test.offerings.laptop, { plan, approvalRule: 'none' });
    await desk.test.perform('erik', 'offerings.publish', desk.test.offerings.laptop);
    const order = await desk.test.perform('alice', 'tickets.report', undefined, { title: 'A laptop', offeringId: desk.test.offerings.laptop, answers: { model: 'strong', reason: 'Secret project' } });
    const [recorded] = (await desk.test.app.storage.range({ partition: desk.test.tenant, from: `r:${order.id}:e:`, to: `r:${order.id}:f`, limit: 100 })).rows.filter(({ data }) => (data as { event: { type: string } }).event.type === 'WebhookCalled');
    expect(recorded?.data).toMatchObject({ by: 'system', action: 'tickets.report', at: '2026-03-02T09:00:40.000Z', rule: { name: 'New laptop', isStep: true } });
    await desk.drain();
    expect(of(order.id)[0]?.json).toMatchObject({ type: 'laptop.ordered', data: { kind: 'request', state: 'approved', offering: 'New laptop', stage: 'order', answers: { model: 'strong' } } });
    expect(of(order.id)[0]?.text).not.toContain('Secret project');
  });

  it('can be called by rules, on changes as well, and by macros', async () => {
    const rule = { isEnabled: true, order: 10, actions: [{ action: 'tickets.callWebhook', input: { webhookId, event: 'ticket.noted' } }], name: 'Tell stock', subject: 'tickets', when: { kind: 'event', events: ['noted'] } };
    const { id: ruleId } = await desk.test.perform('erik', 'automationRules.add', undefined, rule);
    const { id: macroId } = await desk.test.perform('erik', 'macros.add', undefined, { name: 'Order one', actions: [{ action: 'tickets.callWebhook', input: { webhookId, event: 'macro' } }] });
    const { id } = await desk.test.report();
    await desk.test.perform('bob', 'tickets.addNote', id, { text: NOTE });
    await desk.test.perform('bob', 'tickets.runMacro', id, { macroId });
    await desk.drain();
    expect(of(id).map(({ json }) => json.type).sort()).toEqual(['macro', 'ticket.noted']);
    await desk.test.perform('erik', 'automationRules.retire', ruleId);
    const { id: changeId } = await desk.test.perform('bob', 'changes.propose', undefined, { type: 'normal', title: 'Swap the switch', groupId: desk.test.groups.network.id });
    await desk.test.perform('bob', 'changes.callWebhook', changeId, { webhookId });
    await desk.drain();
    expect(of(changeId)[0]?.json).toMatchObject({ type: 'changes.called', data: { id: changeId, changeType: 'normal', state: 'new', title: 'Swap the switch' } });
  });

  it('is not sent once the webhook is switched off, and cannot be called then', async () => {
    const off = await add({ name: 'Off', address: receiver.url });
    const { id } = await desk.test.report();
    await desk.test.perform('bob', 'tickets.callWebhook', id, { webhookId: off });
    await desk.test.perform('erik', 'webhooks.change', off, { isEnabled: false });
    await expect(desk.test.perform('bob', 'tickets.callWebhook', id, { webhookId: off })).rejects.toThrow('webhooks.switchedOff');
    await desk.drain();
    expect([of(id).length, (await outcome(id))?.state]).toEqual([0, 'skipped']);
  });
});

describe('when it does not arrive', () => {
  it('is tried again with growing pauses, as long as the receiver asks for, with the same id and the same body', async () => {
    receiver.answer({ status: 429, headers: { 'retry-after': '90' } }, { status: 500 }, 'hang');
    const id = await called(webhookId);
    expect(await outcome(id)).toMatchObject({ state: 'pending', reason: 'throttled: 429', dueAt: new Date(desk.test.clock.now().getTime() + 90 * SECOND).toISOString() });
    await letPass(60);
    expect(of(id)).toHaveLength(1);
    await letPass(31);
    expect(await outcome(id)).toMatchObject({ state: 'pending', reason: 'unavailable: 500', attempts: 2 });
    await letPass(11);
    expect(await outcome(id)).toMatchObject({ state: 'pending', reason: 'timeout', attempts: 3 });
    await letPass(60);
    expect(await outcome(id)).toMatchObject({ state: 'sent', attempts: 4 });
    expect(new Set(of(id).map((entry) => entry.id)).size).toBe(1);
    expect(new Set(of(id).map(({ text }) => text)).size).toBe(1);
    const key = await keyOf(webhookId);
    expect(of(id).every((message) => isSignedBy(key, message))).toBe(true);
    expect(new Set(of(id).map(({ timestamp }) => timestamp)).size).toBe(4);
  });

  it('a redirect is not followed, and what the receiver refuses is not sent again', async () => {
    receiver.answer({ status: 302, headers: { location: `${receiver.url}/elsewhere` } });
    const sent = await called(webhookId);
    receiver.answer({ status: 410 });
    const gone = await called(webhookId);
    await letPass(3_600);
    expect([of(sent).map(({ path }) => path), of(gone).length]).toEqual([['/hook?token=t0ps3cret'], 1]);
    expect([await outcome(sent), await outcome(gone)]).toMatchObject([{ state: 'failed', reason: 'refused: 302' }, { state: 'failed', reason: 'refused: 410' }]);
  });

  it('an answer without end is not read to its end', async () => {
    receiver.answer('endless');
    expect(await outcome(await called(webhookId))).toMatchObject({ state: 'sent' });
  });

  it('a receiver that is down holds up nobody but itself, and is given up after three days', async () => {
    const down = await add({ name: 'Down', address: 'http://127.0.0.1:1/hook' });
    const { id } = await desk.test.report();
    await desk.test.perform('bob', 'tickets.callWebhook', id, { webhookId: down });
    await desk.test.perform('bob', 'tickets.reply', id, { text: 'We are on it.' });
    const other = await called(webhookId);
    const toPeople = (await desk.deliveries(id)).filter(({ target }) => target.to === 'person');
    expect([of(other).length, toPeople.length > 0, toPeople.every(({ state }) => state === 'sent')]).toEqual([1, true, true]);
    expect(await outcome(id)).toMatchObject({ state: 'pending', reason: 'unavailable: ECONNREFUSED' });
    await letPass(3 * 86_400 + 1);
    // Nobody was there to try for most of these days.
    expect(await outcome(id)).toMatchObject({ state: 'pending' });
    for (let tries = 0; tries < 20; tries += 1) await letPass(3_601);
    expect(await outcome(id)).toMatchObject({ state: 'dead' });
    expect(await rows(down)).toMatchObject([{ recordId: id, state: 'dead', text: expect.stringContaining('ECONNREFUSED') as string }]);
  });
});

describe('where it goes', () => {
  it.each([
    '127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '168.63.129.16', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '::1', '::', 'fe80::1', 'fd00::1', 'fec0::1',
    'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2001:db8::1', '2002:7f00:1::', '2001:0:53aa:64c::1', '100::1', 'localhost', '', '1.2.3',
  ])('%s is no address of the open Internet', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['8.8.8.8', '172.32.0.1', '193.0.0.1', '2606:4700::1111', '2a00:1450:4001::1'])('%s is one', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['a name that leads into the internal network', 'https://intern.example/x', ['10.0.0.5'], 'privateAddress'],
    ['an address in another notation', 'https://167772165/x', [], 'privateAddress'],
    ['version 6 with version 4 in it', 'https://[::ffff:10.0.0.5]/', [], 'privateAddress'],
    ['a name that leads nowhere', 'https://nowhere.example/', [], 'unavailable: ENOTFOUND'],
  ])('%s gets nothing', async (_what, address, leads, reason) => {
    names.set(new URL(address).hostname, [...leads]);
    const id = await called(await add({ name: 'Odd', address }));
    expect(await outcome(id)).toMatchObject({ reason, state: reason.startsWith('unavailable') ? 'pending' : 'failed' });
  });

  it('a name is asked for once, and what it leads to then is connected to: whoever leads it elsewhere meanwhile gains nothing', async () => {
    const { port } = new URL(receiver.url);
    const before = receiver.received.length;
    names.set('localhost', ['127.0.0.1', '10.0.0.5']);
    const local = await add({ name: 'Local', address: `http://localhost:${port}/` });
    const [first, second] = [await called(local), await called(local)];
    expect([(await outcome(first))?.state, (await outcome(second))?.reason, receiver.received.length - before]).toEqual(['sent', 'privateAddress', 1]);
    names.set('rebind.example', ['127.0.0.1']);
    names.set('mixed.example', ['8.8.8.8 127.0.0.1']);
    for (const host of ['rebind.example', 'mixed.example']) {
      expect(await outcome(await called(await add({ name: host, address: `https://${host}:${port}/` })))).toMatchObject({ state: 'failed', reason: 'privateAddress' });
    }
    expect(receiver.received.length - before).toBe(1);
  });

  it.each([
    ['plain http', 'http://stock.example/', 'webhook.notHttps'], ['credentials', 'https://me:secret@stock.example/', 'webhook.credentials'], ['another protocol', 'ftp://stock.example/', 'notUrl'], ['no address', 'stock', 'notUrl'],
  ])('%s is not saved', async (_what, address, code) => {
    const refused = await desk.server.as('erik').act('webhooks.add', undefined, { name: 'Odd', address });
    expect([refused.status, refused.json.refused.problems]).toEqual([422, [expect.objectContaining({ field: 'address', code })]]);
  });

  it('plain http leaves the machine not even where the operator allows the host', async () => {
    names.set('localhost', ['10.0.0.5']);
    const id = await called(await add({ name: 'Local', address: 'http://localhost/' }));
    expect(await outcome(id)).toMatchObject({ state: 'failed', reason: 'privateAddress' });
  });
});

describe('who sees what', () => {
  it('agents know a webhook by name, employees not at all; its address and its key are for administrators', async () => {
    const asked = async (who: 'alice' | 'bob' | 'gus', path: string): Promise<number> => (await desk.server.as(who).get(path)).status;
    const { record } = (await desk.server.as('bob').get(`/api/webhooks/${webhookId}`)).json;
    expect([record.name, record.address]).toEqual(['Stock', undefined]);
    expect((await desk.server.as('bob').get('/api/lists/webhooks')).text).not.toContain('t0ps3cret');
    expect([await asked('alice', `/api/webhooks/${webhookId}`), await asked('gus', `/api/webhooks/${webhookId}`), await asked('bob', `/api/history/${webhookId}`), await asked('bob', `/api/webhooks/${webhookId}/deliveries`)]).toEqual([404, 404, 404, 404]);
    for (const part of ['key', 'sample']) expect((await desk.server.as('bob').post(`/api/webhooks/${webhookId}/${part}`, {})).status).toBe(404);
    expect((await desk.server.as('bob').act('webhooks.change', { id: webhookId, version: record.version }, { address: 'https://evil.example/' })).status).toBe(403);
    expect((await desk.server.as('alice').act('tickets.callWebhook', { id: (await desk.test.report()).id, version: 1 }, { webhookId })).status).toBe(403);
  });

  it('administrators try it out, and see what it was told last', async () => {
    const sample = await desk.server.as('erik').post(`/api/webhooks/${webhookId}/sample`, {});
    expect(sample.json).toEqual({ isTaken: true, text: 'It was taken (204).' });
    expect(of(webhookId).at(-1)?.json).toMatchObject({ type: 'sample', data: { id: webhookId, name: 'Stock' } });
    receiver.answer({ status: 401 });
    expect((await desk.server.as('erik').post(`/api/webhooks/${webhookId}/sample`, {})).json).toMatchObject({ isTaken: false, text: 'The receiver refused it (401).' });
    expect((await rows(webhookId))[0]).toMatchObject({ recordId: expect.stringMatching(/^(INC|REQ)/) as string, state: expect.any(String) as string });
  });

  it('a key that has become known is replaced, one receiver at a time or all at once, without a gap', async () => {
    const rotated = await add({ name: 'Rotated', address: receiver.url });
    const first = await keyOf(rotated);
    await desk.test.perform('erik', 'webhooks.change', rotated, { keyVersion: 2, keepsFormerKey: true });
    const second = await keyOf(rotated);
    const [both] = of(await called(rotated));
    await desk.test.perform('erik', 'webhooks.change', rotated, { keepsFormerKey: false });
    const [one] = of(await called(rotated));
    expect([first === second, isSignedBy(first, both!), isSignedBy(second, both!), isSignedBy(first, one!), isSignedBy(second, one!)]).toEqual([false, true, true, false, true]);
    const before = createWebhookSender({ webhooks: { secrets: [FORMER], hosts: [] }, tenant: desk.test.tenant }).keyOf({ id: rotated, keyVersion: 2 } as never);
    expect(isSignedBy(before!, one!)).toBe(true);
    expect(isSignedBy(await keyOf(webhookId), one!)).toBe(false);
  });

  it('no log and no stored row has a key, and no log an address', async () => {
    const logged = desk.server.logLines.join('');
    expect(logged).toContain('the signing key of a webhook was shown');
    for (const secret of ['t0ps3cret', SECRET, FORMER, 'whsec_', await keyOf(webhookId)]) expect(logged).not.toContain(secret);
    const { rows: stored } = await desk.test.app.storage.range({ partition: desk.test.tenant, from: ' ', to: '~', limit: 1_000 });
    const text = JSON.stringify(stored);
    expect(text).toContain('t0ps3cret');
    for (const secret of [SECRET, FORMER, 'whsec_', (await keyOf(webhookId)).slice(6)]) expect(text).not.toContain(secret);
  });
});

describe('when the server dies', () => {
  it('after a crash between sending and noting it, it is sent again as the same message', async () => {
    const { id } = await desk.test.report();
    await desk.jobs.stop();
    const { app } = desk.test;
    const real = createDeliveries(app.storage, app.partition, app.clock);
    await desk.test.perform('bob', 'tickets.callWebhook', id, { webhookId });
    for (const entry of await real.outbox()) {
      const called = (entry.data as OutboxEntry).history.filter(({ event }) => event.type === 'WebhookCalled');
      await real.expand(entry, called.map(({ seq }) => ({ target: { to: 'webhook', webhookId, seq } })));
    }
    // The process that has just sent it writes nothing more.
    const dead = () => Promise.reject(new Error('killed'));
    const webhooks = createWebhookSender(desk.server.config, { timeoutMs: 1_000, resolve });
    const common = { app, bot: desk.bot, log: pino({ level: 'silent' }), link: () => '', conversations: createConversations(app.storage, app.partition), leaseMs: 30_000, webhooks };
    await expect(webhookRelayJob({ ...common, deliveries: { ...real, finish: dead, postpone: dead } }).runOnce()).rejects.toThrow('killed');
    const other = webhookRelayJob({ ...common, deliveries: real });
    await other.runOnce();
    expect(of(id)).toHaveLength(1);
    desk.test.clock.advance(31 * SECOND);
    await other.runOnce();
    expect(of(id)).toHaveLength(2);
    expect(of(id)[0]!.id).toBe(of(id)[1]!.id);
    expect(await outcome(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('what it was told is shown for 30 days', async () => {
    const { app, clock } = desk.test;
    const deliveries = createDeliveries(app.storage, app.partition, clock);
    clock.advance(31 * 86_400 * SECOND);
    const { id } = await desk.test.report();
    await app.storage.commit({ partition: app.partition, guarded: [{ kind: 'create', row: `b:${webhookId}:${String(9_999_999_999_999 - clock.now().getTime())}:${id}-new`, data: { recordId: id } }], derived: [] });
    while ((await deliveries.trimWebhook(webhookId)) > 0);
    expect((await deliveries.ofWebhook(webhookId, 100)).map(({ recordId }) => recordId)).toEqual([id]);
  });
});
