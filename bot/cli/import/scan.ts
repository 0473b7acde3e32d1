import { isInOrder, planFor, readRow, type LogMapping, type LogPlan, type LogRow, type RowProblem } from '../../../shared/import';
import { CliError } from '../cli-error';
import { readCsv, type CsvRecord } from './csv-records';
import { openLog } from './lines';

/** What the first pass over a file learns about one case; the second pass needs it to know when the case is complete. */
export interface CaseShape {
  rows: number;
  /** Its rows come in the file as they happened, so that they may be written before the last one has come. */
  isSorted: boolean;
  lastAt: number;
  lastOrder: number | undefined;
  state: string;
}

/** What a file holds. Times are milliseconds since 1970 UTC. */
export interface LogShape {
  readonly plan: LogPlan;
  /** Rows of the file, good or bad. */
  readonly rows: number;
  /** Rows that can be imported. */
  readonly events: number;
  readonly skipped: number;
  readonly problems: number;
  readonly cases: ReadonlyMap<string, CaseShape>;
  /** Activity -> rows. */
  readonly states: ReadonlyMap<string, number>;
  readonly groups: ReadonlySet<string>;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly openAtEnd: number;
}

export type OnProgress = (share: number) => void;

const DONE = ['resolved', 'closed', 'cancelled'];

/** Reads all good rows of a file in its order; bad ones go to `onProblem`. */
export async function* rowsOf(
  path: string,
  mapping: LogMapping,
  on: { readonly plan?: (plan: LogPlan) => void; readonly problem?: (problem: RowProblem) => void; readonly progress?: OnProgress },
): AsyncGenerator<readonly LogRow[]> {
  const log = await openLog(path);
  const { header, records } = await readCsv(log.lines, path);
  const plan = planFor(mapping, header);
  if ('missing' in plan) {
    throw new CliError('cli.import.missingColumns', { file: path, missing: plan.missing.join(', '), found: plan.found.slice(0, 60).join(', '), count: plan.missing.length });
  }
  on.plan?.(plan);
  for await (const portion of records) {
    const rows: LogRow[] = [];
    for (const record of portion) {
      const read = 'cells' in record ? readRow(plan, record.cells, record.line) : { problems: [badRecord(record)] };
      for (const problem of read.problems) on.problem?.(problem);
      if (read.row) rows.push(read.row);
    }
    on.progress?.(log.bytes === 0 ? 1 : log.bytesRead() / log.bytes);
    yield rows;
  }
}

function badRecord(record: Exclude<CsvRecord, { readonly cells: readonly string[] }>): RowProblem {
  const { line, problem } = record;
  const counts = 'found' in record ? { params: { found: record.found, expected: record.expected } } : {};
  return { line, effect: 'skipped', code: problem, ...counts };
}

/** The first pass: counts and problems, nothing is written. Memory grows with the cases, not with the rows. */
export async function scanLog(path: string, mapping: LogMapping, onProblem: (problem: RowProblem) => void, onProgress: OnProgress): Promise<LogShape> {
  let plan: LogPlan | undefined;
  let [events, skipped, problems, firstAt, lastAt] = [0, 0, 0, Infinity, -Infinity];
  const cases = new Map<string, CaseShape>();
  const states = new Map<string, number>();
  const groups = new Set<string>();
  const problem = (found: RowProblem): void => {
    problems += 1;
    if (found.effect === 'skipped') skipped += 1;
    onProblem(found);
  };
  const label = (row: LogRow): string => row.step?.state ?? 'keep';

  for await (const rows of rowsOf(path, mapping, { plan: (found) => (plan = found), problem, progress: onProgress })) {
    for (const row of rows) {
      events += 1;
      firstAt = Math.min(firstAt, row.at);
      lastAt = Math.max(lastAt, row.at);
      if (row.group) groups.add(row.group);
      states.set(label(row), (states.get(label(row)) ?? 0) + 1);
      takeRow(cases, row);
    }
  }
  const openAtEnd = [...cases.values()].filter(({ state }) => !DONE.includes(state)).length;
  return { plan: plan as LogPlan, rows: events + skipped, events, skipped, problems, cases, states, groups, firstAt, lastAt, openAtEnd };
}

function takeRow(cases: Map<string, CaseShape>, row: LogRow): void {
  const shape = cases.get(row.caseId);
  if (!shape) {
    cases.set(row.caseId, { rows: 1, isSorted: true, lastAt: row.at, lastOrder: row.order, state: row.step?.state ?? 'new' });
    return;
  }
  const last = { at: shape.lastAt, ...(shape.lastOrder !== undefined && { order: shape.lastOrder }) };
  shape.rows += 1;
  if (!isInOrder(last, row)) shape.isSorted = false;
  // The last row in log order says whether it is open; a file in any order has it somewhere.
  else if (row.step) shape.state = row.step.state;
  if (row.at < last.at) shape.isSorted = false;
  if (row.at >= shape.lastAt) shape.lastAt = row.at;
  if (row.order !== undefined && (shape.lastOrder ?? -1) <= row.order) shape.lastOrder = row.order;
}
