/** What the conditions of an agreement may look at in the history of a record. Values are texts; absent means none. */
export interface ClockFields {
  /** `incident` or `request`. */
  readonly kind?: string;
  /** The record's state, as its lifecycle names it. */
  readonly state?: string;
  readonly priority?: string;
  readonly holdReason?: string;
  readonly supplier?: string;
  readonly groupId?: string;
  readonly assigneeId?: string;
  readonly categoryId?: string;
  readonly offeringId?: string;
  /** Minutes that were promised when it was ordered, whatever is promised now; `0`: none. */
  readonly promisedMinutes?: string;
  readonly requesterId?: string;
}

/**
 * One thing that happened and may matter to a clock. A record keeps its facts in the order in which they were recorded, so
 * that every clock can be computed from scratch at any time, under any agreement (domain.md 5.2, rule 14).
 */
export interface ClockFact {
  /** When it happened, ISO instant; not necessarily in order. */
  readonly at: string;
  /** Number of the event in the record's history; several facts may share it. */
  readonly seq: number;
  /** Fields that changed; `null` clears one. The first fact of a record carries all it was born with. */
  readonly set?: Readonly<Partial<Record<keyof ClockFields, string | null>>>;
  /** A public message, and whose. Notes and messages of machines are no facts. */
  readonly said?: 'agent' | 'requester';
}

/** Facts and when the record was received: all that a clock depends on besides configuration. */
export interface ClockInput {
  /** When the request reached the desk, ISO instant (rule 3): facts stamped earlier count as then. */
  readonly receivedAt: string;
  readonly facts: readonly ClockFact[];
}
