/** An action that the plan would have done by itself. */
export interface RehearsedAction {
  /** In the reader's words. */
  readonly action: string;
  readonly result: 'done' | 'refused' | 'skipped';
  /** Why it would have been refused. */
  readonly text?: string;
}

/** One former request, as it would have gone under another plan. */
export interface DryRunRow {
  readonly id: string;
  readonly title: string;
  /** Names of the stages it would have gone through, in order. */
  readonly stages: readonly string[];
  /** Who would have been asked, and why. */
  readonly asked: readonly { readonly step: string; readonly people: readonly string[]; readonly because: string }[];
  /** Who would not have been asked, who was. */
  readonly notAsked: readonly string[];
  readonly tasks: number;
  /** What would have been done by itself, in order. */
  readonly actions: readonly RehearsedAction[];
  /** Minutes from the first task to the last, by the times that tasks of the same name have taken; absent: nobody knows. */
  readonly minutes?: number;
  readonly formerMinutes?: number;
  readonly plannedCost?: number;
  readonly formerCost?: number;
  /** Why it could not have been ordered: the answers do not fit the form, or nobody is left who may decide. */
  readonly refused?: string;
}

export interface DryRunView {
  readonly rows: readonly DryRunRow[];
  readonly asked: number;
  readonly newlyAsked: number;
  readonly noLongerAsked: number;
  readonly refused: number;
  /** Actions that would not have been possible. */
  readonly refusedActions: number;
  /** Means over those for which both are known. */
  readonly minutes?: number;
  readonly formerMinutes?: number;
}
