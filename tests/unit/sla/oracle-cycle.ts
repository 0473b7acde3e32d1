import type { Agreement } from '../../../shared/sla/agreement';
import type { AgreementType, ClosedTerms, Metric } from '../../../shared/sla/clock-views';
import { targetMinutes, type Fields, type OracleLevels, type Terms } from './oracle-terms';
import { instantOf } from './oracle-time';

/** What a clock is for: a metric of all SLAs, or one OLA or underpinning contract. */
export interface Kind {
  readonly metric: Metric;
  readonly type: AgreementType;
  readonly agreement?: Agreement;
}

/** A fact in its place: sorted, clamped to receipt, with the fields after it. */
export interface Step {
  readonly at: number;
  readonly said: 'agent' | 'requester' | undefined;
  readonly fields: Fields;
}

export type Phase = 'running' | 'paused' | 'stopped' | 'cancelled';

/** What the clock does since the last step. */
export interface Standing {
  readonly phase: Phase;
  /** Paused by the agreement's conditions, whoever owns the record. */
  readonly isHeld: boolean;
  /** When it was stopped or canceled first. */
  readonly closedSince?: number;
}

export interface Cycle {
  readonly startedAt: number;
  /** The step that began it. */
  readonly first: number;
  /** What the clock did in each minute since the start, up to the last step. */
  readonly phases: (Phase | 'off')[];
  standing: Standing;
  /** Mode carry: minutes used before the change, which then counts from there. */
  readonly carried?: { readonly at: number; readonly minutes: number };
  readonly retargetedAt?: number;
}

export type Row = Omit<ClosedTerms, 'agreementVersion' | 'calendarVersion'>;

const STOP = [[{ field: 'state', is: ['resolved', 'fulfilled', 'closed'] }]];
const CANCEL = [[{ field: 'state', is: ['cancelled', 'rejected'] }]];

export const isClosed = ({ phase }: { readonly phase: Phase }): boolean => phase === 'stopped' || phase === 'cancelled';

export function isEnded({ conditions = {} }: Agreement, { fields }: Step, levels: OracleLevels): boolean {
  return levels.holds(conditions.stop ?? STOP, fields) || levels.holds(conditions.cancel ?? CANCEL, fields);
}

/** Is the record with the group or the supplier that promises (rule 13)? */
export function isTheirs({ type, groupId, supplier }: Agreement, { fields }: Step): boolean {
  if (type === 'sla') return true;
  if (type === 'ola') return fields.groupId === groupId;
  return fields.state === 'onHold' && fields.holdReason === 'vendor' && (supplier === undefined || supplier === fields.supplier);
}

function phaseOf(agreement: Agreement, step: Step, before: Standing | undefined, levels: OracleLevels): Pick<Standing, 'phase' | 'isHeld'> {
  const { conditions = {}, metric, type } = agreement;
  const { fields, said } = step;
  const isFirst = metric === 'firstResponse';
  if (isFirst && before?.phase === 'stopped') return { phase: 'stopped', isHeld: false };
  if (levels.holds(conditions.cancel ?? CANCEL, fields)) return { phase: 'cancelled', isHeld: false };
  if (levels.holds(conditions.stop ?? STOP, fields) || (isFirst && said === 'agent')) return { phase: 'stopped', isHeld: false };
  const isStillHeld = before?.isHeld === true && conditions.resume !== undefined;
  const isHeld = isStillHeld ? !levels.holds(conditions.resume ?? [], fields) : levels.holds(conditions.pause ?? [], fields);
  const isPaused = !isTheirs(agreement, step) || (type !== 'contract' && isHeld);
  // A record that comes back from another group is looked at afresh.
  return { phase: isPaused ? 'paused' : 'running', isHeld: isHeld && isTheirs(agreement, step) };
}

function mark(cycle: Pick<Cycle, 'startedAt' | 'phases'>, from: number, to: number, phase: Phase | 'off'): void {
  for (let minute = Math.max(from, cycle.startedAt); minute < to; minute++) cycle.phases[minute - cycle.startedAt] = phase;
}

/** Minutes up to this step are as the standing before it; while detached they are nothing. */
export function pass(cycle: Cycle, from: number, to: number, isInForce: boolean): void {
  mark(cycle, from, to, isInForce ? cycle.standing.phase : 'off');
}

/** Takes a cycle over one step; the minutes before it are marked already. */
export function follow(cycle: Cycle, agreement: Agreement, step: Step, levels: OracleLevels): void {
  const { standing } = cycle;
  const next = phaseOf(agreement, step, standing, levels);
  const wasClosed = isClosed(standing);
  // Mode strict: as if it had never been resolved (rule 10); canceled time is no time of the clock (rule 11).
  if (wasClosed && !isClosed(next) && agreement.reopen === 'strict') {
    for (let minute = standing.closedSince ?? step.at; minute < step.at; minute++) if (cycle.phases[minute - cycle.startedAt] === 'stopped') mark(cycle, minute, minute + 1, 'running');
  }
  const closedSince = wasClosed ? standing.closedSince : step.at;
  cycle.standing = { ...next, ...(isClosed(next) && closedSince !== undefined && { closedSince }) };
}

/** A cycle under an agreement from its first step on, as if that agreement had always counted in it. */
export function cycleFrom(agreement: Agreement, steps: readonly Step[], first: number, last: number, startedAt: number, levels: OracleLevels): Cycle {
  const [begin, ...rest] = steps.slice(first, last + 1);
  if (!begin) throw new Error('a cycle begins with a step');
  const standing = phaseOf(agreement, begin, undefined, levels);
  const cycle: Cycle = { startedAt, first, phases: [], standing: { ...standing, ...(isClosed(standing) && { closedSince: startedAt }) } };
  let at = startedAt;
  for (const step of rest) {
    pass(cycle, at, step.at, true);
    at = Math.max(startedAt, step.at);
    follow(cycle, agreement, step, levels);
  }
  return cycle;
}

/** What is known of a cycle when its minutes are walked up to an instant. */
export interface Measure {
  readonly targetMinutes: number;
  elapsed(until: number): number;
  /** The earliest instant with that many minutes used; undefined when it is not reached. */
  reach(minutes: number): number | undefined;
  readonly dueAt: number | undefined;
  readonly neverOpens: boolean;
  readonly isBreached: boolean;
  /** Since when the clock has done what it does now, without a break; stretches without a minute vanish (rule 4). */
  readonly since: number;
}

/** Far beyond any due time of the random cases. */
const SEARCH_MINUTES = 500 * 1_440;

/** Rules 5 to 7, by counting. `walkedTo`: up to there the minutes are marked; then the clock runs on, unless it is paused. */
export function measure({ startedAt, carried, phases, standing }: Cycle, terms: Terms, walkedTo: number, levels: OracleLevels): Measure {
  const time = levels.timeOf(terms.calendar);
  const from = carried?.at ?? startedAt;
  const base = carried?.minutes ?? 0;
  const runsOn = standing.phase === 'running' || standing.phase === 'stopped';
  let since = isClosed(standing) ? startedAt + phases.length : walkedTo;
  while (since > startedAt && phases[since - 1 - startedAt] === standing.phase) since--;
  const end = isClosed(standing) ? since : walkedTo;
  const ranIn = (minute: number): boolean => (minute < end ? phases[minute - startedAt] === 'running' : runsOn);
  const neverOpens = time.neverOpens(startedAt);
  const minutes = targetMinutes(terms, startedAt, levels.timeOf) ?? 0;

  function elapsed(until: number): number {
    let count = base;
    for (let minute = from; minute < Math.min(until, end); minute++) if (ranIn(minute) && time.isOpen(minute)) count++;
    return count;
  }

  function reach(wanted: number): number | undefined {
    // What was carried into a calendar that never opens was used all the same.
    if (carried && wanted > 0 && base >= wanted) return from;
    if (neverOpens) return undefined;
    let count = base;
    for (let minute = from; minute < from + SEARCH_MINUTES; minute++) {
      if (minute >= end && !runsOn) return undefined;
      if (ranIn(minute) && time.isOpen(minute) && ++count >= wanted) return minute + 1;
    }
    throw new Error(`no ${String(wanted)} minutes within the search`);
  }

  let lastRan = startedAt;
  for (let minute = startedAt; minute < end; minute++) if (phases[minute - startedAt] === 'running') lastRan = minute + 1;
  const dueAt = standing.phase === 'cancelled' ? undefined : reach(minutes);
  const decisive = standing.phase === 'running' ? end : lastRan;
  return { targetMinutes: minutes, elapsed, reach, dueAt, neverOpens, isBreached: dueAt !== undefined && decisive > dueAt, since };
}

/** Terms or a cycle that no longer count, with their result (rules 9, 10 and 12). */
export function closedRow(cycle: Cycle, terms: Terms, because: Row['because'], at: number, levels: OracleLevels): Row {
  const measured = measure(cycle, terms, at, levels);
  const endedAt = because === 'newCycle' ? measured.since : at;
  return {
    because,
    agreementId: terms.agreement.id,
    calendarId: terms.calendar.id,
    priority: terms.priority,
    targetMinutes: measured.targetMinutes,
    startedAt: instantOf(cycle.startedAt),
    endedAt: instantOf(endedAt),
    usedMinutes: measured.elapsed(at),
    ...(measured.dueAt !== undefined && { dueAt: instantOf(measured.dueAt) }),
    isBreached: measured.isBreached,
  };
}
