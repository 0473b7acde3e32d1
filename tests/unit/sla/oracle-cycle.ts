import { targetMinutes, type OracleLevels, type Terms } from './oracle-terms';
import type { ClosedTerms } from '../../../shared/sla/clock-views';
import { instantOf } from './oracle-time';

export interface Cycle {
  readonly startedAt: number;
  /** Mode carry: minutes used before the change, which then counts from there. */
  readonly carried?: { readonly at: number; readonly minutes: number };
}

/** One clock while the history is walked. `ran` has one mark for each minute since receipt: did the clock run in it? */
export interface Machine {
  readonly receivedAt: number;
  readonly ran: boolean[];
  phase: 'running' | 'paused' | 'stopped' | 'cancelled';
  /** Absent: nothing is owed now. */
  cycle?: Cycle | undefined;
  terms?: Terms | undefined;
  lastTerms?: Terms;
  /** Minutes used when the terms ended without new ones. */
  detachedMinutes: number;
  isHeld: boolean;
  hasAgentSpoken: boolean;
  /** First response: once and for all. */
  isDone: boolean;
  stoppedAt?: number;
  wasPausedAtStop: boolean;
  pausedSince?: number | undefined;
  resumed?: { readonly at: number; readonly pausedSince: number } | undefined;
  retargetedAt?: number | undefined;
  readonly previous: Row[];
}

export type Row = Omit<ClosedTerms, 'agreementVersion' | 'calendarVersion'>;

/** What is known of a cycle at `until`, the minutes walked so far. */
export interface Measure {
  readonly targetMinutes: number;
  elapsed(until: number): number;
  /** The earliest instant with that many minutes used; undefined when it is not reached. */
  reach(minutes: number): number | undefined;
  readonly dueAt: number | undefined;
  readonly neverOpens: boolean;
  readonly lastRan: number;
}

/** Far beyond any due time of the random cases. */
const SEARCH_MINUTES = 500 * 1_440;

/** Rules 5 and 6, by counting: minutes walked are as they were; after them the clock runs on if `runsOn`. */
export function measure(machine: Machine, terms: Terms, cycle: Cycle, walkedTo: number, runsOn: boolean, levels: OracleLevels): Measure {
  const time = levels.timeOf(terms.calendar);
  const from = cycle.carried?.at ?? cycle.startedAt;
  const base = cycle.carried?.minutes ?? 0;
  const ranIn = (minute: number): boolean => (minute < walkedTo ? machine.ran[minute - machine.receivedAt] === true : runsOn);
  const neverOpens = time.neverOpens(cycle.startedAt);
  const target = neverOpens && terms.target.unit === 'endOfDays' ? 0 : targetMinutes(terms, cycle.startedAt, levels.timeOf);

  function elapsed(until: number): number {
    let count = base;
    for (let minute = from; minute < until; minute++) if (ranIn(minute) && time.isOpen(minute)) count++;
    return count;
  }

  function reach(minutes: number): number | undefined {
    if (neverOpens) return undefined;
    if (base >= minutes) return from;
    let count = base;
    for (let minute = from; minute < from + SEARCH_MINUTES; minute++) {
      if (minute >= walkedTo && !runsOn) return undefined;
      if (ranIn(minute) && time.isOpen(minute) && ++count >= minutes) return minute + 1;
    }
    throw new Error(`no ${String(minutes)} minutes within the search`);
  }

  let lastRan = cycle.startedAt;
  for (let minute = cycle.startedAt; minute < walkedTo; minute++) if (ranIn(minute)) lastRan = minute + 1;
  return { targetMinutes: target, elapsed, reach, dueAt: reach(target), neverOpens, lastRan };
}

/** Terms or a cycle that no longer count, with their result (rules 9, 10 and 12). */
export function close(machine: Machine, because: Row['because'], at: number, levels: OracleLevels): number {
  const { terms, cycle } = machine;
  if (!terms || !cycle) return 0;
  const wasPaused = machine.phase === 'paused' || (machine.phase === 'stopped' && machine.wasPausedAtStop);
  const walkedTo = machine.phase === 'stopped' ? (machine.stoppedAt ?? at) : at;
  const measured = measure(machine, terms, cycle, walkedTo, machine.phase !== 'paused', levels);
  const decisive = wasPaused ? measured.lastRan : walkedTo;
  const usedMinutes = measured.elapsed(walkedTo);
  machine.previous.push({
    because,
    agreementId: terms.agreement.id,
    calendarId: terms.calendar.id,
    priority: terms.priority,
    targetMinutes: measured.targetMinutes,
    startedAt: instantOf(cycle.startedAt),
    endedAt: instantOf(walkedTo),
    usedMinutes,
    ...(measured.dueAt !== undefined && { dueAt: instantOf(measured.dueAt) }),
    isBreached: measured.dueAt !== undefined && decisive > measured.dueAt,
  });
  return usedMinutes;
}
