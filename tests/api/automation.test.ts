// If this fails, agents lose their macros and texts, tickets that come round do not come or come twice, or somebody tries out or reads what rules do who may not.
import type { TicketView } from '../../shared/tickets';
import { passTime } from '../_support/rules-at-work';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

const HOUR = 3_600_000;
let desk: TestApp;
let server: TestServer;

beforeAll(async () => {
  desk = await createTestApp();
  server = await startTestServer(desk);
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

const rule = (over: object = {}): object => ({
  name: 'Note it', subject: 'tickets', order: 10, when: { kind: 'event', events: ['reported'] }, conditions: [[{ field: 'words', is: ['dock'] }]], actions: [{ action: 'tickets.addNote', input: { text: 'Docks: see the shelf.' } }], ...over,
});
const open = async (id: string, by: 'bob' | 'alice' | 'fay' = 'bob'): Promise<TicketView> => (await server.as(by).get(`/api/tickets/${id}`)).json.record;

describe('trying a rule out', () => {
  test('shows what it would have done, to those who may save or look over it, and saves nothing', async () => {
    const { id } = await desk.report({ title: 'Dock does not charge' });
    const { status, json } = await server.as('erik').post('/api/automation/dry-run', { rule: rule(), days: 30 });
    expect(status).toBe(200);
    expect(json).toMatchObject({ runs: 1, done: 1, refused: 0, conflicts: [], rows: [{ id, because: ['TicketReported'], steps: [{ action: 'tickets.addNote', result: 'done', input: { text: 'Docks: see the shelf.' } }] }] });
    expect((await open(id)).timeline).toHaveLength(1);
    expect((await server.as('bob').post('/api/automation/dry-run', { rule: rule(), days: 30 })).status).toBe(403);
  });

  test('a restricted ticket is not told to those who may not read it', async () => {
    const { id } = await desk.report({ title: 'Dock stolen', isRestricted: true });
    const { json } = await server.as('erik').post('/api/automation/dry-run', { rule: rule(), days: 30 });
    expect(JSON.stringify(json)).not.toContain(id);
  });

  test.each([
    [{ rule: rule(), days: 0 }, 'automation.badDays'],
    [{ rule: rule({ actions: 'all of it' }), days: 30 }, 'kernel.invalidInput'],
    [{ rule: rule({ when: { kind: 'event', events: [] } }), days: 30 }, 'kernel.invalidInput'],
    [{ rule: 7, days: 30 }, 'kernel.invalidInput'],
    [{ rule: rule(), days: 30, extra: 1 }, 'kernel.invalidInput'],
  ])('senseless input is refused with a reason: %j', async (body, code) => {
    const { status, json } = await server.as('erik').post('/api/automation/dry-run', body);
    expect({ status, code: json.refused.code }).toEqual({ status: 422, code });
  });

  test('what rules did is for those who look over the work', async () => {
    expect((await server.as('erik').get('/api/automation/runs')).json).toEqual({ items: [] });
    expect((await server.as('bob').get('/api/automation/runs')).status).toBe(403);
  });
});

describe('macros', () => {
  const steps = [
    { action: 'tickets.take', input: {} },
    { action: 'tickets.putOnHold', input: { reason: 'requester', comment: 'Dear {{requester.firstName}}, what does {{ticket.id}} look like? {{agent.firstName}}', followUpAt: 'P3D' } },
  ];
  let macroId: string;
  beforeAll(async () => {
    macroId = (await desk.perform('carol', 'macros.add', undefined, { name: 'Ask', groupId: desk.groups.network.id, actions: steps })).id;
  });

  test('do all their steps in one press, as whoever presses it', async () => {
    const ticket = await desk.report();
    expect((await open(ticket.id)).macros).toEqual([{ id: macroId, name: 'Ask' }]);
    const { json } = await server.as('bob').act('tickets.runMacro', ticket, { macroId });
    expect(json.record).toMatchObject({ state: 'onHold', assigneeName: 'Bob Brown', hold: { comment: `Dear Alice, what does ${ticket.id} look like? Bob`, followUpAt: '2026-03-05T09:00:00.000Z' } });
  });

  test('are offered only where every step is possible, to those they are for; pressed all the same they do nothing', async () => {
    const ticket = await desk.perform('bob', 'tickets.take', (await desk.report()).id);
    const held = await desk.perform('bob', 'tickets.putOnHold', ticket, { reason: 'other', why: 'Parts', followUpAt: '2026-03-09T09:00:00Z' });
    for (const by of ['bob', 'fay', 'alice'] as const) expect((await open(ticket.id, by)).macros).toBeUndefined();
    const refused = await server.as('bob').act('tickets.runMacro', held, { macroId });
    expect(refused.json.refused).toMatchObject({ code: 'tickets.macroNotAllowed', text: expect.stringContaining('Step 1 of “Ask”') as string });
    expect((await open(ticket.id)).version).toBe(held.version);
    // Not of her group: it is not there for her.
    expect((await server.as('fay').act('tickets.runMacro', await desk.report(), { macroId })).json.refused.problems).toEqual([expect.objectContaining({ field: 'macroId', code: 'notFound' })]);
  });

  test('leads write them for their groups, administrators for all, and neither beyond what agents do', async () => {
    const add = (by: 'carol' | 'bob' | 'erik', input: object) => server.as(by).act('macros.add', undefined, { name: 'M', actions: steps, ...input });
    expect((await add('carol', {})).json.refused.problems).toMatchObject([{ field: 'groupId', code: 'rule.ownGroup' }]);
    expect((await add('bob', { groupId: desk.groups.network.id })).json.refused.code).toBe('kernel.notAllowed');
    expect((await add('erik', { actions: [{ action: 'tickets.runMacro', input: { macroId } }] })).json.refused.problems).toMatchObject([{ code: 'rule.actionNotAllowed' }]);
    expect((await add('erik', { actions: [{ action: 'tickets.approve', input: {} }] })).json.refused.problems).toMatchObject([{ code: 'rule.actionNotAllowed' }]);
  });
});

test('canned responses come filled in, in the language of whoever gets them, and only to those they are for', async () => {
  const texts = { text: 'Hi {{requester.firstName}}, about {{ticket.id}}: {{agent.name}}', textDe: 'Hallo {{requester.firstName}}, zu {{ticket.id}}' };
  await desk.perform('erik', 'cannedResponses.add', undefined, { name: 'Hello', ...texts });
  await desk.perform('carol', 'cannedResponses.add', undefined, { name: 'Network only', text: 'Reset the router.', groupId: desk.groups.network.id });
  const ticket = await desk.report({ title: '{{agent.name}} {{requester.name}}' });
  const asked = async (by: 'bob' | 'fay' | 'alice') => server.as(by).get(`/api/tickets/${ticket.id}/responses`);
  expect((await asked('bob')).json.items.map(({ name, text }: { name: string; text: string }) => `${name}: ${text}`)).toEqual([`Hello: Hi Alice, about ${ticket.id}: Bob Brown`, 'Network only: Reset the router.']);
  expect((await asked('fay')).json.items).toHaveLength(1);
  expect((await asked('alice')).status).toBe(404);
  const unknown = await server.as('erik').act('cannedResponses.add', undefined, { name: 'Bad', text: '{{password}}' });
  expect(unknown.json.refused.problems).toMatchObject([{ field: 'text', code: 'rule.unknownPlaceholder' }]);
});

test('a ticket comes round once, by the clocks of its zone, however many instances look; what was missed comes once', async () => {
  const input = { name: 'Backups', zone: 'Europe/Berlin', isEnabled: true, occurrences: [{ kind: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '12:00', to: '13:00' }], title: 'Test the backups', requesterId: desk.people.dora.id, categoryId: desk.categories.vpn };
  const { id: entryId } = await desk.perform('erik', 'recurringTickets.add', undefined, input);
  const second = await desk.openSecondApp();
  const reported = () => [...desk.app.desk.all('tickets')].filter((ticket) => (ticket as unknown as TicketView).title === 'Test the backups');
  await passTime(desk, HOUR, HOUR, [desk.app, second]);
  expect(reported()).toHaveLength(0);
  await passTime(desk, 3 * HOUR, HOUR, [desk.app, second]);
  await desk.app.followFeed();
  expect(reported()).toHaveLength(1);
  const [first] = reported();
  expect((await open(first?.id ?? '')).timeline[0]).toMatchObject({ ruleId: entryId, byName: 'Recurring ticket “Backups”', channel: 'automation' });
  // Nothing was running for five days.
  desk.clock.advance(5 * 24 * HOUR);
  await desk.app.automation.runDue();
  await desk.app.automation.runDue();
  expect(reported()).toHaveLength(2);
});
