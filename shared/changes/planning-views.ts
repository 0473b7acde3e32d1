import type { ChangeRow, CollisionView } from './change-views';
import type { Slot } from '../scheduling/schedule-views';

/** `POST /api/slots`: the earliest windows, and what blocks the time before them. */
export interface SlotsView {
  readonly slots: readonly Slot[];
  readonly refused: readonly { readonly from: string; readonly to: string; readonly collisions: readonly CollisionView[] }[];
}

/** `POST /api/collisions`: what a draft would run into. */
export interface CollisionsView {
  readonly collisions: readonly CollisionView[];
}

/** One time of a freeze or of a maintenance window. */
export interface WindowTime {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Items it is about, as far as it names any. */
  readonly itemIds: readonly string[];
}

/** `GET /api/calendar?from&to`: what the change calendar shows between two instants. */
export interface CalendarView {
  readonly changes: readonly ChangeRow[];
  readonly freezes: readonly WindowTime[];
  readonly windows: readonly WindowTime[];
}

/** How changes of a team, a type or a template went (domain.md 3.5: +3, -2, -5, and for incidents of P1 -10, P2 -5, P3 -2). */
export interface ScoreRow {
  readonly key: string;
  readonly name: string;
  readonly changes: number;
  readonly successful: number;
  readonly withIssues: number;
  readonly failed: number;
  readonly incidents: number;
  readonly unauthorized: number;
  readonly score: number;
}

/** `GET /api/change-scores?by=group|type|template&days=`. */
export interface ScoresView {
  readonly by: 'group' | 'type' | 'template';
  readonly rows: readonly ScoreRow[];
}

/** `GET /api/approvals`: everything that waits for the reader, of every practice. */
export interface InboxRow {
  readonly id: string;
  readonly practice: string;
  readonly title: string;
  readonly state: string;
  readonly requesterName: string;
  readonly risk?: string;
  readonly decideUntil?: string;
  readonly plannedStart?: string;
  /** Whose decision it is, where the reader stands in for somebody. */
  readonly onBehalfOf?: string;
}
