import type { Calendar, Target } from './calendar';
import type { ClockView } from './clock-views';
import { afterOpenMinutes, openTimeBetween } from './open-time';

/** A change of a record that matters to clocks; kept on the record in order, so that clocks can always be recomputed. */
export interface ClockFact {
  readonly at: string;
  /** `hold:<reason>` pauses where the target says so; `done` stops; `void` cancels. */
  readonly phase: `hold:${string}` | 'running' | 'done' | 'void';
}

export interface ClockInput {
  readonly startedAt: string;
  readonly facts: readonly ClockFact[];
  /** First public reply of a human agent. */
  readonly respondedAt?: string;
}

/** The seam of the service-level engine: from facts and definitions to clocks, pure. */
export function evaluateClocks(input: ClockInput, target: Target | undefined, calendar: Calendar | undefined): readonly ClockView[] {
  if (!target || !calendar) return [];
  const stop = input.facts.find((fact) => fact.phase === 'done' || fact.phase === 'void');
  const responseFacts: ClockFact[] = input.respondedAt
    ? [{ at: input.respondedAt, phase: 'done' }]
    : stop
      ? [stop]
      : [];
  return [
    evaluate('response', input.startedAt, responseFacts, [], target.responseMinutes, calendar),
    evaluate('resolution', input.startedAt, input.facts, target.pauseReasons ?? [], target.resolutionMinutes, calendar),
  ];
}

const MINUTE = 60_000;

/** A stretch of time in which the clock ran; the last one may still be running. */
interface Run {
  readonly from: number;
  readonly to?: number;
}

function runsOf(startedAt: string, facts: readonly ClockFact[], isPause: (fact: ClockFact) => boolean): readonly Run[] {
  const start = Date.parse(startedAt);
  const runs: Run[] = [];
  let runningSince: number | undefined = start;
  for (const fact of facts) {
    const at = Math.max(Date.parse(fact.at), start);
    const isRunning = fact.phase === 'running' || (fact.phase.startsWith('hold:') && !isPause(fact));
    if (runningSince !== undefined && !isRunning) {
      runs.push({ from: runningSince, to: at });
      runningSince = undefined;
    } else if (runningSince === undefined && isRunning) {
      runningSince = at;
    }
  }
  return runningSince === undefined ? runs : [...runs, { from: runningSince }];
}

/**
 * The earliest instant with the target used up (rule 6): inside a past run, or in the future of a clock that runs or that
 * was stopped before it was due. A paused clock that has time left has no due.
 */
function dueOf(runs: readonly Run[], targetMinutes: number, isStopped: boolean, calendar: Calendar): number | undefined {
  let left = targetMinutes;
  for (const run of runs) {
    if (run.to === undefined) return afterOpenMinutes(calendar, run.from, left);
    const used = openTimeBetween(calendar, run.from, run.to) / MINUTE;
    if (used >= left) return afterOpenMinutes(calendar, run.from, left);
    left -= used;
  }
  const lastRanAt = runs.at(-1)?.to;
  return isStopped && lastRanAt !== undefined ? afterOpenMinutes(calendar, lastRanAt, left) : undefined;
}

function evaluate(
  metric: ClockView['metric'],
  startedAt: string,
  facts: readonly ClockFact[],
  pauseReasons: readonly string[],
  targetMinutes: number,
  calendar: Calendar,
): ClockView {
  const isPause = (fact: ClockFact): boolean => fact.phase.startsWith('hold:') && pauseReasons.includes(fact.phase.slice(5));
  const runs = runsOf(startedAt, facts, isPause);
  const usedMs = runs.reduce((sum, run) => (run.to === undefined ? sum : sum + openTimeBetween(calendar, run.from, run.to)), 0);
  const base = { metric, targetMinutes, startedAt, calendarId: calendar.id, usedMinutes: Math.floor(usedMs / MINUTE) };
  const last = facts.at(-1);
  if (last?.phase === 'void') return { ...base, state: 'cancelled', stoppedAt: last.at };
  const dueMs = dueOf(runs, targetMinutes, last?.phase === 'done', calendar);
  const due = dueMs === undefined ? {} : { dueAt: new Date(dueMs).toISOString() };
  const lastRun = runs.at(-1);
  if (lastRun && lastRun.to === undefined) return { ...base, ...due, state: 'running' };
  // The decisive instant is when the clock last ran, strictly later than due (rule 7).
  const isLate = dueMs !== undefined && (lastRun?.to ?? Date.parse(startedAt)) > dueMs;
  if (last?.phase === 'done') return { ...base, ...due, state: 'stopped', stoppedAt: last.at, isBreached: isLate };
  return { ...base, ...due, state: 'paused', ...(dueMs !== undefined && { isBreached: isLate }) };
}
