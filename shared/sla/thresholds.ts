import type { ClockView } from './clock-views';

/** A threshold that was noticed; the newest for each threshold of each agreement is kept. */
export interface PassedThreshold {
  readonly key: string;
  readonly percent: number;
  readonly agreementId: string;
  /** When it was noticed. */
  readonly at: string;
  /** When it was reached. */
  readonly dueAt: string;
}

export interface DueThreshold {
  readonly clock: ClockView;
  readonly percent: number;
  /** When it was reached, ISO instant. */
  readonly at: string;
}

/** What a sweeper needs of a record. */
export interface Watched {
  readonly clocks: readonly ClockView[];
  readonly passed: readonly PassedThreshold[];
  /** Nothing that was reached before this instant is told any more; absent: everything is. */
  readonly from?: string | undefined;
}

/** Exactly at due is kept (domain.md 5.2, rule 7): the promise is broken one millisecond later. */
const firesAt = (percent: number, at: string): number => Date.parse(at) + (percent >= 100 ? 1 : 0);

/** Up to when this clock ran: thresholds after its pause or stop are never reached. `-Infinity`: it promises nothing now. */
function ranUntil({ state, pausedSince, stoppedAt }: ClockView): number {
  if (state === 'running') return Infinity;
  const end = state === 'paused' ? pausedSince : state === 'stopped' ? stoppedAt : undefined;
  return end === undefined ? -Infinity : Date.parse(end);
}

/** Noticed before, and not moved to a later instant since (rule 8: a re-target re-arms what is not yet passed). */
function hasFired(passed: readonly PassedThreshold[], key: string, percent: number, at: string): boolean {
  return passed.some((entry) => entry.key === key && entry.percent === percent && entry.at >= at);
}

/** Every threshold that has been or will be reached and that nobody has noticed yet, in the order of instants. */
function unnoticed({ clocks, passed, from = '' }: Watched): readonly (DueThreshold & { readonly fires: number })[] {
  const found = clocks.flatMap((clock) => {
    const end = ranUntil(clock);
    return clock.thresholds
      .map(({ percent, at }) => ({ clock, percent, at, fires: firesAt(percent, at) }))
      .filter(({ percent, at, fires }) => fires <= end && at >= from && !hasFired(passed, clock.key, percent, at));
  });
  return found.sort((a, b) => a.fires - b.fires || a.percent - b.percent || (a.clock.key < b.clock.key ? -1 : 1));
}

/** Thresholds that are reached at `now` and that nobody has noticed, in the order of instants (rule 8). */
export function dueThresholds(watched: Watched, now: string): readonly DueThreshold[] {
  return unnoticed(watched).filter(({ fires }) => fires <= Date.parse(now)).map(({ fires: _fires, ...due }) => due);
}

/** When somebody has to look again, ISO instant; undefined while no threshold lies ahead. */
export function nextThresholdAt(watched: Watched): string | undefined {
  const next = unnoticed(watched)[0];
  return next && new Date(next.fires).toISOString();
}

/**
 * When the present cycle of a clock began. New terms are no new cycle, so that what happens at a threshold happens once in a
 * cycle, however often the terms change.
 */
export function cycleStartOf({ previous }: ClockView): string {
  const ended = previous.filter(({ because }) => because === 'newCycle' || because === 'replied' || because === 'reset');
  return ended.at(-1)?.endedAt ?? '';
}

/** The thresholds noticed so far, with one more. */
export function withPassed(passed: readonly PassedThreshold[], { key, percent, agreementId, at, dueAt }: PassedThreshold): readonly PassedThreshold[] {
  const others = passed.filter((entry) => entry.key !== key || entry.percent !== percent || entry.agreementId !== agreementId);
  return [...others, { key, percent, agreementId, at, dueAt }];
}
