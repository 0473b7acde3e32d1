import type { Storage } from './port';

/** Calls of the port and the rows they moved. A range counts one call, however many requests Azure makes of it. */
export interface StorageCounts {
  readonly get: { readonly calls: number; readonly rowsRead: number };
  readonly range: { readonly calls: number; readonly rowsRead: number };
  readonly commit: { readonly calls: number; readonly rowsWritten: number };
}

export interface CountingStorage extends Storage {
  /** Since the start or the last call of this function, which starts again from nothing. */
  takeCounts(): StorageCounts;
}

/** Wraps a storage to learn what an action costs. Refused commits count as calls without rows. */
export function countCalls(storage: Storage): CountingStorage {
  let counts = nothing();
  return {
    ping: () => storage.ping(),
    close: () => storage.close(),
    async get(partition, row) {
      counts.get.calls++;
      const found = await storage.get(partition, row);
      if (found) counts.get.rowsRead++;
      return found;
    },
    async range(query) {
      counts.range.calls++;
      const page = await storage.range(query);
      counts.range.rowsRead += page.rows.length;
      return page;
    },
    async commit(batch) {
      counts.commit.calls++;
      const result = await storage.commit(batch);
      if (result.ok) counts.commit.rowsWritten += batch.guarded.length + (batch.derived?.length ?? 0);
      return result;
    },
    takeCounts() {
      const taken = counts;
      counts = nothing();
      return taken;
    },
  };
}

function nothing() {
  return { get: { calls: 0, rowsRead: 0 }, range: { calls: 0, rowsRead: 0 }, commit: { calls: 0, rowsWritten: 0 } };
}
