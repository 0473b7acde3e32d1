import type { SkillNeed, Strategy } from '../people';
import { DUTY_LEVELS, type Considered, type DecidedBy } from './pick-views';
import type { Member } from './rule-out';

type Criterion = Exclude<DecidedBy, 'only' | 'sticky'>;
type Compare = (left: Considered, right: Considered) => number;

const text = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
const levelOf = ({ level }: Considered): number => (level ? DUTY_LEVELS.indexOf(level) : DUTY_LEVELS.length);

const COMPARE: Readonly<Record<Criterion, Compare>> = {
  level: (left, right) => levelOf(left) - levelOf(right),
  skill: (left, right) => (right.skill ?? 0) - (left.skill ?? 0),
  // Load by capacity, without dividing: 1 of 3 is the same as 2 of 6.
  load: (left, right) => left.load * right.capacity - right.load * left.capacity,
  // Never assigned comes first.
  lastAssigned: (left, right) => text(left.lastAssignedAt ?? '', right.lastAssignedAt ?? ''),
  id: (left, right) => text(left.personId, right.personId),
};

/** What a strategy compares, the most important first; the rest only breaks ties (domain.md 6.1, step 3). */
const CRITERIA: Readonly<Record<Strategy, readonly Criterion[]>> = {
  manual: ['id'],
  roundRobin: ['lastAssigned', 'id'],
  leastLoaded: ['load', 'lastAssigned', 'id'],
  skills: ['skill', 'load', 'lastAssigned', 'id'],
  onCall: ['level', 'load', 'lastAssigned', 'id'],
};

/** What is compared of a candidate. */
export function consider({ personId, open, capacity, load, lastAssignedAt, skills, duty }: Member, strategy: Strategy, needs: readonly SkillNeed[]): Considered {
  const skill = needs.reduce((sum, need) => sum + Math.min(skills[need.skillId] ?? 0, need.level), 0);
  return {
    personId, open, capacity, load,
    ...(lastAssignedAt && { lastAssignedAt }),
    ...(strategy === 'skills' && { skill }),
    ...(strategy === 'onCall' && duty.level && { level: duty.level }),
  };
}

/** The first thing in which two candidates differ, as this strategy looks at them. */
export function differenceOf(left: Considered, right: Considered, strategy: Strategy): Criterion {
  return CRITERIA[strategy].find((criterion) => COMPARE[criterion](left, right) !== 0) ?? 'id';
}

/** The best first. */
export function rank(candidates: readonly Considered[], strategy: Strategy): readonly Considered[] {
  return [...candidates].sort((left, right) => COMPARE[differenceOf(left, right, strategy)](left, right));
}
