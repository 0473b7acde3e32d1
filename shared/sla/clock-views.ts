/** What a reader sees of a service-level clock; browser-safe. Instants are ISO 8601, UTC. */
export interface ClockView {
  readonly metric: 'response' | 'resolution';
  readonly targetMinutes: number;
  readonly startedAt: string;
  readonly state: 'running' | 'paused' | 'stopped' | 'cancelled';
  /** Absent while paused before due, when canceled, and when the calendar never opens. */
  readonly dueAt?: string;
  readonly stoppedAt?: string;
  /** Open minutes used, up to the last event. */
  readonly usedMinutes: number;
  /** Decided at the stop; a running clock is breached when now is later than `dueAt`. */
  readonly isBreached?: boolean;
  readonly calendarId: string;
}

/** Is the promise of this clock broken at `now`? Exactly at due is met (domain.md 5.2, rule 7). */
export function isBreached(clock: ClockView, now: string): boolean {
  return clock.isBreached ?? (clock.state === 'running' && clock.dueAt !== undefined && now > clock.dueAt);
}
