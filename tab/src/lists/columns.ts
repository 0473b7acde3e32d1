import type { ReactNode } from 'react';

export interface Column<R> {
  readonly key: string;
  readonly labelKey: string;
  /** Sort of the list; absent: cannot be sorted by. */
  readonly sort?: string;
  /** First press sorts descending: newest first. */
  readonly isNewestFirst?: boolean;
  /** Least width in pixels, and the share of what is left over. */
  readonly min: number;
  readonly share: number;
  /** Lower ranks stay longest when the table gets narrow. */
  readonly rank: number;
  /** Only in this view. */
  readonly view?: string;
  render(row: R): ReactNode;
}

export const GAP_PX = 12;
const PADDING_PX = 24;

/** As many columns of a view as fit, so that nothing is ever cut off at the side. */
export function fittingColumns<R>(columns: readonly Column<R>[], width: number, view: string): readonly Column<R>[] {
  const chosen = new Set<Column<R>>();
  let used = PADDING_PX - GAP_PX;
  for (const column of columns.filter((candidate) => !candidate.view || candidate.view === view).sort((left, right) => left.rank - right.rank)) {
    used += column.min + GAP_PX;
    if (used > width && chosen.size > 0) break;
    chosen.add(column);
  }
  return columns.filter((column) => chosen.has(column));
}

/** The columns as tracks of a CSS grid. */
export function tracksOf(columns: readonly Pick<Column<never>, 'min' | 'share'>[]): string {
  return columns.map(({ min, share }) => (share > 0 ? `minmax(${min}px, ${share}fr)` : `${min}px`)).join(' ');
}
