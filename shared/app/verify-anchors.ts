import type { Recorded } from '../kernel';
import { rowsUnder, type Storage } from '../storage/port';
import { anchorHash, linesHash, type Anchor } from './anchors';
import { rowKey } from './rows';
import { hashOf } from './seal';
import type { StoreProblem } from './verify';

const GETS_AT_ONCE = 50;

export interface AnchorCheck {
  /** Reads the lists of anchors. */
  readonly readBlob: (key: string) => Promise<Buffer | undefined>;
  /** The hash of an anchor that was kept elsewhere: it must be one of them. */
  readonly expected?: string | undefined;
}

export interface AnchorsSeen {
  count: number;
  last?: Anchor;
}

/** Checks that every anchor follows from the one before, and that what it names is still there as it was. */
export async function* anchorProblems(storage: Storage, partition: string, { readBlob, expected }: AnchorCheck, seen: AnchorsSeen): AsyncGenerator<StoreProblem> {
  let isExpectedThere = expected === undefined;
  for await (const { row, data } of rowsUnder(storage, partition, rowKey.anchorsAll)) {
    const anchor = data as Anchor;
    const content = (await readBlob(anchor.key))?.toString() ?? '';
    const isWhole = row === rowKey.anchor(anchor.until) && anchor.previous === (seen.last?.hash ?? '') && anchor.hash === anchorHash(anchor) && linesHash(content) === anchor.lines;
    if (!isWhole) yield { code: 'anchor', id: row, row };
    else yield* lineProblems(storage, partition, anchor, content.split('\n').slice(0, -1));
    isExpectedThere ||= anchor.hash === expected;
    seen.count += 1;
    seen.last = anchor;
  }
  const latest = (await storage.get(partition, rowKey.lastAnchor))?.data as Anchor | undefined;
  if (latest?.hash !== seen.last?.hash) yield { code: 'anchor', id: rowKey.lastAnchor, row: rowKey.lastAnchor };
  if (!isExpectedThere) yield { code: 'anchorUnknown', id: '', expected: expected ?? '' };
}

async function* lineProblems(storage: Storage, partition: string, { until }: Anchor, lines: readonly string[]): AsyncGenerator<StoreProblem> {
  for (let start = 0; start < lines.length; start += GETS_AT_ONCE) {
    const part = lines.slice(start, start + GETS_AT_ONCE).map((line) => line.split(' ') as [string, string, string]);
    const events = await Promise.all(part.map(([id, seq]) => storage.get(partition, rowKey.event(id, Number(seq)))));
    for (const [index, [id, seq, hash]] of part.entries()) {
      const event = events[index]?.data as Recorded | undefined;
      if (hashOf(event?.seal ?? '') !== hash) yield { code: 'anchoredEvent', id, seq: Number(seq), expected: until };
    }
  }
}
