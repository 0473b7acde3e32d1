import type { LogRow } from './log-row';

/** Which rows of a case have been imported already: their digests in order, and where the last one stood. */
export interface Applied {
  readonly digests: readonly string[];
  readonly lastAt: number;
  readonly lastOrder?: number;
}

export interface Sorted {
  readonly pending: readonly LogRow[];
  /** Not known, but older than what has been imported: history is not rewritten. */
  readonly late: readonly LogRow[];
}

/** Does the file's own order agree with the log's counter, or with its times where it has none? */
export function isInOrder(before: Pick<LogRow, 'at' | 'order'>, after: Pick<LogRow, 'at' | 'order'>): boolean {
  if (before.order !== undefined && after.order !== undefined) return before.order <= after.order;
  return before.at <= after.at;
}

/**
 * The rows of one case in log order. A file whose counter never falls is in order, whatever its times say; otherwise time
 * decides, then the counter, then the place in the file.
 */
export function inLogOrder(rows: readonly LogRow[]): readonly LogRow[] {
  const isSorted = rows.every((row, index) => index === 0 || isInOrder(rows[index - 1] as LogRow, row));
  if (isSorted) return rows;
  return [...rows].sort((left, right) => left.at - right.at || (left.order ?? 0) - (right.order ?? 0) || left.line - right.line);
}

/** What is left to import of these rows, given in log order; `offset` rows of the case came before them. */
export function stillToImport(rows: readonly LogRow[], applied: Applied | undefined, offset = 0): Sorted {
  if (!applied) return { pending: rows, late: [] };
  const isBegun = applied.digests.length >= offset && applied.digests.length <= offset + rows.length;
  const here = applied.digests.slice(offset);
  if (isBegun && here.every((digest, index) => rows[index]?.digest === digest)) return { pending: rows.slice(here.length), late: [] };
  const known = new Map<string, number>();
  for (const digest of applied.digests) known.set(digest, (known.get(digest) ?? 0) + 1);
  const fresh = rows.filter((row) => {
    const left = known.get(row.digest) ?? 0;
    if (left > 0) known.set(row.digest, left - 1);
    return left === 0;
  });
  const last = { at: applied.lastAt, ...(applied.lastOrder !== undefined && { order: applied.lastOrder }) };
  const isLate = (row: LogRow): boolean => row.at < last.at || !isInOrder(last, row);
  return { pending: fresh.filter((row) => !isLate(row)), late: fresh.filter(isLate) };
}
