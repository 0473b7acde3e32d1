import type { Clock } from '../kernel';
import { rowsUnder, type Storage } from '../storage/port';
import { rowKey } from './rows';

/** On which day a key was used last, by UTC. */
interface UseRow {
  readonly day: string;
}

/**
 * When integration keys were used last, to the day: beside their records, because using a key changes nothing of it, and reading by a
 * program should not cost a write. Each instance writes once a day and key at most.
 */
export function createKeyUses(storage: Storage, partition: string, clock: Clock) {
  const noted = new Map<string, string>();

  return {
    async note(keyId: string): Promise<void> {
      const day = clock.now().toISOString().slice(0, 10);
      if (noted.get(keyId) === day) return;
      noted.set(keyId, day);
      const row = rowKey.keyUse(keyId);
      const known = await storage.get(partition, row);
      const data: UseRow = { day };
      if (known && (known.data as UseRow).day >= day) return;
      // Whoever is faster writes the same.
      await storage.commit({ partition, guarded: [known ? { kind: 'replace', row, etag: known.etag, data } : { kind: 'create', row, data }] });
    },

    /** Days by the id of the key. */
    async list(): Promise<ReadonlyMap<string, string>> {
      const days = new Map<string, string>();
      for await (const { row, data } of rowsUnder(storage, partition, rowKey.keyUses)) days.set(row.slice(rowKey.keyUses.length), (data as UseRow).day);
      return days;
    },
  };
}

export type KeyUses = ReturnType<typeof createKeyUses>;
