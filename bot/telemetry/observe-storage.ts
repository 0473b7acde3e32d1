import type { Storage } from '../../shared/storage/port';
import type { Meter } from './meter';
import { errorType } from './shown-error';
import { inSpan } from './spans';

interface Seen<T> {
  readonly rows: (result: T) => number;
  /** Why a commit did not happen; not an error, somebody was faster. */
  readonly lost?: (result: T) => string;
}

/** Which kind of row, the first letter of its key (docs/stored-rows.md); the rest of a key may hold names. */
const kindOf = (row: string): string => row.slice(0, 1);

/** The same storage, whose calls are measured and are steps of traces. */
export function observeStorage(storage: Storage, meter: Meter): Storage {
  function seen<T>(operation: string, row: string, call: () => Promise<T>, { rows, lost }: Seen<T>): Promise<T> {
    const attributes = { 'db.operation.name': operation, 'bellhop.row_kind': kindOf(row) };
    return inSpan(`storage ${operation}`, { kind: 'client', attributes, isPartOnly: true }, async (span) => {
      const startedAt = performance.now();
      const took = (): number => (performance.now() - startedAt) / 1_000;
      try {
        const result = await call();
        const reason = lost?.(result) ?? '';
        meter.storage(operation, reason, rows(result), took());
        span.set({ 'bellhop.rows': rows(result), ...(reason && { 'bellhop.lost': reason }) });
        return result;
      } catch (error) {
        meter.storage(operation, errorType(error), 0, took());
        throw error;
      }
    });
  }

  return {
    get: (partition, row) => seen('get', row, () => storage.get(partition, row), { rows: (found) => (found ? 1 : 0) }),
    range: (query) => seen('range', query.from, () => storage.range(query), { rows: (page) => page.rows.length }),
    commit: (batch) =>
      seen('commit', batch.guarded[0].row, () => storage.commit(batch), {
        rows: (result) => (result.ok ? batch.guarded.length + (batch.derived?.length ?? 0) : 0),
        lost: (result) => (result.ok ? '' : result.reason),
      }),
    ping: () => storage.ping(),
    close: () => storage.close(),
  };
}
