import { approvalState, castVote, isRefused, openStages, openSteps, refuse, seatFor, type Actor, type Approval, type Decision } from '../../kernel';
import type { Ticket } from '../ticket';
import type { TicketState } from '../ticket-lifecycle';
import { emptySchema, refuseSchema, voteSchema } from '../ticket-schema';
import { onTicket } from './define';

const STATE_AFTER: Record<ReturnType<typeof approvalState>, TicketState> = {
  approved: 'approved',
  rejected: 'rejected',
  returned: 'returned',
  requested: 'awaitingApproval',
  expired: 'rejected',
};

/** One vote and its effect are one event (domain.md 3.9). The version that the presser saw takes the place of a token. */
function vote(ticket: Ticket, decision: Decision, actor: Actor, at: string, comment: string | undefined) {
  const { approval } = ticket;
  if (!approval) return refuse('approvals.notAwaited');
  const step = openSteps(approval).find((entry) => seatFor(approval, entry, actor));
  const seat = step && seatFor(approval, step, actor);
  if (!step || !seat) return refuse('approvals.notAwaited');
  const cast = castVote(approval, { step: step.id, token: seat.token, decision, comment }, actor, at);
  if (isRefused(cast)) return cast;
  return { events: [{ type: 'ApprovalVoted' as const, vote: cast.vote, approval: cast.approval, state: STATE_AFTER[approvalState(cast.approval)] }] };
}

export const approve = onTicket('approve', voteSchema, 'check', (ticket, { comment }, { actor, now }) => vote(ticket, 'approved', actor, now, comment));

export const reject = onTicket('reject', refuseSchema, 'check', (ticket, { comment }, { actor, now }) => vote(ticket, 'rejected', actor, now, comment));

export const returnForInfo = onTicket('returnForInfo', refuseSchema, 'check', (ticket, { comment }, { actor, now }) => vote(ticket, 'returned', actor, now, comment));

/** The requester answered the question: everybody votes afresh, on what is there now. */
export const resubmit = onTicket('resubmit', emptySchema, 'check', (ticket, _input, { now, newToken }) => {
  if (!ticket.approval) return refuse('approvals.notAwaited');
  const steps = ticket.approval.steps.map(({ requestedAt: _requested, ...step }) => ({ ...step, votes: [], seats: step.seats.map((seat) => ({ ...seat, token: newToken() })) }));
  const approval: Approval = openStages({ ...ticket.approval, steps }, now);
  return { events: [{ type: 'ApprovalRequested', approval, state: 'awaitingApproval' }] };
});
