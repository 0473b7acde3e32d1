// If this fails, people cannot find or create tickets from the compose box, or a search shows them what they must not see.
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import { wordsOn, type TeamsPerson } from '../_support/teams-client';
import type { Json } from '../_support/fake-connector';

let desk: BotDesk;
let alice: TeamsPerson;
let bob: TeamsPerson;
beforeEach(async () => {
  desk = await startBotDesk();
  [alice, bob] = [desk.person('alice'), desk.person('bob')];
});
afterEach(() => desk.close());

const query = (who: TeamsPerson, commandId: string, parameters: Record<string, string>): Promise<Json> =>
  who
    .invokes('composeExtension/query', { commandId, parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })), queryOptions: { skip: 0, count: 25 } })
    .then(({ body }) => body.composeExtension);
const titles = (result: Json): string[] => (result.attachments ?? []).map((entry: Json) => entry.preview.content.title);

test('a search finds tickets by words and by number; the card to insert tells others no more than number and state', async () => {
  const ticket = await desk.test.report();
  await desk.test.report({ title: 'Printer on floor 3' });
  expect(titles(await query(bob, 'searchTickets', { q: 'vpn' }))).toEqual([`${ticket.id} VPN drops every hour`]);
  const result = await query(bob, 'searchTickets', { q: ticket.id.toLowerCase() });
  expect(titles(result)).toEqual([`${ticket.id} VPN drops every hour`]);
  const inserted = wordsOn(result.attachments[0].content);
  expect(inserted).toContain(ticket.id);
  expect(inserted).not.toContain('VPN');
});

test('people find their own tickets first, and never those of others', async () => {
  const own = await desk.test.report();
  await desk.test.report({ title: 'VPN password of the board' }, 'dora');
  expect(titles(await query(alice, 'searchTickets', { initialRun: 'true' }))).toEqual([`${own.id} VPN drops every hour`]);
  expect(titles(await query(alice, 'searchTickets', { q: 'VPN' }))).toEqual([`${own.id} VPN drops every hour`]);
});

test('articles for agents are found by agents only', async () => {
  const runbook = 'Runbook: restart the VPN concentrator';
  expect(titles(await query(bob, 'searchArticles', { q: 'vpn' }))).toContain(runbook);
  expect(titles(await query(alice, 'searchArticles', { q: 'vpn' }))).not.toContain(runbook);
  expect(await query(alice, 'searchArticles', { q: 'zzzzzz' })).toMatchObject({ type: 'message' });
});

test("a ticket from somebody's message: the form knows the text, an agent reports for its author", async () => {
  const messagePayload = {
    body: { contentType: 'html', content: '<div>My <b>VPN</b> drops every hour &amp; nothing helps</div>' },
    from: { user: { id: desk.test.people.alice.aadObjectId, displayName: 'Alice Adams' } },
  };
  const opened = await bob.invokes('composeExtension/fetchTask', { commandId: 'createTicket', commandContext: 'message', messagePayload });
  const { card } = opened.body.task.value;
  const values = Object.fromEntries(inputs(card.content).map((input) => [input.id, input.value]));
  expect(values['report.description']).toBe('My VPN drops every hour & nothing helps');
  expect(values['report.requesterId']).toBe(desk.test.people.alice.id);
  const data = { ...card.content.actions[0].data, ...values };
  const sent = await bob.invokes('composeExtension/submitAction', { commandId: 'createTicket', data });
  expect(wordsOn(sent.body.composeExtension.attachments[0].content)).toContain('INC0000001');
  const ticket = await desk.test.app.open('INC0000001', desk.test.actor('bob'));
  expect(ticket).toMatchObject({ record: { requesterId: desk.test.people.alice.id, groupId: desk.test.groups.network.id } });
});

test('an employee reports for themselves, whatever the form sends', async () => {
  const data = { commandId: 'createTicket', author: desk.test.people.dora.id, 'report.title': 'Forged report', 'report.requesterId': desk.test.people.dora.id };
  const sent = await alice.invokes('composeExtension/submitAction', { commandId: 'createTicket', data });
  expect(sent.body.task.value.card.content).toBeDefined();
  expect(desk.test.app.desk.count('tickets')).toBe(0);
});

test('a form that cannot be taken comes back with what was typed and what is wrong', async () => {
  const sent = await alice.invokes('composeExtension/submitAction', { commandId: 'createTicket', data: { 'report.title': 'x', 'report.description': 'Long text' } });
  const { content } = sent.body.task.value.card;
  expect(wordsOn(content)).toContain('too short');
  expect(inputs(content).find((input) => input.id === 'report.description')).toMatchObject({ value: 'Long text' });
});

test('a pasted link becomes a preview for those who may read it, and nothing for others', async () => {
  const ticket = await desk.test.report();
  const unfurl = (who: TeamsPerson, url: string): Promise<Json> => who.invokes('composeExtension/queryLink', { url }).then(({ body }) => body.composeExtension);
  const url = `http://localhost:3978/tab/#/tickets/${ticket.id}`;
  expect(titles(await unfurl(alice, url))).toEqual([`${ticket.id} VPN drops every hour`]);
  expect(titles(await unfurl(desk.person('ivy'), url))).toEqual([]);
  expect(titles(await unfurl(alice, `https://evil.example/tab/#/tickets/${ticket.id}`))).toEqual([]);
  expect(titles(await unfurl(alice, 'not a link'))).toEqual([]);
});

function inputs(node: Json): Json[] {
  if (Array.isArray(node)) return node.flatMap(inputs);
  if (typeof node !== 'object' || node === null) return [];
  return [...(String(node.type).startsWith('Input.') ? [node] : []), ...Object.values(node).flatMap(inputs)];
}
