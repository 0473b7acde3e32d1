import type { Derived } from '../kernel';
import type { Storage } from '../storage/port';
import type { Desk } from './desk';
import { practiceNamed } from './registry';
import { rowKey, type StoredHead } from './rows';

/** The places taken last in the change calendar: record and version, oldest first. */
interface FenceRow {
  readonly taken: readonly (readonly [id: string, version: number])[];
}

/** What a decision that looks at the calendar was based on; written back when it takes a place itself. */
export interface Fence {
  readonly row: string;
  readonly etag?: string;
  readonly data: FenceRow;
}

/** So many are remembered; an instance that is further behind catches up by the change feed within seconds. */
const REMEMBERED = 50;

/**
 * Makes sure that a decision sees everything that stands in the change calendar, also what another instance wrote a moment
 * ago: whoever takes a place notes it in one row, under its etag, in the same transaction. Of two who plan at once the second
 * finds that row changed and decides again.
 */
export async function readFence(storage: Storage, partition: string, desk: Desk): Promise<Fence> {
  const row = rowKey.calendarFence;
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

export function taken({ row, etag, data }: Fence, id: string, version: number): { readonly row: string; readonly data: unknown; readonly etag?: string } {
  const others = data.taken.filter(([other]) => other !== id);
  return { row, data: { taken: [...others, [id, version] as const].slice(-REMEMBERED) }, ...(etag !== undefined && { etag }) };
}
