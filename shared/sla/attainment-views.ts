import type { Metric } from './clock-views';

/**
 * Why a promise was broken, read from the facts of the record; the first that holds:
 * - `noticedLate`: half of the target or more had passed before the record was written down.
 * - `reopened`: it had been resolved in time, and came back.
 * - `reassigned`: it changed groups three times or more before it was due.
 * - `unassigned`: for half of the counted time or more nobody had taken it.
 * - `waiting`: for half of the counted time or more it was on hold for a reason that does not stop this clock.
 * - `inWork`: somebody had it for most of the time, and it took longer than promised.
 */
export const MISS_REASONS = ['noticedLate', 'reopened', 'reassigned', 'unassigned', 'waiting', 'inWork'] as const;
export type MissReason = (typeof MISS_REASONS)[number];

export interface MissCause {
  readonly reason: MissReason;
  /** The group that had it longest while the clock ran. */
  readonly groupId?: string;
  /** Share of the counted time that is behind the reason, whole percent; of `reassigned` how often. */
  readonly share: number;
}

/** What came of one promise to the customer. */
export interface KeptPromise {
  readonly metric: Metric;
  readonly agreementId: string;
  /** When that was decided: at the stop, or when an overdue clock was due. ISO instant. */
  readonly at: string;
  readonly isBreached: boolean;
  /** Share of the target that was used, whole percent, rounded down. */
  readonly percent: number;
  /** The terms were eased after they had been broken (domain.md 5.2, rule 9). */
  readonly wasDowngraded?: true;
  readonly cause?: MissCause;
}

/** A promise that was kept with this share of its time used or more is a near miss. */
export const NEAR_MISS_PERCENT = 90;

export const ATTAINMENT_GROUPINGS = ['priority', 'group', 'service', 'agreement'] as const;
export type AttainmentGrouping = (typeof ATTAINMENT_GROUPINGS)[number];
export const ATTAINMENT_STEPS = ['day', 'week', 'month'] as const;
export type AttainmentStep = (typeof ATTAINMENT_STEPS)[number];
export const ATTAINMENT_OUTCOMES = ['met', 'missed', 'nearMiss', 'downgraded'] as const;
export type AttainmentOutcome = (typeof ATTAINMENT_OUTCOMES)[number];

export interface CauseCount {
  readonly reason: MissReason;
  readonly groupId?: string;
  readonly groupName?: string;
  readonly count: number;
}

export interface AttainmentFigures {
  readonly met: number;
  readonly missed: number;
  /** Met of all in percent, rounded down to a tenth, so that 100 means all; absent when there were none. */
  readonly share?: number;
  readonly nearMisses: number;
  readonly downgraded: number;
}

export interface AttainmentPeriod extends AttainmentFigures {
  /** First and last local date, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

export interface AttainmentGroup extends AttainmentFigures {
  /** Priority, or record id of the group, offering, category or agreement; empty when there is none. */
  readonly key: string;
  /** In the reader's language; empty when there is none. */
  readonly name: string;
  /** As many as the answer has periods, in the same order. */
  readonly periods: readonly AttainmentFigures[];
  /** The most frequent first. */
  readonly causes: readonly CauseCount[];
}

/** Answer of `GET /api/service-levels/attainment`. */
export interface Attainment {
  readonly from: string;
  readonly to: string;
  readonly step: AttainmentStep;
  readonly by: AttainmentGrouping;
  /** Absent: all metrics together. */
  readonly metric?: Metric;
  readonly total: AttainmentFigures;
  /** In order of time, without gaps. */
  readonly periods: readonly AttainmentPeriod[];
  /** The most missed first. */
  readonly groups: readonly AttainmentGroup[];
  readonly causes: readonly CauseCount[];
}

/** One promise behind a figure: `GET /api/service-levels/attainment/tickets`, newest first. */
export interface AttainmentTicket extends KeptPromise {
  readonly id: string;
  readonly title: string;
  readonly priority: string;
  readonly state: string;
  readonly groupName?: string;
  readonly agreementName: string;
  /** Of the group that had it longest, with the cause. */
  readonly causeGroupName?: string;
}

export interface AttainmentTickets {
  readonly items: readonly AttainmentTicket[];
  /** Where the next page starts. */
  readonly cursor?: string;
  /** How many are behind the figure, and how many of them this reader may not open. */
  readonly total: number;
  readonly hidden: number;
}
