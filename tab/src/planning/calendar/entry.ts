import type { ChangeRow } from '../../../../shared/changes/change-views';
import type { Translate } from '../../lib/texts';
import type { PlanningWords } from '../words';
import type { Stretch } from './days';

/** A change where the calendar shows it. */
export interface Entry extends Stretch {
  readonly key: string;
  readonly row: ChangeRow;
  /** Where it would lie after the move that is under way. */
  readonly isGhost?: boolean;
}

/** Changes that have a window, the earliest first. */
export function entriesOf(rows: readonly ChangeRow[]): readonly Entry[] {
  return rows
    .flatMap((row) => (row.plannedStart && row.plannedEnd && row.state !== 'cancelled' ? [{ key: row.id, row, from: row.plannedStart, to: row.plannedEnd }] : []))
    .sort((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : left.key < right.key ? -1 : 1));
}

export const mayMove = ({ row }: Entry): boolean => row.can.includes('changes.reschedule');

/** Everything about a change in one sentence, for those who do not see its color; it begins as its bar does. */
export function entryText({ row, from, to }: Entry, words: PlanningWords, t: Translate): string {
  const parts = [
    `${words.clock(from)} ${row.title}`, row.id, words.range(from, to), t(`changeType.${row.type}`), t(`risk.${row.risk}`), t(`state.${row.state}`),
    row.isOnHold && t('planning.onHold'), row.collisionCount > 0 && t('planning.collisions', { count: row.collisionCount }),
  ];
  return parts.filter(Boolean).join(', ');
}
