import type { RecordView, Summary } from '../kernel';
import type { SeatView, StepView } from '../approvals/approval-views';
import type { Exemption } from '../scheduling/schedule-views';
import type { ExceptionState } from './freeze-exception-schema';

export interface ExceptionSummary extends Summary {
  /** `Exception from "Year end" for CHG0000012`. */
  readonly title: string;
  readonly state: ExceptionState;
  readonly changeId: string;
  readonly freezeId: string;
  readonly reason: string;
  readonly requesterId: string;
  readonly requesterName: string;
  /** The window of the change that was asked for. */
  readonly from: string;
  readonly to: string;
  readonly expiresAt: string;
  readonly decideUntil?: string;
  readonly awaitedApproverIds: readonly string[];
  readonly approverIds: readonly string[];
  readonly excludedApproverIds: readonly string[];
  readonly votedIds: readonly string[];
  /** While it is approved. */
  readonly exemption?: Exemption;
}

export interface ExceptionRow extends Omit<ExceptionSummary, 'approverIds' | 'excludedApproverIds' | 'votedIds' | 'exemption'> {
  readonly can: readonly string[];
  readonly freezeName: string;
  readonly changeTitle?: string;
  readonly waitsFor: string;
}

export interface ExceptionView extends RecordView, Omit<ExceptionRow, 'practice' | 'can' | 'id' | 'version'> {
  readonly practice: 'freezeExceptions';
  readonly steps: readonly StepView[];
  readonly mySeats: readonly SeatView[];
  readonly myVotes: readonly string[];
  readonly timeline: readonly { readonly seq: number; readonly at: string; readonly byName: string; readonly line: string; readonly text?: string }[];
}
