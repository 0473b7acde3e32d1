import { ruleActor, type RecurringTicket } from '../automation';
import { AppError, type Clock } from '../kernel';
import { startsBetween } from '../scheduling';
import type { Storage } from '../storage/port';
import type { LogEntry } from './automation-log';
import type { Desk } from './desk';
import type { Performed, PerformRequest } from './perform';
import { rowKey } from './rows';

export interface RecurringDeps {
  readonly storage: Storage;
  readonly partition: string;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly perform: (request: PerformRequest) => Promise<Performed>;
}

/** What was missed for longer, because nothing was running, is left out. */
const MISSED_MS = 86_400_000;

/** Reports tickets that come round, each once: of those that were missed only the last one. */
export function createRecurring({ storage, partition, desk, clock, perform }: RecurringDeps) {
  const done = new Map<string, number>();

  async function report({ id, name, version, title, description, categoryId, groupId, requesterId, reach, work }: RecurringTicket, at: string): Promise<void> {
    const row = rowKey.automationRun(at, id);
    if (await storage.get(partition, row)) return;
    const input = Object.fromEntries(Object.entries({ title, description, categoryId, groupId, requesterId, reach, work }).filter(([, value]) => value !== undefined));
    let performed: Performed;
    try {
      performed = await perform({ action: 'tickets.report', input, actor: ruleActor({ id, name, depth: 1 }), idempotencyKey: `${id} ${at}` });
    } catch (error) {
      if (error instanceof AppError && error.kind === 'busy') throw error;
      performed = { refused: { code: 'bug' } };
    }
    const step = 'refused' in performed ? { result: 'refused' as const, code: performed.refused.code } : { result: 'done' as const };
    const entry: LogEntry = {
      recordId: 'refused' in performed ? id : performed.record.id, practice: 'recurringTickets', at, because: [], depth: 1, isDone: true,
      runs: [{ ruleId: id, name, version, steps: [{ action: 'tickets.report', ...step }] }],
    };
    await storage.commit({ partition, guarded: [{ kind: 'create', row, data: entry }] });
  }

  return async function runDue(): Promise<number> {
    const until = clock.now().getTime();
    let count = 0;
    for (const entry of [...desk.all('recurringTickets')] as unknown as readonly RecurringTicket[]) {
      if (entry.retired || entry.isEnabled !== true) continue;
      const after = Math.max(Date.parse(entry.updatedAt), until - MISSED_MS, done.get(entry.id) ?? 0);
      const last = startsBetween(entry.occurrences, entry.zone, after, until).at(-1);
      if (last === undefined) continue;
      await report(entry, new Date(last).toISOString());
      done.set(entry.id, last);
      count += 1;
    }
    return count;
  };
}
