import { parse } from 'csv-parse/sync';
import { CliError } from '../cli-error';
import type { Line } from './lines';

/** One record of a CSV file, or why there is none on this line. `line` is where it starts. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly problem: 'columnCount'; readonly found: number; readonly expected: number }
  | { readonly line: number; readonly problem: 'brokenQuotes' | 'lineTooLong' | 'notUtf8' };

export interface CsvFile {
  readonly header: readonly string[];
  readonly records: AsyncGenerator<readonly CsvRecord[]>;
}

/** A record with line breaks in it ends within this many lines, or its quotes are broken. */
const MAX_RECORD_LINES = 200;
const MAX_RECORD_CHARS = 262_144;

/**
 * Reads a CSV file record by record. csv-parse alone takes a quote that is never closed for a field that runs to the end of
 * the file; here such a line is one bad row, and the next line is read again on its own.
 */
export async function readCsv(lines: AsyncGenerator<readonly Line[]>, path: string): Promise<CsvFile> {
  const reader = splitFirst(lines);
  const first = await reader.first();
  const headerText = first?.text.replace(/^\ufeff/, '') ?? '';
  if (headerText.trim() === '') throw new CliError('cli.import.isEmpty', { file: path });
  const delimiter = delimiterOf(headerText);
  const header = parseOne(headerText, delimiter)?.map((name) => name.trim());
  if (!header) throw new CliError('cli.import.badHeader', { file: path });
  return { header, records: recordsOf(reader.rest(), delimiter, header.length) };
}

function splitFirst(lines: AsyncGenerator<readonly Line[]>) {
  let left: readonly Line[] = [];
  return {
    async first(): Promise<Line | undefined> {
      const portion = await lines.next();
      if (portion.done) return undefined;
      left = portion.value.slice(1);
      return portion.value[0];
    },
    async *rest(): AsyncGenerator<readonly Line[]> {
      if (left.length > 0) yield left;
      yield* lines;
    },
  };
}

async function* recordsOf(lines: AsyncGenerator<readonly Line[]>, delimiter: string, columns: number): AsyncGenerator<readonly CsvRecord[]> {
  let open: readonly Line[] = [];
  for await (const portion of lines) {
    const taken = takeRecords([...open, ...portion], delimiter, columns, false);
    open = taken.open;
    if (taken.records.length > 0) yield taken.records;
  }
  const last = takeRecords(open, delimiter, columns, true);
  if (last.records.length > 0) yield last.records;
}

/** Records that are complete; `open` is the start of one that the next portion may complete. */
function takeRecords(lines: readonly Line[], delimiter: string, columns: number, isEnd: boolean) {
  const records: CsvRecord[] = [];
  let plain: Line[] = [];
  const flush = (): void => {
    records.push(...parseLines(plain, delimiter, columns));
    plain = [];
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    if (!line.isTooLong && !hasOddQuotes(line.text)) {
      plain.push(line);
      at += 1;
      continue;
    }
    const multi = line.isTooLong ? undefined : recordOverLines(lines, at, delimiter, columns);
    if (multi === 'open' && !isEnd) {
      flush();
      return { records, open: lines.slice(at) };
    }
    flush();
    if (multi && multi !== 'open') {
      records.push({ line: line.number, cells: multi.cells });
      at += multi.lines;
    } else {
      records.push({ line: line.number, problem: line.isTooLong ? 'lineTooLong' : 'brokenQuotes' });
      at += 1;
    }
  }
  flush();
  return { records, open: [] };
}

/** A record whose quoted field has line breaks; `open` when more lines are needed to know. */
function recordOverLines(lines: readonly Line[], from: number, delimiter: string, columns: number) {
  let text = (lines[from] as Line).text;
  for (let count = 1; count < MAX_RECORD_LINES && text.length < MAX_RECORD_CHARS; count += 1) {
    const line = lines[from + count];
    if (!line) return 'open' as const;
    if (line.isTooLong) return undefined;
    text += `\n${line.text}`;
    if (!hasOddQuotes(line.text)) continue;
    const cells = parseOne(text, delimiter);
    return cells?.length === columns ? { cells, lines: count + 1 } : undefined;
  }
  return undefined;
}

function hasOddQuotes(text: string): boolean {
  let isOdd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}

function parseLines(lines: readonly Line[], delimiter: string, columns: number): CsvRecord[] {
  const filled = lines.filter((line) => line.text.trim() !== '');
  if (filled.length === 0) return [];
  const all = parseAll(filled.map((line) => line.text).join('\n'), delimiter);
  if (all?.length === filled.length) return all.map((cells, index) => toRecord((filled[index] as Line).number, cells, columns));
  // Some line of the portion is broken: each on its own, to know which.
  return filled.map((line): CsvRecord => {
    const cells = parseOne(line.text, delimiter);
    return cells ? toRecord(line.number, cells, columns) : { line: line.number, problem: 'brokenQuotes' };
  });
}

function toRecord(line: number, cells: readonly string[], columns: number): CsvRecord {
  if (cells.length !== columns) return { line, problem: 'columnCount', found: cells.length, expected: columns };
  return cells.some((cell) => cell.includes('\ufffd')) ? { line, problem: 'notUtf8' } : { line, cells };
}

function parseAll(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true });
  } catch {
    return undefined;
  }
}

function parseOne(text: string, delimiter: string): readonly string[] | undefined {
  try {
    const records: string[][] = parse(text, { delimiter, record_delimiter: '\u0000', relax_column_count: true });
    return records.length === 1 ? records[0] : undefined;
  } catch {
    return undefined;
  }
}

/** Whatever stands most often in the header: comma, semicolon or tab. */
function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
