import type { App } from '../../../shared/app';
import type { LogMapping, LogRow, RowProblem } from '../../../shared/import';
import { createLookups, type NewGroups } from './names';
import { keepNumbers } from './own-numbers';
import { createPool, type Pool } from './pool';
import { rowsOf, type LogShape, type OnProgress } from './scan';
import { writeCase, type CaseDeps, type CaseResult } from './write-case';

export interface WriteResult {
  readonly created: number;
  readonly continued: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly events: number;
  readonly groups: NewGroups;
  /** False when it was stopped before the end. */
  readonly isComplete: boolean;
}

export interface WriteRequest {
  readonly app: App;
  readonly path: string;
  readonly mapping: LogMapping;
  readonly shape: LogShape;
  readonly onProblem: (problem: RowProblem) => void;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
  /** Cases written at the same time. */
  readonly concurrency?: number;
  /** Rows that may wait for the rest of their case; beyond, cases that are in order are written in parts. */
  readonly waitingRows?: number;
}

const CONCURRENCY = 48;
const WAITING_ROWS = 20_000;

/** The second pass: every case becomes a ticket with its history. */
export async function writeLog(request: WriteRequest): Promise<WriteResult> {
  const { app, path, mapping, shape, signal, onProblem } = request;
  const { lookups, groups } = await createLookups(app, mapping, shape.groups);
  const deps: CaseDeps = { app, source: mapping.source, lookups, ownId: await keepNumbers(app, shape.cases.keys()) };
  const totals = { created: 0, continued: 0, unchanged: 0, refused: 0, events: 0 };
  const pool = createPool(request.concurrency ?? CONCURRENCY);
  const waiting = createWaiting(shape, pool, request.waitingRows ?? WAITING_ROWS, async (caseId, rows, offset) => {
    count(await writeCase(deps, caseId, rows, offset), offset === 0);
  });

  function count(result: CaseResult, isFirstPart: boolean): void {
    if (isFirstPart) totals[result.outcome] += 1;
    totals.events += result.events;
    for (const problem of result.problems) onProblem(problem);
  }

  for await (const rows of rowsOf(path, mapping, { progress: request.onProgress })) {
    for (const row of rows) {
      if (signal?.aborted) break;
      await waiting.take(row);
    }
    if (signal?.aborted) break;
    pool.throwFailure();
  }
  if (!signal?.aborted) await waiting.finish();
  await pool.drain();
  return { ...totals, groups, isComplete: !signal?.aborted };
}

interface Waiting {
  rows: LogRow[];
  /** Rows of the case that have been handed over before. */
  offset: number;
  /** The part before this one. */
  before?: Promise<void>;
}

type Write = (caseId: string, rows: readonly LogRow[], offset: number) => Promise<void>;

/** Collects the rows of each case until it is complete, in whatever order the file has them. */
function createWaiting(shape: LogShape, pool: Pool, room: number, write: Write) {
  const waiting = new Map<string, Waiting>();
  let count = 0;

  async function handOver(caseId: string, entry: Waiting): Promise<void> {
    await pool.free();
    const { rows, offset, before } = entry;
    count -= rows.length;
    entry.offset += rows.length;
    entry.rows = [];
    entry.before = pool.add(async () => {
      await before;
      await write(caseId, rows, offset);
    });
  }

  async function makeRoom(): Promise<void> {
    for (const [caseId, entry] of waiting) {
      if (count <= room / 2) return;
      if (shape.cases.get(caseId)?.isSorted && entry.rows.length > 0) await handOver(caseId, entry);
    }
  }

  return {
    async take(row: LogRow): Promise<void> {
      let entry = waiting.get(row.caseId);
      if (!entry) waiting.set(row.caseId, (entry = { rows: [], offset: 0 }));
      entry.rows.push(row);
      count += 1;
      if (entry.offset + entry.rows.length < (shape.cases.get(row.caseId)?.rows ?? 0)) {
        if (count > room) await makeRoom();
        return;
      }
      waiting.delete(row.caseId);
      await handOver(row.caseId, entry);
    },
    /** Cases that ended earlier than the first pass had seen: somebody has changed the file meanwhile. */
    async finish(): Promise<void> {
      for (const [caseId, entry] of waiting) if (entry.rows.length > 0) await handOver(caseId, entry);
    },
  };
}
