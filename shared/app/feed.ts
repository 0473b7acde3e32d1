import { isLaterState, type Clock, type Summary } from '../kernel';
import { deletePage, endOf, pagesBetween, rowsBetween, rowsUnder, type Storage } from '../storage/port';
import { breathe } from './breathe';
import type { Desk } from './desk';
import { rowKey, type Change, type RevisedChange } from './rows';

/** How far back each look goes: clocks of instances differ, and commits become visible out of order. */
const OVERLAP_MS = 10_000;

function changeTo(summary: Summary, types: readonly string[], at: string, by: string): Change {
  const { practice, id, version, revision } = summary;
  return { practice, id, version, ...(revision && { revision }), active: true, summary, types, at, by };
}

/** What happened to a record whose clocks were computed anew; no event of its history. */
export const REVISED = 'ClocksRecomputed';

export const revisedChange = (summary: Summary, at: string): Change => changeTo(summary, [REVISED], at, 'system');

/** Loads every active record and all configuration: one pass over the desk rows. */
export async function loadDesk(storage: Storage, partition: string, desk: Desk): Promise<void> {
  for await (const { data } of rowsUnder(storage, partition, 'x:desk:')) {
    const summary = data as Summary;
    desk.apply(changeTo(summary, [], summary.updatedAt, ''));
  }
}

/**
 * Follows the commits of other instances. It starts at the moment loading began, so that nothing falls in between. Feed rows
 * carry the time of the write by the clock of the instance that wrote them, also where history is imported.
 */
export function createFeed(storage: Storage, partition: string, desk: Desk, clock: Clock) {
  let seen = new Set<string>();
  let newest = clock.now().getTime();

  /** Summaries of records that another instance has computed anew; one that has moved on since is told by its own entry. */
  async function takeRevised({ at, revised }: RevisedChange): Promise<number> {
    const unknown = revised.filter(([id, version, revision]) => {
      const known = desk.get(id);
      return !known || isLaterState({ version, revision }, known);
    });
    const rows = await Promise.all(unknown.map(([id]) => storage.get(partition, rowKey.desk(id))));
    let news = 0;
    for (const [index, [, version, revision]] of unknown.entries()) {
      const summary = rows[index]?.data as Summary | undefined;
      const isThis = summary && summary.version === version && (summary.revision ?? 0) >= revision;
      if (isThis && desk.apply(revisedChange(summary, at))) news += 1;
    }
    // Thousands may come in a row: requests get their turn in between.
    if (unknown.length > 0) await breathe();
    return news;
  }

  async function runOnce(): Promise<number> {
    let news = 0;
    const now = new Set<string>();
    const from = rowKey.feedFrom(new Date(newest - OVERLAP_MS).toISOString());
    for await (const rows of pagesBetween(storage, partition, from, endOf('f:'))) {
      for (const { row } of rows) now.add(row);
      for (const stored of rows.filter(({ row }) => !seen.has(row))) {
        const entry = stored.data as Change | RevisedChange;
        newest = Math.max(newest, Number(stored.row.split(':')[1]));
        if ('revised' in entry) news += await takeRevised(entry);
        else if (desk.apply(entry)) news += 1;
      }
    }
    seen = now;
    return news;
  }

  /** Removes entries that every instance has read long ago, and that nobody will ask for any more who asks for those since `needed`. */
  async function trim(keepMs: number, needed: string): Promise<number> {
    const old = new Date(clock.now().getTime() - keepMs).toISOString();
    const until = rowKey.feedFrom(old < needed ? old : needed);
    return deletePage(storage, partition, 'f:', until);
  }

  return { runOnce, trim };
}

/** Active records of a practice that were written by actions since an instant, by the clocks of the instances that wrote them. */
export async function writtenSince(storage: Storage, partition: string, practice: string, instant: string): Promise<readonly string[]> {
  const ids = new Set<string>();
  for await (const { data } of rowsBetween(storage, partition, rowKey.feedFrom(instant), endOf('f:'))) {
    const entry = data as Change | RevisedChange;
    if ('practice' in entry && entry.practice === practice && entry.active) ids.add(entry.id);
  }
  return [...ids].sort();
}
