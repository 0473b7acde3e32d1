import { hasRole, isAgent, type Actor } from '../kernel';
import {
  NEAR_MISS_PERCENT, type AttainmentFigures, type AttainmentGrouping, type AttainmentOutcome, type CauseCount, type KeptPromise, type MissCause,
} from './attainment-views';

/** Who sees how well promises are kept: those who make them, and those who answer for them. */
export const canSeeServiceLevels = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'manager', 'administrator', 'auditor');

/** A decided promise with what it can be grouped by; empty when there is none. */
export interface DecidedPromise extends KeptPromise, Readonly<Record<AttainmentGrouping, string>> {
  readonly recordId: string;
}

export function isOutcome(promise: KeptPromise, outcome: AttainmentOutcome): boolean {
  if (outcome === 'missed') return promise.isBreached;
  if (outcome === 'downgraded') return promise.wasDowngraded === true;
  return !promise.isBreached && (outcome === 'met' || promise.percent >= NEAR_MISS_PERCENT);
}

interface Sum {
  met: number;
  missed: number;
  nearMisses: number;
  downgraded: number;
}

interface GroupSum {
  readonly sum: Sum;
  readonly periods: Sum[];
  readonly causes: Map<string, { readonly cause: MissCause; count: number }>;
}

const newSum = (): Sum => ({ met: 0, missed: 0, nearMisses: 0, downgraded: 0 });
const newGroup = (periods: number): GroupSum => ({ sum: newSum(), periods: Array.from({ length: periods }, newSum), causes: new Map() });

function count(sum: Sum, promise: KeptPromise): void {
  if (promise.isBreached) sum.missed += 1;
  else sum.met += 1;
  if (isOutcome(promise, 'nearMiss')) sum.nearMisses += 1;
  if (promise.wasDowngraded) sum.downgraded += 1;
}

/** Compliance of domain.md 5.2: the last terms of each clock count; canceled clocks are not there (rules 9 and 11). */
function figuresOf(sum: Sum): AttainmentFigures {
  const all = sum.met + sum.missed;
  return { ...sum, ...(all > 0 && { share: Math.floor((sum.met * 1_000) / all) / 10 }) };
}

function causesOf({ causes }: GroupSum): readonly CauseCount[] {
  const counted = [...causes.values()].map(({ cause: { reason, groupId }, count: times }) => ({ reason, ...(groupId && { groupId }), count: times }));
  return counted.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

export interface GroupFigures extends AttainmentFigures {
  readonly key: string;
  readonly periods: readonly AttainmentFigures[];
  readonly causes: readonly CauseCount[];
}

export interface AttainmentSums {
  readonly total: AttainmentFigures;
  readonly periods: readonly AttainmentFigures[];
  readonly groups: readonly GroupFigures[];
  readonly causes: readonly CauseCount[];
}

/** Adds decided promises up, one by one: memory does not grow with their number. `ends` are the ends of the periods, in order, ISO instants. */
export function createAttainment(by: AttainmentGrouping, ends: readonly string[]) {
  const all = newGroup(ends.length);
  const groups = new Map<string, GroupSum>();

  function addTo(group: GroupSum, period: number, promise: KeptPromise): void {
    count(group.sum, promise);
    const sum = group.periods[period];
    if (sum) count(sum, promise);
    if (!promise.isBreached || !promise.cause) return;
    const name = `${promise.cause.reason} ${promise.cause.groupId ?? ''}`;
    const known = group.causes.get(name);
    if (known) known.count += 1;
    else group.causes.set(name, { cause: promise.cause, count: 1 });
  }

  return {
    add(promise: DecidedPromise): void {
      const key = promise[by];
      let group = groups.get(key);
      if (!group) groups.set(key, (group = newGroup(ends.length)));
      const period = ends.findIndex((end) => promise.at < end);
      addTo(all, period, promise);
      addTo(group, period, promise);
    },
    sums(): AttainmentSums {
      const rows = [...groups].map(([key, group]) => ({ key, ...figuresOf(group.sum), periods: group.periods.map(figuresOf), causes: causesOf(group) }));
      return {
        total: figuresOf(all.sum),
        periods: all.periods.map(figuresOf),
        groups: rows.sort((a, b) => b.missed - a.missed || (a.key < b.key ? -1 : 1)),
        causes: causesOf(all),
      };
    },
  };
}
