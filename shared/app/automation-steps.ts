import { MAX_DEPTH, ruleActor, type WantedRun } from '../automation';
import { AppError } from '../kernel';
import type { Storage } from '../storage/port';
import type { LogEntry, LoggedRun } from './automation-log';
import type { Performed, PerformRequest } from './perform';
import { rowKey, type StoredHead } from './rows';

const LOST_RACES = 6;

export interface StepDeps {
  readonly storage: Storage;
  readonly partition: string;
  readonly perform: (request: PerformRequest) => Promise<Performed>;
}

type Step = LoggedRun['steps'][number];

/** What rules are to do, written down before the first of them begins. */
export type Plan = Omit<LogEntry, 'isDone' | 'runs'> & { readonly runs: readonly WantedRun[] };

/**
 * Carries out what rules want of one record, each step at most once: what is to be done is fixed in a row that only one instance
 * can make, and every step has a key of that row. Whoever comes later, or again after a crash, does what is left.
 */
export function createCarryOut({ storage, partition, perform }: StepDeps) {
  /** Throws when the store is busy: then all of it is tried again, and what was done already stays done. */
  async function once(recordId: string, step: Step, actor: PerformRequest['actor'], idempotencyKey: string): Promise<Step> {
    const { action } = step;
    for (let tries = 0; tries < LOST_RACES; tries += 1) {
      const head = (await storage.get(partition, rowKey.head(recordId)))?.data as StoredHead | undefined;
      if (!head) return { action, result: 'refused', code: 'kernel.notFound' };
      const performed = await perform({ action, id: recordId, version: head.record.version, input: step.input, actor, idempotencyKey });
      if (!('refused' in performed)) return { action, result: 'done' };
      if (performed.refused.code !== 'kernel.stale') return { action, result: 'refused', code: performed.refused.code };
    }
    throw new AppError('busy', 'storage.busy', { detail: `${LOST_RACES} lost races on ${recordId}` });
  }

  async function tried(...given: Parameters<typeof once>): Promise<Step> {
    try {
      return await once(...given);
    } catch (error) {
      if (error instanceof AppError && error.kind === 'busy') throw error;
      // Trying it for ever would keep everything else from being told.
      return { action: given[1].action, result: 'refused', code: 'bug' };
    }
  }

  async function runRule(entry: LogEntry, run: LoggedRun, row: string): Promise<LoggedRun> {
    const actor = ruleActor({ id: run.ruleId, name: run.name, depth: entry.depth });
    const steps: Step[] = [];
    for (const [place, step] of run.steps.entries()) {
      const isStopped = steps.some(({ result }) => result !== 'done');
      if (entry.depth > MAX_DEPTH) steps.push({ action: step.action, result: 'tooDeep' });
      else if (isStopped) steps.push({ action: step.action, result: 'skipped' });
      else steps.push(await tried(entry.recordId, step, actor, `${run.ruleId} ${row} ${place}`));
    }
    return { ...run, steps };
  }

  /** `plan` is asked only by whoever comes first; undefined: nothing to do. Returns whether there was anything to do. */
  return async function carryOut(row: string, plan: () => Promise<Plan | undefined>): Promise<boolean> {
    let stored = await storage.get(partition, row);
    if (!stored) {
      const wanted = await plan();
      if (!wanted) return false;
      const entry: LogEntry = { ...wanted, isDone: false };
      await storage.commit({ partition, guarded: [{ kind: 'create', row, data: entry }] });
      // Ours, or that of somebody who was faster.
      stored = await storage.get(partition, row);
    }
    if (!stored) return false;
    const entry = stored.data as LogEntry;
    if (entry.isDone) return false;
    const runs: LoggedRun[] = [];
    for (const run of entry.runs) runs.push(await runRule(entry, run, row));
    const done: LogEntry = { ...entry, runs, isDone: true };
    // Whoever else was at it has written the same.
    await storage.commit({ partition, guarded: [{ kind: 'replace', row, etag: stored.etag, data: done }] });
    return true;
  };
}

export type CarryOut = ReturnType<typeof createCarryOut>;
