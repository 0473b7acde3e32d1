// If this fails, an edited calendar leaves wrong due times on open tickets, or the work on them stops, is done twice, or blocks people.
import { createApp, rowKey, verifyStore, type App, type StoredHead } from '../../shared/app';
import type { Storage } from '../../shared/storage';
import type { TicketSummary, TicketView } from '../../shared/tickets';
import { openEventStream } from '../_support/event-stream';
import { createTestApp, type TestApp } from '../_support/test-app';
import { AGREEMENTS } from '../_support/test-catalog';
import { startTestServer, type TestServer } from '../_support/test-server';

const ALWAYS = [['00:00', '24:00']];
const EARLY = { mon: [['06:00', '14:00']], tue: [['06:00', '14:00']], wed: [['06:00', '14:00']], thu: [['06:00', '14:00']], fri: [['06:00', '14:00']] };
const AROUND_THE_CLOCK = { mon: ALWAYS, tue: ALWAYS, wed: ALWAYS, thu: ALWAYS, fri: ALWAYS, sat: ALWAYS, sun: ALWAYS };
const revised = { practice: 'tickets', active: true, types: ['ClocksRecomputed'], at: '2026-03-02T09:00:00.000Z', by: 'system' };
/** More than one batch holds. */
const MANY = 70;

describe.each(['embedded', 'azure'] as const)('on the %s store', (store) => {
  let test: TestApp;
  let server: TestServer;

  beforeEach(async () => {
    test = await createTestApp({ store });
    server = await startTestServer(test);
    await settle(test.app);
  });

  afterEach(async () => {
    await server.close();
    await test.close();
  });

  /** Runs until nothing is left to do. */
  async function settle(app: App): Promise<void> {
    while ((await app.recompute.runOnce()) > 0);
  }

  const calendarId = (): string => [...test.app.desk.directory.calendars()][0]?.id ?? '';
  const editCalendar = (weekly: object = AROUND_THE_CLOCK): Promise<unknown> => test.perform('erik', 'calendars.change', calendarId(), { weekly });
  const open = (app = test.app): readonly TicketSummary[] => [...app.desk.all('tickets')] as TicketSummary[];
  const summary = (id: string, app = test.app): TicketSummary => app.desk.get(id) as TicketSummary;

  async function reportMany(count = MANY): Promise<void> {
    for (let number = 0; number < count; number += 1) await test.report({ title: `Ticket ${number}` });
  }

  async function expectSoundStore(): Promise<void> {
    expect((await verifyStore(test.storage, test.tenant)).problems).toEqual([]);
  }

  it('after a calendar edit every open ticket is due by the new hours, in lists, on its page and after a restart', async () => {
    const ticket = await test.report();
    const before = summary(ticket.id).resolutionDueAt;
    await editCalendar();
    await settle(test.app);
    const { dueAt, resolutionDueAt, revision, version } = summary(ticket.id);
    expect({ isMoved: resolutionDueAt !== before, revision, version }).toEqual({ isMoved: true, revision: 1, version: ticket.version });
    const { json } = await server.as('bob').get('/api/lists/tickets.open');
    expect(json.items).toMatchObject([{ id: ticket.id, dueAt, resolutionDueAt }]);
    const opened = await server.as('bob').get(`/api/tickets/${ticket.id}`);
    expect(opened.json.record).toMatchObject({ dueAt, revision: 1, version: ticket.version });
    expect(opened.json.record.timeline).toHaveLength(1);
    expect(summary(ticket.id, await test.openSecondApp())).toMatchObject({ dueAt, revision: 1 });
    await expectSoundStore();
  });

  it('a form that was open meanwhile can still be sent, and what it did counts by the new hours', async () => {
    const ticket = await test.report();
    await editCalendar();
    await settle(test.app);
    const answer = await server.as('bob').act('tickets.take', ticket);
    expect(answer).toMatchObject({ status: 200, json: { record: { assigneeName: 'Bob Brown', version: ticket.version + 1 } } });
    expect(answer.json.record).not.toHaveProperty('revision');
    expect(answer.json.record.clocks[0]).toMatchObject({ calendarVersion: 2 });
    await expectSoundStore();
  });

  it('clocks that are closed stay as they were, byte for byte', async () => {
    const ticket = await test.report();
    await test.perform('bob', 'tickets.reply', ticket.id, { text: 'Looking into it.' });
    const resolved = await test.report();
    test.clock.advance(3_600_000);
    await test.perform('bob', 'tickets.take', resolved.id);
    await test.perform('bob', 'tickets.resolve', resolved.id, { code: 'fixed', notes: 'Done.' });
    const clocks = async (id: string): Promise<TicketView['clocks']> => (await server.as('bob').get(`/api/tickets/${id}`)).json.record.clocks;
    const [answered, ended] = [await clocks(ticket.id), await clocks(resolved.id)];
    await editCalendar();
    const agreements = [...test.app.desk.directory.agreements()];
    for (const { id } of agreements) await test.perform('erik', 'agreements.change', id, { targets: { any: { value: 1, unit: 'minutes' } } });
    await settle(test.app);
    const isClosed = ({ state }: TicketView['clocks'][number]): boolean => state === 'stopped';
    expect(answered.filter(isClosed)).toHaveLength(1);
    expect((await clocks(ticket.id)).filter(isClosed)).toEqual(answered.filter(isClosed));
    expect(ended.filter(isClosed)).toHaveLength(2);
    expect(await clocks(resolved.id)).toEqual(ended);
    for (const { id } of agreements) await test.perform('erik', 'agreements.retire', id, { reason: 'Ended' });
    await test.perform('erik', 'agreements.add', undefined, { ...AGREEMENTS[0], name: 'Updates', metric: 'periodicUpdate', updateMode: 'betweenUpdates', calendarId: calendarId() });
    await settle(test.app);
    expect((await clocks(ticket.id)).filter(isClosed)).toEqual(answered.filter(isClosed));
    expect(await clocks(resolved.id)).toEqual(ended);
    await test.perform('alice', 'tickets.rate', resolved.id, { stars: 5 });
    expect(await clocks(resolved.id)).toEqual(ended);
    await expectSoundStore();
  });

  it('a first start, and edits that matter to no clock, write nothing', async () => {
    await reportMany(3);
    const first = await server.as('erik').get('/api/service-levels/recompute');
    expect(first.json).toMatchObject({ state: 'idle', because: [], changed: 0 });
    await test.perform('erik', 'groups.change', test.groups.network.id, { purpose: 'Cables' });
    await test.perform('erik', 'people.change', test.people.alice.id, { title: 'Controller' });
    await settle(test.app);
    expect((await server.as('erik').get('/api/service-levels/recompute')).json).toEqual(first.json);
    expect(open().filter(({ revision }) => revision)).toEqual([]);
  });

  it('two instances at once write every ticket once', async () => {
    await reportMany();
    const second = await test.openSecondApp();
    await editCalendar();
    await Promise.all([settle(test.app), settle(second), settle(test.app), settle(second)]);
    await Promise.all([settle(test.app), settle(second)]);
    await Promise.all([test.app.followFeed(), second.followFeed()]);
    for (const app of [test.app, second]) {
      expect(open(app).map(({ revision }) => revision)).toEqual(Array.from({ length: MANY }, () => 1));
      expect(open(app).map(({ id, resolutionDueAt }) => `${id} ${resolutionDueAt}`).sort()).toEqual(open().map(({ id, resolutionDueAt }) => `${id} ${resolutionDueAt}`).sort());
    }
    expect(await second.recompute.progress()).toMatchObject({ state: 'idle', total: MANY, done: MANY, changed: MANY, because: [{ name: 'Business hours', by: 'Erik Evans' }] });
    await expectSoundStore();
  });

  it('when the instance at work dies, another one goes on where it stopped, and writes no ticket twice', async () => {
    await reportMany();
    const dying = withFault(test.storage);
    const first = await createApp({ storage: dying.storage, blobs: test.blobs, tenant: test.tenant, clock: test.clock });
    await editCalendar();
    await first.followFeed();
    // Its lease, two batches of tickets, and then nothing any more.
    dying.dieAfter(3);
    await expect(settle(first)).rejects.toThrow('pulled the plug');
    const left = await test.app.recompute.progress();
    expect(left).toMatchObject({ state: 'running', total: MANY });
    expect(left.changed).toBeGreaterThan(10);
    expect(left.changed).toBeLessThan(MANY);
    // As long as the lease runs, the first one may only be slow.
    expect(await test.app.recompute.runOnce()).toBe(0);
    test.clock.advance(30_001);
    expect(await test.app.recompute.progress()).toMatchObject({ state: 'waiting' });
    await settle(test.app);
    expect(await test.app.recompute.progress()).toMatchObject({ state: 'idle', done: MANY, changed: MANY });
    expect(open().map(({ revision }) => revision)).toEqual(Array.from({ length: MANY }, () => 1));
    await expectSoundStore();
  });

  it('an instance that wakes up after it has lost its lease writes nothing more', async () => {
    await reportMany();
    const slow = withFault(test.storage);
    const first = await createApp({ storage: slow.storage, blobs: test.blobs, tenant: test.tenant, clock: test.clock });
    await editCalendar();
    await first.followFeed();
    const isHeld = slow.holdAfter(2);
    const sleeping = settle(first);
    await isHeld;
    test.clock.advance(30_001);
    await editCalendar(EARLY);
    await settle(test.app);
    slow.wake();
    await sleeping;
    await test.app.followFeed();
    const dueTimes = new Set(open().map(({ resolutionDueAt }) => resolutionDueAt));
    expect([...dueTimes]).toHaveLength(1);
    expect(await test.app.recompute.progress()).toMatchObject({ state: 'idle', done: MANY });
    await expectSoundStore();
  });

  it('an edit while it runs starts it over with both edits named, and the last one counts', async () => {
    await reportMany();
    await editCalendar();
    const dying = withFault(test.storage);
    const first = await createApp({ storage: dying.storage, blobs: test.blobs, tenant: test.tenant, clock: test.clock });
    dying.dieAfter(3);
    await expect(settle(first)).rejects.toThrow('pulled the plug');
    const [agreement] = [...test.app.desk.directory.agreements()].filter(({ metric }) => metric === 'firstResponse');
    await test.perform('erik', 'agreements.change', agreement?.id, { targets: { any: { value: 7, unit: 'minutes' } } });
    test.clock.advance(30_001);
    await settle(test.app);
    const { because } = await test.app.recompute.progress();
    expect(because.map(({ name }) => name).sort()).toEqual(['Business hours', 'First answer']);
    const reportedAt = Date.parse(open()[0]?.createdAt ?? '');
    expect([...new Set(open().map(({ responseDueAt }) => Date.parse(responseDueAt ?? '') - reportedAt))]).toEqual([7 * 60_000]);
  });

  it('what agents do meanwhile is neither lost nor refused', async () => {
    await reportMany();
    await editCalendar();
    const ids = open().map(({ id }) => id);
    const working = settle(test.app);
    const answers = await Promise.all(ids.slice(0, 40).map((id) => server.as('bob').act('tickets.take', { id, version: 1 })));
    await working;
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await settle(test.app);
    for (const id of ids) {
      const { json } = await server.as('bob').get(`/api/tickets/${id}`);
      expect(json.record.clocks.map(({ calendarVersion }: { calendarVersion: number }) => calendarVersion)).toEqual([2, 2]);
    }
    expect(open().filter(({ assigneeName }) => assigneeName === 'Bob Brown')).toHaveLength(40);
    await expectSoundStore();
  });

  it('a ticket that an instance wrote before it heard of the edit is put right afterwards', async () => {
    const late = await test.openSecondApp();
    const ticket = await test.report();
    await late.followFeed();
    await editCalendar();
    await settle(test.app);
    await late.perform({ action: 'tickets.take', id: ticket.id, version: ticket.version, input: {}, actor: test.actor('bob') });
    await test.app.followFeed();
    const versions = async (): Promise<number[]> => {
      const { json } = await server.as('bob').get(`/api/tickets/${ticket.id}`);
      return json.record.clocks.map(({ calendarVersion }: { calendarVersion: number }) => calendarVersion);
    };
    expect(await versions()).toContain(1);
    test.clock.advance(10_001);
    await settle(test.app);
    expect(await versions()).toEqual([2, 2]);
    await expectSoundStore();
  });

  it('a ticket whose stored facts are damaged does not hold up the others', async () => {
    const [broken, sound] = [await test.report(), await test.report()];
    const stored = await test.storage.get(test.tenant, rowKey.head(broken.id));
    const head = stored?.data as StoredHead;
    const data = { ...head, record: { ...head.record, facts: 'gone' } };
    await test.storage.commit({ partition: test.tenant, guarded: [{ kind: 'replace', row: rowKey.head(broken.id), etag: stored?.etag ?? '', data }] });
    await editCalendar();
    await settle(test.app);
    expect(await test.app.recompute.progress()).toMatchObject({ state: 'idle', done: 2, changed: 1, failed: 1 });
    expect(summary(sound.id)).toMatchObject({ revision: 1 });
  });

  it('an instance that is stopped lets another one go on at once', async () => {
    await reportMany();
    const faulty = withFault(test.storage);
    const first = await createApp({ storage: faulty.storage, blobs: test.blobs, tenant: test.tenant, clock: test.clock });
    await editCalendar();
    await first.followFeed();
    const isHeld = faulty.holdAfter(3);
    const running = first.recompute.runOnce();
    await isHeld;
    expect(await test.app.recompute.runOnce()).toBe(0);
    await editCalendar(EARLY);
    await first.followFeed();
    faulty.wake();
    await running;
    // In the middle of its work: without a word it would keep the lease for half a minute.
    await settle(test.app);
    expect(await test.app.recompute.progress()).toMatchObject({ state: 'running' });
    await first.recompute.release();
    await settle(test.app);
    expect(await test.app.recompute.progress()).toMatchObject({ state: 'idle', done: MANY, changed: MANY });
    expect(new Set(open().map(({ resolutionDueAt }) => resolutionDueAt)).size).toBe(1);
  });

  it('hundreds at once are told as one: load afresh', async () => {
    const ticket = await test.report();
    const bob = await openEventStream(`${server.url}/api/stream`, server.as('bob').headers);
    await bob.next(({ event }) => event === 'hello');
    for (let number = 1; number <= 201; number += 1) {
      const id = `INC${String(9_000_000 + number)}`;
      test.app.desk.apply({ ...revised, id, version: 1, revision: 1, summary: { ...summary(ticket.id), id, revision: 1 } });
    }
    await bob.next(({ event }) => event === 'reset');
    expect(bob.events.filter(({ event, data }) => event === 'change' && !data.isRecent)).toEqual([]);
    bob.close();
  });

  it('those who may see service levels follow how far it is, and everybody sees their tickets change', async () => {
    const ticket = await test.report();
    const bob = await openEventStream(`${server.url}/api/stream`, server.as('bob').headers);
    const alice = await openEventStream(`${server.url}/api/stream`, server.as('alice').headers);
    await Promise.all([bob, alice].map((stream) => stream.next(({ event }) => event === 'hello')));
    await editCalendar();
    await settle(test.app);
    const done = await bob.next(({ event, data }) => event === 'recompute' && data.state === 'idle');
    expect(done.data).toMatchObject({ total: 1, done: 1, changed: 1, because: [{ id: calendarId(), name: 'Business hours', by: 'Erik Evans' }] });
    for (const stream of [bob, alice]) {
      const change = await stream.next(({ event, data }) => event === 'change' && data.id === ticket.id && !data.isRecent);
      expect(change.data).toMatchObject({ version: ticket.version, revision: 1, types: ['ClocksRecomputed'] });
      stream.close();
    }
    expect(alice.events.filter(({ event }) => event === 'recompute')).toEqual([]);
    expect((await server.as('alice').get('/api/service-levels/recompute')).status).toBe(403);
    for (const reader of ['bob', 'dora', 'erik', 'gus'] as const) {
      expect((await server.as(reader).get('/api/service-levels/recompute')).json).toMatchObject({ state: 'idle', done: 1 });
    }
  });
});

/** The same store, whose commits fail, or hang, from a moment on. */
function withFault(storage: Storage) {
  let left = Infinity;
  let gate: Promise<void> | undefined;
  let [isAtGate, wake] = [(): void => undefined, (): void => undefined];
  const faulty: Storage = {
    ...storage,
    get: (partition, row) => storage.get(partition, row),
    range: (query) => storage.range(query),
    async commit(batch) {
      left -= 1;
      if (left < 0 && !gate) throw new Error('pulled the plug');
      if (left < 0) {
        isAtGate();
        await gate;
      }
      return storage.commit(batch);
    },
  };
  return {
    storage: faulty,
    dieAfter: (commits: number): void => void (left = commits),
    /** Resolves when a commit hangs. */
    holdAfter(commits: number): Promise<void> {
      left = commits;
      gate = new Promise((resolve) => (wake = resolve));
      return new Promise((resolve) => (isAtGate = resolve));
    },
    wake: (): void => wake(),
  };
}
