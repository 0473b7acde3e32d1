import { approvalState, castVote, isRefused, refuse, type Approval, type Vote } from '../../kernel';
import type { Ticket } from '../ticket';
import type { TicketState } from '../ticket-lifecycle';
import { emptySchema, refuseSchema, voteSchema } from '../ticket-schema';
import { onTicket } from './define';

const STATE_AFTER: Record<ReturnType<typeof approvalState>, TicketState> = {
  approved: 'approved',
  rejected: 'rejected',
  returned: 'returned',
  requested: 'awaitingApproval',
};

/** One vote and its effect are one event (domain.md 3.9). */
function vote(ticket: Ticket, decision: Vote['decision'], approverId: string, at: string, comment: string | undefined) {
  if (!ticket.approval) return refuse('approvals.notAwaited');
  const cast: Vote = { approverId, decision, at, ...(comment && { comment }) };
  const approval = castVote(ticket.approval, cast);
  if (isRefused(approval)) return approval;
  const state = STATE_AFTER[approvalState(approval)];
  return { events: [{ type: 'ApprovalVoted' as const, vote: cast, approval, state }] };
}

export const approve = onTicket('approve', voteSchema, 'check', (ticket, { comment }, { actor, now }) =>
  vote(ticket, 'approved', actor.id, now, comment),
);

export const reject = onTicket('reject', refuseSchema, 'check', (ticket, { comment }, { actor, now }) =>
  vote(ticket, 'rejected', actor.id, now, comment),
);

export const returnForInfo = onTicket('returnForInfo', refuseSchema, 'check', (ticket, { comment }, { actor, now }) =>
  vote(ticket, 'returned', actor.id, now, comment),
);

/** The requester answered the question: everybody votes afresh, on what is there now. */
export const resubmit = onTicket('resubmit', emptySchema, 'check', (ticket) => {
  if (!ticket.approval) return refuse('approvals.notAwaited');
  const approval: Approval = { ...ticket.approval, steps: ticket.approval.steps.map((step) => ({ ...step, votes: [] })) };
  return { events: [{ type: 'ApprovalRequested', approval, state: 'awaitingApproval' }] };
});
