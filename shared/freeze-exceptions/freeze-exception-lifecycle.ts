import type { Lifecycle } from '../kernel';
import { EXCEPTION_STATES, type ExceptionState } from './freeze-exception-schema';

/** `requester` asked for it; `approver`: their vote is awaited now, or that of somebody they stand in for; `voter`: their vote stands. */
export type ExceptionRole = 'requester' | 'approver' | 'voter' | 'changeManager' | 'system';

const LIVE = ['requested', 'returned', 'approved'] as const;

/**
 * A question is answered by asking anew: what was asked for stays as it was decided about. Where void votes lead (asked for again,
 * withdrawn, or nowhere) depends on the others.
 */
export const EXCEPTION_LIFECYCLE: Lifecycle<ExceptionState, ExceptionRole> = {
  states: EXCEPTION_STATES,
  initial: 'requested',
  terminal: ['rejected', 'expired', 'withdrawn'],
  transitions: [
    { action: 'approve', from: ['requested'], to: 'approved', who: ['approver'], requires: ['step', 'token'] },
    { action: 'reject', from: ['requested'], to: 'rejected', who: ['approver'], requires: ['step', 'token', 'comment'] },
    { action: 'returnForInfo', from: ['requested'], to: 'returned', who: ['approver'], requires: ['step', 'token', 'comment'] },
    { action: 'withdrawVote', from: ['requested'], who: ['voter'], requires: ['step'] },
    { action: 'voidVotes', from: ['requested', 'approved'], who: ['system'] },
    { action: 'withdraw', from: LIVE, to: 'withdrawn', who: ['requester', 'changeManager', 'system'], requires: ['reason'] },
    { action: 'expire', from: LIVE, to: 'expired', who: ['system'] },
  ],
};

export const isExceptionEnded = (state: ExceptionState): boolean => EXCEPTION_LIFECYCLE.terminal.includes(state);
