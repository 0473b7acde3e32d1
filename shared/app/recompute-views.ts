/** A definition whose change makes clocks be computed anew. */
export interface RecomputeCause {
  readonly id: string;
  readonly name: string;
  /** Who changed it, by name, and when. */
  readonly by: string;
  readonly at: string;
}

/** How far computing the clocks of all open tickets anew has come; browser-safe. Instants are ISO 8601, UTC. */
export interface RecomputeProgress {
  /** `waiting`: the instance that was at it is gone; another one goes on where it stopped, within half a minute. */
  readonly state: 'idle' | 'running' | 'waiting';
  /** Empty after the first start of a new version. */
  readonly because: readonly RecomputeCause[];
  /** Tickets to look at, and those that are through. */
  readonly total: number;
  readonly done: number;
  /** Tickets whose clocks changed. */
  readonly changed: number;
  /** Tickets that could not be computed, because what is stored of them is damaged; they stay as they are. */
  readonly failed?: number;
  readonly startedAt?: string;
  readonly finishedAt?: string;
}
