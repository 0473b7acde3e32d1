// If this fails, a forged, broken or repeated activity changes tickets it must not change, or brings the bot down.
import { rowKey } from '../../shared/app';
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import { wordsOn, type TeamsPerson } from '../_support/teams-client';
import type { Json } from '../_support/fake-connector';
import type { TicketView } from '../../shared/tickets';

let desk: BotDesk;
let alice: TeamsPerson;
let bob: TeamsPerson;
beforeEach(async () => {
  desk = await startBotDesk();
  [alice, bob] = [desk.person('alice'), desk.person('bob')];
});
afterEach(() => desk.close());

const post = async (body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> => {
  const response = await fetch(`${desk.server.url}/api/messages`, {
    method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, text: await response.text() };
};

const press = (who: TeamsPerson, verb: string, data: unknown, more: object = {}): Json =>
  who.activity('invoke', { name: 'adaptiveCard/action', replyToId: '1', value: { action: { type: 'Action.Execute', verb, data }, ...more } });

async function ticketNow(id: string): Promise<TicketView> {
  const opened = await desk.test.app.open(id, desk.test.actor('carol'));
  if ('refused' in opened) throw new Error(opened.refused.code);
  return opened.record as TicketView;
}

const openTickets = (): number => desk.test.app.desk.count('tickets');

test.each<[string, (activity: Json) => unknown]>([
  ['not JSON', () => '{"type":'],
  ['a list', () => []],
  ['null', () => 'null'],
  ['a text', () => '"message"'],
  ['no type', ({ type: _type, ...rest }) => rest],
  ['a type that is no text', (activity) => ({ ...activity, type: { $ne: 1 } })],
  ['no serviceUrl', ({ serviceUrl: _url, ...rest }) => rest],
  ['no sender', ({ from: _from, ...rest }) => rest],
  ['no conversation', ({ conversation: _conversation, ...rest }) => rest],
  ['no channel', ({ channelId: _channel, ...rest }) => rest],
])('%s: 400 with words, and no turn', async (_name, broken) => {
  const { status, text } = await post(broken(alice.activity('message', { text: 'VPN drops' })));
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({ error: { code: expect.any(String), text: expect.stringMatching(/^\S.+\.$|^\S.+\.\S*$/) } });
  expect(desk.chat('alice')).toEqual([]);
});

test('a serviceUrl of another machine: 403, and it is not called', async () => {
  const { status } = await post({ ...alice.activity('message', { text: 'help' }), serviceUrl: 'http://169.254.169.254/' });
  expect(status).toBe(403);
});

test('a web page of another origin cannot send activities to a developer machine', async () => {
  expect((await post(alice.activity('message', { text: 'help' }), { origin: 'https://evil.example' })).status).toBe(403);
  expect(desk.chat('alice')).toEqual([]);
});

test('who acts is the sender of the activity, whatever the card says', async () => {
  const ticket = await desk.test.report();
  const names = { actor: desk.test.people.bob.id, personId: desk.test.people.bob.id, from: { aadObjectId: desk.test.people.bob.aadObjectId }, by: desk.test.people.bob.id };
  const { body } = await alice.send(press(alice, 'tickets.take', { id: ticket.id, version: ticket.version, ...names }));
  expect(body.statusCode).toBe(200);
  expect(await ticketNow(ticket.id)).toMatchObject({ state: 'new' });
});

test('a draft that names another author does not report in their name', async () => {
  const { body } = await bob.send(press(bob, 'tickets.report', { card: { draft: 'd1', by: desk.test.people.alice.id }, 'report.title': 'Forged', 'report.requesterId': desk.test.people.alice.id }));
  expect(body.statusCode).toBe(200);
  const reported = [...desk.test.app.desk.all('tickets')] as unknown as TicketView[];
  expect(reported.filter(({ requesterId }) => requesterId !== desk.test.people.bob.id)).toEqual([]);
});

test("another person's ticket id in a card answers as if it did not exist", async () => {
  const secret = await desk.test.report({ title: 'Payroll leak', isRestricted: true }, 'dora');
  const there = await alice.send(press(alice, 'card.showTicket', { id: secret.id }));
  const nowhere = await alice.send(press(alice, 'card.showTicket', { id: 'INC0999999' }));
  expect(there.body).toEqual(nowhere.body);
  expect(JSON.stringify(there.body)).not.toContain('Payroll');
});

test.each<[string, unknown]>([
  ['no data', undefined], ['a list', [1, 2]], ['a text', 'INC0000001'], ['an id that is an object', { id: { $gt: '' }, version: 1 }],
  ['a path as id', { id: '../../etc/passwd', version: 1 }], ['a version that is text', { id: 'INC0000001', version: 'x' }],
  ['a prototype', JSON.parse('{"id":"INC0000001","__proto__":{"version":1}}')],
])('card data with %s is answered, and changes nothing', async (_name, data) => {
  const ticket = await desk.test.report();
  for (const verb of ['tickets.take', 'tickets.report', 'card.showForm', 'card.refresh', 'tickets.__proto__', 'constructor', 'people.add']) {
    const { status, body } = await bob.send(press(bob, verb, data));
    expect({ verb, status, code: body.statusCode }).toEqual({ verb, status: 200, code: 200 });
  }
  expect(await ticketNow(ticket.id)).toMatchObject({ version: ticket.version });
  expect(openTickets()).toBe(1);
});

test('an invoke without a verb: 400 in the answer', async () => {
  const { status, body } = await alice.send(alice.activity('invoke', { name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute' } } }));
  expect({ status, code: body.statusCode, type: body.type }).toEqual({ status: 200, code: 400, type: 'application/vnd.microsoft.error' });
});

test('the same activity delivered twice runs once and gets the same answer', async () => {
  const draft = (await alice.writes('VPN drops every hour')).messages[0];
  if (!draft) throw new Error('no draft');
  const action = draft.card.actions.find((entry: Json) => entry.verb === 'tickets.report');
  const activity = press(alice, 'tickets.report', { ...action.data, 'report.title': 'VPN drops every hour' });
  const [first, second] = await Promise.all([alice.send(activity), alice.send(activity)]);
  expect(second).toEqual(first);
  expect(openTickets()).toBe(1);
  const message = alice.activity('message', { text: 'help' });
  await alice.send(message);
  await alice.send(message);
  expect(desk.chat('alice')).toHaveLength(2);
});

test('a press that is repeated as a new activity makes no second ticket', async () => {
  const draft = (await alice.writes('VPN drops every hour')).messages[0];
  if (!draft) throw new Error('no draft');
  const card = draft.card;
  const first = await alice.presses(draft, 'Create ticket');
  draft.views.clear();
  draft.card = card;
  const second = await alice.presses(draft, 'Create ticket');
  const idOn = (shown: Json): string | undefined => /INC\d{7}/.exec(wordsOn(shown))?.[0];
  expect(idOn(second.card)).toBe(idOn(first.card));
  expect(openTickets()).toBe(1);
});

test('a turn that fails is told with a number that is in the log, and is not run again', async () => {
  const ticket = await desk.test.report();
  const row = rowKey.head(ticket.id);
  const head = await desk.test.app.storage.get(desk.test.tenant, row);
  // A head that no version of Bellhop wrote: reading it is a bug by definition.
  await desk.test.app.storage.commit({ partition: desk.test.tenant, guarded: [{ kind: 'replace', row, etag: head?.etag ?? '', data: { practice: 'tickets' } }] });
  const activity = alice.activity('message', { text: ticket.id });
  expect((await alice.send(activity)).status).toBe(200);
  const said = desk.chat('alice')[0]?.text ?? '';
  const correlationId = /[0-9a-f]{8}$/.exec(said)?.[0] ?? 'none';
  const found = desk.server.logLines.filter((line) => line.includes(correlationId)).map((line) => (JSON.parse(line) as { msg: string }).msg);
  expect(found).toEqual(['turn failed', 'request']);
  expect((await alice.send(activity)).status).toBe(200);
  expect(desk.chat('alice')).toHaveLength(1);
  const pressed = await alice.send(press(alice, 'card.showTicket', { id: ticket.id }));
  expect(pressed).toMatchObject({ status: 200, body: { type: 'application/vnd.microsoft.activity.message', value: expect.stringMatching(/[0-9a-f]{8}$/) } });
});

test('when even the answer cannot be delivered, the activity is not asked for again', async () => {
  desk.connector.goAway();
  expect((await alice.writes('help')).status).toBe(200);
}, 60_000);

test('control characters, markup and very long words are answered as text', async () => {
  for (const text of ['<script>alert(1)</script> my VPN', '**bold** [x](javascript:alert(1)) VPN', 'x'.repeat(20_000), 'VPN\u0000\u0007 drops', '\u202eVPN drops', '&lt;b&gt; VPN']) {
    const { status, messages } = await alice.writes(text);
    expect({ text: text.slice(0, 20), status, answers: messages.length }).toEqual({ text: text.slice(0, 20), status: 200, answers: 1 });
  }
});

test('an unknown sender is asked to write in a personal chat', async () => {
  const activity = alice.activity('message', { text: 'help', from: { id: '29:someone', name: 'Someone' } });
  expect((await alice.send(activity)).status).toBe(200);
  expect(desk.chat('alice')[0]?.text).toContain('personal chat');
});

test('people who have left get no answers', async () => {
  await desk.test.perform('erik', 'people.retire', desk.test.people.ivy.id);
  const { messages } = await desk.person('ivy').writes('VPN drops every hour');
  expect(messages.map(({ card }) => card)).toEqual([undefined]);
});

test('other activities are taken in silence', async () => {
  for (const type of ['messageReaction', 'typing', 'endOfConversation', 'event', 'messageUpdate', 'somethingNew']) {
    expect({ type, status: (await alice.send(alice.activity(type))).status }).toEqual({ type, status: 200 });
  }
  expect((await alice.send(alice.activity('invoke', { name: 'something/new' }))).status).toBe(501);
  expect(desk.chat('alice')).toEqual([]);
});
