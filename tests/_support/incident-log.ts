import { createReadStream, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { createGunzip, gzip } from 'node:zlib';

/** The whole log: "Incident management process enriched event log", CC BY 4.0, C. A. L. Amaral, M. Fantinato, S. M. Peres, UCI. */
export const INCIDENT_LOG = path.resolve(__dirname, '../../../shared/data/servicenow-incident-log.csv.gz');
/** Some of its incidents, committed with these tests. */
export const INCIDENT_EXCERPT = path.resolve(__dirname, '../unit/import/servicenow-excerpt.csv');

export const LOG_SIZE = { incidents: 17_136, events: 101_045 } as const;

export type LogLine = Readonly<Record<string, string>>;

/**
 * The log is no part of the repository: a person who tries Bellhop need not have it, so there the tests on it are left out,
 * and said to be. CI must have it.
 */
export const isIncidentLogLeftOut = !existsSync(INCIDENT_LOG) && !process.env.CI;

export function requireIncidentLog(): void {
  if (existsSync(INCIDENT_LOG)) return;
  throw new Error(`The real incident log is missing: ${INCIDENT_LOG}. It is not part of the repository; put it there to run this test.`);
}

const linesOf = (file: string): AsyncIterable<string> => createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity });

/** Reads the log without any of our code: it has no quotes, so that a comma always ends a cell. Rows by incident, in order. */
export async function readIncidentLog(file = INCIDENT_LOG): Promise<ReadonlyMap<string, readonly LogLine[]>> {
  const cases = new Map<string, LogLine[]>();
  let header: string[] | undefined;
  for await (const line of linesOf(file)) {
    const cells = line.split(',');
    if (!header) {
      header = cells;
      continue;
    }
    const row = Object.fromEntries(cells.map((cell, index) => [header?.[index] ?? '', cell]));
    const number = row['number'] ?? '';
    const rows = cases.get(number);
    if (rows) rows.push(row);
    else cases.set(number, [row]);
  }
  return cases;
}

/** Writes every `share`-th incident of the log, with all its rows in their order, as a log of its own. */
export async function writeShareOfLog(share: number, file: string): Promise<void> {
  const kept: string[] = [];
  let number = '';
  let incidents = 0;
  for await (const line of linesOf(INCIDENT_LOG)) {
    const next = line.slice(0, line.indexOf(','));
    if (next !== number) incidents += 1;
    number = next;
    // The first one is the line with the names of the columns.
    if (kept.length === 0 || incidents % share === 0) kept.push(line);
  }
  await writeFile(file, await promisify(gzip)(`${kept.join('\n')}\n`));
}

/** `29/2/2016 01:16` as UTC. */
export function logTime(text: string): string {
  const [, day, month, year, hour, minute] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(text) ?? [];
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))).toISOString();
}
