import type { Directory } from '../catalog';
import { absenceOf, shiftsOf } from './members';
import { DAY, iso, type Stretch } from '../sla';
import { turnsOf, united, type Turn } from './duty';
import { SHIFT_LEVELS, type ShiftLevel } from './shift-schema';

/** Somebody's time in one shift of a group. Instants are milliseconds since 1970. */
export interface PlannedTurn extends Turn {
  readonly shiftId: string;
  readonly level: ShiftLevel;
}

/** Who leaves at the end of a shift, and when each is back; absent: not within two weeks. */
export interface ShiftEnd {
  readonly at: number;
  readonly leaving: readonly { readonly personId: string; readonly backAt?: number }[];
}

/** Who has it next, and from when. `until`: when the first of them leaves again. */
export interface Takeover {
  readonly personIds: readonly string[];
  readonly startsAt: number;
  readonly until?: number;
}

/** They work, or are asked first; second and third on call stand by and have nothing to hand over. */
const ON_DUTY: readonly ShiftLevel[] = ['work', 'primary'];
/** How far ahead it is looked for whoever comes next. */
const HORIZON = 14 * DAY;
const BACK = 2 * DAY;

/** What a group has planned between two instants, all levels, in the order of their beginnings. */
export function plannedTurns(directory: Directory, groupId: string, from: number, to: number): readonly PlannedTurn[] {
  const turns = shiftsOf(directory, groupId).flatMap((shift) => turnsOf(shift, from, to).map((turn): PlannedTurn => ({ ...turn, shiftId: shift.id, level: shift.level })));
  return turns.sort((left, right) => left.from - right.from || left.to - right.to || (left.shiftId < right.shiftId ? -1 : 1));
}

const isOnDuty = ({ level }: PlannedTurn): boolean => ON_DUTY.includes(level);

/** When each person is on duty, without the seams between two shifts that follow each other. */
function dutyOf(turns: readonly PlannedTurn[]): ReadonlyMap<string, readonly Stretch[]> {
  const times = new Map<string, Stretch[]>();
  for (const turn of turns.filter(isOnDuty)) for (const id of turn.memberIds) times.set(id, [...(times.get(id) ?? []), { from: turn.from, to: turn.to }]);
  return new Map([...times].map(([id, stretches]) => [id, united(stretches)]));
}

/**
 * Every end of a shift in `(from, to]` at which somebody leaves who is not on duty right afterwards, in order. Ends of turns of a
 * rotation are ends too (domain.md 6.2); who goes on in another shift of the group does not leave.
 */
export function shiftEnds(directory: Directory, groupId: string, from: number, to: number): readonly ShiftEnd[] {
  const turns = plannedTurns(directory, groupId, from - BACK, to + HORIZON);
  const ends = new Map<number, { personId: string; backAt?: number }[]>();
  for (const [personId, stretches] of dutyOf(turns)) {
    stretches.forEach((stretch, index) => {
      if (stretch.to <= from || stretch.to > to) return;
      const backAt = stretches[index + 1]?.from;
      ends.set(stretch.to, [...(ends.get(stretch.to) ?? []), { personId, ...(backAt !== undefined && { backAt }) }]);
    });
  }
  return [...ends].map(([at, leaving]) => ({ at, leaving })).sort((left, right) => left.at - right.at);
}

/** Who is on duty in a group at an instant: who works, and whoever is first on call. */
export function peopleOnDuty(directory: Directory, groupId: string, at: number): readonly string[] {
  const now = plannedTurns(directory, groupId, at, at + 1).filter(isOnDuty);
  return [...new Set(now.flatMap(({ memberIds }) => memberIds))];
}

/** On duty at an instant at the first level of the plan that has somebody who is there. */
function present(turns: readonly PlannedTurn[], at: number, isThere: (personId: string, at: number) => boolean): readonly PlannedTurn[] {
  for (const level of SHIFT_LEVELS) {
    const now = turns.filter((turn) => turn.level === level && turn.from <= at && at < turn.to && turn.memberIds.some((id) => isThere(id, at)));
    if (now.length > 0) return now;
  }
  return [];
}

/**
 * Who has it after `at`, as the plan says: those who work then, else whoever is on call, first, second, third; where nobody is,
 * the next shift that begins. Never those who leave, and nobody who is away. Undefined: nobody within two weeks.
 */
export function takeoverAt(directory: Directory, groupId: string, at: number, leavingIds: readonly string[]): Takeover | undefined {
  const turns = plannedTurns(directory, groupId, at - BACK, at + HORIZON);
  const isThere = (id: string, when: number): boolean =>
    !leavingIds.includes(id) && directory.person(id)?.retired === false && absenceOf(directory, id, iso(when)).awayUntil === undefined;
  const instants = [at, ...turns.filter(({ from }) => from > at).map(({ from }) => from)];
  for (const startsAt of instants) {
    const found = present(turns, startsAt, isThere);
    if (found.length === 0) continue;
    const personIds = [...new Set(found.flatMap(({ memberIds }) => memberIds))].filter((id) => isThere(id, startsAt));
    const until = Math.min(...found.map((turn) => turn.to));
    return { personIds, startsAt, ...(until < at + HORIZON && { until }) };
  }
  return undefined;
}
