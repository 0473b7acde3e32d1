/** What stops a clock (domain.md 5.1). */
export type Metric = 'firstResponse' | 'resolution' | 'nextReply' | 'periodicUpdate';
/** Who promises whom: the desk its customers, a group another group, a supplier the desk (ITIL 4). */
export type AgreementType = 'sla' | 'ola' | 'contract';

/** A threshold and the earliest instant with that share of the target used (rule 8). 100 is the due time. */
export interface Threshold {
  readonly percent: number;
  readonly at: string;
}

/** Under which terms a clock counts, and how much it has counted. */
export interface ClockTerms {
  readonly agreementId: string;
  readonly agreementVersion: number;
  readonly calendarId: string;
  readonly calendarVersion: number;
  readonly priority: string;
  readonly targetMinutes: number;
  /** Start of the cycle. */
  readonly startedAt: string;
  /** Open minutes used until the terms ended, or up to the last fact; a running clock has used more by now. */
  readonly usedMinutes: number;
}

/** Terms that no longer count, with what came of them: lowering a priority cannot hide a breach (rule 9). */
export interface ClosedTerms extends ClockTerms {
  readonly because: 'retargeted' | 'detached' | 'reset' | 'newCycle' | 'replied';
  readonly endedAt: string;
  readonly dueAt?: string;
  readonly isBreached: boolean;
}

/** A service-level clock of a record as it is stored and shown, under its present terms or the last ones; browser-safe. Instants are ISO 8601, UTC. */
export interface ClockView extends ClockTerms {
  /** One per metric for SLAs; one per agreement for OLAs and underpinning contracts. Unique within the record. */
  readonly key: string;
  readonly metric: Metric;
  readonly type: AgreementType;
  /** `none`: nothing is owed now, e.g. the new priority has no target, or nobody waits for a reply. */
  readonly state: 'running' | 'paused' | 'stopped' | 'cancelled' | 'none';
  /** Absent while paused before due, when canceled, and when the calendar never opens (rule 6). */
  readonly dueAt?: string;
  /** When it was stopped or canceled. */
  readonly stoppedAt?: string;
  /** Since when it is paused. */
  readonly pausedSince?: string;
  /** Decided at the stop; a running clock is breached when now is later than `dueAt`. */
  readonly isBreached?: boolean;
  /** The terms changed at this instant; a due time before it means "breached at re-target" (rule 9). */
  readonly retargetedAt?: string;
  /** Thresholds of the agreement and 100, in order; those after a pause that has not ended are missing. */
  readonly thresholds: readonly Threshold[];
  /** The calendar does not open within the horizon: an error of configuration (rule 6). */
  readonly neverOpens?: true;
  /** Earlier terms and cycles, oldest first. */
  readonly previous: readonly ClosedTerms[];
}

/** Is the promise of this clock broken at `now`? Exactly at due is met (domain.md 5.2, rule 7). */
export function isBreached(clock: ClockView, now: string): boolean {
  return clock.isBreached ?? (clock.state === 'running' && clock.dueAt !== undefined && now > clock.dueAt);
}
