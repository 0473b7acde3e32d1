import type { StepOutcome } from '../automation';
import { deletePage, endOf, type Storage } from '../storage/port';
import { rowKey } from './rows';

/** What one rule did to one record, or is about to do: inputs are kept only until then. */
export interface LoggedRun {
  readonly ruleId: string;
  readonly name: string;
  readonly version: number;
  readonly steps: readonly { readonly action: string; readonly input?: Readonly<Record<string, unknown>>; readonly result?: StepOutcome['result']; readonly code?: string }[];
}

/** What rules did about one event of a record, or because it was time. */
export interface LogEntry {
  readonly recordId: string;
  readonly practice: string;
  /** When it happened that called for them, ISO instant. */
  readonly at: string;
  /** Types of the events; none where time called. */
  readonly because: readonly string[];
  /** How many rules stand between what a person did and this. */
  readonly depth: number;
  readonly runs: readonly LoggedRun[];
  readonly isDone: boolean;
}

const KEPT_MS = 30 * 86_400_000;
/** Rows that are looked at for a log of one rule or record: nobody scrolls further. */
const MOST_READ = 3_000;

/** The run log: bounded by age, one row for each event that called for rules. */
export function createAutomationLog(storage: Storage, partition: string) {
  return {
    /** The newest first, of one rule, one record, or all. */
    async list({ limit, ruleId, recordId }: { readonly limit: number; readonly ruleId?: string | undefined; readonly recordId?: string | undefined }): Promise<readonly LogEntry[]> {
      const found: LogEntry[] = [];
      let looked = 0;
      let continuation: string | undefined;
      do {
        const page = await storage.range({ partition, from: rowKey.automationRunsAll, to: endOf(rowKey.automationRunsAll), limit: 500, ...(continuation && { continuation }) });
        for (const { data } of page.rows) {
          const entry = data as LogEntry;
          const runs = entry.runs.filter((run) => ruleId === undefined || run.ruleId === ruleId);
          if (entry.isDone && runs.length > 0 && (recordId === undefined || entry.recordId === recordId)) found.push({ ...entry, runs });
        }
        looked += page.rows.length;
        continuation = page.continuation;
      } while (continuation && found.length < limit && looked < MOST_READ);
      return found.slice(0, limit);
    },

    /** Removes a page of what is older than 30 days; returns how many. */
    async trim(now: string): Promise<number> {
      const from = rowKey.automationRunsUntil(new Date(Date.parse(now) - KEPT_MS).toISOString());
      return deletePage(storage, partition, from, endOf(rowKey.automationRunsAll));
    },
  };
}
