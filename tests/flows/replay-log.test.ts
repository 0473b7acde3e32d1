// If this fails, what-if figures on a real company's history are not what its log says, and promises are made on false grounds.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReplayView } from '../../shared/sla';
import { INCIDENT_LOG, isIncidentLogLeftOut, LOG_SIZE, logTime, readIncidentLog, requireIncidentLog, type LogLine } from '../_support/incident-log';
import { runCli } from '../_support/run-cli';

const EXAMPLES = path.resolve(__dirname, '../../docs/examples/service-levels');
const REPORT = path.resolve(__dirname, '../../docs/service-levels.md');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Further than any target reaches. */
const HORIZON_DAYS = 400;

jest.setTimeout(300_000);

const onLog = isIncidentLogLeftOut ? describe.skip : describe;

let dataDirectory: string;
let log: ReadonlyMap<string, readonly LogLine[]>;

beforeAll(async () => {
  if (isIncidentLogLeftOut) return;
  requireIncidentLog();
  dataDirectory = path.join(await mkdtemp(path.join(tmpdir(), 'bellhop-replay-')), 'data');
  log = await readIncidentLog();
  const { code, err } = await runCli(['import', 'servicenow', INCIDENT_LOG, '--commit'], { dataDirectory });
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

afterAll(async () => {
  if (!isIncidentLogLeftOut) await rm(path.dirname(dataDirectory), { recursive: true, force: true });
});

async function replay(name: string): Promise<ReplayView> {
  const args = ['sla', 'replay', '--definition', path.join(EXAMPLES, `${name}.json`), '--days', '365', '--until', 'newest', '--compare', 'SLA met', '--json'];
  const { code, out, err } = await runCli(args, { dataDirectory });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as ReplayView;
}

/** Hours that count: around the clock, on weekdays, or in the office; written down here a second time on purpose. */
interface Terms {
  readonly hours: (priority: string) => number;
  readonly opens: number;
  readonly closes: number;
  readonly weekendsToo?: boolean;
  readonly pausesFor?: string;
  readonly stops: readonly string[];
}

const SOLVED = ['Resolved', 'Closed'];
const byPriority = (...hours: readonly number[]) => (priority: string): number => hours[Number(priority[0]) - 1] ?? 0;
const OFFICE = { opens: 8, closes: 18 };
const ALWAYS = { opens: 0, closes: 24, weekendsToo: true };
/** Critical incidents count around the clock everywhere. */
const office = (more: Partial<Terms> = {}) => (priority: string): Terms => ({ hours: byPriority(4, 8, 30, 50), ...(priority.startsWith('1') ? ALWAYS : OFFICE), stops: SOLVED, ...more });
const DEFINITIONS: Readonly<Record<string, (priority: string) => Terms>> = {
  'around-the-clock': () => ({ hours: byPriority(4, 8, 72, 120), ...ALWAYS, stops: SOLVED }),
  'office-hours': office(),
  'office-hours-with-pauses': office({ pausesFor: 'Awaiting User Info' }),
  'until-closed': () => ({ hours: byPriority(4, 5 / 60, 154, 345), opens: 0, closes: 24, stops: ['Closed'] }),
};

/** Stretches that count between two instants. The log has no zone and no clock changes in it: a day is a day here. */
function* counted(from: number, to: number, { opens, closes, weekendsToo = false }: Terms): Generator<readonly [number, number]> {
  for (let day = Math.floor(from / DAY_MS) * DAY_MS; day < to; day += DAY_MS) {
    const weekday = new Date(day).getUTCDay();
    if (!weekendsToo && (weekday === 0 || weekday === 6)) continue;
    const stretch = [Math.max(from, day + opens * HOUR_MS), Math.min(to, day + closes * HOUR_MS)] as const;
    if (stretch[0] < stretch[1]) yield stretch;
  }
}

/** The rows in log order: by the counter where the file has it so, else by time. */
function inOrder(rows: readonly LogLine[]): readonly LogLine[] {
  const counter = (row: LogLine | undefined): number => Number(row?.['sys_mod_count']);
  const isSorted = rows.every((row, index) => index === 0 || counter(rows[index - 1]) <= counter(row));
  const at = (row: LogLine): number => Date.parse(logTime(row['sys_updated_at'] ?? ''));
  return isSorted ? rows : [...rows].sort((left, right) => at(left) - at(right) || counter(left) - counter(right));
}

/** Was the incident solved in time? Counts straight from the rows of the log, with none of our code. */
function isKept(rows: readonly LogLine[], definition: (priority: string) => Terms): boolean {
  const last = rows.at(-1) as LogLine;
  const terms = definition(last['priority'] ?? '');
  const openedAt = Date.parse(logTime(last['opened_at'] ?? ''));
  const [first, ...later] = inOrder(rows).map((row) => ({ state: row['incident_state'] ?? '', at: Math.max(openedAt, Date.parse(logTime(row['sys_updated_at'] ?? ''))) }));
  const runs: [number, number][] = [];
  let state = first?.state ?? '';
  let since: number | undefined = terms.stops.includes(state) || state === terms.pausesFor ? undefined : openedAt;
  for (const row of later.sort((left, right) => left.at - right.at)) {
    state = row.state === '-100' ? state : row.state;
    const doesRun = !terms.stops.includes(state) && state !== terms.pausesFor;
    if (doesRun) since ??= row.at;
    else if (since !== undefined) {
      runs.push([since, row.at]);
      since = undefined;
    }
  }
  const lastRanAt = runs.at(-1)?.[1] ?? openedAt;
  let left = terms.hours(last['priority'] ?? '') * HOUR_MS;
  // Whoever was stopped before the end is taken to go on, to see when it would have been due.
  for (const [from, to] of [...runs, [lastRanAt, lastRanAt + HORIZON_DAYS * DAY_MS]] as const) {
    for (const [open, close] of counted(from, to, terms)) {
      if (close - open >= left) return lastRanAt <= open + left;
      left -= close - open;
    }
  }
  return true;
}

const percent = (share: number): string => `${share.toFixed(1)} %`;

onLog('promises tried on the whole log of a real company', () => {
  test.each(Object.keys(DEFINITIONS))('%s: every figure is what the rows of the log say', async (name) => {
    const view = await replay(name);
    expect(view.tickets).toEqual({ ended: LOG_SIZE.incidents, open: 0 });
    const expected = new Map<string, { met: number; missed: number }>();
    const verdicts = new Map<string, { same: number; count: number }>();
    for (const rows of log.values()) {
      const last = rows.at(-1) as LogLine;
      const priority = `P${last['priority']?.[0]}`;
      const outcome = isKept(rows, DEFINITIONS[name] as (priority: string) => Terms);
      const row = expected.get(priority) ?? { met: 0, missed: 0 };
      row[outcome ? 'met' : 'missed'] += 1;
      expected.set(priority, row);
      const verdict = verdicts.get(priority) ?? { same: 0, count: 0 };
      verdict.count += 1;
      if (outcome === (last['made_sla'] === 'true')) verdict.same += 1;
      verdicts.set(priority, verdict);
    }
    const found = new Map(view.byPriority.map(({ of, proposed: { met, missed } }) => [of, { met, missed }]));
    expect([...found].sort()).toEqual([...expected].sort());
    expect(view.comparison?.map(({ priority, bothMet, bothMissed }) => [priority, bothMet + bothMissed])).toEqual([...verdicts].sort().map(([priority, { same }]) => [priority, same]));
    await isInReport(name, view);
  });

  /** The figures that people read are those that come out. */
  async function isInReport(name: string, view: ReplayView): Promise<void> {
    const report = await readFile(REPORT, 'utf8');
    const shares = ['P1', 'P2', 'P3', 'P4'].map((priority) => {
      const { met = 0, missed = 0 } = view.byPriority.find(({ of }) => of === priority)?.proposed ?? {};
      return percent((met * 100) / (met + missed));
    });
    const { met, missed } = view.total[0]?.proposed ?? { met: 0, missed: 0 };
    expect(report).toContain(`| \`${name}.json\` | ${percent((met * 100) / (met + missed))} | ${shares.join(' | ')} |`);
    const same = (view.comparison ?? []).map(({ bothMet, bothMissed, onlyOursMet, onlyTheirsMet }) => percent(((bothMet + bothMissed) * 100) / (bothMet + bothMissed + onlyOursMet + onlyTheirsMet)));
    expect(report).toContain(`| \`${name}.json\` | ${same.join(' | ')} |`);
  }

  test('the log decides its own verdict when an incident is closed, not when it is solved', () => {
    const turns = [...log.values()].flatMap((rows) => rows.slice(1).flatMap((row, index) => (row['made_sla'] === rows[index]?.['made_sla'] ? [] : [row])));
    expect(turns.filter((row) => row['made_sla'] === 'true')).toEqual([]);
    expect(turns.filter((row) => row['incident_state'] !== 'Closed')).toHaveLength(1);
    expect(turns).toHaveLength(7_331);
  });
});
