// If this fails, one of the stories people live through every day no longer works, on one of the stores.
import { createTestApp, type TestApp } from '../_support/test-app';
import { startAzurite, type Azurite } from '../_support/azurite';

const DAY_MS = 86_400_000;

describe.each(['embedded', 'azure'] as const)('stories on the %s store', (store) => {
  let azurite: Azurite | undefined;
  let desk: TestApp;

  beforeAll(async () => {
    azurite = store === 'azure' ? await startAzurite() : undefined;
    desk = await createTestApp({ store, ...(azurite && { azurite }) });
  });
  afterAll(async () => {
    await desk.close();
    await azurite?.stop();
  });

  const refusedWith = async (by: Parameters<TestApp['perform']>[0], action: string, id: string, version: number | undefined, input: object = {}) => {
    const done = await desk.app.perform({ action, id, version, input, actor: desk.actor(by) });
    return 'refused' in done ? done.refused.code : 'done';
  };

  it('an incident from report to rating', async () => {
    const reported = await desk.report({ reach: 'team', work: 'workaround' });
    expect(reported).toMatchObject({ state: 'new', priority: 'P3', groupName: 'Network', requesterName: 'Alice Adams' });
    expect(reported.waitsFor).toContain('Network');
    const taken = await desk.perform('bob', 'tickets.take', reported);
    expect(taken.waitsFor).toContain('Bob');
    await desk.perform('bob', 'tickets.reply', reported.id, { text: 'Which network are you on?' });
    const held = await desk.perform('bob', 'tickets.putOnHold', reported.id, { reason: 'requester', comment: 'Home or office?', followUpAt: '2026-03-04T09:00:00Z' });
    expect(held.clocks.find((clock) => clock.metric === 'resolution')?.state).toBe('paused');
    const answered = await desk.perform('alice', 'tickets.reply', reported.id, { text: 'At home' });
    expect(answered.state).toBe('inProgress');
    await desk.perform('bob', 'tickets.addNote', reported.id, { text: 'Known router bug' });
    await desk.perform('bob', 'tickets.resolve', reported.id, { code: 'fixed', notes: 'Restart the router.' });
    await desk.perform('alice', 'tickets.close', reported.id);
    const rated = await desk.perform('alice', 'tickets.rate', reported.id, { stars: 5 });
    expect(rated).toMatchObject({ state: 'closed', rating: { stars: 5 } });
    expect(rated.timeline.map((entry) => entry.type)).toEqual([
      'TicketReported', 'TicketTaken', 'ReplyAdded', 'TicketPutOnHold', 'ReplyAdded', 'TicketResumed', 'TicketResolved', 'TicketClosed', 'TicketRated',
    ]);
    const asAgent = await desk.app.open(reported.id, desk.actor('bob'));
    expect('record' in asAgent && (asAgent.record.timeline as { type: string }[]).map((entry) => entry.type)).toContain('NoteAdded');
  });

  it('a ticket closes by itself days after it was resolved, not after it was last touched', async () => {
    const ticket = await desk.report();
    await desk.perform('bob', 'tickets.take', ticket);
    await desk.perform('bob', 'tickets.resolve', ticket.id, { code: 'fixed', notes: 'Done' });
    const timers = await desk.storage.range({ partition: desk.tenant, from: 't:', to: 't;' });
    const own = timers.rows.filter(({ row }) => row.includes(ticket.id));
    expect(own.map(({ row }) => row.split(':').slice(2).join(':'))).toEqual([`${ticket.id}:autoClose`]);
    expect(Number(own[0]?.row.split(':')[1])).toBe(desk.clock.now().getTime() + 5 * DAY_MS);
  });

  it('two agents reach for the same ticket: one wins, the other learns who', async () => {
    const ticket = await desk.report();
    const both = await Promise.all(
      (['bob', 'carol'] as const).map((who) =>
        desk.app.perform({ action: 'tickets.take', id: ticket.id, version: ticket.version, input: {}, actor: desk.actor(who) }),
      ),
    );
    const lost = both.find((done) => 'refused' in done);
    expect(both.filter((done) => 'record' in done)).toHaveLength(1);
    expect(lost).toMatchObject({ refused: { code: 'kernel.stale', params: { by: expect.stringMatching(/Bob|Carol/) } }, current: { id: ticket.id } });
  });

  it('ten people write at once and every message is kept', async () => {
    const ticket = await desk.report();
    const texts = Array.from({ length: 10 }, (_, index) => `Message ${index}`);
    const done = await Promise.all(texts.map((text) => desk.app.perform({ action: 'tickets.reply', id: ticket.id, input: { text }, actor: desk.actor('alice') })));
    expect(done.filter((one) => 'refused' in one)).toEqual([]);
    const opened = await desk.app.open(ticket.id, desk.actor('alice'));
    const timeline = 'record' in opened ? (opened.record.timeline as { text?: string }[]) : [];
    expect(timeline.map((entry) => entry.text).filter(Boolean).sort()).toEqual(texts.sort());
  });

  it('the same key twice makes one ticket; on an action it happens once', async () => {
    const report = () => desk.app.perform({ action: 'tickets.report', input: { title: 'Printer jam' }, actor: desk.actor('alice'), idempotencyKey: `${store}-press-1` });
    const [first, second] = [await report(), await report()];
    expect('record' in first && 'record' in second && second.record.id === first.record.id && second.isRepeat).toBe(true);
    const id = 'record' in first ? first.record.id : '';
    const take = () => desk.app.perform({ action: 'tickets.take', id, version: 1, input: {}, actor: desk.actor('fay'), idempotencyKey: `${store}-press-2` });
    expect(await take()).toMatchObject({ record: { version: 2 } });
    expect(await take()).toMatchObject({ record: { version: 2 }, isRepeat: true });
  });

  it('a duplicate ends with a link that both tickets show', async () => {
    const [original, duplicate] = [await desk.report(), await desk.report()];
    await desk.perform('bob', 'tickets.cancel', duplicate.id, { reason: 'duplicate', duplicateOfId: original.id });
    const opened = await desk.app.open(original.id, desk.actor('bob'));
    expect(opened).toMatchObject({ record: { links: [{ relation: 'hasDuplicate', id: duplicate.id, state: 'cancelled' }] } });
  });

  it('a restricted ticket does not exist for others, not even through a link', async () => {
    const secret = await desk.report({ isRestricted: true, title: 'Suspicious mail from the board' });
    const open = await desk.report();
    await desk.perform('bob', 'tickets.link', open.id, { relation: 'relatedTo', otherId: secret.id });
    expect(await desk.app.open(secret.id, desk.actor('fay'))).toEqual(await desk.app.open('INC0999999', desk.actor('fay')));
    expect(await desk.app.open(open.id, desk.actor('fay'))).toMatchObject({ record: { links: [] } });
    expect(desk.app.search.find({ q: 'Suspicious board', actor: desk.actor('fay') })).toEqual([]);
    expect(await refusedWith('fay', 'tickets.reply', secret.id, secret.version, { text: 'hi' })).toBe('kernel.notFound');
  });

  it('a second instance sees the commit of the first', async () => {
    const second = await desk.openSecondApp();
    const ticket = await desk.report({ title: 'Seen by both' });
    await second.followFeed();
    expect(second.desk.get(ticket.id)).toMatchObject({ title: 'Seen by both', version: ticket.version });
    await desk.perform('bob', 'tickets.cancel', ticket.id, { reason: 'notAnIncident' });
    await second.followFeed();
    expect(second.desk.get(ticket.id)).toBeUndefined();
  });

  it('my tickets holds the ended ones too, newest first, page by page', async () => {
    const titles = ['First', 'Second', 'Third'];
    for (const title of titles) {
      desk.clock.advance(1_000);
      await desk.app.perform({ action: 'tickets.report', input: { title }, actor: desk.actor('gus') });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk.app.list({ list: 'tickets.mine', filters: {}, limit: 2, cursor, actor: desk.actor('gus') });
      if ('refused' in page) throw new Error(page.refused.code);
      seen.push(...page.items.map((item) => (item as { title: string }).title));
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toEqual([...titles].reverse());
  });
});
