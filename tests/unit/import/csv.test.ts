// If this fails, one damaged row of a file costs all rows behind it, or is imported as something it is not.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readCsv, type CsvRecord } from '../../../bot/cli/import/csv-records';
import { MAX_LINE_CHARS, openLog } from '../../../bot/cli/import/lines';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'bellhop-csv-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(content: string | Buffer, name = 'log.csv') {
  const file = path.join(folder, name);
  await writeFile(file, content);
  const log = await openLog(file);
  const csv = await readCsv(log.lines, file);
  const records: CsvRecord[] = [];
  for await (const portion of csv.records) records.push(...portion);
  return { header: csv.header, records };
}

const good = (line: number, ...cells: string[]): CsvRecord => ({ line, cells });

describe('a CSV file', () => {
  test('quotes, doubled quotes, delimiters and line breaks inside of quotes; blank lines; no line end at the end', async () => {
    const { header, records } = await read('a,b,c\n1,"x, ""y""",3\n\n"two\nlines",b,"and\n\nthree"\nlast,,');
    expect(header).toEqual(['a', 'b', 'c']);
    expect(records).toEqual([good(2, '1', 'x, "y"', '3'), good(4, 'two\nlines', 'b', 'and\n\nthree'), good(8, 'last', '', '')]);
  });

  test('semicolons, tabs, a byte order mark, carriage returns and spaces in the header', async () => {
    expect(await read('\ufeffa; b ;c\r\n1;2,5;3\r\n')).toEqual({ header: ['a', 'b', 'c'], records: [good(2, '1', '2,5', '3')] });
    expect(await read('a\tb\n1\t2\n')).toEqual({ header: ['a', 'b'], records: [good(2, '1', '2')] });
  });

  test('packed with gzip, whatever its name', async () => {
    expect((await read(gzipSync('a,b\n1,2\n'), 'log.txt')).records).toEqual([good(2, '1', '2')]);
  });

  test('a quote that is never closed costs its own row only', async () => {
    const rows = Array.from({ length: 2_000 }, (_unused, index) => `${index},x`);
    const { records } = await read(`a,b\n1,"broken\n${rows.join('\n')}\n`);
    expect(records[0]).toEqual({ line: 2, problem: 'brokenQuotes' });
    expect(records.slice(1)).toEqual(rows.map((_row, index) => good(index + 3, String(index), 'x')));
  });

  test('two broken rows close to each other do not swallow those between', async () => {
    const { records } = await read('a,b\n1,"broken\n2,x\n3,y"z\n4,"fine"\n5,"also broken\n6,w\n');
    expect(records).toEqual([
      { line: 2, problem: 'brokenQuotes' }, good(3, '2', 'x'), { line: 4, problem: 'brokenQuotes' }, good(5, '4', 'fine'),
      { line: 6, problem: 'brokenQuotes' }, good(7, '6', 'w'),
    ]);
  });

  test('quotes in the middle of a cell are broken too', async () => {
    expect((await read('a,b\n1,x"y"z\n2,"x"y\n3,z\n')).records).toEqual([
      { line: 2, problem: 'brokenQuotes' }, { line: 3, problem: 'brokenQuotes' }, good(4, '3', 'z'),
    ]);
  });

  test('too few and too many cells, and text that is not UTF-8', async () => {
    const content = Buffer.concat([Buffer.from('a,b\n1\n1,2,3\n'), Buffer.from('caf\u00e9,x\n', 'latin1'), Buffer.from('caf\u00e9,x\n')]);
    expect((await read(content)).records).toEqual([
      { line: 2, problem: 'columnCount', found: 1, expected: 2 }, { line: 3, problem: 'columnCount', found: 3, expected: 2 },
      { line: 4, problem: 'notUtf8' }, good(5, 'café', 'x'),
    ]);
  });

  test('an endless line is left out, and what follows is read', async () => {
    const { records } = await read(`a,b\n1,2\n${'x'.repeat(3 * MAX_LINE_CHARS)}\n3,4\n`);
    expect(records).toEqual([good(2, '1', '2'), { line: 3, problem: 'lineTooLong' }, good(4, '3', '4')]);
  });

  test.each([
    ['nothing', '', 'cli.import.isEmpty'],
    ['a header with broken quotes', 'a,"b\n1,2\n', 'cli.import.badHeader'],
    ['an Excel workbook', Buffer.from('PK\u0003\u0004'), 'cli.import.isExcel'],
    ['UTF-16', Buffer.from('\ufeffa,b\n', 'utf16le'), 'cli.import.isUtf16'],
    ['half a gzip file', gzipSync('a,b\n1,2\n'.repeat(1_000)).subarray(0, 40), 'cli.import.isDamaged'],
  ])('%s is refused with a reason', async (_what, content, key) => {
    await expect(read(content)).rejects.toMatchObject({ key });
  });

  test('a file that is not there, or a folder, is refused with a reason', async () => {
    await expect(openLog(path.join(folder, 'none.csv'))).rejects.toMatchObject({ key: 'cli.fileUnreadable', params: { reason: 'ENOENT' } });
    await expect(openLog(folder)).rejects.toMatchObject({ key: 'cli.fileUnreadable' });
  });
});
