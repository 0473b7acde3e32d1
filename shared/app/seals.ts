import type { Recorded, Summary } from '../kernel';
import type { HeadMarks, StoredHead } from './rows';
import { alteredMember, hashOf, markOf, sealOf } from './seal';

/** Seals events behind the hash of the one before (`''`: none), in the form in which they are stored. */
export function sealHistory(before: string, history: readonly Recorded[]): { readonly sealed: readonly Recorded[]; readonly tip: string } {
  let tip = before;
  const sealed = history.map((entry) => {
    const seal = sealOf(tip, entry);
    tip = hashOf(seal);
    return { ...entry, seal };
  });
  return { sealed, tip };
}

/** Proves what a head holds besides its record, and the summary that its list rows hold, where it has any. */
export function marksOf({ extra, rows }: Pick<StoredHead, 'extra' | 'rows'>, summary: Summary | undefined): HeadMarks {
  const isListed = rows.some((row) => row.startsWith('x:'));
  return { extra: markOf(extra), rows: markOf(rows), ...(isListed && { summary: markOf(summary) }) };
}

export interface Altered {
  readonly seq: number;
  readonly field: string;
}

/** The first stored event that is not what was written; undefined when the whole history is. */
export function findAltered(events: readonly Recorded[]): Altered | undefined {
  let before = '';
  for (const { seal, ...entry } of events) {
    const field = alteredMember(before, entry, seal);
    if (field) return { seq: entry.seq, field };
    before = hashOf(seal ?? '');
  }
  return undefined;
}
