import type { Clock } from '../kernel';
import { deletePage, endOf, type DerivedWrite, type Storage } from '../storage/port';
import { queueRowsOf, type Delivery } from './delivery';
import { rowKey } from './rows';

const KEPT_MS = 30 * 86_400_000;

/** Nobody was told, nobody was told instead, and nobody will be told by itself. Calls of webhooks have a list of their own. */
const isUndelivered = ({ state, target }: Delivery): boolean => (state === 'failed' || state === 'dead') && target.to !== 'webhook' && target.to !== 'cards';

/** Beside a delivery that did not arrive: where whoever looks after the desk finds it. */
export const undeliveredRows = (delivery: Delivery): readonly DerivedWrite[] =>
  isUndelivered(delivery) ? [{ kind: 'put', row: rowKey.undelivered(delivery.doneAt ?? delivery.at, delivery.recordId, delivery.id), data: delivery }] : [];

/** What did not arrive, and sending it again. */
export function createUndelivered(storage: Storage, partition: string, clock: Clock) {
  return {
    /** The newest first. */
    async list(limit: number): Promise<readonly Delivery[]> {
      const page = await storage.range({ partition, from: rowKey.undeliveredAll, to: endOf(rowKey.undeliveredAll), limit });
      return page.rows.map(({ data }) => data as Delivery);
    },

    /** Sends a delivery again that has failed or was given up. `undefined`: it is not there, or it is none of those. */
    async again(recordId: string, id: string): Promise<Delivery | undefined> {
      const row = rowKey.delivery(recordId, id);
      const stored = await storage.get(partition, row);
      const delivery = stored?.data as Delivery | undefined;
      if (!stored || !delivery || !isUndelivered(delivery)) return undefined;
      const { doneAt: _done, reason: _reason, ...rest } = delivery;
      const next: Delivery = { ...rest, state: 'pending', attempts: 0, dueAt: clock.now().toISOString() };
      const result = await storage.commit({
        partition,
        guarded: [{ kind: 'replace', row, etag: stored.etag, data: next }],
        derived: [...queueRowsOf(next).map((entry): DerivedWrite => ({ kind: 'put', ...entry })), ...undeliveredRows(delivery).map((entry): DerivedWrite => ({ kind: 'drop', row: entry.row }))],
      });
      return result.ok ? next : undefined;
    },

    /** Removes a page of what did not arrive more than 30 days ago from the list; returns how many. */
    async trim(): Promise<number> {
      const from = rowKey.undeliveredUntil(new Date(clock.now().getTime() - KEPT_MS).toISOString());
      return deletePage(storage, partition, from, endOf(rowKey.undeliveredAll));
    },
  };
}

export type Undelivered = ReturnType<typeof createUndelivered>;
