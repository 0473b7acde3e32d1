import { overlaps, type Stretch } from './days';
import type { Band } from './bands';
import type { Entry } from './entry';

/** One line of the timeline: an item with everything that concerns it. */
export interface ItemRow {
  /** Absent for changes that name no item. */
  readonly id?: string;
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly bands: readonly Band[];
}

/** A freeze that names no items may concern any; a maintenance window is for the items it names. */
const concerns = (band: Band, itemId: string | undefined): boolean =>
  (band.kind === 'freeze' && band.itemIds.length === 0) || (itemId !== undefined && band.itemIds.includes(itemId));

/** A line for every item of the changes, by name; changes without an item come last. With an item wanted: only that one. */
export function itemRows(entries: readonly Entry[], bands: readonly Band[], range: Stretch, wantedId: string | undefined, wantedName: string | undefined): readonly ItemRow[] {
  const shown = entries.filter((entry) => overlaps(entry, range));
  const names = new Map(shown.flatMap(({ row }) => row.itemIds.map((id, index) => [id, row.items[index] ?? id] as const)));
  if (wantedId !== undefined && !names.has(wantedId)) names.set(wantedId, wantedName ?? wantedId);
  const ids = [...names].filter(([id]) => wantedId === undefined || id === wantedId).sort(([, left], [, right]) => left.localeCompare(right));
  const rows: ItemRow[] = ids.map(([id, name]) => ({
    id, name, entries: shown.filter(({ row }) => row.itemIds.includes(id)), bands: bands.filter((band) => concerns(band, id) && overlaps(band, range)),
  }));
  const homeless = shown.filter(({ row }) => row.itemIds.length === 0);
  if (homeless.length > 0 && wantedId === undefined) rows.push({ name: '', entries: homeless, bands: bands.filter((band) => concerns(band, undefined) && overlaps(band, range)) });
  return rows;
}
