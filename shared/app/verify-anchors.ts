import { AppError, type Recorded } from '../kernel';
import { getEach, rowsUnder, type Storage } from '../storage/port';
import { anchorHash, linesHash, resealedKey, type Anchor } from './anchors';
import { rowKey } from './rows';
import { hashOf } from './seal';
import type { StoreProblem } from './verify';
import { brokenInAnchor } from './verify-shape';

export interface AnchorCheck {
  /** Reads the lists of anchors. */
  readonly readBlob: (key: string) => Promise<Buffer | undefined>;
  /** The hash of an anchor that was kept elsewhere: it must be one of them. */
  readonly expected?: string | undefined;
}

/** Somebody who was erased, with the hash of the list of what was sealed again because of it. */
export interface Erasure {
  readonly personId: string;
  readonly resealed: string;
}

export interface AnchorsSeen {
  count: number;
  last?: Anchor;
}

/** The lines of an anchor; none where there is nothing. A key that was altered leads anywhere, even to what is no key. */
async function contentOf(readBlob: AnchorCheck['readBlob'], key: string): Promise<string> {
  try {
    return (await readBlob(key))?.toString() ?? '';
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage.badKey') return '';
    throw error;
  }
}

/** Checks that every anchor follows from the one before, and that what it names is still there as it was. */
export async function* anchorProblems(storage: Storage, partition: string, { readBlob, expected }: AnchorCheck, erasures: readonly Erasure[], seen: AnchorsSeen): AsyncGenerator<StoreProblem> {
  const laterHashes = new Map<string, string>();
  for (const { personId, resealed } of erasures) {
    const content = (await readBlob(resealedKey(personId)))?.toString() ?? '';
    if (linesHash(content) !== resealed) yield { code: 'anchor', id: personId, row: resealedKey(personId) };
    for (const [id, seq, former, later] of content.split('\n').map((line) => line.split(' '))) if (later) laterHashes.set(`${id} ${seq} ${former}`, later);
  }
  const erased = new Set(erasures.map(({ personId }) => personId));
  const isNow = (id: string, seq: string, anchored: string, present: string): boolean => {
    for (let hash: string | undefined = anchored; hash !== undefined; hash = laterHashes.get(`${id} ${seq} ${hash}`)) if (hash === present) return true;
    // Their own entry is emptied last of all; the event that says so is in it.
    return erased.has(id);
  };
  let isExpectedThere = expected === undefined;
  for await (const { row, data } of rowsUnder(storage, partition, rowKey.anchorsAll)) {
    if (brokenInAnchor(data) !== undefined) {
      yield { code: 'anchor', id: row, row };
      continue;
    }
    const anchor = data as Anchor;
    const isChained = row === rowKey.anchor(anchor.until) && anchor.previous === (seen.last?.hash ?? '') && anchor.hash === anchorHash(anchor);
    const content = await contentOf(readBlob, anchor.key);
    if (!isChained || linesHash(content) !== anchor.lines) yield { code: 'anchor', id: row, row };
    else yield* lineProblems(storage, partition, anchor, content.split('\n').slice(0, -1), isNow);
    isExpectedThere ||= anchor.hash === expected;
    seen.count += 1;
    seen.last = anchor;
  }
  const latest = (await storage.get(partition, rowKey.lastAnchor))?.data as Anchor | undefined;
  if (latest?.hash !== seen.last?.hash) yield { code: 'anchor', id: rowKey.lastAnchor, row: rowKey.lastAnchor };
  if (!isExpectedThere) yield { code: 'anchorUnknown', id: '', expected: expected ?? '' };
}

async function* lineProblems(
  storage: Storage, partition: string, { until }: Anchor, lines: readonly string[], isNow: (id: string, seq: string, anchored: string, present: string) => boolean,
): AsyncGenerator<StoreProblem> {
  const named = lines.map((line) => line.split(' ') as [string, string, string]);
  let index = 0;
  for await (const stored of getEach(storage, partition, named.map(([id, seq]) => rowKey.event(id, Number(seq))))) {
    const [id, seq, hash] = named[index++] as [string, string, string];
    const event = stored?.data as Recorded | undefined;
    if (!isNow(id, seq, hash, hashOf(event?.seal ?? ''))) yield { code: 'anchoredEvent', id, seq: Number(seq), expected: until };
  }
}
