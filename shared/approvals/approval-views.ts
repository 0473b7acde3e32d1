import type { Because, Decision, StepState } from '../kernel';

export interface VoteView {
  readonly personId: string;
  readonly name: string;
  /** Who pressed, where that was not the person of the seat. */
  readonly byName?: string;
  readonly decision: Decision;
  readonly at: string;
  readonly comment?: string;
}

export interface AwaitedView {
  readonly id: string;
  readonly name: string;
  readonly isRequired: boolean;
  /** May decide instead, because the person did not answer in time. */
  readonly escalatedToName?: string;
}

export interface StepView {
  readonly id: string;
  /** `Service owner`, in the reader's language. */
  readonly label: string;
  readonly stage: number;
  readonly state: StepState;
  /** `one of 4`, `a majority, at least 3`. */
  readonly quorum: string;
  /** `because the risk is high and Payroll is affected`; empty where it is always asked for. */
  readonly because: string;
  readonly reasons: readonly Because[];
  readonly awaited: readonly AwaitedView[];
  readonly votes: readonly VoteView[];
  readonly dueAt?: string;
  /** A board whose vote is closed in a meeting. */
  readonly isBoard: boolean;
  /** Groups whose members have seats, as far as it is still open. */
  readonly groupIds: readonly string[];
}

/** The reader's own seat: what a press must carry. Nobody gets that of somebody else. */
export interface SeatView {
  readonly step: string;
  readonly label: string;
  readonly token: string;
  /** Whose seat it is, where the reader stands in for somebody. */
  readonly onBehalfOf?: string;
  /** Consent needs a second confirmation and a reason. */
  readonly needsConfirmation: boolean;
}
