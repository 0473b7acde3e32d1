import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { startLoop } from '../../../bot/jobs/job-loop';
import { timersJob } from '../../../bot/jobs/timers';
import { commitEvents, createApp, practiceNamed, record, type App } from '../../../shared/app';
import { formatId, systemActor } from '../../../shared/kernel';
import { openStorage } from '../../../shared/storage';
import { ms, percentile, type Table } from '../table';

const THRESHOLDS = 10_000;
const MINUTE = 60_000;
const TARGET_MINUTES = 240;
/** The first threshold that every clock has; the due time comes an hour later, when nobody measures any more. */
const WARNED_AFTER_MINUTES = TARGET_MINUTES * 0.75;
/** Time to write the tickets before the first of their thresholds is reached. */
const AHEAD_MS = 120_000;
const AT_ONCE = 64;
const OPEN = [['00:00', '24:00']];

/** One promise around the clock, so that every ticket has one threshold within the hour: the warning. */
async function setUp(app: App): Promise<string> {
  const add = async (practice: string, input: object): Promise<string> => {
    const done = await app.perform({ action: `${practice}.add`, input, actor: systemActor('seed') });
    if ('refused' in done) throw new Error(`${practice}.add: ${JSON.stringify(done.refused)}`);
    return done.record.id;
  };
  const groupId = await add('groups', { name: 'Service desk', memberIds: [], leadIds: [] });
  const weekly = { mon: OPEN, tue: OPEN, wed: OPEN, thu: OPEN, fri: OPEN, sat: OPEN, sun: OPEN };
  const calendarId = await add('calendars', { name: 'Always', zone: 'Europe/Berlin', weekly });
  await add('agreements', {
    name: 'Resolution', type: 'sla', metric: 'resolution', order: 10, calendarSource: 'fixed', calendarId, retarget: 'retroactive', reopen: 'continue',
    targets: { P3: { value: TARGET_MINUTES, unit: 'minutes' } }, ladder: [{ percent: 75, act: 'notify', whom: ['group'] }],
  });
  await add('settings', { name: 'main', companyName: 'Bench', autoCloseDays: 5, fallbackGroupId: groupId });
  return groupId;
}

/** Writes tickets whose thresholds are reached at these instants. Returns the instants by ticket. */
async function report(app: App, groupId: string, firstNumber: number, reachedAt: (index: number) => number): Promise<Map<string, number>> {
  const practice = practiceNamed('tickets')!;
  const due = new Map<string, number>();
  const write = async (index: number): Promise<void> => {
    const id = formatId('INC', firstNumber + index);
    const at = new Date(reachedAt(index) - WARNED_AFTER_MINUTES * MINUTE).toISOString();
    const event = {
      type: 'TicketReported', kind: 'incident', state: 'new', title: `Ticket ${index}`, description: '', requesterName: 'Somebody', impact: 2, urgency: 2, priority: 'P3',
      isRestricted: false, receivedAt: at, groupId, files: [],
    };
    const history = record([event], { id, version: 0, at, action: 'tickets.report', actor: systemActor('seed') });
    const { result } = await commitEvents(app.storage, app.partition, app.desk.directory, { practice, id, current: undefined, history, committedAt: at, isQuiet: true });
    if (!result.ok) throw new Error(`${id}: ${result.reason}`);
    due.set(id, reachedAt(index));
  };
  for (let index = 0; index < THRESHOLDS; index += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, THRESHOLDS - index) }, (_, offset) => write(index + offset)));
  }
  return due;
}

/** Runs the sweeper until all of them are noticed. Returns how late each was, sorted, and how long it took from the first on. */
async function sweep(app: App, due: ReadonlyMap<string, number>): Promise<{ readonly lateMs: readonly number[]; readonly seconds: number }> {
  const late = new Map<string, number>();
  let first = 0;
  let loop: ReturnType<typeof startLoop> | undefined;
  await new Promise<void>((resolve) => {
    const end = app.desk.onChange(({ id, types }) => {
      const dueAt = due.get(id);
      if (dueAt === undefined || !types.includes('ThresholdPassed')) return;
      late.set(id, Date.now() - dueAt);
      if (late.size < due.size) return;
      end();
      resolve();
    });
    first = performance.now();
    loop = startLoop(timersJob({ app, log: pino({ level: 'silent' }) }), pino({ level: 'silent' }));
    // The loop alone would let the process end.
    const awake = setInterval(() => undefined, 1_000);
    app.desk.onChange(() => late.size === due.size && clearInterval(awake));
  });
  const seconds = (performance.now() - first) / 1_000;
  await loop?.stop();
  return { lateMs: [...late.values()].sort((left, right) => left - right), seconds };
}

/** Ten thousand thresholds reached within a minute, and as many that were reached while nobody looked. */
export async function measureSweeper(): Promise<Table> {
  const directory = await mkdtemp(path.join(tmpdir(), 'bellhop-bench-'));
  try {
    const { storage, blobs } = await openStorage('embedded', directory);
    const app = await createApp({ storage, blobs, tenant: 'main' });
    const groupId = await setUp(app);
    const began = Date.now() + AHEAD_MS;
    const spread = await report(app, groupId, 1, (index) => began + Math.floor((index * MINUTE) / THRESHOLDS));
    if (Date.now() > began) throw new Error(`writing the tickets took longer than ${AHEAD_MS / 1_000} s`);
    const onTime = await sweep(app, spread);
    const asleep = Date.now() - MINUTE;
    const missed = await report(app, groupId, THRESHOLDS + 1, () => asleep);
    const afterwards = await sweep(app, missed);
    await storage.close();
    const late = (share: number): string => ms(percentile(onTime.lateMs, share));
    const count = THRESHOLDS.toLocaleString('en');
    return {
      title: `Sweeper, ${count} thresholds`, command: 'npm run bench -- sla',
      columns: ['when', 'per second', 'late p50, ms', 'late p95, ms', 'late p99, ms', 'latest, ms'],
      rows: [
        ['reached within one minute', String(Math.round(THRESHOLDS / 60)), late(0.5), late(0.95), late(0.99), ms(onTime.lateMs.at(-1) ?? Number.NaN)],
        ['all reached already, as after a pause', Math.round(THRESHOLDS / afterwards.seconds).toLocaleString('en'), '–', '–', '–', '–'],
      ],
      note: 'Lateness is from the instant of the threshold until its event is stored and in the desk view; the sweeper itself, one process, embedded store. The second row is how fast it can be.',
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
