import { hasRole, isAgent, isAwaited, worksIn, type Actor } from '../kernel';
import type { TicketSubject } from './ticket';
import { lifecycleOf, type TicketRole, type TicketState } from './ticket-lifecycle';
import type { TicketKind } from './ticket-schema';

/** Does this actor stand to this ticket as `role`? */
export function standsAs(role: TicketRole, actor: Actor, ticket: TicketSubject): boolean {
  switch (role) {
    case 'requester':
      return actor.id === ticket.requesterId || actor.id === ticket.reporterId;
    case 'watcher':
      return ticket.watcherIds.includes(actor.id);
    case 'approver':
      return isAwaited(actor, ticket.awaitedApproverIds, ticket.excludedApproverIds);
    case 'assignee':
      return actor.id === ticket.assigneeId;
    case 'agent':
      return isAgent(actor) && (ticket.groupId === undefined || worksIn(actor, ticket.groupId));
    case 'anyAgent':
      return isAgent(actor);
    case 'lead':
      return ticket.groupId !== undefined && actor.leadsGroupIds.includes(ticket.groupId);
    case 'anyLead':
      return actor.leadsGroupIds.length > 0;
    case 'offered':
      return actor.id === ticket.offeredToId;
    case 'tasker':
      return ticket.taskAssigneeIds?.includes(actor.id) === true || ticket.taskGroupIds?.some((id) => worksIn(actor, id)) === true;
    case 'system':
      return hasRole(actor, 'system');
  }
}

/**
 * Employees see their own, watched and on-behalf tickets, and those they decide or decided about; agents, auditors and
 * administrators see all others too. A restricted ticket exists only for its requester, its group and its watchers.
 */
export function canReadTicket(actor: Actor, ticket: TicketSubject): boolean {
  if (hasRole(actor, 'system')) return true;
  if (!ticket.isRestricted && canReadInternal(actor)) return true;
  return (
    standsAs('requester', actor, ticket) || standsAs('watcher', actor, ticket) || standsAs('assignee', actor, ticket) || standsAs('tasker', actor, ticket) ||
    ticket.approverIds.includes(actor.id) || standsAs('approver', actor, ticket) || worksIn(actor, ticket.groupId)
  );
}

/** Internal notes and service-level detail are for those who handle tickets. */
export function canReadInternal(actor: Actor): boolean {
  return isAgent(actor) || hasRole(actor, 'auditor', 'administrator');
}

/** What can be done about a major incident, given where that stands. */
const MAJOR_FROM: Readonly<Record<string, readonly (TicketSubject['major'])[]>> = {
  proposeMajor: [undefined, 'rejected', 'demoted'], promoteMajor: ['proposed'], rejectMajor: ['proposed'], demoteMajor: ['promoted'],
};

const ON_TASKS = ['assignTask', 'startTask', 'closeTask'];

/** Who may do it in which state. Looked up in place of searched for: every row of a list asks for every verb. */
function whoMay(verb: string, kind: TicketKind): ReadonlyMap<TicketState, readonly TicketRole[]> {
  const { states, transitions } = lifecycleOf(kind);
  return new Map(states.map((state) => [state, transitions.filter(({ action, from }) => action === verb && from.includes(state)).flatMap(({ who }) => who)]));
}

/** Role and state in one place: the lifecycle table decides. */
export function canOnTicket(verb: string) {
  const roles = { incident: whoMay(verb, 'incident'), request: whoMay(verb, 'request') };
  return (actor: Actor, ticket: TicketSubject | undefined): boolean => {
    if (!ticket) return false;
    const stands = roles[ticket.kind].get(ticket.state)?.some((role) => standsAs(role, actor, ticket));
    if (!stands || !canReadTicket(actor, ticket)) return false;
    if (verb === 'rate' && ticket.hasRating) return false;
    if (verb === 'restrict' && ticket.isRestricted) return false;
    if (verb === 'unrestrict' && !ticket.isRestricted) return false;
    const isWatching = ticket.watcherIds.includes(actor.id);
    if (verb === 'unwatch' && !isWatching && !isAgent(actor)) return false;
    if (verb === 'take' && ticket.assigneeId === actor.id) return false;
    if (MAJOR_FROM[verb]?.includes(ticket.major) === false) return false;
    if (ON_TASKS.includes(verb) && ticket.taskGroupIds === undefined) return false;
    // What was ordered cannot become something else, and work that has begun is not withdrawn without a lead.
    if (verb === 'convert' && ticket.isOrder) return false;
    return !(verb === 'cancel' && ticket.kind === 'request' && ticket.hasBegun && !standsAs('lead', actor, ticket));
  };
}
