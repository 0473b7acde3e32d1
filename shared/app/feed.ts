import type { Clock, Summary } from '../kernel';
import { endOf, rowsUnder, type Storage } from '../storage/port';
import type { Desk } from './desk';
import { rowKey, type Change } from './rows';

/** How far back each look goes: clocks of instances differ, and commits become visible out of order. */
const OVERLAP_MS = 10_000;

/** Loads every active record and all configuration: one pass over the desk rows. */
export async function loadDesk(storage: Storage, partition: string, desk: Desk): Promise<void> {
  for await (const { data } of rowsUnder(storage, partition, 'x:desk:')) {
    const summary = data as Summary;
    desk.apply({
      practice: summary.practice, id: summary.id, version: summary.version, active: true, summary, types: [], at: summary.updatedAt, by: '',
    });
  }
}

/**
 * Follows the commits of other instances. It starts at the moment loading began, so that nothing falls in between. Feed rows
 * carry the time of the write by the clock of the instance that wrote them, also where history is imported.
 */
export function createFeed(storage: Storage, partition: string, desk: Desk, clock: Clock) {
  let seen = new Set<string>();
  let newest = clock.now().getTime();

  async function runOnce(): Promise<number> {
    let news = 0;
    const now = new Set<string>();
    const from = rowKey.feedFrom(new Date(newest - OVERLAP_MS).toISOString());
    let continuation: string | undefined;
    do {
      const page = await storage.range({ partition, from, to: endOf('f:'), ...(continuation && { continuation }) });
      for (const { row, data } of page.rows) {
        now.add(row);
        if (seen.has(row)) continue;
        const change = data as Change;
        newest = Math.max(newest, Number(row.split(':')[1]));
        if (desk.apply(change)) news += 1;
      }
      continuation = page.continuation;
    } while (continuation);
    seen = now;
    return news;
  }

  /** Removes entries that every instance has read long ago. */
  async function trim(keepMs: number): Promise<number> {
    const until = rowKey.feedFrom(new Date(clock.now().getTime() - keepMs).toISOString());
    const page = await storage.range({ partition, from: 'f:', to: until, limit: 100 });
    const [first, ...rest] = page.rows.map(({ row, etag }) => ({ kind: 'delete' as const, row, etag }));
    if (!first) return 0;
    const result = await storage.commit({ partition, guarded: [first, ...rest] });
    return result.ok ? page.rows.length : 0;
  }

  return { runOnce, trim };
}
