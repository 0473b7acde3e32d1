import type { ChangeType, CollisionReason } from './window-schema';

/** A place that a change takes in the calendar. */
export interface Booking {
  readonly changeId: string;
  readonly itemIds: readonly string[];
  readonly implementerId?: string;
  /** ISO instants, half-open: touching ends do not collide. */
  readonly from: string;
  readonly to: string;
}

/** Work that looks for its place: everything that collisions depend on. */
export interface PlannedWork {
  /** Its own booking does not collide with it. */
  readonly changeId?: string;
  readonly type: ChangeType;
  readonly templateId?: string;
  readonly serviceIds: readonly string[];
  readonly itemIds: readonly string[];
  readonly implementerId?: string;
  readonly from: string;
  readonly to: string;
}

/** A decided exception: this change may lie in this freeze, within `[from, to)`, as long as the exception lives. */
export interface Exemption {
  readonly exceptionId: string;
  readonly changeId: string;
  readonly freezeId: string;
  readonly from: string;
  readonly to: string;
  readonly expiresAt: string;
  /** Those who decided it: it is none for work that one of them does (domain.md rule R6). */
  readonly deciderIds?: readonly string[];
}

/**
 * Why a change should not happen then. `block` is a freeze: only an exception that was decided helps. `warn` has to be
 * accepted by a change manager, with a reason.
 */
export interface Collision {
  /** The same for the same cause, so that it can be accepted: reason, item, other. */
  readonly key: string;
  readonly reason: CollisionReason;
  readonly severity: 'block' | 'warn';
  /** The item of the change that is affected; absent for the implementer, and for freezes of a service or of everything. */
  readonly itemId?: string;
  /** Its parent or child, where the reason lies there. */
  readonly relatedId?: string;
  /** The other change or the freeze; absent outside of maintenance windows. */
  readonly otherId?: string;
  /** Who would do both, where the implementer is busy. */
  readonly personId?: string;
  /** The part of the change's window in which it collides, from the first such instant to the last one; ISO instants. */
  readonly from: string;
  readonly to: string;
  /** When the other change or the freeze ends, also where that is after the change; absent when nobody can wait for it. */
  readonly until?: string;
}

/** The work, without the time it looks for. */
export type WorkToPlace = Omit<PlannedWork, 'from' | 'to'>;

export interface SlotRequest {
  readonly work: WorkToPlace;
  /** Length in minutes. */
  readonly minutes: number;
  /** From here on, ISO instant. */
  readonly earliest: string;
  /** The work has to be done by then; at most 90 days later. */
  readonly latest: string;
  /** How many of the earliest slots are wanted. */
  readonly count: number;
}

/** A free stretch: the work may start at any minute from `from` to `latestStart`, both included. */
export interface Slot {
  readonly from: string;
  /** `from` plus the length. */
  readonly to: string;
  readonly latestStart: string;
  /** End of the free stretch. */
  readonly freeUntil: string;
}

/**
 * A stretch `[from, to)` of whole minutes in which the work may not start: each of the collisions blocks each of these starts.
 * They are told as they are for a start at `from`, at most 200 of them, freezes first.
 */
export interface RefusedStretch {
  readonly from: string;
  readonly to: string;
  readonly collisions: readonly Collision[];
}

/** Neither slots nor refused stretches: the work is longer than the time it looks for its place in. */
export interface SlotSearch {
  readonly slots: readonly Slot[];
  /** Before the last slot that was found (all of the time, when there is none), in order; the first of them, for at most 5,000 collisions. */
  readonly refused: readonly RefusedStretch[];
}
