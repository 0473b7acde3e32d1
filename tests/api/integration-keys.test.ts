// If this fails, a program does more than it was allowed, or in somebody's name without a right to: or a secret lies where somebody reads it.
import { keyWatchJob } from '../../bot/jobs/key-watch';
import { exportStore } from '../../shared/app';
import { newKeySecret } from '../../shared/app/key-secret';
import { rowsBetween } from '../../shared/storage/port';
import type { PersonKey } from '../_support/people';
import { startAzurite, type Azurite } from '../_support/azurite';
import { createTestApp, TEST_NOW, type TestApp } from '../_support/test-app';
import { startTestServer, type Answer, type TestClient, type TestServer } from '../_support/test-server';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const SECRET = /^bhk_\d{7}_[0-9A-Za-z]{49}$/;

let test_: TestApp;
let server: TestServer;
beforeAll(async () => {
  test_ = await createTestApp();
  server = await startTestServer(test_);
});
afterAll(async () => {
  await server.close();
  await test_.close();
});
afterEach(() => test_.clock.set(TEST_NOW));

const ticketInput = { title: 'Disk is full', reach: 'me', work: 'workaround' };

interface Made {
  readonly id: string;
  readonly version: number;
  readonly secret: string;
}

const add = (of: PersonKey, input: object, on = { test: test_, server }): Promise<Answer> =>
  on.server.as('erik').act('integrationKeys.add', undefined, { name: `Key of ${of}`, personId: on.test.people[of].id, days: 90, ...input });

async function made(of: PersonKey, input: object, on?: Parameters<typeof add>[2]): Promise<Made> {
  const { status, json, text } = await add(of, input, on);
  if (status !== 200) throw new Error(text);
  return { id: json.record.id, version: json.record.version, secret: json.secret };
}

const program = ({ secret }: Pick<Made, 'secret'>, on = server): TestClient => on.client({ authorization: `Bearer ${secret}` });
const codeOf = ({ status, json }: Answer): unknown[] => [status, json?.refused?.code ?? json?.error?.code];
const revoke = (id: string): Promise<Answer> => server.as('erik').act('integrationKeys.revoke', { id, version: 1 });
const opens = async (key: Pick<Made, 'secret'>): Promise<boolean> => (await program(key).get('/api/me')).status === 200;

describe('a program with a key', () => {
  it('does in the name of its person what the key allows, and nothing else', async () => {
    const key = await made('bob', { reads: ['tickets'], actions: ['tickets.report', 'tickets.addNote'] });
    const monitor = program(key);
    expect((await monitor.get('/api/me')).json).toMatchObject({ id: test_.people.bob.id, isAgent: true });
    const { record } = (await monitor.act('tickets.report', undefined, { ...ticketInput, categoryId: test_.categories.vpn })).json;
    expect(record.can).toEqual(['tickets.addNote']);
    const noted = await monitor.act('tickets.addNote', record, { text: '97 % used' });
    expect(noted.json.record.can).toEqual(['tickets.addNote']);
    const listed = (await monitor.get('/api/lists/tickets.open')).json.items.find(({ id }: { id: string }) => id === record.id);
    expect(listed.can).toEqual(['tickets.addNote']);
    expect((await server.as('bob').get(`/api/tickets/${record.id}`)).json.record.can).toContain('tickets.take');

    const refused = await monitor.act('tickets.take', noted.json.record);
    expect(codeOf(refused)).toEqual([403, 'integrationKeys.outOfScope']);
    expect(refused.json.refused.text).toContain('tickets.take');
    for (const path of ['/api/lists/changes.open', '/api/counts/people', `/api/people/${test_.people.bob.id}`, '/api/people', '/api/config', '/api/stream', '/api/approvals', '/api/audit', '/api/integration-keys/uses', '/api/integration-keys/scopes']) {
      expect({ path, code: codeOf(await monitor.get(path)) }).toEqual({ path, code: [403, 'keyScope'] });
    }
    for (const path of ['/api/calendar-feed', '/api/webhooks/WHK0000001/key', '/api/classifier/learn']) expect(codeOf(await monitor.post(path, {}))).toEqual([403, 'keyScope']);
    // Whose work it was and with which key stands in the history.
    const event = (await test_.app.storage.get(test_.tenant, `r:${record.id}:e:000001`))?.data;
    expect(event).toMatchObject({ by: test_.people.bob.id, channel: 'api', key: key.id });
    const saidTo = async (who: PersonKey): Promise<string> => (await server.as(who).get(`/api/tickets/${record.id}`)).json.record.timeline[0].byName;
    expect(await saidTo('carol')).toBe('Bob Brown (with the key “Key of bob”)');
    await test_.perform('carol', 'tickets.watch', record.id, { personId: test_.people.alice.id });
    expect(await saidTo('alice')).toBe('Bob Brown');
  });

  it('never does more than its person', async () => {
    const key = program(await made('alice', { reads: ['*'], actions: ['tickets.*'] }));
    const strange = await test_.report({}, 'ivy');
    expect((await key.get(`/api/tickets/${strange.id}`)).status).toBe(404);
    const own = await test_.report({}, 'alice');
    expect(codeOf(await key.act('tickets.resolve', own, { code: 'fixed', notes: 'x' }))).toEqual([403, 'kernel.notAllowed']);
    expect((await key.get('/api/lists/integrationKeys')).json.items.map(({ personId }: { personId: string }) => personId)).toEqual([test_.people.alice.id]);
  });

  it('reports without reading, and who repeats a report gets the same ticket', async () => {
    const sensor = program(await made('ivy', { actions: ['tickets.report'] }));
    const once = { 'idempotency-key': 'disk-7' };
    const first = await sensor.act('tickets.report', undefined, ticketInput, once);
    const again = await sensor.act('tickets.report', undefined, ticketInput, once);
    expect([first.status, again.status, again.json.isRepeat, again.json.record.id]).toEqual([200, 200, true, first.json.record.id]);
    expect(codeOf(await sensor.get(`/api/tickets/${first.json.record.id}`))).toEqual([403, 'keyScope']);
    expect((await sensor.get('/api/search?q=disk')).json).toEqual({ items: [] });
  });

  it('decides no approval, whatever it was made for and whosever it is', async () => {
    const ordered = await test_.perform('alice', 'tickets.report', undefined, { title: 'Laptop', offeringId: test_.offerings.laptop, answers: { model: 'light', reason: 'Old one broke' } });
    const dora = program(await made('dora', { reads: ['*'], actions: ['tickets.*', 'changes.*', 'changeTemplates.*', 'freezeExceptions.*'] }));
    const { record } = (await dora.get(`/api/tickets/${ordered.id}`)).json;
    expect((await server.as('dora').get(`/api/tickets/${ordered.id}`)).json.record.can).toContain('tickets.approve');
    expect(record.can.filter((name: string) => /approve|reject|returnForInfo/.test(name))).toEqual([]);
    expect(codeOf(await dora.act('tickets.approve', record))).toEqual([403, 'integrationKeys.peopleOnly']);
    expect(codeOf(await dora.act('tickets.reject', record, { comment: 'No' }))).toEqual([403, 'integrationKeys.peopleOnly']);
    for (const action of ['changes.approve', 'changes.withdrawVote', 'changes.closeVote', 'changeTemplates.approve', 'freezeExceptions.reject']) {
      expect({ action, code: codeOf(await dora.post(`/api/${action}`, { id: 'CHG0000001', version: 1 })) }).toEqual({ action, code: [403, 'integrationKeys.peopleOnly'] });
    }
    expect((await server.as('dora').get(`/api/tickets/${ordered.id}`)).json.record.state).toBe('awaitingApproval');
    // Whoever tried to decide a change by a program is written down.
    expect((await test_.app.audit.list(1))[0]).toMatchObject({ by: test_.people.dora.id, code: 'integrationKeys.peopleOnly' });
  });

  it('makes no keys, ends none and names no substitute', async () => {
    const admin = program(await made('erik', { reads: ['*'], actions: ['people.*'] }));
    for (const action of ['integrationKeys.add', 'integrationKeys.change', 'integrationKeys.rotate', 'integrationKeys.revoke', 'delegations.add']) {
      const named = action.endsWith('.add') ? {} : { id: 'KEY0000001', version: 1 };
      expect({ action, code: codeOf(await admin.post(`/api/${action}`, named)) }).toEqual({ action, code: [403, 'integrationKeys.peopleOnly'] });
    }
    expect(codeOf(await admin.post('/api/integrationKeys.remindExpiry', {}))).toEqual([404, 'kernel.unknownAction']);
  });

  it('is told of tasks what it may do with them', async () => {
    const order = await test_.perform('alice', 'tickets.report', undefined, { title: 'Box', offeringId: test_.offerings.mailbox });
    await test_.perform('fay', 'tickets.addTask', order.id, { title: 'Make it' });
    const canOf = async (client: TestClient): Promise<string[]> => (await client.get(`/api/tickets/${order.id}`)).json.record.fulfillment.tasks[0].can;
    expect(await canOf(server.as('fay'))).toEqual(['start', 'close', 'assign']);
    const key = await made('fay', { reads: ['tickets'], actions: ['tickets.closeTask'] });
    expect(await canOf(program(key))).toEqual(['close']);
    await revoke(key.id);
  });

  it('does not get round its limits with a macro', async () => {
    const steps = [{ action: 'tickets.addNote', input: { text: 'Seen.' } }];
    const macro = await test_.perform('erik', 'macros.add', undefined, { name: 'Note it', actions: steps });
    const ticket = await test_.report();
    const scopes = { reads: ['tickets', 'macros'], actions: ['tickets.runMacro'] };
    const [narrow, wide] = [program(await made('carol', scopes)), program(await made('carol', { ...scopes, actions: [...scopes.actions, 'tickets.addNote'] }))];
    const refused = await narrow.act('tickets.runMacro', ticket, { macroId: macro.id });
    expect(codeOf(refused)).toEqual([403, 'integrationKeys.outOfScope']);
    expect(refused.json.refused.text).toContain('tickets.addNote');
    expect((await wide.act('tickets.runMacro', ticket, { macroId: macro.id })).status).toBe(200);
  });

  it('is no tab, and no page of a browser may use it from elsewhere', async () => {
    const key = await made('hugo', { actions: ['tickets.report'] });
    const { record } = (await program(key).act('tickets.report', undefined, ticketInput, { 'x-bellhop-channel': 'tab' })).json;
    expect((await test_.app.storage.get(test_.tenant, `r:${record.id}:e:000001`))?.data).toMatchObject({ channel: 'api' });
    const preflight = await fetch(`${server.url}/api/tickets.report`, { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' } });
    expect(preflight.ok).toBe(false);
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('making a key', () => {
  it.each([
    ['approvals', { actions: ['tickets.approve'] }, 'actions'],
    ['keys', { actions: ['integrationKeys.add'] }, 'actions'],
    ['substitutes', { reads: ['delegations'], actions: ['delegations.*'] }, 'actions'],
    ['jobs', { reads: ['tickets'], actions: ['tickets.nudge'] }, 'actions'],
    ['everything at once', { reads: ['*'], actions: ['*'] }, 'actions'],
    ['what is not there', { reads: ['secrets'] }, 'reads'],
    ['nothing', {}, 'actions'],
    ['records that it cannot read', { actions: ['tickets.reply'] }, 'reads'],
    ['no list', { reads: 'tickets' }, 'reads'],
    ['more than a year', { reads: ['tickets'], days: 366 }, 'days'],
    ['no time', { reads: ['tickets'], days: 0 }, 'days'],
    ['ever', { reads: ['tickets'], days: null }, 'days'],
    ['nobody', { reads: ['tickets'], personId: 'PER9999999' }, 'personId'],
  ])('for %s is refused at its field', async (_what, input, field) => {
    const { status, json } = await add('gus', input);
    expect([status, json.refused.problems?.map((problem: { field: string }) => problem.field)]).toEqual([422, [field]]);
  });

  it('is for administrators; others find only their own, and end them', async () => {
    const own = await made('carol', { reads: ['tickets'] });
    expect(codeOf(await server.as('carol').act('integrationKeys.add', undefined, { name: 'Mine', personId: test_.people.carol.id, reads: ['tickets'], days: 1 }))).toEqual([403, 'kernel.notAllowed']);
    expect((await server.as('fay').get(`/api/integrationKeys/${own.id}`)).status).toBe(404);
    expect((await server.as('carol').get(`/api/integrationKeys/${own.id}`)).json.record.can).toEqual(['integrationKeys.revoke']);
    expect((await server.as('gus').get(`/api/integrationKeys/${own.id}`)).json.record.can).toEqual([]);
    expect((await server.as('erik').get(`/api/integrationKeys/${own.id}`)).json.record).toMatchObject({
      can: ['integrationKeys.change', 'integrationKeys.rotate', 'integrationKeys.revoke'], personName: 'Carol Clark', createdByName: 'Erik Evans', state: 'active', expiresAt: '2026-05-31T09:00:00.000Z',
    });
    expect((await server.as('carol').act('integrationKeys.revoke', own)).json.record.state).toBe('revoked');
    expect(await opens(own)).toBe(false);
  });

  it('five of one person work at a time', async () => {
    const keys = await Promise.all([1, 2, 3, 4, 5].map((number) => made('fay', { name: `Fay ${number}`, reads: ['tickets'] })));
    expect(codeOf(await add('fay', { reads: ['tickets'] }))).toEqual([422, 'integrationKeys.tooMany']);
    await revoke(keys[0]!.id);
    const sixth = await made('fay', { reads: ['tickets'] });
    for (const { id } of [...keys, sixth]) await revoke(id);
  });

  it('says what keys can be made for, in words and without what is for people', async () => {
    const { practices } = (await server.as('erik').get('/api/integration-keys/scopes', { 'accept-language': 'de' })).json as { practices: { name: string; label: string; actions: { name: string; label: string }[] }[] };
    const actions = practices.flatMap((practice) => practice.actions);
    expect([...practices, ...actions].filter(({ label }) => /^(keyScope|action)\./.test(label))).toEqual([]);
    expect(practices.find(({ name }) => name === 'tickets')?.label).toBe('Störungen und Anfragen');
    expect(actions.map(({ name }) => name).filter((name) => /\.(approve|reject|returnForInfo|withdrawVote|closeVote)$|^(integrationKeys|delegations)\./.test(name))).toEqual([]);
  });
});

describe('the end of a key', () => {
  const keyOf = (input: object = {}): Promise<Made> => made('hugo', { reads: ['tickets'], ...input });

  it('a rotated key works with both secrets until the overlap is over, and with the new one after', async () => {
    const key = await keyOf();
    const { json } = await server.as('erik').act('integrationKeys.rotate', key, { days: 30, overlapHours: 24 });
    expect(json.secret).toMatch(SECRET);
    expect(json.record).toMatchObject({ secretNumber: 2, formerUntil: '2026-03-03T09:00:00.000Z', expiresAt: '2026-04-01T09:00:00.000Z' });
    expect([await opens(key), await opens(json)]).toEqual([true, true]);
    test_.clock.advance(24 * HOUR_MS);
    expect([await opens(key), await opens(json)]).toEqual([false, true]);
    const last = await server.as('erik').act('integrationKeys.rotate', json.record, { days: 30, overlapHours: 0 });
    expect([await opens(json), await opens(last.json)]).toEqual([false, true]);
    const history = (await server.as('erik').get(`/api/history/${key.id}`)).json.items;
    expect(history.map((entry: { changes: { field: string }[] }) => entry.changes.map(({ field }) => field)).at(-1)).toEqual(['expiresAt', 'secretNumber']);
    await revoke(key.id);
    expect(await opens(last.json)).toBe(false);
    expect(codeOf(await server.as('erik').act('integrationKeys.rotate', { ...last.json.record, version: last.json.record.version + 1 }, { days: 30, overlapHours: 0 }))).toEqual([403, 'kernel.notAllowed']);
  });

  it('the old secret does not outlive its own end, and an expired key goes on when it is rotated', async () => {
    const key = await keyOf({ days: 1 });
    test_.clock.advance(23 * HOUR_MS);
    const { json } = await server.as('erik').act('integrationKeys.rotate', key, { days: 1, overlapHours: 24 });
    test_.clock.advance(HOUR_MS);
    expect([await opens(key), await opens(json)]).toEqual([false, true]);
    test_.clock.advance(2 * DAY_MS);
    expect(await opens(json)).toBe(false);
    expect((await server.as('erik').get(`/api/integrationKeys/${key.id}`)).json.record.state).toBe('expired');
    const anew = await server.as('erik').act('integrationKeys.rotate', json.record, { days: 1, overlapHours: 24 });
    expect([await opens(json), await opens(anew.json)]).toEqual([false, true]);
    await revoke(key.id);
  });

  it('unknown, wrong, revoked, expired, of another organization or of somebody who has left: one and the same answer', async () => {
    const elsewhere = await createTestApp();
    const other = await startTestServer(elsewhere);
    const foreign = await made('hugo', { reads: ['tickets'] }, { test: elsewhere, server: other });
    const [good, revoked, expired, left] = [await keyOf(), await keyOf(), await keyOf({ days: 1 }), await made('ivy', { reads: ['tickets'] })];
    await revoke(revoked.id);
    await test_.perform('erik', 'people.retire', test_.people.ivy.id);
    test_.clock.advance(DAY_MS);
    const last = good.secret.slice(-1);
    const bad = {
      unknown: newKeySecret('KEY0009999').secret, wrong: newKeySecret(good.id).secret, tampered: good.secret.replace(/.$/, last === 'a' ? 'b' : 'a'), cut: good.secret.slice(0, -1),
      revoked: revoked.secret, expired: expired.secret, left: left.secret, foreign: foreign.secret, short: 'bhk_1', otherCase: good.secret.toLowerCase(),
    };
    const answers = await Promise.all(Object.entries(bad).map(async ([name, secret]) => ({ name, ...(await program({ secret }).get('/api/me')) })));
    for (const { name, status, headers, text } of answers) {
      expect({ name, status, challenge: headers.get('www-authenticate'), text }).toEqual({ name, status: 401, challenge: 'Bearer error="invalid_token", error_description="integrationKey"', text: answers[0]!.text });
    }
    expect(answers[0]!.json.error.text).toMatch(/administrators see/);
    expect(await opens(good)).toBe(true);
    expect((await program(foreign, other).get('/api/me')).status).toBe(200);
    await test_.perform('erik', 'people.restore', test_.people.ivy.id);
    for (const { id } of [good, expired, left]) await revoke(id);
    await other.close();
    await elsewhere.close();
  });

  it('keys of somebody who has left stay ended when the person comes back', async () => {
    const key = await made('ivy', { reads: ['tickets'] });
    await test_.perform('erik', 'people.retire', test_.people.ivy.id);
    expect((await server.as('erik').get(`/api/integrationKeys/${key.id}`)).json.record.state).toBe('personLeft');
    expect(await keyWatchJob({ app: test_.app }).runOnce()).toBeGreaterThan(0);
    expect(await keyWatchJob({ app: test_.app }).runOnce()).toBe(0);
    await test_.perform('erik', 'people.restore', test_.people.ivy.id);
    expect(await opens(key)).toBe(false);
    expect((await server.as('erik').get(`/api/integrationKeys/${key.id}`)).json.record.state).toBe('revoked');
  });

  it('another instance knows of it with the next look into the feed', async () => {
    // Later than all that was written before: feeds are followed forwards.
    test_.clock.set('2027-01-04T09:00:00.000Z');
    const key = await keyOf();
    const second = await test_.openSecondApp();
    const other = await startTestServer(test_, { app: second });
    expect((await program(key, other).get('/api/me')).status).toBe(200);
    await revoke(key.id);
    await second.followFeed();
    expect((await program(key, other).get('/api/me')).status).toBe(401);
    await other.close();
  });
});

it('the day of the last use is kept: written once a day, read by nobody else', async () => {
  const key = await made('bob', { reads: ['tickets'] });
  const usedOn = async (by: PersonKey): Promise<string | undefined> =>
    (await server.as(by).get('/api/integration-keys/uses')).json.items.find(({ id }: { id: string }) => id === key.id)?.day;
  expect(await usedOn('erik')).toBeUndefined();
  await opens(key);
  test_.storage.takeCounts();
  await opens(key);
  expect(test_.storage.takeCounts()).toMatchObject({ commit: { calls: 0 } });
  expect([await usedOn('erik'), await usedOn('bob'), await usedOn('alice')]).toEqual(['2026-03-02', '2026-03-02', undefined]);
  test_.clock.advance(DAY_MS);
  await opens(key);
  expect(await usedOn('gus')).toBe('2026-03-03');
  await revoke(key.id);
});

it('each key may ask as often as a person, and does not lock its person out', async () => {
  const busy = await startTestServer(test_, { config: { requestsPerSecond: 2 } });
  const key = await made('bob', { reads: ['tickets'] });
  const answers = await Promise.all(Array.from({ length: 40 }, () => program(key, busy).get('/api/me')));
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(10);
  expect((await busy.as('bob').get('/api/me')).status).toBe(200);
  await revoke(key.id);
  await busy.close();
});

describe.each(['embedded', 'azure'] as const)('on the %s store', (store) => {
  let azurite: Azurite | undefined;
  let own: TestApp;
  let its: TestServer;
  beforeAll(async () => {
    azurite = store === 'azure' ? await startAzurite() : undefined;
    own = await createTestApp(azurite ? { store, azurite } : {});
    its = await startTestServer(own);
  });
  afterAll(async () => {
    await its.close();
    await own.close();
    await azurite?.stop();
  });

  it('the secret is in one answer, and nowhere else', async () => {
    const once = { 'idempotency-key': `make-${store}` };
    const input = { name: 'Monitoring', personId: own.people.bob.id, reads: ['tickets'], actions: ['tickets.report'], days: 90 };
    const answer = await its.as('erik').act('integrationKeys.add', undefined, input, once);
    const { record, secret } = answer.json;
    expect(secret).toMatch(SECRET);
    expect(JSON.stringify(record)).not.toMatch(/hash|bhk_/);
    const repeated = await its.as('erik').act('integrationKeys.add', undefined, input, once);
    expect([repeated.json.isRepeat, repeated.json.record.id, 'secret' in repeated.json]).toEqual([true, record.id, false]);
    const rotated = await its.as('erik').act('integrationKeys.rotate', record, { days: 90, overlapHours: 24 });
    for (const [number, held] of [secret, rotated.json.secret].entries()) expect([number, (await program({ secret: held }, its).get('/api/lists/tickets.open')).status]).toEqual([number, 200]);
    // Somebody pastes it into a ticket, into the name of the key, and into an address.
    const pasted = await its.as('bob').act('tickets.report', undefined, { ...ticketInput, title: `Key ${secret} does not work` });
    expect([pasted.json.masked, pasted.json.record.title]).toEqual([['token'], 'Key •••••• (token) does not work']);
    const renamed = await its.as('erik').act('integrationKeys.change', rotated.json.record, { name: `Monitoring ${secret}` });
    expect(renamed.json.record.name).toBe('Monitoring •••••• (token)');
    await program({ secret: `${secret}x` }, its).get(`/api/search?q=${secret}`);
    await program({ secret }, its).post('/api/tickets.report', '{');

    const secrets = [secret, rotated.json.secret].map((text: string) => text.slice(12, 55));
    const places: string[] = [...its.logLines];
    for await (const row of rowsBetween(own.app.storage, own.tenant, '!', '~')) places.push(JSON.stringify(row));
    for await (const line of exportStore(own.app.storage, own.tenant)) places.push(JSON.stringify(line));
    for (const path of ['/api/lists/integrationKeys', `/api/integrationKeys/${record.id}`, `/api/history/${record.id}`, '/api/integration-keys/uses']) places.push((await its.as('erik').get(path)).text);
    expect(places.length).toBeGreaterThan(100);
    expect(places.filter((place) => secrets.some((held) => place.includes(held)))).toEqual([]);
  });
});
