// If this fails, a report says that promises are kept which were broken, blames the wrong thing, or tells people of tickets that are none of their business.
import type { Attainment, AttainmentTickets } from '../../shared/sla';
import type { PersonKey } from '../_support/people';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type Answer, type TestServer } from '../_support/test-server';

const MINUTE = 60_000;
const PATH = '/api/service-levels/attainment';
/** Promised: 15 minutes for the first answer, 240 for the resolution, in Berlin between 8 and 18 o'clock. */
const URGENT = { reach: 'everyone', work: 'stopped' };

let test: TestApp;
let server: TestServer;
const ids: Record<string, string> = {};

/** Ten o'clock in Berlin. */
const day = (date: string): void => test.clock.set(`${date}T09:00:00.000Z`);
const pass = (minutes: number): void => test.clock.advance(minutes * MINUTE);

async function report(name: string, input: object = {}, by: PersonKey = 'alice'): Promise<string> {
  const { id } = await test.report({ ...URGENT, title: name, ...input }, by);
  ids[name] = id;
  return id;
}

async function resolve(id: string): Promise<void> {
  await test.perform('carol', 'tickets.resolve', id, { code: 'fixed', notes: 'Done.' });
}

async function answerIn(id: string, minutes: number): Promise<void> {
  pass(minutes);
  await test.perform('bob', 'tickets.take', id);
  await test.perform('bob', 'tickets.reply', id, { text: 'On it.' });
}

const get = (query: string, reader: PersonKey = 'gus'): Promise<Answer> => server.as(reader).get(`${PATH}?${query}`);
const figures = async (query: string, reader?: PersonKey): Promise<Attainment> => (await get(query, reader)).json as Attainment;
const tickets = async (query: string, reader: PersonKey = 'gus'): Promise<AttainmentTickets> =>
  (await server.as(reader).get(`${PATH}/tickets?${query}`)).json as AttainmentTickets;
const titles = ({ items }: AttainmentTickets): string[] => items.map(({ title }) => title).sort();

/** Three weeks of March 2026, told day by day. */
async function tellStory(): Promise<void> {
  day('2026-03-02');
  const met = await report('met');
  await answerIn(met, 5);
  pass(60);
  await resolve(met);
  await test.perform('alice', 'tickets.close', met);

  day('2026-03-03');
  const near = await report('near miss');
  await answerIn(near, 15);
  pass(220);
  await resolve(near);
  await test.perform('alice', 'tickets.close', near);

  day('2026-03-04');
  const late = await report('nobody took it');
  await answerIn(late, 290);
  pass(10);
  await resolve(late);
  await test.perform('alice', 'tickets.close', late);

  day('2026-03-05');
  const slow = await report('slow work');
  await answerIn(slow, 5);
  pass(300);
  await resolve(slow);
  await test.perform('alice', 'tickets.close', slow);

  day('2026-03-09');
  const back = await report('came back');
  await answerIn(back, 5);
  pass(55);
  await resolve(back);
  pass(60);
  await test.perform('alice', 'tickets.reopen', back, { reason: 'It is back.' });
  pass(240);
  await resolve(back);

  day('2026-03-10');
  const moved = await report('handed around');
  await answerIn(moved, 5);
  for (const [by, group] of [['carol', 'serviceDesk'], ['fay', 'security'], ['hugo', 'network']] as const) {
    pass(20);
    await test.perform(by, 'tickets.assign', moved, { groupId: test.groups[group].id, reason: 'Not ours.' });
  }
  pass(200);
  await resolve(moved);

  day('2026-03-11');
  const waiting = await report('waited for the vendor');
  await answerIn(waiting, 5);
  await test.perform('bob', 'tickets.putOnHold', waiting, { reason: 'vendor', supplier: 'Fabrikam', reference: 'F-1', followUpAt: '2026-03-13T09:00:00Z' });
  pass(230);
  await test.perform('bob', 'tickets.resume', waiting);
  pass(10);
  await resolve(waiting);

  day('2026-03-12');
  const eased = await report('eased');
  await answerIn(eased, 5);
  pass(250);
  await test.perform('carol', 'tickets.overridePriority', eased, { priority: 'P4', reason: 'Not that urgent.' });
  pass(10);
  await resolve(eased);
  await test.perform('alice', 'tickets.close', eased);

  const withdrawn = await report('withdrawn');
  pass(20);
  await test.perform('carol', 'tickets.cancel', withdrawn, { reason: 'withdrawn' });

  day('2026-03-16');
  const secret = await report('secret', { groupId: test.groups.security.id, isRestricted: true }, 'ivy');
  pass(300);
  await test.perform('hugo', 'tickets.take', secret);
  await test.perform('hugo', 'tickets.resolve', secret, { code: 'fixed', notes: 'Done.' });
  await test.perform('ivy', 'tickets.close', secret);

  day('2026-03-17');
  await report('still open');
  day('2026-03-18');
  await report('just reported', { reach: 'me', work: 'workaround' });
}

beforeAll(async () => {
  test = await createTestApp();
  server = await startTestServer(test);
  await tellStory();
});

afterAll(async () => {
  await server.close();
  await test.close();
});

const MARCH = 'from=2026-03-01&to=2026-03-31';

it('resolutions: met, missed and their share, with near misses and promises that were eased after the fact', async () => {
  const { total, groups } = await figures(`${MARCH}&metric=resolution&by=group`);
  // Met: met, near miss, eased. Missed: nobody took it, slow work, came back, handed around, waited, still open.
  expect(total).toEqual({ met: 3, missed: 6, share: 33.3, nearMisses: 1, downgraded: 1 });
  expect(groups).toMatchObject([{ key: test.groups.network.id, name: 'Network', met: 3, missed: 6, share: 33.3 }]);
});

it('canceled tickets promise nothing, and what is not due yet is not decided', async () => {
  const { items } = await tickets(MARCH);
  const told = new Set(items.map(({ title }) => title));
  expect([told.has('withdrawn'), told.has('just reported'), told.has('still open')]).toEqual([false, false, true]);
});

it('an overdue ticket counts as missed while it is still open, on the day it was due', async () => {
  const { items } = await tickets('metric=resolution&outcome=missed&from=2026-03-17&to=2026-03-17');
  expect(items).toMatchObject([{ id: ids['still open'], state: 'new', at: '2026-03-17T13:00:00.000Z', isBreached: true }]);
});

it('every miss names its cause, and the group that had it longest', async () => {
  const { items } = await tickets(`${MARCH}&metric=resolution&outcome=missed`);
  const causes = Object.fromEntries(items.map(({ title, cause, causeGroupName }) => [title, cause && { reason: cause.reason, share: cause.share, group: causeGroupName }]));
  expect(causes).toEqual({
    'nobody took it': { reason: 'unassigned', share: 96, group: 'Network' },
    'slow work': { reason: 'inWork', share: 98, group: 'Network' },
    'came back': { reason: 'reopened', share: 80, group: 'Network' },
    'handed around': { reason: 'reassigned', share: 3, group: 'Network' },
    'waited for the vendor': { reason: 'waiting', share: 93, group: 'Network' },
    'still open': undefined,
  });
  const { causes: counted } = await figures(`${MARCH}&metric=resolution`);
  expect(counted.map(({ reason, groupName, count }) => `${reason} ${groupName} ${count}`).sort()).toEqual(
    ['inWork Network 1', 'reassigned Network 1', 'reopened Network 1', 'unassigned Network 1', 'waiting Network 1'],
  );
});

it('the figures and the tickets behind them agree, for every row and outcome', async () => {
  for (const by of ['priority', 'group', 'service', 'agreement']) {
    const { groups } = await figures(`${MARCH}&by=${by}`, 'hugo');
    for (const { key, met, missed, nearMisses, downgraded } of groups) {
      for (const [outcome, count] of Object.entries({ met, missed, nearMiss: nearMisses, downgraded })) {
        const { total, items } = await tickets(`${MARCH}&by=${by}&key=${key || 'none'}&outcome=${outcome}`, 'hugo');
        expect({ by, key, outcome, total, items: items.length }).toEqual({ by, key, outcome, total: count, items: count });
      }
    }
  }
});

it('per service and per agreement the rows carry the names that people know', async () => {
  expect((await figures(`${MARCH}&by=service`)).groups.map(({ name }) => name)).toEqual(['Network › VPN']);
  expect((await figures(`${MARCH}&by=agreement`)).groups.map(({ name }) => name).sort()).toEqual(['First answer', 'Resolution']);
  expect((await figures(`${MARCH}&by=priority&metric=resolution`)).groups.map(({ key, met, missed }) => [key, met, missed])).toEqual([['P1', 2, 6], ['P4', 1, 0]]);
});

it('over time: weeks from Monday without gaps, cut to the range, which add up to the whole', async () => {
  const { periods, groups, step, total } = await figures('from=2026-03-03&to=2026-03-24&metric=resolution&step=week');
  expect({ step, periods }).toMatchObject({
    step: 'week',
    periods: [
      { from: '2026-03-03', to: '2026-03-08', met: 1, missed: 2, nearMisses: 1 },
      { from: '2026-03-09', to: '2026-03-15', met: 1, missed: 3, downgraded: 1 },
      { from: '2026-03-16', to: '2026-03-22', met: 0, missed: 1, share: 0 },
      { from: '2026-03-23', to: '2026-03-24', met: 0, missed: 0 },
    ],
  });
  expect(periods[3]).not.toHaveProperty('share');
  expect(groups[0]?.periods.map(({ met, missed }) => [met, missed])).toEqual(periods.map(({ met, missed }) => [met, missed]));
  expect(periods.reduce((sum, { met, missed }) => sum + met + missed, 0)).toBe(total.met + total.missed);
});

it('restricted tickets are neither counted nor listed for those who may not read them', async () => {
  const count = async (reader: PersonKey): Promise<number> => (await figures(`${MARCH}&metric=resolution`, reader)).total.missed;
  expect(await Promise.all((['hugo', 'bob', 'erik', 'gus'] as const).map(count))).toEqual([7, 6, 6, 6]);
  expect(titles(await tickets(`${MARCH}&metric=resolution&outcome=missed`, 'hugo'))).toContain('secret');
  const { items, total } = await tickets(`${MARCH}&metric=resolution&outcome=missed`, 'bob');
  expect({ total, has: items.some(({ title }) => title === 'secret') }).toEqual({ total: 6, has: false });
});

it('managers see the figures, and of the tickets behind them only those they may open anyway', async () => {
  expect((await figures(`${MARCH}&metric=resolution`, 'dora')).total).toMatchObject({ met: 3, missed: 6 });
  expect(await tickets(`${MARCH}&metric=resolution&outcome=missed`, 'dora')).toEqual({ items: [], total: 6, hidden: 6 });
});

it('employees see neither figures nor what came of a promise on their own tickets', async () => {
  expect([(await get(MARCH, 'alice')).status, (await server.as('alice').get(`${PATH}/tickets?${MARCH}`)).status]).toEqual([403, 403]);
  const { json } = await server.as('alice').get(`/api/tickets/${ids['nobody took it']}`);
  expect(json.record).not.toHaveProperty('promises');
  const own = (await server.as('alice').get('/api/lists/tickets.mine')).json.items as object[];
  for (const row of own) expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['promises']));
  expect(JSON.stringify(own)).not.toMatch(/"owed"|"cause"/);
});

it('lists of tickets come in pages, the newest first, each ticket once', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await tickets(`${MARCH}&limit=4${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    seen.push(...page.items.map(({ at, id, metric }) => `${at} ${id} ${metric}`));
    cursor = page.cursor;
  } while (cursor);
  const { total } = await tickets(MARCH);
  expect(seen).toHaveLength(total);
  expect(seen).toEqual([...new Set(seen)].sort().reverse());
});

it('a cause that was found once stays, whatever happens to agreements', async () => {
  const before = await tickets(`${MARCH}&metric=resolution&outcome=missed&reason=reopened`);
  const agreement = [...test.app.desk.directory.agreements()].find(({ metric }) => metric === 'resolution');
  await test.perform('erik', 'agreements.retire', agreement?.id, { reason: 'Replaced' });
  while ((await test.app.recompute.runOnce()) > 0);
  await test.perform('alice', 'tickets.rate', ids['came back'], { stars: 2 });
  expect(await tickets(`${MARCH}&metric=resolution&outcome=missed&reason=reopened`)).toEqual(before);
  await test.perform('erik', 'agreements.restore', agreement?.id);
  while ((await test.app.recompute.runOnce()) > 0);
});

it.each([
  ['from=2026-03-10&to=2026-03-01', 'to', 'periodBackwards'],
  ['from=2020-01-01&to=2026-03-01', 'from', 'periodTooLong'],
  ['from=2025-01-01&to=2026-03-01&step=day', 'step', 'tooManySteps'],
  ['from=yesterday', 'from', 'notDate'],
  ['by=moon', 'by', 'notOffered'],
  ['color=red', 'color', 'unknownField'],
])('%s is refused in words', async (query, field, code) => {
  const { status, json } = await get(query);
  expect({ status, problems: json.refused.problems }).toMatchObject({ status: 422, problems: [{ field, code, text: expect.stringMatching(/\w \w/) }] });
});

it('a read costs the same however long the history is: only what ended since the beginning of the range is read', async () => {
  test.storage.takeCounts();
  await figures('from=2026-03-10&to=2026-03-31');
  const recent = test.storage.takeCounts();
  // Eased, withdrawn and secret; what was closed before is not touched, and what is open is in memory.
  expect({ range: recent.range, gets: recent.get.calls, commits: recent.commit.calls }).toEqual({ range: { calls: 1, rowsRead: 3 }, gets: 0, commits: 0 });
});

describe('views of the queue', () => {
  const view = async (filters: string): Promise<string[]> => {
    const { json } = await server.as('bob').get(`/api/lists/tickets.open?q=promise&${filters}`);
    return (json.items as { title: string }[]).map(({ title }) => title).sort();
  };

  it('tell what is overdue, at risk and paused, as time goes by; exactly at due is in time', async () => {
    day('2026-03-23');
    const held = await report('Promise paused');
    await test.perform('bob', 'tickets.take', held);
    await test.perform('bob', 'tickets.putOnHold', held, { reason: 'requester', comment: 'Which office?', followUpAt: '2026-03-24T09:00:00Z' });
    const running = await report('Promise running');
    await test.perform('bob', 'tickets.take', running);
    await test.perform('bob', 'tickets.reply', running, { text: 'On it.' });
    const standing = async (): Promise<string[][]> => [await view('sla=breached'), await view('sla=atRisk'), await view('sla=paused'), await view('isBreached=false')];
    const [paused, run] = ['Promise paused', 'Promise running'];
    expect(await standing()).toEqual([[], [], [paused], [paused, run]]);
    pass(180);
    expect(await standing()).toEqual([[], [run], [paused], [paused, run]]);
    pass(60);
    expect(await standing()).toEqual([[], [run], [paused], [paused, run]]);
    pass(1);
    expect(await standing()).toEqual([[run], [], [paused], [paused]]);
    const { json } = await server.as('bob').get(`/api/counts/tickets.open?views=${encodeURIComponent(JSON.stringify([{ q: 'promise', sla: 'breached' }, { q: 'promise', sla: 'paused' }]))}`);
    expect(json.counts).toEqual([1, 1]);
  });
});
