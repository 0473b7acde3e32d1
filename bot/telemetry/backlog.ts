import { rowKey, type App } from '../../shared/app';
import { LIMITS } from '../../shared/storage/port';

/** Work that waits: `outbox` to be looked at, `deliveries` and `webhooks` to be told now, `timers` to be performed now. */
export interface Backlog {
  readonly queue: 'outbox' | 'deliveries' | 'webhooks' | 'timers';
  /** At most one page of storage; undefined when the store did not answer. */
  readonly entries: number | undefined;
  /** How long the oldest waits. */
  readonly oldestSeconds: number | undefined;
}

type BacklogApp = Pick<App, 'storage' | 'partition' | 'clock'>;

/** Where each queue begins, and where what is due until now ends. Its keys hold the instant after the first colon. */
const QUEUES = [
  ['outbox', rowKey.outboxAll, () => 'o;'],
  ['deliveries', rowKey.dueAll, rowKey.dueUntil],
  ['webhooks', rowKey.webhookDueAll, rowKey.webhookDueUntil],
  ['timers', rowKey.timersAll, rowKey.timersUntil],
] as const;

/** Reads what waits: one page of each queue, the same rows that the jobs look at. */
export function readBacklog({ storage, partition, clock }: BacklogApp): Promise<readonly Backlog[]> {
  const now = clock.now().getTime();
  const until = new Date(now + 1).toISOString();
  return Promise.all(
    QUEUES.map(async ([queue, from, to]): Promise<Backlog> => {
      try {
        const { rows } = await storage.range({ partition, from, to: to(until), limit: LIMITS.pageRows });
        const [first] = rows;
        return { queue, entries: rows.length, oldestSeconds: first ? Math.max(0, now - Number(first.row.split(':')[1])) / 1_000 : 0 };
      } catch {
        return { queue, entries: undefined, oldestSeconds: undefined };
      }
    }),
  );
}
