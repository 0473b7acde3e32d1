import { isEqual, type Recorded, type Summary } from '../kernel';
import type { GuardedWrite, StoredRow } from '../storage/port';
import type { StoredHead } from './rows';
import { hashOf, sealOf } from './seal';
import { marksOf } from './seals';

/** The stored rows of one record that hold what it says. */
export interface SealedRows {
  readonly id: string;
  readonly head: StoredRow;
  readonly events: readonly StoredRow[];
}

export interface Resealed {
  readonly writes: readonly GuardedWrite[];
  /** `id seq former-hash new-hash` for every event whose seal is another one now. */
  readonly lines: readonly string[];
  /** Events that say something else now. */
  readonly events: number;
  readonly isHeadChanged: boolean;
}

/**
 * Changes what a record says, and seals its history again from there on. `change` is applied to events and head alike; `summary`:
 * what its list rows will hold. Done again it changes nothing more.
 */
export function reseal({ head, events }: SealedRows, change: (data: unknown) => unknown, summary: Summary | undefined): Resealed {
  const writes: GuardedWrite[] = [];
  const lines: string[] = [];
  let changed = 0;
  let tip = '';
  for (const { row, etag, data } of events) {
    const { seal: former = '', ...entry } = data as Recorded;
    const next = change(entry) as Recorded;
    const seal = sealOf(tip, next);
    tip = hashOf(seal);
    if (!isEqual(next, entry)) changed += 1;
    if (seal === former) continue;
    writes.push({ kind: 'replace', row, etag, data: { ...next, seal } });
    lines.push(`${entry.recordId} ${entry.seq} ${hashOf(former)} ${tip}\n`);
  }
  const { tip: formerTip, marks, ...content } = head.data as StoredHead;
  const next = change(content) as Omit<StoredHead, 'tip' | 'marks'>;
  const nextMarks = marksOf(next, summary);
  const isHeadChanged = !isEqual(next, content) || tip !== formerTip || !isEqual(nextMarks, marks);
  if (isHeadChanged) writes.push({ kind: 'replace', row: head.row, etag: head.etag, data: { ...next, tip, marks: nextMarks } });
  return { writes, lines, events: changed, isHeadChanged };
}
