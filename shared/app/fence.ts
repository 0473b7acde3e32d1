import type { Derived } from '../kernel';
import type { Storage } from '../storage/port';
import type { Desk } from './desk';
import { practiceNamed } from './registry';
import { rowKey, type StoredHead } from './rows';

/** The places taken last: record and version, oldest first; and when each turn was used last. */
interface FenceRow {
  readonly taken: readonly (readonly [id: string, version: number])[];
  readonly turns?: Readonly<Record<string, string>>;
}

/** `calendar`: places in the change calendar. `assignment`: who was given work. */
export type FenceName = 'calendar' | 'assignment';

/** What a decision was based on; written back when it takes a place itself. */
export interface Fence {
  readonly row: string;
  readonly etag?: string;
  readonly data: FenceRow;
}

/** So many are remembered; an instance that is further behind catches up by the change feed within seconds. */
const REMEMBERED = 50;
/** Turns used longer ago than all of these are as good as never used. */
const TURNS = 1_000;

/**
 * Makes sure that a decision sees everything that stands in the change calendar, or everything that was assigned, also what
 * another instance wrote a moment ago: whoever takes a place notes it in one row, under its etag, in the same transaction. Of
 * two who decide at once the second finds that row changed and decides again.
 */
export async function readFence(storage: Storage, partition: string, desk: Desk, name: FenceName): Promise<Fence> {
  const row = rowKey.fence(name);
  const stored = await storage.get(partition, row);
  const data = (stored?.data as FenceRow | undefined) ?? { taken: [] };
  for (const [id, version] of data.taken) if (!desk.hasSeen(id, version)) await catchUp(storage, partition, desk, id);
  return { row, data, ...(stored && { etag: stored.etag }) };
}

async function catchUp(storage: Storage, partition: string, desk: Desk, id: string): Promise<void> {
  const head = (await storage.get(partition, rowKey.head(id)))?.data as StoredHead | undefined;
  const practice = head && practiceNamed(head.practice);
  if (!practice) return;
  const { summary, active } = practice.derive(head.record, desk.directory, head.extra) as Derived;
  const { version, updatedAt } = head.record;
  desk.apply({ practice: practice.name, id, version, ...(head.revision && { revision: head.revision }), active, summary, types: [], at: updatedAt, by: '' });
}

/** What the row says after a place was taken, and a turn was used `at` an ISO instant. */
export function taken({ row, etag, data }: Fence, id: string, version: number, turn: { readonly key: string | undefined; readonly at: string }): { readonly row: string; readonly data: FenceRow; readonly etag?: string } {
  const others = data.taken.filter(([other]) => other !== id);
  const turns = turn.key === undefined ? data.turns : latest({ ...data.turns, [turn.key]: after(data.turns, turn.at) });
  return { row, data: { taken: [...others, [id, version] as const].slice(-REMEMBERED), ...(turns && { turns }) }, ...(etag !== undefined && { etag }) };
}

/** Turns used in the same millisecond still have an order. */
function after(turns: FenceRow['turns'] = {}, at: string): string {
  const last = Object.values(turns).reduce((latestAt, used) => (used > latestAt ? used : latestAt), '');
  return last < at ? at : new Date(Date.parse(last) + 1).toISOString();
}

function latest(turns: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(turns);
  if (entries.length <= TURNS) return turns;
  return Object.fromEntries(entries.sort((left, right) => (left[1] < right[1] ? -1 : 1)).slice(-TURNS));
}
