import type { StepOutcome } from './wanted';

/** One time a rule would have acted. */
export interface DryRunRow {
  readonly id: string;
  readonly title: string;
  /** ISO instant. */
  readonly at: string;
  /** Types of the events that called for it; none where time did. */
  readonly because: readonly string[];
  readonly steps: readonly (StepOutcome & {
    /** What it would have written or set, in short. */
    readonly input: Readonly<Record<string, unknown>>;
    /** Why it would have been refused, in the reader's language. */
    readonly text?: string;
  })[];
}

/** What a rule would have done, and how it gets on with the others. */
export interface DryRunView {
  /** ISO instants. */
  readonly from: string;
  readonly until: string;
  /** Records that were looked at, those it would have acted on, and how often. */
  readonly looked: number;
  readonly records: number;
  readonly runs: number;
  readonly done: number;
  readonly refused: number;
  /** The newest ones; there may have been more. */
  readonly rows: readonly DryRunRow[];
  /** Names of the rules of a circle, the first one again at the end. */
  readonly loop?: readonly string[];
  readonly conflicts: readonly { readonly otherId: string; readonly otherName: string; readonly fact: string; readonly value: string; readonly otherValue: string }[];
}
