/** One entry of a register: a person, a group, a category, an article. */
export interface RegisterStep {
  readonly at: string;
  readonly key: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Whoever is asked to decide: of an order everybody who is, one after the other. */
export const APPROVER = 'approver';

/** One thing somebody did with a ticket. `by` is a person's key, `system` or `approver`. */
export interface TicketStep {
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly ticket: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** One thing somebody did with another record. `record` is its kind and key: `change:core-firmware`. */
export interface RecordStep {
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly record: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** From whichever seat is open for them: the token is only known once the step before is written. */
  readonly isVote?: boolean;
}

/** Everything the demo company ever did, in the order in which it happened. Inputs point at other entries by key. */
export interface DemoPlan {
  readonly registers: readonly RegisterStep[];
  readonly steps: readonly TicketStep[];
  /** Templates, changes, exceptions, meetings and announcements, after everything else. */
  readonly later: readonly RecordStep[];
}
