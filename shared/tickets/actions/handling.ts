import { hasRole, refuse, type DecideContext } from '../../kernel';
import type { Directory } from '../../catalog';
import { assess, priorityOf, type Assessment } from '../priority';
import { HIGH } from '../major-incident';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-events';
import { assignSchema, classifySchema, convertSchema, editSchema, emptySchema, holdSchema, prioritySchema, restrictSchema } from '../ticket-schema';
import { movesWithin } from '../ticket-moves';
import { nextState, onTicket } from './define';

type Context = DecideContext<Directory>;

/** What was counted is not argued away by what one of them says of their own reach. */
const withFloor = ({ isRaised }: Ticket, assessed: Assessment): Assessment => (isRaised ? { ...assessed, impact: HIGH, priority: priorityOf(HIGH, assessed.urgency) } : assessed);

/** Reclassifies and computes the priority again, unless a lead has overridden it. */
function classified(ticket: Ticket, changes: Partial<Pick<Ticket, 'categoryId' | 'reach' | 'work'>>): TicketEvent {
  const reach = changes.reach ?? ticket.reach;
  const work = changes.work ?? ticket.work;
  const fresh = reach && work ? withFloor(ticket, assess(reach, work)) : { impact: ticket.impact, urgency: ticket.urgency, priority: ticket.priority };
  return { type: 'TicketClassified', changes, ...fresh, ...(ticket.isPriorityOverridden && { priority: ticket.priority }) };
}

export const edit = onTicket('edit', editSchema, 'check', (ticket, { reach, work, ...texts }) => {
  const events: TicketEvent[] = [];
  const isNewText = (texts.title ?? ticket.title) !== ticket.title || (texts.description ?? ticket.description) !== ticket.description;
  if (isNewText) events.push({ type: 'TicketEdited', changes: texts });
  const effect = { ...(reach && reach !== ticket.reach && { reach }), ...(work && work !== ticket.work && { work }) };
  if (Object.keys(effect).length > 0) events.push(classified(ticket, effect));
  return events.length > 0 ? { events } : refuse('kernel.nothingChanged');
});

export const classify = onTicket('classify', classifySchema, 'check', (ticket, input, { config }) => {
  if (input.categoryId && !config.category(input.categoryId)) {
    return refuse('kernel.invalidInput', undefined, [{ field: 'categoryId', code: 'notFound' }]);
  }
  const isNew = (['categoryId', 'reach', 'work'] as const).some((field) => input[field] !== undefined && input[field] !== ticket[field]);
  return isNew ? { events: [classified(ticket, input)] } : refuse('kernel.nothingChanged');
});

/** After so many moves from group to group within that time a lead decides where it belongs (domain.md 6.1). */
const MOVES_WITHOUT_LEAD = 2;
const MOVE_HOURS = 24;

/** The group and person an assignment leads to, or why not (domain.md 3.1, assign and reassign). */
export const assign = onTicket('assign', assignSchema, 'check', (ticket, input, { config, actor, now }: Context) => {
  const groupId = input.groupId ?? ticket.groupId;
  const group = config.group(groupId);
  if (!groupId || !group || group.isBoard) return refuse('tickets.noGroup');
  if (group.retired) return refuse('tickets.groupRetired');
  const isGroupChange = ticket.groupId !== undefined && groupId !== ticket.groupId;
  const assigneeId = input.assigneeId ?? (isGroupChange ? undefined : ticket.assigneeId);
  const assignee = config.person(assigneeId);
  if (assigneeId && !assignee) return refuse('kernel.invalidInput', undefined, [{ field: 'assigneeId', code: 'notFound' }]);
  const isMember = group.memberIds?.includes(assigneeId ?? '') || group.leadIds?.includes(assigneeId ?? '');
  if (assignee && !isMember) return refuse('tickets.notMember', { person: assignee.name, group: group.name });
  if (!assigneeId && !isGroupChange && ticket.groupId) return refuse('tickets.noAssignee');
  if (groupId === ticket.groupId && assigneeId === ticket.assigneeId) return refuse('tickets.alreadyAssigned');
  if (isGroupChange && ticket.state !== 'new' && !input.reason) return refuse('tickets.reasonRequired');
  const moves = isGroupChange ? movesWithin(ticket, MOVE_HOURS, now) : 0;
  const mayMoveAgain = hasRole(actor, 'system') || actor.leadsGroupIds.includes(groupId) || actor.leadsGroupIds.includes(ticket.groupId ?? '');
  if (moves >= MOVES_WITHOUT_LEAD && !mayMoveAgain) return refuse('tickets.movedTooOften', { count: moves, hours: MOVE_HOURS });
  const state = assigneeId ? nextState(ticket, 'assign') : stateWithoutAssignee(ticket);
  return {
    events: [{
      type: 'TicketAssigned', groupId, state,
      ...(assignee && { assigneeId: assignee.id, assigneeName: assignee.name }),
      ...(input.reason && { reason: input.reason }),
      ...(isGroupChange && input.tried && { tried: input.tried }),
      ...(isGroupChange && (input.tried ?? input.staysInformed) && ticket.groupId && { watchingGroupId: ticket.groupId }),
    }],
  };
});

/** A ticket that moved to another group waits there for somebody to take it. */
export function stateWithoutAssignee(ticket: Ticket): Ticket['state'] {
  if (ticket.state === 'assigned' || ticket.state === 'inProgress') return 'new';
  if (ticket.state === 'inFulfillment') return 'approved';
  return ticket.state;
}

export const take = onTicket('take', emptySchema, 'check', (ticket, _input, { actor }) => {
  const groupId = ticket.groupId ?? actor.groupIds[0] ?? actor.leadsGroupIds[0];
  return {
    events: [{
      type: 'TicketTaken', assigneeId: actor.id, assigneeName: actor.name, state: nextState(ticket, 'take'),
      ...(groupId && { groupId }),
    }],
  };
});

export const start = onTicket('start', emptySchema, 'check', (ticket) => ({
  events: [{ type: 'WorkStarted', state: nextState(ticket, 'start') }],
}));

export const putOnHold = onTicket('putOnHold', holdSchema, 'check', (_ticket, input, { now }) => {
  if (input.followUpAt <= now) return refuse('tickets.followUpInPast', undefined, [{ field: 'followUpAt', code: 'notInFuture' }]);
  return { events: [{ type: 'TicketPutOnHold', hold: input }] };
});

export const resume = onTicket('resume', emptySchema, 'check', (ticket, _input, { actor }) => ({
  events: [{ type: 'TicketResumed', because: actor.id === 'system' && !actor.rule ? 'followUpDue' : 'agent', state: nextState(ticket, 'resume') }],
}));

export const overridePriority = onTicket('overridePriority', prioritySchema, 'check', (ticket, { priority, reason }) =>
  priority === ticket.priority ? refuse('kernel.nothingChanged') : { events: [{ type: 'PriorityOverridden', priority, reason }] },
);

export const clearPriority = onTicket('clearPriority', emptySchema, 'check', (ticket) => {
  if (!ticket.isPriorityOverridden) return refuse('tickets.notOverridden');
  const { priority } = withFloor(ticket, assess(ticket.reach ?? 'me', ticket.work ?? 'workaround'));
  return { events: [{ type: 'PriorityOverrideCleared', priority }] };
});

export const restrict = onTicket('restrict', restrictSchema, 'check', (_ticket, { reason }) => ({
  events: [{ type: 'TicketRestricted', reason }],
}));

export const unrestrict = onTicket('unrestrict', restrictSchema, 'check', (_ticket, { reason }) => ({
  events: [{ type: 'TicketUnrestricted', reason }],
}));

/** Incident <-> service request: number, conversation and received time stay. */
export const convert = onTicket('convert', convertSchema, 'check', (ticket, { kind }) => {
  if (kind === ticket.kind) return refuse('tickets.sameKind');
  const asRequest = ticket.state === 'inProgress' ? 'inFulfillment' : 'approved';
  const asIncident = ticket.state === 'inFulfillment' ? 'inProgress' : ticket.assigneeId ? 'assigned' : 'new';
  return { events: [{ type: 'TicketConverted', kind, state: kind === 'request' ? asRequest : asIncident }] };
});
