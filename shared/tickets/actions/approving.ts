import { managerIn, passNudges } from '../../approvals';
import { checkAnswers, plannedCost, type Directory } from '../../catalog';
import { approvalState, castVote, forPeopleOnly, hasRole, isRefused, openStages, openSteps, refuse, seatFor, type Approval, type DecideContext, type Decision, type Refused } from '../../kernel';
import { afterApproval, askAgain, goTo, refusalLeadsTo, type Followed } from '../fulfillment/follow-plan';
import { resubmitSchema } from '../fulfillment/fulfillment-schema';
import type { Ticket } from '../ticket';
import { afterEvent, type TicketEvent } from '../ticket-events';
import type { TicketState } from '../ticket-lifecycle';
import { emptySchema, refuseSchema, voteSchema } from '../ticket-schema';
import { onTicket, type TicketAction } from './define';

type Context = DecideContext<Directory>;
type VoteEvent = Extract<TicketEvent, { type: 'ApprovalVoted' }>;

const STATE_AFTER: Record<ReturnType<typeof approvalState>, TicketState> = {
  approved: 'approved',
  rejected: 'rejected',
  returned: 'returned',
  requested: 'awaitingApproval',
  expired: 'rejected',
};

/** Where a decision leads: the state at once, and what follows by itself by the plan of an order. */
function consequences(ticket: Ticket, voted: VoteEvent, context: Context): Followed | Refused {
  const event = { ...voted, state: STATE_AFTER[approvalState(voted.approval)] };
  const alone: Followed = { events: [event] };
  if (!ticket.ordered || (event.state !== 'approved' && event.state !== 'rejected')) return alone;
  if (event.state === 'approved') return withRest(event, afterApproval(afterEvent(ticket, event, context), context));
  const leads = refusalLeadsTo(ticket);
  if ('state' in leads) return { events: [{ ...event, state: leads.state }] };
  const goesOn: VoteEvent = { ...event, state: 'approved' };
  return withRest(goesOn, goTo(afterEvent(ticket, goesOn, context), leads.stageId, context));
}

const withRest = (event: TicketEvent, rest: Followed | Refused): Followed | Refused => (isRefused(rest) ? rest : { ...rest, events: [event, ...rest.events] });

/** One vote and its effect are one event (domain.md 3.9). The version that the presser saw takes the place of a token. */
function vote(ticket: Ticket, decision: Decision, context: Context, comment: string | undefined): Followed | Refused {
  const { actor, now } = context;
  const { approval } = ticket;
  if (!approval) return refuse('approvals.notAwaited');
  const step = openSteps(approval).find((entry) => seatFor(approval, entry, actor));
  const seat = step && seatFor(approval, step, actor);
  if (!step || !seat) return refuse('approvals.notAwaited');
  const cast = castVote(approval, { step: step.id, token: seat.token, decision, comment }, actor, now);
  if (isRefused(cast)) return cast;
  return consequences(ticket, { type: 'ApprovalVoted', vote: cast.vote, approval: cast.approval, state: ticket.state }, context);
}

export const approve = forPeopleOnly(onTicket('approve', voteSchema, 'check', (ticket, { comment }, context) => vote(ticket, 'approved', context, comment)));

export const reject = forPeopleOnly(onTicket('reject', refuseSchema, 'check', (ticket, { comment }, context) => vote(ticket, 'rejected', context, comment)));

export const returnForInfo = forPeopleOnly(onTicket('returnForInfo', refuseSchema, 'check', (ticket, { comment }, context) => vote(ticket, 'returned', context, comment)));

/** Answers given anew, checked by the form as it was when it was ordered. */
function answeredAnew(ticket: Ticket, answers: Readonly<Record<string, unknown>>, { actor, now, config }: Context): TicketEvent | Refused {
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
  if (ticket.ordered) {
    const rest = askAgain(changed ? afterEvent(ticket, changed, context) : ticket, context);
    return isRefused(rest) ? rest : { ...rest, events: [...(changed ? [changed] : []), ...rest.events] };
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
