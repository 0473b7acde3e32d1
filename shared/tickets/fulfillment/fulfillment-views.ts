import type { StepView } from '../../approvals/approval-views';
import type { TaskState } from './fulfillment-schema';

/** A task that somebody can work on now, as lists have it. */
export interface OpenTaskRow {
  readonly id: string;
  readonly title: { readonly en: string; readonly de?: string };
  readonly isBegun: boolean;
  readonly groupId?: string;
  readonly assigneeId?: string;
  readonly dueAt?: string;
}

/** One piece of the work, for a page or a card. What was noted about it is for those who handle it. */
export interface TaskView {
  readonly id: string;
  readonly title: string;
  readonly state: TaskState;
  readonly stageId?: string;
  readonly groupName?: string;
  readonly assigneeId?: string;
  readonly assigneeName?: string;
  /** Titles of those it waits for. */
  readonly waitsFor: readonly string[];
  readonly dueAt?: string;
  readonly isLate: boolean;
  readonly closedAt?: string;
  readonly closedByName?: string;
  readonly note?: string;
  readonly minutes?: number;
  readonly cost?: number;
  /** What the reader may do with it now: `start`, `close`, `assign`. */
  readonly can: readonly ('start' | 'close' | 'assign')[];
}

export type StageState = 'done' | 'current' | 'ahead' | 'skipped' | 'refused';

export interface StageView {
  readonly id: string;
  readonly name: string;
  readonly state: StageState;
  readonly enteredAt?: string;
  /** Who has to agree or has agreed, and why. */
  readonly approvals: readonly StepView[];
  readonly tasks: readonly TaskView[];
  /** Work that will come up, where the stage is still ahead. */
  readonly planned: readonly string[];
}

/** domain.md 3.2: what is ordered, as one item. */
export type ItemState = 'pending' | 'assigned' | 'inProgress' | 'delivered' | 'incomplete' | 'cancelled';

export interface FulfillmentView {
  readonly stages: readonly StageView[];
  /** Tasks that belong to no stage. */
  readonly tasks: readonly TaskView[];
  readonly itemState?: ItemState;
  /** When it is expected, ISO instant or day. */
  readonly expectedAt?: string;
  readonly canWithdraw: boolean;
  readonly currency?: string;
  readonly plannedCost?: number;
  readonly actualCost?: number;
  readonly costs?: readonly { readonly amount: number; readonly note: string; readonly at: string; readonly byName: string }[];
}
