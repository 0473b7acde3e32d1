import type { Directory } from '../catalog';
import { iso } from '../sla';
import { turnsOf } from './duty';
import { DUTY_LEVELS, type DutyLevel } from './pick-views';
import type { Shift } from './shift';

/** Somebody who is on call now. */
export interface OnCall {
  readonly groupId: string;
  readonly level: DutyLevel;
  readonly personId: string;
  /** Hand-over, ISO instant; absent: not within the next days. */
  readonly until?: string;
}

const LOOK_MS = 35 * 86_400_000;

function holders(shift: Shift, at: number): readonly { readonly personId: string; readonly until?: string }[] {
  const turns = turnsOf(shift, at, at + LOOK_MS);
  const present = turns.filter(({ from, to }) => from <= at && at < to);
  return present.flatMap(({ memberIds }) => memberIds).map((personId) => {
    let end = at;
    for (const turn of turns) if (turn.from <= end && turn.memberIds.includes(personId)) end = Math.max(end, turn.to);
    return { personId, ...(end < at + LOOK_MS && { until: iso(end) }) };
  });
}

/** Who is on call in which group at `now`, an ISO instant; the first to be asked first (domain.md 6.2). */
export function onCallNow(directory: Directory, now: string): readonly OnCall[] {
  const shifts = [...(directory.summaries('shifts') as Iterable<unknown> as Iterable<Shift>)].filter(({ retired, level }) => !retired && level !== 'work');
  const found = shifts.flatMap((shift) => holders(shift, Date.parse(now)).map((holder): OnCall => ({ groupId: shift.groupId, level: shift.level as DutyLevel, ...holder })));
  return found.sort((a, b) => (a.groupId < b.groupId ? -1 : a.groupId > b.groupId ? 1 : DUTY_LEVELS.indexOf(a.level) - DUTY_LEVELS.indexOf(b.level)));
}
