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

function evaluate(
  metric: ClockView['metric'],
  startedAt: string,
  facts: readonly ClockFact[],
  pauseReasons: readonly string[],
  targetMinutes: number,
  calendar: Calendar,
): ClockView {
  const base = { metric, targetMinutes, startedAt, calendarId: calendar.id };
  const isPause = (fact: ClockFact): boolean => fact.phase.startsWith('hold:') && pauseReasons.includes(fact.phase.slice(5));
  let usedMs = 0;
  let runningSince: number | undefined = Date.parse(startedAt);
  let lastRanAt = runningSince;
  let last: ClockFact | undefined;
  for (const fact of facts) {
    const at = Math.max(Date.parse(fact.at), Date.parse(startedAt));
    const runs = fact.phase === 'running' || (fact.phase.startsWith('hold:') && !isPause(fact));
    if (runningSince !== undefined && !runs) {
      usedMs += openTimeBetween(calendar, runningSince, at);
      lastRanAt = at;
      runningSince = undefined;
    } else if (runningSince === undefined && runs) {
      runningSince = at;
    }
    last = fact;
  }
  const usedMinutes = Math.floor(usedMs / 60_000);
  if (last?.phase === 'void') return { ...base, state: 'cancelled', usedMinutes, stoppedAt: last.at };
  const dueFrom = runningSince ?? lastRanAt;
  const leftMinutes = targetMinutes - usedMs / 60_000;
  const dueMs =
    leftMinutes > 0 && runningSince !== undefined
      ? afterOpenMinutes(calendar, dueFrom, leftMinutes)
      : leftMinutes <= 0
        ? dueWithin(calendar, startedAt, facts, isPause, targetMinutes)
        : last?.phase === 'done'
          ? afterOpenMinutes(calendar, dueFrom, leftMinutes)
          : undefined;
  const due = dueMs === undefined ? {} : { dueAt: new Date(dueMs).toISOString() };
  if (last?.phase === 'done') {
    return { ...base, ...due, state: 'stopped', usedMinutes, stoppedAt: last.at, isBreached: dueMs !== undefined && lastRanAt > dueMs };
  }
  if (runningSince === undefined) {
    return { ...base, ...due, state: 'paused', usedMinutes, ...(dueMs !== undefined && { isBreached: lastRanAt > dueMs }) };
  }
  return { ...base, ...due, state: 'running', usedMinutes };
}

/** The instant at which the target was used up, for a clock that has already used it. */
function dueWithin(
  calendar: Calendar,
  startedAt: string,
  facts: readonly ClockFact[],
  isPause: (fact: ClockFact) => boolean,
  targetMinutes: number,
): number | undefined {
  let left = targetMinutes;
  let runningSince: number | undefined = Date.parse(startedAt);
  for (const fact of facts) {
    const at = Math.max(Date.parse(fact.at), Date.parse(startedAt));
    const runs = fact.phase === 'running' || (fact.phase.startsWith('hold:') && !isPause(fact));
    if (runningSince !== undefined && !runs) {
      const used = openTimeBetween(calendar, runningSince, at) / 60_000;
      if (used >= left) return afterOpenMinutes(calendar, runningSince, left);
      left -= used;
      runningSince = undefined;
    } else if (runningSince === undefined && runs) {
      runningSince = at;
    }
  }
  return runningSince === undefined ? undefined : afterOpenMinutes(calendar, runningSince, left);
}
