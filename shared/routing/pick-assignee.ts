import type { Strategy } from '../people';
import { DUTY_LEVELS, type Considered, type DecidedBy, type Picked, type RuledOut } from './pick-views';
import { consider, differenceOf, rank } from './rank';
import { ruleOut, type Member, type Wanted } from './rule-out';

/** Who last solved something for the requester. */
export interface Affinity {
  readonly personId: string;
  /** ISO instant. */
  readonly solvedAt: string;
}

/** Everything the decision looks at. */
export interface PickInput {
  /** ISO instant. */
  readonly now: string;
  readonly groupId: string;
  readonly strategy: Strategy;
  /** Absent: the group does not care, or nobody did. */
  readonly affinity?: Affinity;
  readonly wanted: Wanted;
  readonly members: readonly Member[];
}

/** Longer ago counts as never (domain.md 6.1, sticky). */
export const AFFINITY_DAYS = 30;
const DAY_MS = 86_400_000;
/** So many people are kept with an assignment; of the others only their number. */
const KEPT_CONSIDERED = 20;
const KEPT_RULED_OUT = 40;

interface Choice {
  readonly personId: string;
  readonly decidedBy: DecidedBy;
  readonly solvedAt?: string;
  readonly insteadOf?: string;
}

/** The person before the strategy is asked: who knows the requester, or the substitute of that person. */
function stickyChoice({ affinity, members, now }: PickInput, ranked: readonly Considered[]): Choice | undefined {
  if (!affinity || Date.parse(now) - Date.parse(affinity.solvedAt) > AFFINITY_DAYS * DAY_MS) return undefined;
  const { personId, solvedAt } = affinity;
  const isCandidate = (id: string | undefined): id is string => ranked.some((entry) => entry.personId === id);
  if (isCandidate(personId)) return { personId, decidedBy: 'sticky', solvedAt };
  const substituteId = substituteOf(members, personId, now);
  return isCandidate(substituteId) ? { personId: substituteId, decidedBy: 'sticky', solvedAt, insteadOf: personId } : undefined;
}

function substituteOf(members: readonly Member[], personId: string, now: string): string | undefined {
  const member = members.find((entry) => entry.personId === personId);
  return member?.awayUntil !== undefined && now < member.awayUntil ? member.substituteId : undefined;
}

/**
 * On call, whoever stands in for somebody who is away is on call in their place, unless they are it themselves with the same
 * level or a better one.
 */
function withSubstitutes({ members, strategy, now }: PickInput): { readonly members: readonly Member[]; readonly standsIn: ReadonlyMap<string, string> } {
  const standsIn = new Map<string, string>();
  if (strategy !== 'onCall') return { members, standsIn };
  const absent = members.filter(({ duty, awayUntil }) => duty.isOn && awayUntil !== undefined && now < awayUntil);
  const placed = members.map((member) => {
    const places = absent.filter(({ substituteId, personId }) => substituteId === member.personId && personId !== member.personId);
    const [best] = places.sort((left, right) => levelIndex(left) - levelIndex(right) || (left.personId < right.personId ? -1 : 1));
    if (!best || (member.duty.isOn && levelIndex(member) <= levelIndex(best))) return member;
    standsIn.set(member.personId, best.personId);
    return { ...member, duty: best.duty };
  });
  return { members: placed, standsIn };
}

const levelIndex = ({ duty }: Member): number => (duty.level ? DUTY_LEVELS.indexOf(duty.level) : DUTY_LEVELS.length);

function strategyChoice(ranked: readonly Considered[], strategy: Strategy, standsIn: ReadonlyMap<string, string>): Choice | undefined {
  const [first, second] = ranked;
  if (!first) return undefined;
  const insteadOf = standsIn.get(first.personId);
  return { personId: first.personId, decidedBy: second ? differenceOf(first, second, strategy) : 'only', ...(insteadOf && { insteadOf }) };
}

/** Who of a group gets a ticket, and why; nobody where the group gives out its work by hand (domain.md 6.1). Pure: no clock inside. */
export function pickAssignee(input: PickInput): Picked {
  const { now, groupId, strategy, wanted } = input;
  const { members, standsIn } = withSubstitutes(input);
  const candidates: Considered[] = [];
  const ruledOut: RuledOut[] = [];
  for (const member of members) {
    const reason = ruleOut(member, wanted, strategy === 'onCall', now);
    if (reason) ruledOut.push(reason);
    else candidates.push(consider(member, strategy, wanted.needs));
  }
  const ranked = rank(candidates, strategy);
  const choice = strategy === 'manual' ? undefined : (stickyChoice(input, ranked) ?? strategyChoice(ranked, strategy, standsIn));
  const chosenFirst = choice ? [...ranked.filter(({ personId }) => personId === choice.personId), ...ranked.filter(({ personId }) => personId !== choice.personId)] : ranked;
  const sorted = ruledOut.sort((left, right) => (left.personId < right.personId ? -1 : 1));
  return {
    groupId, strategy, at: now,
    ...choice,
    considered: chosenFirst.slice(0, KEPT_CONSIDERED), consideredCount: ranked.length,
    ruledOut: sorted.slice(0, KEPT_RULED_OUT), ruledOutCount: sorted.length,
  };
}
