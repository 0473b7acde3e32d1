import { AppError, isEqual, type Derived, type Summary } from '../kernel';
import { LIMITS, type DerivedWrite, type GuardedWrite, type Storage } from '../storage/port';
import { ownedRows } from './commit-events';
import type { Desk } from './desk';
import { revisedChange } from './feed';
import type { HeldMarker, Markers, RecomputeMarker } from './recompute-marker';
import { practiceNamed } from './registry';
import { rowKey, type RevisedChange, type StoredHead } from './rows';
import { marksOf } from './seals';

/** A record whose clocks differ under the present terms, with the rows that make it so. */
export interface Revision {
  readonly id: string;
  readonly summary: Summary;
  readonly guarded: GuardedWrite;
  readonly derived: readonly DerivedWrite[];
}

/** The marker after `written` more records; `isThrough` when all of a batch are through, so that the cursor may move on. */
export type Advance = (written: number, isThrough: boolean) => RecomputeMarker;

/** Besides the records, a batch holds the marker and the entry in the feed. */
const ROWS_OF_RECORDS = LIMITS.batchRows - 2;
const TRIES = 5;

const rowsOf = ({ derived }: Revision): number => 1 + derived.length;

/** Splits revisions, in order, into batches that the store takes. */
export function batchesOf(revisions: readonly Revision[]): readonly (readonly Revision[])[] {
  const batches: Revision[][] = [];
  let rows = Infinity;
  for (const revision of revisions) {
    if (rows + rowsOf(revision) > ROWS_OF_RECORDS) {
      batches.push([]);
      rows = 0;
    }
    batches.at(-1)?.push(revision);
    rows += rowsOf(revision);
  }
  return batches;
}

export function createRevisions(storage: Storage, partition: string, desk: Desk, markers: Markers) {
  /** Computes a record anew; undefined when nothing of it changes, or when it is not active any more. */
  async function revise(id: string): Promise<Revision | undefined> {
    const stored = await storage.get(partition, rowKey.head(id));
    const head = stored?.data as StoredHead | undefined;
    const practice = head && practiceNamed(head.practice);
    if (!stored || !practice) return undefined;
    const derived = practice.derive(head.record, desk.directory, head.extra) as Derived;
    if (!derived.active || isUnchanged(head, derived)) return undefined;
    const revision = (head.revision ?? 0) + 1;
    const summary: Summary = { ...derived.summary, revision };
    const { rows, puts } = ownedRows(id, derived, summary);
    const { extra = {} } = derived;
    const next: StoredHead = { practice: head.practice, record: head.record, revision, extra, rows, tip: head.tip, marks: marksOf({ extra, rows }, summary) };
    const gone = head.rows.filter((row) => !rows.includes(row)).map((row): DerivedWrite => ({ kind: 'drop', row }));
    return { id, summary, guarded: { kind: 'replace', row: rowKey.head(id), etag: stored.etag, data: next }, derived: [...puts, ...gone] };
  }

  function isUnchanged(head: StoredHead, { summary, extra = {}, ...derived }: Derived): boolean {
    const { rows } = ownedRows(head.record.id, { summary, ...derived }, summary);
    if (rows.length !== head.rows.length || !rows.every((row) => head.rows.includes(row)) || !isEqual(extra, head.extra)) return false;
    // A new version of Bellhop may say more in summaries, with the same clocks.
    const known = desk.get(head.record.id);
    const isSameState = known?.version === head.record.version && known.revision === head.revision;
    return !isSameState || isEqual(summary, { ...known, revision: undefined });
  }

  function commit(batch: readonly Revision[], held: HeldMarker, marker: RecomputeMarker, at: string) {
    const first = batch[0] as Revision;
    const entry: RevisedChange = { at, revised: batch.map(({ id, summary }) => [id, summary.version, summary.revision ?? 0] as const) };
    const feed = rowKey.feedOfRevised(at, first.id, first.summary.version, first.summary.revision ?? 0);
    return storage.commit({
      partition,
      guarded: [{ kind: 'replace', row: markers.row, etag: held.etag, data: marker }, ...batch.map(({ guarded }) => guarded)],
      derived: [...batch.flatMap(({ derived }) => derived), { kind: 'put', row: feed, data: entry }],
    });
  }

  /**
   * Writes revisions together with the marker. A record that somebody else changes at the same time is computed again. Returns
   * the marker as it is then, or undefined when another instance has taken over.
   */
  async function write(batch: readonly Revision[], held: HeldMarker, advance: Advance, isThrough = true): Promise<HeldMarker | undefined> {
    let fresh = batch;
    for (let tries = 0; tries < TRIES && fresh.length > 0; tries += 1) {
      const marker = advance(fresh.length, isThrough);
      const at = markers.now();
      const result = await commit(fresh, held, marker, at).catch(tooLargeAsUndefined);
      if (!result) break;
      if (result.ok) {
        for (const { summary } of fresh) desk.apply(revisedChange(summary, at));
        return { marker, etag: result.etags.get(markers.row) ?? '' };
      }
      if (result.row === markers.row) return undefined;
      fresh = (await Promise.all(fresh.map(({ id }) => revise(id)))).filter((revision) => revision !== undefined);
    }
    return fresh.length > 1 ? writeEach(fresh, held, advance) : { ...held, marker: advance(0, isThrough) };
  }

  /** One by one: a single record that is changed all the time, or is too large, must not hold up the others. */
  async function writeEach(batch: readonly Revision[], held: HeldMarker, advance: Advance): Promise<HeldMarker | undefined> {
    let written = 0;
    let now: HeldMarker | undefined = held;
    for (const [index, revision] of batch.entries()) {
      if (!now) return undefined;
      const before = written;
      const step: Advance = (count, isThrough) => advance((written = before + count), isThrough);
      now = await write([revision], now, step, index === batch.length - 1);
    }
    return now;
  }

  return { revise, write };
}

function tooLargeAsUndefined(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'storage.tooLarge') return undefined;
  throw error;
}
