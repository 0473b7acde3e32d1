// If this fails, administrators cannot rely on the command line: its help, its exit codes, what it writes and finds.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { rowKey, type StoredHead } from '../../shared/app';
import { openStorage } from '../../shared/storage';
import { INCIDENT_EXCERPT } from '../_support/incident-log';
import { runCli, type CliResult } from '../_support/run-cli';

jest.setTimeout(120_000);

let folder: string;
let dataDirectory: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bellhop-cli-'));
  dataDirectory = path.join(folder, 'data');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bellhop = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> => runCli(args, { dataDirectory, folder, env });
const importExcerpt = (...more: readonly string[]): Promise<CliResult> => bellhop(['import', 'servicenow', INCIDENT_EXCERPT, ...more]);

describe('bellhop', () => {
  test('says what it can do', async () => {
    const [plain, help, german] = await Promise.all([bellhop([]), bellhop(['--help']), bellhop(['help'], { LANG: 'de_DE.UTF-8' })]);
    expect(plain.code).toBe(2);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const command of ['import', 'export', 'backup', 'restore', 'verify', 'person', 'doctor', 'seed', 'sla', 'classify']) expect(help.out).toContain(`  ${command}`);
    expect(german.out).toContain('Befehle:');
  });

  test.each([
    [['fly'], 'There is no command "fly"'],
    [['verify', '--fast'], 'There is no option --fast here'],
    [['verify', 'please'], 'That is too much: please'],
    [['import', '--zone'], 'The option --zone needs a value'],
    [['verify', '--language', 'fr'], 'The language must be en or de, not "fr"'],
    [['import'], 'Say what to import'],
    [['import', 'jira', 'x.csv'], 'There is no import for "jira"'],
    [['import', 'log', 'x.csv'], 'An event log needs a mapping file'],
    [['import', 'servicenow', 'x.csv', '--zone', 'Mars'], '"Mars" is not a time zone'],
    [['seed', '--seed', 'many'], 'The seed must be a whole number'],
  ])('%j is refused with what to do, and nothing is written', async (args, text) => {
    const { code, out, err } = await bellhop(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(text);
    expect(await readdir(folder)).toEqual([]);
  });

  test('settings that are not right are named', async () => {
    const { code, err } = await bellhop(['verify'], { PORT: 'x', BELLHOP_TENANT: 'A B' });
    expect(code).toBe(2);
    expect(err).toContain('PORT must be a number');
    expect(err).toContain('BELLHOP_TENANT');
  });
});

describe('bellhop import', () => {
  test('first shows what is in the file and writes nothing', async () => {
    const { code, out } = await importExcerpt();
    expect(code).toBe(0);
    expect(out.split('\n').map((line) => line.trimEnd())).toEqual([
      'servicenow-excerpt.csv as ServiceNow',
      '  Rows                71',
      '  Incidents           10',
      '  Events              71',
      expect.stringMatching(/^ {2}Time {16}Feb 29, 2016, 1:23.AM to Dec 6, 2016, 11:00.AM \(UTC\)$/),
      '  States              New 18 · In progress 18 · On hold 12 · Resolved 12 · Closed 11',
      '  Groups              12, of which 12 are new here',
      '  Open at the end     0',
      '  Numbers             10 keep their number, 0 get a new one',
      '  Columns not found   description, close_notes',
      '  Problems            none',
      'Nothing was written. To import, run the same command with --commit.',
      '',
    ]);
    expect((await bellhop(['verify'])).out).toContain('0 records, 0 events');
  });

  test('writes with --commit, and nothing the second time', async () => {
    const first = await importExcerpt('--commit', '--zone', 'Europe/Berlin');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('Imported: 10 new tickets, 0 continued, 0 unchanged, 0 left alone.');
    expect(first.out).toContain('12 support groups were added. They have no members yet');
    expect(first.out.trim().split('\n').at(-1)).toMatch(/^10 incidents and 71 events in [\d.]+ s: [\d,]+ incidents\/s, [\d,]+ events\/s, [\d,]+ MB of memory at most$/);
    expect((await importExcerpt('--commit', '--zone', 'Europe/Berlin')).out).toContain('0 new tickets, 0 continued, 10 unchanged');
    expect(await bellhop(['verify'])).toMatchObject({ code: 0, out: expect.stringContaining('22 records, 83 events') });
  });

  test('lists problems in a report beside it and says so by its exit code', async () => {
    const lines = (await readFile(INCIDENT_EXCERPT, 'utf8')).split('\n');
    lines[2] = 'INC0000045,"broken';
    lines[3] = (lines[3] ?? '').replace('29/2/2016 11:29', 'yesterday');
    await writeFile(path.join(folder, 'bad.csv'), lines.join('\n'));
    const { code, out } = await bellhop(['import', 'servicenow', 'bad.csv', '--commit']);
    expect(code).toBe(1);
    expect(out).toContain('2 problems; 2 rows cannot be imported');
    expect(out).toContain('  - line 3: The quotes in this row do not match.');
    expect(out).toContain(`All of them: ${path.join(folder, 'bad.problems.csv')}`);
    expect(out).toContain('Imported: 10 new tickets');
    expect((await readFile(path.join(folder, 'bad.problems.csv'), 'utf8')).trim().split('\r\n')).toHaveLength(3);
    expect((await bellhop(['import', 'servicenow', 'bad.csv', '--report', 'none/r.csv'])).err).toContain('none/r.csv cannot be written (ENOENT)');
  });

  test.each([
    ['a column is missing', (text: string) => text.replaceAll('incident_state', 'status'), 'The column incident_state is missing in'],
    ['several columns are missing', (text: string) => text.replace('number,incident_state', 'a,b'), 'These columns are missing in'],
    ['there are no rows', (text: string) => `${text.split('\n')[0]}\n`, 'can be imported'],
    ['it is empty', () => '', 'is empty: the first line must name the columns'],
  ])('stops with a sentence when %s', async (_what, change, text) => {
    const file = path.join(folder, 'bad.csv');
    await writeFile(file, change(await readFile(INCIDENT_EXCERPT, 'utf8')));
    const { code, out, err } = await bellhop(['import', 'servicenow', file, '--commit']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(text);
    expect(await readdir(folder)).toEqual(['bad.csv']);
  });

  test('takes any event log with a mapping file', async () => {
    const log = [
      'Case ID;Activity;Resource;Complete Timestamp;Product',
      'Case 1;Assign seriousness;Value 1;2012/10/09 14:50:17.000;Value 3',
      'Case 2;Insert ticket;Value 2;2012/10/09 15:00:00.000;Value 9',
      'Case 1;Wait;Value 4;2012/10/10 08:00:00.000;Value 3',
      'Case 1;Resolve ticket;Value 1;2012/10/12 15:02:56.000;Value 3',
    ];
    const mapping = {
      source: 'Help 9',
      columns: { case: 'Case ID', activity: 'Activity', actor: 'Resource', time: 'Complete Timestamp' },
      dateFormat: 'yyyy/MM/dd HH:mm:ss.SSS',
      otherStates: 'keep',
      states: { Wait: 'onHold:requester', 'Resolve ticket': 'resolved' },
      title: ['Product'],
    };
    await writeFile(path.join(folder, 'log.csv'), log.join('\n'));
    await writeFile(path.join(folder, 'map.json'), JSON.stringify(mapping));
    const { code, out } = await bellhop(['import', 'log', 'log.csv', '--mapping', 'map.json', '--commit']);
    expect(out).toContain('Imported: 2 new tickets');
    expect(code).toBe(0);
    const lines = (await bellhop(['export'])).out.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    const tickets = lines.filter(({ kind, practice }) => kind === 'record' && practice === 'tickets').map(({ record }) => record as Record<string, unknown>);
    expect(tickets.map(({ id }) => id)).toEqual(['INC0000001', 'INC0000002']);
    expect(tickets).toContainEqual(
      expect.objectContaining({
        title: 'Value 3', state: 'resolved', external: expect.objectContaining({ source: 'Help 9', id: 'Case 1' }),
        resolution: expect.objectContaining({ byName: 'Value 1', at: '2012-10-12T15:02:56.000Z' }),
      }),
    );
    expect(tickets).toContainEqual(expect.objectContaining({ title: 'Value 9', state: 'new', external: expect.objectContaining({ id: 'Case 2' }) }));
  });

  test('explains what is wrong with a mapping file', async () => {
    await writeFile(path.join(folder, 'map.json'), '{"columns": {"case": "a"}, "states": {"x": "done"}}');
    await writeFile(path.join(folder, 'broken.json'), '{');
    const { code, err } = await bellhop(['import', 'log', INCIDENT_EXCERPT, '--mapping', 'map.json']);
    expect(code).toBe(2);
    expect(err).toContain('- states.x: use one of new, assigned');
    expect(err).toContain('- columns.time: say which column it is.');
    expect((await bellhop(['import', 'log', INCIDENT_EXCERPT, '--mapping', 'broken.json'])).err).toContain('broken.json is not valid JSON');
    expect((await bellhop(['import', 'log', INCIDENT_EXCERPT, '--mapping', 'none.json'])).err).toContain('none.json cannot be read (ENOENT)');
  });
});

describe('bellhop export', () => {
  test('writes everything, twice the same, packed if wanted', async () => {
    await importExcerpt('--commit');
    const printed = await bellhop(['export']);
    const [plain, packed] = [await bellhop(['export', 'all.jsonl']), await bellhop(['export', 'all.jsonl.gz'])];
    expect([printed.code, plain.code, packed.code]).toEqual([0, 0, 0]);
    expect(plain.out).toBe('22 records, 83 events, 0 links, 0 attachments in all.jsonl\n');
    const text = await readFile(path.join(folder, 'all.jsonl'), 'utf8');
    expect(text).toBe(printed.out);
    expect(gunzipSync(await readFile(path.join(folder, 'all.jsonl.gz'))).toString()).toBe(text);
    const kinds = text.trim().split('\n').map((line) => (JSON.parse(line) as { kind: string }).kind);
    expect(kinds.slice(0, 3)).toEqual(['export', 'record', 'event']);
    expect(await readdir(folder)).toEqual(['all.jsonl', 'all.jsonl.gz', 'data']);
  });

  test('leaves no half file where it cannot write', async () => {
    const { code, err } = await bellhop(['export', 'no/such/folder.jsonl']);
    expect(code).toBe(1);
    expect(err).toContain('cannot be written (ENOENT)');
  });
});

describe('bellhop verify', () => {
  /** Changes stored rows behind Bellhop's back. */
  async function tamper(row: string, change: (data: Record<string, unknown>) => unknown): Promise<void> {
    const { storage } = await openStorage('embedded', dataDirectory);
    const found = await storage.get('main', row);
    if (!found) throw new Error(`no row ${row}`);
    const data = change(found.data as Record<string, unknown>);
    const write = data === undefined ? { kind: 'delete' as const, row, etag: found.etag } : { kind: 'replace' as const, row, etag: found.etag, data };
    await storage.commit({ partition: 'main', guarded: [write] });
    await storage.close();
  }

  test('names record, event and field of every difference', async () => {
    await importExcerpt('--commit');
    await tamper(rowKey.head('INC0000045'), (head) => ({ ...head, record: { ...(head as unknown as StoredHead).record, priority: 'P1' } }));
    await tamper(rowKey.event('INC0000047', 3), () => undefined);
    await tamper(rowKey.event('INC0000093', 2), (event) => ({ ...event, event: { type: 'ImportedChange', values: {}, set: { state: 'resolved' } } }));
    let listRow = '';
    await tamper(rowKey.head('INC0000130'), (head) => {
      listRow = (head as unknown as StoredHead).rows[0] ?? '';
      return head;
    });
    await tamper(listRow, () => undefined);
    const { code, out } = await bellhop(['verify']);
    expect(code).toBe(1);
    expect(out).toContain('INC0000045, field priority: history says "P3", stored is "P1".');
    expect(out).toContain('INC0000047, event 4: expected event 3.');
    expect(out).toContain('INC0000093, event 2: event.values is not what was written.');
    expect(out).toContain(`INC0000130: the row ${listRow} is missing.`);
    expect(out).toMatch(/\d+ differences found\.\n$/);
  });

  test('finds rows that no record owns, and numbers that would be given twice', async () => {
    await importExcerpt('--commit');
    await tamper(rowKey.head('INC0000137'), (head) => ({ ...head, rows: [] }));
    await tamper(rowKey.numbers('INC'), () => ({ last: 7 }));
    const { code, out } = await bellhop(['verify'], { LANG: 'de_DE.UTF-8' });
    expect(code).toBe(1);
    expect(out).toMatch(/x:tickets\.ended:\d+:INC0000137: gehört zu keinem Datensatz/);
    expect(out).toContain('INC0023726: Die Nummer kann noch einmal vergeben werden');
  });
});

describe('bellhop doctor', () => {
  let other: Server | undefined;
  afterEach(() => new Promise<void>((resolve) => (other ? other.close(() => resolve()) : resolve())));

  test('finds everything in order here', async () => {
    const { code, out } = await bellhop(['doctor'], { PORT: '0' });
    expect(out).toContain('[ok]       Node.js');
    expect(out).toContain('[ok]       Storage');
    expect(out).toContain('[ok]       Teams app package: manifest');
    expect(code).toBe(0);
  });

  test('says what to do about a taken port, a folder that cannot be used, and settings', async () => {
    other = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
    await new Promise((resolve) => other?.once('listening', resolve));
    const port = String((other.address() as AddressInfo).port);
    await writeFile(dataDirectory, 'a file where the folder should be');
    const { code, out } = await bellhop(['doctor'], { PORT: port });
    expect(code).toBe(1);
    expect(out).toContain(`[PROBLEM]  Port ${port}: Another program uses it.`);
    expect(out).toContain('[PROBLEM]  Storage: The folder');
    const settings = await bellhop(['doctor'], { NODE_ENV: 'production' });
    expect(settings.code).toBe(1);
    expect(settings.out).toContain('[PROBLEM]  Settings: Set MicrosoftAppId');
    expect((await bellhop(['doctor'], { BELLHOP_STORAGE: 'AccountKey=secret;', PORT: '0' })).out).toMatch(/\[PROBLEM\] {2}Storage: BELLHOP_STORAGE must be(?!.*secret)/);
  });
});

describe('bellhop seed', () => {
  test('fills an empty store once, and an import takes its place beside it', async () => {
    const first = await bellhop(['seed', '--seed', '7']);
    expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^The demo company is there: 6\d people, 8 groups, \d+ open tickets\.\n$/) });
    expect(await bellhop(['seed'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('The store is not empty') });
    const imported = await importExcerpt('--commit');
    expect(imported.code).toBe(0);
    expect(imported.out).toContain('get a new one');
    expect(await bellhop(['verify'])).toMatchObject({ code: 0 });
  });
});
