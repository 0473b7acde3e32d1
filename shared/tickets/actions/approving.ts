import { managerIn, passNudges } from '../../approvals';
import { checkAnswers, plannedCost, type Directory } from '../../catalog';
import { approvalState, castVote, hasRole, isRefused, openStages, openSteps, refuse, seatFor, type Approval, type DecideContext, type Decision } from '../../kernel';
import { afterApproval, afterRefusal, askAgain, progressOf } from '../fulfillment/follow-plan';
import { resubmitSchema } from '../fulfillment/fulfillment-schema';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-events';
import type { TicketState } from '../ticket-lifecycle';
import { emptySchema, refuseSchema, voteSchema } from '../ticket-schema';
import { onTicket, type TicketAction } from './define';

type Context = DecideContext<Directory>;

const STATE_AFTER: Record<ReturnType<typeof approvalState>, TicketState> = {
  approved: 'approved',
  rejected: 'rejected',
  returned: 'returned',
  requested: 'awaitingApproval',
  expired: 'rejected',
};

/** What a decision leads to, the plan of an order included: the state at once, and what follows by itself. */
function consequences(ticket: Ticket, approval: Approval, context: Context): { readonly state: TicketState; readonly events: readonly TicketEvent[] } | ReturnType<typeof refuse> {
  const state = STATE_AFTER[approvalState(approval)];
  const progress = progressOf(ticket);
  if (!progress || (state !== 'approved' && state !== 'rejected')) return { state, events: [] };
  if (state === 'approved') {
    const events = afterApproval(progress, ticket.stageId, context);
    return isRefused(events) ? events : { state, events };
  }
  const refusal = afterRefusal(progress, ticket.stageId, context);
  if (isRefused(refusal)) return refusal;
  return 'state' in refusal ? { state: refusal.state, events: [] } : { state: 'approved', events: refusal.events };
}

/** One vote and its effect are one event (domain.md 3.9). The version that the presser saw takes the place of a token. */
function vote(ticket: Ticket, decision: Decision, context: Context, comment: string | undefined) {
  const { actor, now } = context;
  const { approval } = ticket;
  if (!approval) return refuse('approvals.notAwaited');
  const step = openSteps(approval).find((entry) => seatFor(approval, entry, actor));
  const seat = step && seatFor(approval, step, actor);
  if (!step || !seat) return refuse('approvals.notAwaited');
  const cast = castVote(approval, { step: step.id, token: seat.token, decision, comment }, actor, now);
  if (isRefused(cast)) return cast;
  const after = consequences(ticket, cast.approval, context);
  if (isRefused(after)) return after;
  return { events: [{ type: 'ApprovalVoted' as const, vote: cast.vote, approval: cast.approval, state: after.state }, ...after.events] };
}

export const approve = onTicket('approve', voteSchema, 'check', (ticket, { comment }, context) => vote(ticket, 'approved', context, comment));

export const reject = onTicket('reject', refuseSchema, 'check', (ticket, { comment }, context) => vote(ticket, 'rejected', context, comment));

export const returnForInfo = onTicket('returnForInfo', refuseSchema, 'check', (ticket, { comment }, context) => vote(ticket, 'returned', context, comment));

/** Answers given anew, checked by the form as it was when it was ordered. */
function answeredAnew(ticket: Ticket, answers: Readonly<Record<string, unknown>>, { actor, now, config }: Context): TicketEvent | ReturnType<typeof refuse> {
  const { ordered, attachments } = ticket;
  if (!ordered) return refuse('kernel.invalidInput', undefined, [{ field: 'answers', code: 'unknownField' }]);
  const checked = checkAnswers(ordered.form, answers, { config, moment: { now, zone: actor.zone }, fileIds: attachments.map(({ id }) => id) });
  if ('problems' in checked) return refuse('kernel.invalidInput', undefined, checked.problems);
  const cost = plannedCost(ordered.costs, ordered.form, checked.value);
  return { type: 'AnswersChanged', answers: checked.value, ...(cost !== undefined && { plannedCost: cost }) };
}

/** The requester answered the question: everybody votes afresh, on what is there now. */
export const resubmit = onTicket('resubmit', resubmitSchema, 'check', (ticket, { answers }, context) => {
  const changed = answers && answeredAnew(ticket, answers, context);
  if (isRefused(changed)) return changed;
  const progress = progressOf({ ...ticket, ...(changed?.type === 'AnswersChanged' && { answers: changed.answers }) });
  if (progress) {
    const events = askAgain(progress, ticket.stageId, context);
    return isRefused(events) ? events : { events: [...(changed ? [changed] : []), ...events] };
  }
  if (!ticket.approval) return refuse('approvals.notAwaited');
  const steps = ticket.approval.steps.map(({ requestedAt: _requested, ...step }) => ({ ...step, votes: [], seats: step.seats.map((seat) => ({ ...seat, token: context.newToken() })) }));
  const approval: Approval = openStages({ ...ticket.approval, steps }, context.now);
  return { events: [{ type: 'ApprovalRequested', approval, state: 'awaitingApproval' }] };
});

/** Nobody has decided for some time: they are reminded, then their managers may decide too (domain.md 2.3, AP2). */
export const nudge: TicketAction = {
  name: 'tickets.nudge',
  schema: emptySchema,
  repeat: 'check',
  internal: true,
  can: (actor) => hasRole(actor, 'system'),
  decide(record, _input, { config, now }) {
    const ticket = record as Ticket;
    if (!ticket.approval || ticket.state !== 'awaitingApproval') return refuse('kernel.notDue');
    const passed = passNudges(ticket.approval, now, managerIn(config));
    if (passed.length === 0) return refuse('kernel.notDue');
    return { events: passed.map((entry) => ({ type: 'ApprovalNudged' as const, ...entry, state: STATE_AFTER[approvalState(entry.approval)] })) };
  },
};
