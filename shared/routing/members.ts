import type { Directory } from '../catalog';
import { ASSIGNMENT_DEFAULTS, isAway, type Group, type SkillNeed } from '../people';
import { openTimeOf, type Stretch } from '../sla';
import { AHEAD, dutyAmong, timesByPerson } from './duty';
import { NO_LOAD, withWork, type Load, type OpenWork } from './load';
import type { DutyLevel } from './pick-views';
import type { Duty, Member } from './rule-out';
import type { Shift } from './shift';

/** Work that somebody has now. */
export interface HeldWork extends OpenWork {
  readonly assigneeId: string;
}

export interface MembersInput {
  readonly directory: Directory;
  readonly group: Group;
  /** ISO instant. */
  readonly now: string;
  /** Open tickets with an assignee that are not on hold, of all groups. */
  readonly work: Iterable<HeldWork>;
  /** When each person last got something in this group, ISO instants. */
  readonly lastAssigned: Readonly<Record<string, string>>;
}

const BACK_MS = 2 * 86_400_000;
const ON_CALL_LEVELS = ['primary', 'secondary', 'tertiary'] as const satisfies readonly DutyLevel[];

/** The shifts of a group that count. */
export function shiftsOf(directory: Directory, groupId: string): readonly Shift[] {
  const all = directory.summaries('shifts') as Iterable<unknown> as Iterable<Shift>;
  return [...all].filter((shift) => !shift.retired && shift.groupId === groupId);
}

type DutyOf = (personId: string) => Duty;

/** Work by shifts; in a group without shifts by its calendar; without both there is always somebody. */
function workDuty({ directory, group, now }: MembersInput, shifts: readonly Shift[]): DutyOf {
  const at = Date.parse(now);
  const work = shifts.filter(({ level }) => level === 'work');
  if (work.length > 0) {
    const times = timesByPerson(work, at);
    return (personId) => dutyAmong(times.get(personId) ?? [], at, at + AHEAD);
  }
  const calendar = directory.calendar(group.calendarId);
  if (!calendar) return () => ({ isOn: true });
  const open = dutyAmong(openTimeOf(calendar, directory.calendar).intervals(at - BACK_MS, at + AHEAD), at, at + AHEAD);
  return () => open;
}

/** Who is on call at which level; leads are what is left when nobody else is. */
function onCallDuty({ group, now }: MembersInput, shifts: readonly Shift[]): DutyOf {
  const at = Date.parse(now);
  const byLevel = ON_CALL_LEVELS.map((level) => ({ level, times: timesByPerson(shifts.filter((shift) => shift.level === level), at) }));
  return (personId) => {
    const duties = byLevel.map(({ level, times }) => ({ ...dutyAmong(times.get(personId) ?? ([] as readonly Stretch[]), at, at + AHEAD), level }));
    const present = duties.find(({ isOn }) => isOn);
    if (present) return present;
    if (group.leadIds?.includes(personId)) return { isOn: true, level: 'lead' };
    const nextAt = duties.flatMap((duty) => duty.nextAt ?? []).sort()[0];
    return { isOn: false, ...(nextAt && { nextAt }) };
  };
}

/** Until when somebody is away, and who stands in for them. A substitute named with dates means that they are away. */
export function absenceOf(directory: Directory, personId: string, now: string): Pick<Member, 'awayUntil' | 'substituteId'> {
  const person = directory.person(personId);
  const running = [...directory.delegations()].filter(({ retired, fromId, startsAt, endsAt }) => !retired && fromId === personId && startsAt <= now && now < endsAt);
  const [named] = running.sort((a, b) => (a.id < b.id ? -1 : 1));
  const ends = [...running.map(({ endsAt }) => endsAt), ...(person && isAway(person, now) ? [person.awayUntil as string] : [])].sort();
  const until = ends.at(-1);
  return { ...(until && { awayUntil: until }), ...(named && { substituteId: named.toId }) };
}

function loads(work: Iterable<HeldWork>): ReadonlyMap<string, Load> {
  const found = new Map<string, Load>();
  for (const held of work) found.set(held.assigneeId, withWork(found.get(held.assigneeId) ?? NO_LOAD, held));
  return found;
}

/** The people of a group as the decision sees them now: its members, and where people are on call its leads too. */
export function membersOf(input: MembersInput): readonly Member[] {
  const { directory, group, lastAssigned } = input;
  const isOnCall = group.strategy === 'onCall';
  const shifts = shiftsOf(directory, group.id);
  const dutyOf = isOnCall ? onCallDuty(input, shifts) : workDuty(input, shifts);
  const byPerson = loads(input.work);
  const ids = new Set([...(group.memberIds ?? []), ...(isOnCall ? (group.leadIds ?? []) : [])]);
  return [...ids].flatMap((personId) => {
    const person = directory.person(personId);
    if (!person) return [];
    const lastAssignedAt = lastAssigned[personId];
    return [{
      personId, hasLeft: person.retired, isOutOfOffice: directory.isOutOfOffice(personId), duty: dutyOf(personId),
      ...absenceOf(directory, personId, input.now),
      ...(byPerson.get(personId) ?? NO_LOAD),
      capacity: person.capacity ?? group.capacity ?? ASSIGNMENT_DEFAULTS.capacity,
      urgentCapacity: person.urgentCapacity ?? group.urgentCapacity ?? ASSIGNMENT_DEFAULTS.urgentCapacity,
      skills: Object.fromEntries((person.skills ?? []).map(({ skillId, level }) => [skillId, level])),
      ...(lastAssignedAt && { lastAssignedAt }),
    }];
  });
}

/** What handling a ticket takes: the first of offering, category and main category that says something. */
export function handlingOf(directory: Directory, categoryId: string | undefined, offeringId: string | undefined): { readonly needs: readonly SkillNeed[]; readonly effort: number } {
  const offering = directory.offering(offeringId);
  const category = directory.category(categoryId ?? offering?.categoryId);
  const sources = [offering, category, directory.category(category?.parentId)];
  const isKnown = ({ skillId }: SkillNeed): boolean => (directory.summary(skillId) as { readonly retired?: boolean } | undefined)?.retired === false;
  return {
    // A skill that nobody may be said to have any more must not keep everybody from getting it.
    needs: (sources.find((source) => source?.skills)?.skills ?? []).filter(isKnown),
    effort: sources.find((source) => source?.effort)?.effort ?? 1,
  };
}

/** When it is worth trying again: the first time somebody who was not there is, ISO instant. */
export function nextChance(until: readonly (string | undefined)[], now: string): string | undefined {
  return until.filter((at): at is string => at !== undefined && at > now).sort()[0];
}
