/** One entry of a register: a person, a group, a category, an article. */
export interface RegisterStep {
  readonly at: string;
  readonly key: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** One thing somebody did with a ticket. `by` is a person's key, or `system`. */
export interface TicketStep {
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly ticket: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Everything the demo company ever did, in the order in which it happened. Inputs point at other entries by key. */
export interface DemoPlan {
  readonly registers: readonly RegisterStep[];
  readonly steps: readonly TicketStep[];
}
