// If this fails, nobody can check our clocks against examples of their own, or try a promise at the command line.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReplayView } from '../../shared/sla';
import { INCIDENT_EXCERPT } from '../_support/incident-log';
import { runCli, startCli, type CliResult } from '../_support/run-cli';

const VECTORS = path.resolve(__dirname, '../unit/sla/sla-vectors.json');
const EXAMPLES = path.resolve(__dirname, '../../docs/examples/service-levels');
/** The excerpt's incidents were opened in the months before this day. */
const PERIOD = ['--days', '365', '--until', 'newest'];

type Json = Record<string, unknown>;

let folder: string;
let dataDirectory: string;

jest.setTimeout(120_000);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bellhop-sla-'));
  dataDirectory = path.join(folder, 'data');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const bellhop = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> => runCli(args, { dataDirectory, folder, env });
const linesOf = ({ out }: CliResult): Json[] => out.trim().split('\n').map((line) => JSON.parse(line) as Json);
const vectorFile = async (): Promise<{ calendars: Json; vectors: Json[] }> => JSON.parse(await readFile(VECTORS, 'utf8')) as { calendars: Json; vectors: Json[] };

async function write(name: string, json: unknown): Promise<string> {
  await writeFile(path.join(folder, name), JSON.stringify(json));
  return name;
}

describe('bellhop sla evaluate', () => {
  test('prints what comes out of each example, one line each, and is content when all are right', async () => {
    const result = await bellhop(['sla', 'evaluate', VECTORS]);
    expect({ code: result.code, err: result.err }).toEqual({ code: 0, err: '60 of 60 examples come out as expected.\n' });
    const lines = linesOf(result);
    expect(lines).toHaveLength(60);
    expect(lines.every((line) => Object.keys(line).join() === 'id,pass,expected' && line['pass'] === true)).toBe(true);
    expect(lines.find(({ id }) => id === 'SLA-099')?.['expected']).toMatchObject({ clock: 'running', dueAt: '2026-03-03T13:00:00Z', thresholds: { 75: '2026-03-03T11:00:00Z' } });
  });

  test('says by its exit code that an example comes out otherwise', async () => {
    const { calendars, vectors } = await vectorFile();
    const wrong = { ...vectors[0], id: 'MINE-1', expected: { ...(vectors[0]?.['expected'] as Json), elapsedMinutes: 61 } };
    const result = await bellhop(['sla', 'evaluate', await write('mine.json', { calendars, vectors: [wrong, vectors[1]] })]);
    expect({ code: result.code, err: result.err }).toEqual({ code: 1, err: '1 of 2 examples come out as expected.\n' });
    expect(linesOf(result)).toEqual([
      { id: 'MINE-1', pass: false, expected: vectors[0]?.['expected'] && expect.objectContaining({ elapsedMinutes: 60 }) },
      expect.objectContaining({ id: 'SLA-002', pass: true }),
    ]);
  });

  test('reads the standard input', async () => {
    const started = startCli(['sla', 'evaluate', '-'], { dataDirectory, folder, input: await readFile(VECTORS, 'utf8') });
    expect(await started.result).toMatchObject({ code: 0 });
  });

  test('names what is wrong with an example and goes on with the others', async () => {
    const { calendars, vectors } = await vectorFile();
    const bad = { ...vectors[0], id: 'MINE-2', asOf: 'noon' };
    const result = await bellhop(['sla', 'evaluate', await write('bad.json', { calendars, vectors: [bad, vectors[1]] })]);
    expect(result.code).toBe(1);
    expect(result.err).toContain('MINE-2, asOf: Write an instant like 2026-03-02T10:00:00Z.');
    expect(linesOf(result)).toEqual([{ id: 'MINE-2', pass: false, expected: null }, expect.objectContaining({ id: 'SLA-002', pass: true })]);
  });

  test.each<[string, () => Promise<readonly string[]>, string]>([
    ['no file', async () => [], 'Say which file'],
    ['a file that is not there', async () => ['none.json'], 'none.json cannot be read (ENOENT)'],
    ['a folder', async () => ['.'], 'cannot be read (EISDIR)'],
    ['a file that is no JSON', async () => [(await writeFile(path.join(folder, 'x.json'), '{'), 'x.json')], 'x.json is not valid JSON'],
    ['a file without examples', async () => [await write('x.json', { vectors: 7 })], 'x.json is not a file of examples. vectors: Write a list here.'],
    ['an option of something else', async () => [VECTORS, '--days', '7'], 'There is no option --days here'],
  ])('%s: exit code 2, and what to do', async (_name, args, text) => {
    const { code, out, err } = await bellhop(['sla', 'evaluate', ...(await args())]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(text);
  });

  test('files are meant from where the person stands, also when npm runs it elsewhere', async () => {
    const package_ = path.join(folder, 'package');
    await mkdir(package_);
    await write('mine.json', await vectorFile());
    const env = { INIT_CWD: folder, npm_package_json: path.join(package_, 'package.json') };
    expect(await runCli(['sla', 'evaluate', 'mine.json'], { dataDirectory, folder: package_, env })).toMatchObject({ code: 0 });
    // Somebody's own script, which has gone elsewhere since npm started it.
    const elsewhere = { INIT_CWD: package_, npm_package_json: path.join(package_, 'package.json') };
    expect(await runCli(['sla', 'evaluate', 'mine.json'], { dataDirectory, folder, env: elsewhere })).toMatchObject({ code: 0 });
  });
});

describe('bellhop sla replay', () => {
  const importExcerpt = (): Promise<CliResult> => bellhop(['import', 'servicenow', INCIDENT_EXCERPT, '--commit']);
  const example = (name: string): string => path.join(EXAMPLES, `${name}.json`);

  test('shows what an agreement would have meant, and writes nothing', async () => {
    await importExcerpt();
    const before = (await bellhop(['export'])).out;
    const { code, out, err } = await bellhop(['sla', 'replay', '--definition', example('office-hours-with-pauses'), ...PERIOD, '--compare', 'SLA met']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
    expect(lines[0]).toMatch(/^Tickets received from .* \(UTC\): 10 done, 0 open$/);
    expect(lines).toContainEqual(expect.stringMatching(/^Resolution – – \d+ \d+ 0 [\d.]+%$/));
    expect(lines).toContain('Promised now: 0 open, 10 done');
    expect(lines).toContain('"SLA met" beside the proposed resolution:');
    expect(lines.at(-2)).toMatch(/^10 tickets in [\d.]+ s: [\d,]+ a second$/);
    expect((await bellhop(['export'])).out).toBe(before);
  });

  test('prints everything as JSON', async () => {
    await importExcerpt();
    const { out } = await bellhop(['sla', 'replay', '--definition', example('around-the-clock'), ...PERIOD, '--json']);
    const view = JSON.parse(out) as ReplayView;
    expect(view.tickets).toEqual({ ended: 10, open: 0 });
    const [row] = view.total;
    expect(row).toMatchObject({ type: 'sla', metric: 'resolution', asItWas: { met: 0, missed: 0, open: 0 } });
    expect((row?.proposed.met ?? 0) + (row?.proposed.missed ?? 0)).toBe(10);
    expect(view.counts.gained).toEqual({ open: 0, ended: 10 });
    expect(view.changes).toHaveLength(10);
    expect(Object.values(view.names)).toContain('Resolution, around the clock');
  });

  test.each(['around-the-clock', 'office-hours', 'office-hours-with-pauses', 'until-closed'])('the example %s can be tried', async (name) => {
    expect(await bellhop(['sla', 'replay', '--definition', example(name), ...PERIOD])).toMatchObject({ code: 0, err: '' });
  });

  test('tries the demo company’s agreements under other targets, by name', async () => {
    await bellhop(['seed']);
    const today = JSON.parse((await bellhop(['sla', 'replay', '--days', '60', '--json'])).out) as ReplayView;
    expect(today.counts).toMatchObject({ toMissed: { open: 0, ended: 0 }, toMet: { open: 0, ended: 0 }, moved: { open: 0 } });
    expect(today.total.length).toBeGreaterThan(1);
    const definition = {
      agreements: [{ name: 'Within the hour', type: 'sla', metric: 'resolution', order: 1, targets: { any: { value: 1, unit: 'hours' } }, calendarSource: 'fixed', calendarId: 'around THE clock', retarget: 'retroactive', reopen: 'continue' }],
    };
    const tried = await bellhop(['sla', 'replay', '--definition', await write('hour.json', definition), '--days', '60', '--json']);
    expect(tried).toMatchObject({ code: 0, err: '' });
    const view = JSON.parse(tried.out) as ReplayView;
    expect(view.counts.toMissed.ended).toBeGreaterThan(10);
    expect(view.changes.find(({ kind }) => kind === 'toMissed')).toMatchObject({ after: { targetMinutes: 60, outcome: 'missed' } });
  });

  test.each<[string, () => Promise<readonly string[]>, string]>([
    ['nothing to do', async () => ['sla'], 'Say what to do'],
    ['too few days', async () => ['sla', 'replay', '--days', '0'], 'The period must be 1 to'],
    ['a time that is none', async () => ['sla', 'replay', '--until', 'yesterday'], 'The end of the period must be'],
    ['a definition of something else', async () => ['sla', 'replay', '--definition', await write('x.json', { targets: {} })], 'There is no entry "targets"'],
    ['a calendar that nobody knows', async () => ['sla', 'replay', '--definition', await write('x.json', { agreements: [{ name: 'A', type: 'sla', metric: 'resolution', order: 1, targets: { any: { value: 1, unit: 'hours' } }, calendarSource: 'fixed', calendarId: 'Moon', retarget: 'reset', reopen: 'strict' }] })], 'agreements.0.calendarId:'],
    ['a target of a century', async () => ['sla', 'replay', '--definition', await write('x.json', { calendars: [{ name: 'C', zone: 'UTC', weekly: { mon: [['08:00', '09:00']] } }], agreements: [{ name: 'A', type: 'sla', metric: 'resolution', order: 1, targets: { any: { value: 876_000, unit: 'hours' } }, calendarSource: 'fixed', calendarId: 'C', retarget: 'reset', reopen: 'strict' }] })], 'agreements.0.targets:'],
    ['a zone that does not exist', async () => ['sla', 'replay', '--definition', await write('x.json', { calendars: [{ name: 'C', zone: 'Mars', weekly: { mon: [['08:00', '09:00']] } }] })], 'calendars.0.zone:'],
  ])('%s: exit code 2, and what to do', async (_name, args, text) => {
    const { code, out, err } = await bellhop(await args());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(text);
  });

  test('speaks German, too', async () => {
    await importExcerpt();
    const { out } = await bellhop(['sla', 'replay', '--definition', example('around-the-clock'), ...PERIOD, '--language', 'de']);
    expect(out).toContain('10 erledigt, 0 offen');
    expect(out).not.toMatch(/cli\.sla/);
  });
});
