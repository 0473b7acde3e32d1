import type { Approval, Recorded, Voided } from '../kernel';
import { decidersOf, type BallotEvent } from '../approvals';
import type { ExceptionSubject, FreezeException } from './freeze-exception';
import type { ExceptionState } from './freeze-exception-schema';

export type ExceptionEvent =
  | {
      readonly type: 'ExceptionRequested';
      /** The change. */
      readonly otherId: string;
      readonly changeTitle: string;
      readonly freezeId: string;
      readonly freezeName: string;
      readonly reason: string;
      readonly requesterId: string;
      readonly requesterName: string;
      readonly from: string;
      readonly to: string;
      readonly expiresAt: string;
      readonly approval: Approval;
    }
  | BallotEvent<ExceptionState>
  /** Their voters do the work by now. */
  | { readonly type: 'VotesVoided'; readonly voided: readonly Voided[]; readonly approval: Approval; readonly state: ExceptionState }
  | { readonly type: 'ExceptionWithdrawn'; readonly reason: string }
  | { readonly type: 'ExceptionExpired' };

export type RecordedExceptionEvent = Recorded<ExceptionEvent>;

function born({ event, recordId, seq, at }: RecordedExceptionEvent): FreezeException {
  if (event.type !== 'ExceptionRequested') throw new Error(`history of ${recordId} starts with ${event.type}`);
  const { type: _type, otherId, ...asked } = event;
  return { ...asked, id: recordId, version: seq, createdAt: at, updatedAt: at, state: 'requested', changeId: otherId };
}

/** The exception's fields after an event, without the bookkeeping that every event does. */
function changed(exception: FreezeException, event: ExceptionEvent): FreezeException {
  switch (event.type) {
    case 'VoteCast':
    case 'VoteWithdrawn':
    case 'ApprovalNudged':
    case 'VotesVoided':
      return { ...exception, approval: event.approval, state: event.state };
    case 'ExceptionWithdrawn':
      return { ...exception, state: 'withdrawn' };
    case 'ExceptionExpired':
      return { ...exception, state: 'expired' };
    case 'ExceptionRequested':
      return exception;
  }
}

/** The only fold of exceptions: history in, current state out. */
export function foldException(exception: FreezeException | undefined, recorded: RecordedExceptionEvent): FreezeException {
  if (!exception) return born(recorded);
  return { ...changed(exception, recorded.event), version: recorded.seq, updatedAt: recorded.at };
}

export function exceptionSubjectOf({ id, state, requesterId, approval }: FreezeException): ExceptionSubject {
  return { id, state, requesterId, ...decidersOf(approval, state === 'requested') };
}
