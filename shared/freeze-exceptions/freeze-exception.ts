import type { Approval, RecordBase } from '../kernel';
import type { ExceptionState } from './freeze-exception-schema';

/** What permissions look at; the record and its summary both have it. */
export interface ExceptionSubject {
  readonly id: string;
  readonly state: ExceptionState;
  readonly requesterId: string;
  readonly awaitedApproverIds: readonly string[];
  readonly approverIds: readonly string[];
  readonly excludedApproverIds: readonly string[];
  readonly votedIds: readonly string[];
}

/** One change may lie in one freeze, in the window it had when somebody asked (domain.md 3.5). */
export interface FreezeException extends RecordBase {
  readonly state: ExceptionState;
  readonly changeId: string;
  /** As they were called then. */
  readonly changeTitle: string;
  readonly freezeId: string;
  readonly freezeName: string;
  readonly reason: string;
  readonly requesterId: string;
  readonly requesterName: string;
  /** The window that was asked for, ISO instants. */
  readonly from: string;
  readonly to: string;
  /** From here on it is worth nothing, decided or not. */
  readonly expiresAt: string;
  readonly approval: Approval;
}
