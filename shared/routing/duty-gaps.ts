import type { Directory } from '../catalog';
import { iso, openTimeOf, type Stretch } from '../sla';
import { plannedTurns } from './duty-plan';
import { united } from './duty';
import { shiftsOf, absenceOf } from './members';
import type { DutyGap, DutyOverlap } from './duty-views';

/** What is in `whole` and in none of `parts`; both in order, `parts` without touching each other. */
function without(whole: Stretch, parts: readonly Stretch[]): readonly Stretch[] {
  const left: Stretch[] = [];
  let at = whole.from;
  for (const { from, to } of parts) {
    if (to <= at || from >= whole.to) continue;
    if (from > at) left.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  if (at < whole.to) left.push({ from: at, to: whole.to });
  return left;
}

/**
 * When nobody of a group is there although somebody should be: while its calendar is open, or around the clock where it has none
 * (domain.md 6.2). Whoever is away is not there. Only groups with shifts have gaps.
 */
export function dutyGaps(directory: Directory, groupId: string, from: number, to: number): readonly DutyGap[] {
  if (shiftsOf(directory, groupId).length === 0) return [];
  const calendar = directory.calendar(directory.group(groupId)?.calendarId);
  const wanted = calendar ? openTimeOf(calendar, directory.calendar).intervals(from, to) : [{ from, to }];
  const planned = plannedTurns(directory, groupId, from, to);
  const isThere = (id: string, turn: Stretch): boolean => {
    const { awayUntil } = absenceOf(directory, id, iso(turn.from));
    return directory.person(id)?.retired === false && (awayUntil === undefined || Date.parse(awayUntil) < turn.to);
  };
  const covered = united(planned.filter((turn) => turn.memberIds.some((id) => isThere(id, turn))));
  const manned = united(planned.filter(({ memberIds }) => memberIds.length > 0));
  return wanted.flatMap((stretch) => without(stretch, covered)).map((gap): DutyGap => {
    const isPlanned = without(gap, manned).length === 0;
    return { groupId, from: iso(gap.from), to: iso(gap.to), ...(isPlanned && { isByAbsence: true }) };
  });
}

/** When two shifts of the same kind run at the same time: wanted to hand over, or a slip in the plan (domain.md 6.2). */
export function dutyOverlaps(directory: Directory, groupId: string, from: number, to: number): readonly DutyOverlap[] {
  const turns = plannedTurns(directory, groupId, from, to);
  const found: DutyOverlap[] = [];
  turns.forEach((turn, index) => {
    for (const other of turns.slice(index + 1)) {
      if (other.from >= turn.to) break;
      if (other.level !== turn.level || other.shiftId === turn.shiftId) continue;
      const start = Math.max(turn.from, other.from);
      found.push({ groupId, level: turn.level, shiftIds: [turn.shiftId, other.shiftId], from: iso(start), to: iso(Math.min(turn.to, other.to)) });
    }
  });
  return found;
}
