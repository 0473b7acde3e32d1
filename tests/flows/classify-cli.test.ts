// If this fails, nobody can train Bellhop on their own tickets at the command line, or trust the figures that it prints.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { LabelledTicket } from '../../shared/classifier';
import { runCli, startCli, type CliResult } from '../_support/run-cli';
import { madeTickets } from '../unit/classifier/made-tickets';

jest.setTimeout(240_000);

const csvOf = (tickets: readonly LabelledTicket[]): string =>
  ['Document,Topic_group', ...tickets.map(({ text, label }) => `"${text}, said ""she""",${label}`), ''].join('\n');

let folder: string;
const bellhop = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> =>
  runCli(['classify', ...args], { dataDirectory: path.join(folder, 'data'), folder, env });
const write = (name: string, content: string | Buffer): Promise<void> => writeFile(path.join(folder, name), content);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bellhop-classify-'));
  await write('own.csv', csvOf(madeTickets(60, 1)));
  await write('others.csv.gz', gzipSync(csvOf(madeTickets(60, 2))));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a model of own tickets', () => {
  let trained: CliResult;
  beforeAll(async () => (trained = await bellhop(['train', 'own.csv'])));

  test('is trained from a file, and says what it learned', () => {
    expect(trained).toMatchObject({ code: 0, err: '' });
    expect(trained.out).toMatch(/^Learned 4 topics from 60 tickets in [\d.]+ s: own\.model\.gz, [\d,]+ KB\nOn 60 tickets held back: [\d.]+% right; [\d.]+% could be decided without a person, 95 % of them right\.\n$/);
  });

  test('is the same when it is trained again', async () => {
    expect((await bellhop(['train', 'own.csv', '--out', 'again.model.gz'])).code).toBe(0);
    const [first, again] = await Promise.all(['own.model.gz', 'again.model.gz'].map((name) => readFile(path.join(folder, name))));
    expect(first?.equals(again as Buffer)).toBe(true);
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  test('is measured on other tickets, as JSON', async () => {
    const { code, out, err } = await bellhop(['evaluate', 'others.csv.gz', '--model', 'own.model.gz']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const result = JSON.parse(out) as Record<string, unknown>;
    expect(result).toMatchObject({
      tickets: 60, skippedRows: 0, accuracy: expect.any(Number), macroF1: expect.any(Number), calibrationError: expect.any(Number), coverageAt95: expect.any(Number),
      decided: { coverage: expect.any(Number) }, msPerTicket: { mean: expect.any(Number), p50: expect.any(Number), p99: expect.any(Number) },
      model: { file: 'own.model.gz', trainedOn: 60 },
    });
    expect(result.accuracy).toBeGreaterThan(0.8);
    expect((result.perClass as { label: string; support: number }[]).map(({ label, support }) => [label, support])).toEqual([
      ['Access', 15], ['Hardware', 15], ['Printing', 15], ['Purchase', 15],
    ]);
    expect(result).not.toHaveProperty('warning');
  });

  test('warns when it is measured on the tickets it was made from, in the language of the terminal', async () => {
    const { out } = await bellhop(['evaluate', 'own.csv', '--model', 'own.model.gz'], { LANG: 'de_DE.UTF-8' });
    expect((JSON.parse(out) as { warning: string }).warning).toContain('aus genau diesen Tickets gemacht');
  });

  test('leaves out rows that cannot be read, and says how many', async () => {
    await write('rows.csv', 'Document,Topic_group\nmy laptop,Hardware\n"broken,Access\nno topic,\na,b,c\nlocked account,Access\n');
    const { code, out, err } = await bellhop(['evaluate', 'rows.csv', '--model', 'own.model.gz']);
    expect({ code, err }).toEqual({ code: 0, err: '3 rows were left out, the first in line 3: the quotes or the number of cells are not right, or there is no topic.\n' });
    expect(JSON.parse(out)).toMatchObject({ tickets: 2, skippedRows: 3 });
  });

  test('names topics that it does not know', async () => {
    await write('topics.csv', 'Document,Topic_group\na,Access\nb,Catering\nc,Parking\n');
    const { code, out, err } = await bellhop(['evaluate', 'topics.csv', '--model', 'own.model.gz']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe('The model does not know these topics: Catering, Parking. It knows: Access, Hardware, Printing, Purchase\n');
  });

  test('is refused when it is damaged, something else, or not there', async () => {
    const bytes = await readFile(path.join(folder, 'own.model.gz'));
    await write('half.gz', bytes.subarray(0, bytes.length / 2));
    await write('else.gz', gzipSync('hello'));
    const evaluate = (model: string) => bellhop(['evaluate', 'own.csv', '--model', model]);
    expect((await evaluate('half.gz')).err).toContain('half.gz is damaged.');
    expect((await evaluate('else.gz')).err).toContain('else.gz is not a model of Bellhop.');
    expect((await evaluate('own.csv')).err).toContain('own.csv is not a model of Bellhop.');
    expect(await evaluate('none.gz')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('none.gz cannot be read (ENOENT)') });
  });
});

test('without --model the shipped one is measured', async () => {
  await write('it.csv', 'Document,Topic_group\nlaptop screen broken keyboard does not work,Hardware\npassword reset account locked,Access\n');
  const { code, out } = await bellhop(['evaluate', 'it.csv']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ tickets: 2, accuracy: 1, model: { file: 'shipped', trainedOn: 38_269 } });
});

test.each([
  [[], 2, 'Say what to do: bellhop classify train FILE'],
  [['train'], 2, 'Say what to do'],
  [['guess', 'own.csv'], 2, 'Say what to do'],
  [['train', 'own.csv', '--model', 'x'], 2, 'There is no option --model here'],
  [['evaluate', 'own.csv', '--out', 'x'], 2, 'There is no option --out here'],
  [['train', 'none.csv'], 1, 'none.csv cannot be read (ENOENT)'],
  [['train', 'own.csv', '--out', 'no/such/folder.gz'], 1, 'no/such/folder.gz cannot be written (ENOENT)'],
])('%j is refused with what to do', async (args, code, text) => {
  const result = await bellhop(args);
  expect(result).toMatchObject({ code, out: '' });
  expect(result.err).toContain(text);
});

test.each([
  ['is empty', '', 'is empty: the first line must name the columns'],
  ['has other columns', 'text,category\nhello,Access\n', 'These columns are missing in bad.csv: Document, Topic_group. The first line must name Document (the text) and Topic_group (the topic); it names: text, category'],
  ['lacks the topic', 'Document,Topic\nhello,Access\n', 'The column Topic_group is missing in bad.csv.'],
  ['has no rows', 'Document,Topic_group\n', 'There is no ticket with a topic in bad.csv.'],
  ['is a damaged archive', gzipSync(csvOf(madeTickets(60, 1))).subarray(0, 200), 'bad.csv is damaged'],
  ['has too few tickets', csvOf(madeTickets(8, 1)), '8 tickets are too few to learn from.'],
  ['has one topic', csvOf(madeTickets(40, 1).map(({ text }) => ({ text, label: 'All' }))), 'All tickets have the same topic.'],
])('training says so when the file %s', async (_what, content, text) => {
  await write('bad.csv', content);
  const { code, out, err } = await bellhop(['train', 'bad.csv']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(text);
  expect(await readdir(folder)).not.toContain('bad.model.gz');
});

test('Ctrl+C stops the training and leaves nothing behind', async () => {
  await write('large.csv', csvOf(madeTickets(20_000, 4)));
  const { child, result } = startCli(['classify', 'train', 'large.csv'], { dataDirectory: path.join(folder, 'data'), folder });
  const stop = setInterval(() => child.kill('SIGINT'), 2_000);
  const { code, err, out } = await result.finally(() => clearInterval(stop));
  expect(out).toBe('');
  expect(code === 1 ? err : 'Stopping …').toContain('Stopping');
  expect(await readdir(folder)).not.toContain('large.model.gz');
});
