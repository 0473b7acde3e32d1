// If this fails, the first start ends with an error or an empty desk, or the demo shows things that the rules do not allow.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../../../shared/app';
import { DEMO_CAST, STORE_NOT_EMPTY, seedDemo, type Seeded } from '../../../shared/demo';
import { isRefused, type Actor } from '../../../shared/kernel';
import { actorOf } from '../../../shared/people';
import { openStorage, type Storage } from '../../../shared/storage';
import { HOLD_REASONS, type TicketSummary } from '../../../shared/tickets';

const NOW = new Date('2026-11-20T14:12:33.000Z');

let app: App;
let storage: Storage;
let seeded: Seeded;
let directory: string;
const progress: number[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bellhop-demo-'));
  const opened = await openStorage('embedded', directory);
  storage = opened.storage;
  app = await createApp({ ...opened, tenant: 'demo', clock: { now: () => NOW } });
  seeded = await seedDemo(app, { seed: 1, now: NOW, onProgress: (done, total) => progress.push(done / total) });
}, 120_000);

afterAll(async () => {
  await storage.close();
  await rm(directory, { recursive: true, force: true });
});

function actor(key: string): Actor {
  const person = app.desk.directory.person(seeded.idOf(`person:${key}`));
  if (!person) throw new Error(`nobody is called ${key}`);
  return actorOf(person, app.desk.directory.groups(), 'tab', []);
}

async function list(by: string, filters: Readonly<Record<string, unknown>> = {}): Promise<readonly TicketSummary[]> {
  const page = await app.list({ list: 'tickets.open', filters: { withResolved: 'true', ...filters }, limit: 200, actor: actor(by) });
  if (isRefused(page)) throw new Error(JSON.stringify(page.refused));
  return page.items as readonly TicketSummary[];
}

test('everything was allowed, and progress ran from the beginning to the end', () => {
  expect(seeded.records).toBeGreaterThan(600);
  expect(seeded.events).toBeGreaterThan(2_500);
  expect(progress.at(-1)).toBe(1);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
});

test('a store with people is left as it is', async () => {
  const before = [...app.desk.directory.people()].length;
  await expect(seedDemo(app, { seed: 1, now: NOW })).rejects.toMatchObject({ kind: 'conflict', code: STORE_NOT_EMPTY });
  expect([...app.desk.directory.people()]).toHaveLength(before);
});

test('nobody is told about what happened before the first start', async () => {
  const outbox = await storage.range({ partition: 'demo', from: 'o:', to: 'o;' });
  expect(outbox.rows).toEqual([]);
});

test('the queue shows every state that an open ticket can have', async () => {
  const open = await list('ingrid.solberg');
  expect(open.length).toBeGreaterThanOrEqual(55);
  expect(open.length).toBeLessThanOrEqual(75);
  const states = ['new', 'assigned', 'inProgress', 'onHold', 'resolved', 'awaitingApproval', 'returned', 'approved', 'inFulfillment', 'fulfilled'];
  for (const state of states) expect({ state, isThere: open.some((ticket) => ticket.state === state) }).toMatchObject({ isThere: true });
  for (const reason of HOLD_REASONS) expect(open.some(({ holdReason }) => holdReason === reason)).toBe(true);
  expect(open.some(({ state, assigneeId }) => state === 'new' && !assigneeId)).toBe(true);
  expect(open.some(({ priority }) => priority === 'P1')).toBe(true);
});

test('some are late, some will be soon, most are not', async () => {
  const open = await list('ingrid.solberg');
  const late = open.filter(({ dueAt }) => dueAt && Date.parse(dueAt) < NOW.getTime());
  const soon = open.filter(({ dueAt }) => dueAt && Date.parse(dueAt) > NOW.getTime() && Date.parse(dueAt) < NOW.getTime() + 3 * 3_600_000);
  expect(late.length).toBeGreaterThanOrEqual(3);
  expect(late.length).toBeLessThan(open.length / 4);
  expect(soon.length).toBeGreaterThanOrEqual(3);
});

test('the cast has something to do: a ticket of each kind, work, and decisions', async () => {
  const mine = await list(DEMO_CAST.employee, { scope: 'reported' });
  expect(mine.map(({ state }) => state)).toEqual(expect.arrayContaining(['new', 'onHold', 'resolved', 'awaitingApproval', 'fulfilled']));
  expect((await list(DEMO_CAST.agent, { scope: 'mine' })).length).toBeGreaterThanOrEqual(4);
  expect((await list(DEMO_CAST.manager, { scope: 'approvals' })).length).toBeGreaterThanOrEqual(3);
});

test('restricted tickets exist for Security, and for nobody else', async () => {
  const seenBySecurity = (await list('ingrid.solberg')).filter(({ isRestricted }) => isRestricted);
  expect(seenBySecurity.length).toBeGreaterThanOrEqual(3);
  expect((await list(DEMO_CAST.agent)).filter(({ isRestricted }) => isRestricted)).toEqual([]);
});

test('the past is there: closed tickets with ratings, reopened ones, and duplicates of an outage', async () => {
  const page = await app.list({ list: 'tickets.ended', filters: {}, limit: 200, actor: actor(DEMO_CAST.lead) });
  if (isRefused(page)) throw new Error(JSON.stringify(page.refused));
  const ended = page.items as readonly TicketSummary[];
  expect(ended.length).toBe(200);
  expect(ended.filter(({ stars }) => stars !== undefined).length).toBeGreaterThan(30);
  expect(ended.some(({ reopenCount }) => reopenCount > 0)).toBe(true);
  const main = await app.open(seeded.idOf('ticket:outage-erp'), actor(DEMO_CAST.lead));
  expect(main).toMatchObject({ record: { state: 'closed' } });
  if (isRefused(main)) throw new Error(JSON.stringify(main.refused));
  expect(main.record.links).toHaveLength(4);
});

test('an employee finds an article in their own words', () => {
  const titles = (q: string): string[] => app.search.find({ q, actor: actor(DEMO_CAST.employee), practice: 'articles', anyWord: true }).map((summary) => (summary as { title?: string }).title ?? '');
  expect(titles('my vpn drops').slice(0, 3).join()).toMatch(/VPN/);
  expect(titles('Drucker druckt nicht')[0]).toMatch(/Drucker/);
  expect(titles('runbook major incident').join()).not.toMatch(/runbook/);
});
