import type { Considered, Member, PickInput, RuledOutWhy } from '../../../shared/routing';

/** Everything that keeps a member from getting it, each reason by itself, written down from domain.md 6.1 once more. */
export function reasonsAgainst(member: Member, { wanted, strategy, now }: PickInput): readonly RuledOutWhy[] {
  const { duty } = member;
  const minutesLeft = duty.until === undefined ? Infinity : (Date.parse(duty.until) - Date.parse(now)) / 60_000;
  const isMissed = (dueAt: string): boolean => {
    const due = Date.parse(dueAt);
    return due > Date.parse(duty.until ?? dueAt) && due <= (duty.nextAt === undefined ? Infinity : Date.parse(duty.nextAt));
  };
  const is: Readonly<Record<RuledOutWhy, boolean>> = {
    left: member.hasLeft,
    requester: member.personId === wanted.requesterId,
    approver: wanted.approverIds.some((id) => id === member.personId),
    declined: wanted.declinedIds.some((id) => id === member.personId),
    unanswered: wanted.unansweredIds.some((id) => id === member.personId),
    justOffered: wanted.lastOfferedId === member.personId,
    away: member.awayUntil !== undefined && Date.parse(member.awayUntil) > Date.parse(now),
    outOfOffice: member.isOutOfOffice === true,
    offShift: !duty.isOn && strategy !== 'onCall',
    notOnCall: !duty.isOn && strategy === 'onCall',
    leaving: duty.isOn && minutesLeft < 60 && wanted.dueAts.some(isMissed),
    skill: wanted.needs.filter((need) => need.isMandatory === true).some((need) => member.skills[need.skillId] === undefined),
    full: member.open >= member.capacity,
    fullUrgent: wanted.isUrgent && member.urgent >= member.urgentCapacity,
  };
  return (Object.keys(is) as RuledOutWhy[]).filter((why) => is[why]);
}

const LEVELS = ['primary', 'secondary', 'tertiary', 'lead'];

/** What the strategy wants of a candidate, as numbers of which less is better, the most important first. */
function wishes({ strategy }: PickInput, entry: Considered): readonly number[] {
  const share = entry.load / entry.capacity;
  const last = entry.lastAssignedAt === undefined ? -Infinity : Date.parse(entry.lastAssignedAt);
  const level = entry.level === undefined ? LEVELS.length : LEVELS.indexOf(entry.level);
  if (strategy === 'roundRobin') return [last];
  if (strategy === 'leastLoaded') return [share, last];
  return strategy === 'skills' ? [-(entry.skill ?? 0), share, last] : [level, share, last];
}

/** Leaves only the best by one wish after the other; who is left in the end with the lowest id gets it. */
export function bestOf(input: PickInput, considered: readonly Considered[]): { readonly personId: string; readonly rounds: number } | undefined {
  let left = [...considered];
  let rounds = 0;
  const count = left[0] ? wishes(input, left[0]).length : 0;
  for (let index = 0; index < count && left.length > 1; index += 1) {
    const least = Math.min(...left.map((entry) => wishes(input, entry)[index] as number));
    left = left.filter((entry) => Math.abs((wishes(input, entry)[index] as number) - least) < 1e-9 || wishes(input, entry)[index] === least);
    rounds = index + 1;
  }
  const [first] = left.sort((a, b) => a.personId.localeCompare(b.personId));
  return first && { personId: first.personId, rounds: left.length > 1 ? count + 1 : rounds };
}

/** The name of what decided, by how many wishes had to be asked. */
export const decidedAfter = ({ strategy }: PickInput, rounds: number): string =>
  ({
    roundRobin: ['only', 'lastAssigned', 'id'], leastLoaded: ['only', 'load', 'lastAssigned', 'id'],
    skills: ['only', 'skill', 'load', 'lastAssigned', 'id'], onCall: ['only', 'level', 'load', 'lastAssigned', 'id'], manual: [],
  })[strategy][rounds] as string;
