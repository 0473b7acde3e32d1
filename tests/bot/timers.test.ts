// If this fails, resolved tickets stay open for ever, held ones are forgotten, or a broken timer stops all others.
import { pino } from 'pino';
import { timersJob } from '../../bot/jobs/timers';
import { rowKey } from '../../shared/app';
import { startBotDesk, type BotDesk } from '../_support/bot-desk';

let desk: BotDesk;
beforeEach(async () => (desk = await startBotDesk()));
afterEach(() => desk.close());

const DAY = 24 * 3_600_000;
const log = pino({ level: 'silent' });

async function givenResolved() {
  const ticket = await desk.test.report();
  await desk.test.perform('bob', 'tickets.take', ticket.id);
  return desk.test.perform('bob', 'tickets.resolve', ticket.id, { code: 'fixed', notes: 'New profile.' });
}

async function stateOf(id: string): Promise<unknown> {
  const opened = await desk.test.app.open(id, desk.test.actor('bob'));
  return 'record' in opened ? opened.record.state : undefined;
}

/** Those of tickets: items of the catalog wait for their review. */
const timers = async (): Promise<readonly string[]> =>
  (await desk.test.app.storage.range({ partition: desk.test.tenant, from: 't:', to: 't;' })).rows.map(({ row }) => row).filter((row) => !row.includes(':OFR'));

test('a resolved ticket closes by itself after the days of the settings, not before, and the requester hears of it', async () => {
  const ticket = await givenResolved();
  desk.test.clock.advance(4 * DAY);
  await desk.drain();
  expect(await stateOf(ticket.id)).toBe('resolved');
  desk.test.clock.advance(DAY);
  await desk.drain();
  expect(await stateOf(ticket.id)).toBe('closed');
  expect(await timers()).toEqual([]);
  expect(desk.chat('alice').at(-1)?.text).toBe(`${ticket.id} is closed now: VPN drops every hour`);
});

test('a held ticket comes back on its follow-up date, and its assignee hears of it', async () => {
  const ticket = await desk.test.report();
  await desk.test.perform('bob', 'tickets.take', ticket.id);
  await desk.test.perform('bob', 'tickets.putOnHold', ticket.id, { reason: 'other', why: 'Waiting for parts', followUpAt: '2026-03-04T09:00:00Z' });
  desk.test.clock.advance(3 * DAY);
  await desk.drain();
  expect(await stateOf(ticket.id)).toBe('inProgress');
  expect(desk.chat('bob').map(({ text, summary }) => text ?? summary).join('\n')).toContain('follow-up date');
});

test('two instances close it once', async () => {
  const ticket = await givenResolved();
  desk.test.clock.advance(5 * DAY);
  await Promise.all([desk.drain(), desk.drain(), desk.drain()]);
  const opened = await desk.test.app.open(ticket.id, desk.test.actor('bob'));
  expect('record' in opened && (opened.record.timeline as { type: string }[]).filter(({ type }) => type === 'TicketClosed')).toHaveLength(1);
});

test('a timer that means nothing any more is dropped, and the others go on', async () => {
  const ticket = await givenResolved();
  const old = (name: string): string => rowKey.timer('2026-03-02T09:00:00.000Z', name.split(' ')[0] as string, name.split(' ')[1] as string);
  for (const name of [`${ticket.id} followUp`, `${ticket.id} noSuchThing`, 'INC0999999 autoClose']) {
    await desk.test.app.storage.commit({ partition: desk.test.tenant, guarded: [{ kind: 'create', row: old(name), data: {} }] });
  }
  desk.test.clock.advance(5 * DAY);
  await desk.drain();
  expect(await stateOf(ticket.id)).toBe('closed');
  expect(await timers()).toEqual([]);
});

test('what is due is done however much else is due before it', async () => {
  const ticket = await givenResolved();
  await desk.jobs.stop();
  const { storage } = desk.test.app;
  for (let index = 0; index < 450; index += 1) {
    const row = rowKey.timer('2026-03-02T09:00:00.000Z', `INC09${String(index).padStart(5, '0')}`, 'autoClose');
    await storage.commit({ partition: desk.test.tenant, guarded: [{ kind: 'create', row, data: {} }] });
  }
  desk.test.clock.advance(5 * DAY);
  expect(await timersJob({ app: desk.test.app, log }).runOnce()).toBe(451);
  expect(await stateOf(ticket.id)).toBe('closed');
  expect(await timers()).toEqual([]);
});

test('an instance that does not know yet why a timer is due leaves it to those who do', async () => {
  const ticket = await desk.test.report({ reach: 'site', work: 'stopped' });
  await desk.test.perform('bob', 'tickets.take', ticket.id);
  await desk.test.perform('bob', 'tickets.reply', ticket.id, { text: 'We are at it.' });
  const unaware = await desk.test.openSecondApp();
  const agreement = [...desk.test.app.desk.directory.agreements()].find(({ metric }) => metric === 'resolution');
  await desk.test.perform('erik', 'agreements.change', agreement?.id, { targets: { P1: { value: 1, unit: 'hours' } } });
  await desk.drain();
  await desk.jobs.stop();
  desk.test.clock.advance(50 * 60_000);
  expect(await timersJob({ app: unaware, log }).runOnce()).toBe(0);
  expect(await timers()).toHaveLength(1);
  expect(await timersJob({ app: desk.test.app, log }).runOnce()).toBe(1);
  const opened = await desk.test.app.open(ticket.id, desk.test.actor('bob'));
  expect('record' in opened && (opened.record.timeline as { type: string }[]).filter(({ type }) => type === 'ThresholdPassed')).toHaveLength(1);
});

test('a timer that fails keeps no other from being done, and is tried again', async () => {
  const [first, second] = [await givenResolved(), await givenResolved()];
  await desk.jobs.stop();
  desk.test.clock.advance(5 * DAY);
  const { app } = desk.test;
  let isBroken = true;
  const perform: typeof app.perform = (request) => (isBroken && request.id === first.id ? Promise.reject(new Error('the store is busy')) : app.perform(request));
  const job = timersJob({ app: { ...app, perform }, log });
  expect(await job.runOnce()).toBe(1);
  expect(await stateOf(second.id)).toBe('closed');
  isBroken = false;
  expect(await job.runOnce()).toBe(0);
  desk.test.clock.advance(5_000);
  expect(await job.runOnce()).toBe(1);
  expect(await stateOf(first.id)).toBe('closed');
});

test('nobody waits for the next look: it comes when the next timer is due', async () => {
  const ticket = await desk.test.report();
  await desk.test.perform('bob', 'tickets.take', ticket.id);
  await desk.test.perform('bob', 'tickets.putOnHold', ticket.id, { reason: 'other', why: 'Parts', followUpAt: '2026-03-02T09:20:00Z' });
  const job = timersJob({ app: desk.test.app, log });
  await job.runOnce();
  expect(job.restMs?.()).toBe(20 * 60_000);
  desk.test.clock.advance(20 * 60_000 - 30);
  expect(job.restMs?.()).toBe(30);
});
