// If this fails, somebody learns from an offer that a ticket exists which is none of their business, or cannot say "me too".
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

const TEXT = 'Payroll export shows salaries of the board';
const DRAFT = `/api/draft?text=${encodeURIComponent(TEXT)}`;

let test: TestApp;
let server: TestServer;
beforeEach(async () => {
  test = await createTestApp();
  server = await startTestServer(test);
});
afterEach(async () => {
  await server.close();
  await test.close();
});

const restrictedBy = (who: 'dora' | 'gus' | 'erik' | 'ivy' | 'hugo') => test.report({ title: `${TEXT} ${who}`, isRestricted: true, categoryId: test.categories.security }, who);
const readers = ['alice', 'bob', 'fay', 'gus', 'erik'] as const;
const answers = (): Promise<string[]> => Promise.all(readers.map(async (who) => (await server.as(who).get(DRAFT)).text));

it('is byte for byte the same whether or not restricted tickets about it exist', async () => {
  await test.report({ title: `${TEXT}, once more` }, 'dora');
  const before = await answers();
  for (const who of ['dora', 'ivy', 'hugo'] as const) await restrictedBy(who);
  const major = await restrictedBy('dora');
  await test.perform('hugo', 'tickets.proposeMajor', major.id, { reason: 'Many are hit.' });
  await test.perform('hugo', 'tickets.promoteMajor', major.id);
  expect(await answers()).toEqual(before);
  const nobody = await server.as('alice').post('/api/draft/me-too', { text: TEXT });
  expect([nobody.status, nobody.json.refused.code]).toEqual([422, 'announcements.gone']);
  expect((await server.as('hugo').get(DRAFT)).json.draft.similar.map(({ id }: { id: string }) => id)).toContain(major.id);
});

it('tells an employee how many, and nothing of what they wrote', async () => {
  const tickets = [];
  for (const who of ['dora', 'gus', 'erik'] as const) tickets.push(await test.report({ title: `${TEXT} ${who}` }, who));
  test.storage.takeCounts();
  const { json, text } = await server.as('alice').get(DRAFT);
  expect(json.draft.disturbance).toEqual({ isMajor: false, count: 3, minutes: 30, isAffected: false });
  expect(test.storage.takeCounts()).toMatchObject({ get: { calls: 0 }, range: { calls: 0 }, commit: { calls: 0 } });
  for (const { id } of tickets) expect(text).not.toContain(id);
  const joined = await server.as('alice').post('/api/draft/me-too', { text: TEXT });
  expect(joined.json).toEqual({ disturbance: { isMajor: false, count: 3, minutes: 30, isAffected: true } });
  const left = await server.as('alice').post('/api/draft/me-too', { text: TEXT, isAffected: false });
  expect(left.json).toEqual({ disturbance: { isMajor: false, count: 3, minutes: 30, isAffected: false } });
});

it('offers nothing any more when the incident becomes restricted', async () => {
  const [first] = [await test.report({ title: TEXT }, 'dora')];
  for (const who of ['gus', 'erik'] as const) await test.report({ title: TEXT }, who);
  await test.perform('bob', 'tickets.restrict', first.id, { reason: 'Personal data.' });
  expect((await server.as('alice').get(DRAFT)).json.draft.disturbance).toBeUndefined();
});

it('lists major incidents for those who handle them', async () => {
  const ticket = await test.report({ title: TEXT }, 'alice');
  await test.perform('bob', 'tickets.proposeMajor', ticket.id, { reason: 'Many are hit.' });
  const list = '/api/lists/tickets.open?major=proposed,promoted';
  expect((await server.as('bob').get(list)).json.items).toMatchObject([{ id: ticket.id, major: 'proposed' }]);
  expect((await server.as('alice').get(list)).json.items).toEqual([]);
  expect((await server.as('alice').get(`/api/tickets/${ticket.id}`)).text).not.toMatch(/major/i);
});
