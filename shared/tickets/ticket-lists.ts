import { category, choice, group, hasRole, isAgent, isAwaited, multiChoice, person, text, worksIn, yesNo, type ListDefinition } from '../kernel';
import type { Actor } from '../kernel';
import type { OpenTaskRow } from './fulfillment/fulfillment-views';
import { INCIDENT_STATES, REQUEST_STATES, isOpen } from './ticket-lifecycle';
import { canReadInternal } from './ticket-permissions';
import { HOLD_REASONS, KINDS, PRIORITIES } from './ticket-schema';
import type { TicketSummary } from './ticket-views';

const states = [...new Set<string>([...INCIDENT_STATES, ...REQUEST_STATES])].map((value) => ({ value, label: `state.${value}` }));
const priorities = PRIORITIES.map((value) => ({ value, label: `priority.${value}` }));

/** Filters of the queue; every one is optional. */
export const queueFilters = {
  state: multiChoice({ label: 'filter.state', options: states }),
  priority: multiChoice({ label: 'field.ticket.priority', options: priorities }),
  kind: choice(KINDS, 'kind', { label: 'field.ticket.kind' }),
  groupId: group({ label: 'field.ticket.group' }),
  categoryId: category({ label: 'field.ticket.category' }),
  assigneeId: person({ label: 'field.ticket.assignee' }),
  requesterId: person({ label: 'field.ticket.requester' }),
  /**
   * `mine` assigned to me, `myGroups` in a group I work in, `unassigned` there without assignee, `watching`, `approvals`,
   * `tasks`: a task of it that can be done now is mine, or nobody's yet in a group of mine. */
  scope: choice(['mine', 'myGroups', 'unassigned', 'watching', 'approvals', 'reported', 'tasks'], 'scope', { label: 'filter.scope' }),
  /** What an on-hold ticket waits for. */
  holdReason: choice(HOLD_REASONS, 'holdReason', { label: 'field.ticket.holdReason' }),
  /** Also those that are resolved and wait for acceptance. */
  withResolved: yesNo({ label: 'filter.withResolved' }),
  isBreached: yesNo({ label: 'filter.isBreached' }),
  /** How the promise to the customer stands: broken, at risk and not broken yet, or not counting now. */
  sla: choice(['breached', 'atRisk', 'paused'], 'slaStanding', { label: 'filter.sla' }),
  /** Major incidents: those that are proposed, or those that are. */
  major: multiChoice({ label: 'filter.major', options: [{ value: 'proposed', label: 'major.proposed' }, { value: 'promoted', label: 'major.promoted' }] }),
  /** Words in title, number, requester or assignee. */
  q: text({ label: 'filter.q', max: 100 }),
};

/** Mine, or waiting in a group of mine for somebody to take it. */
export function isTaskFor({ assigneeId, groupId }: Pick<OpenTaskRow, 'assigneeId' | 'groupId'>, actor: Actor): boolean {
  return assigneeId === undefined ? worksIn(actor, groupId) : assigneeId === actor.id;
}

function inScope(ticket: TicketSummary, scope: unknown, actor: Actor): boolean {
  const isMyGroup = (): boolean => actor.groupIds.includes(ticket.groupId ?? '') || actor.leadsGroupIds.includes(ticket.groupId ?? '');
  switch (scope) {
    case 'mine':
      return ticket.assigneeId === actor.id;
    case 'myGroups':
      return isMyGroup();
    case 'unassigned':
      return ticket.assigneeId === undefined && ticket.assigneeName === undefined && isMyGroup();
    case 'watching':
      return ticket.watcherIds.includes(actor.id);
    case 'approvals':
      return isAwaited(actor, ticket.awaitedApproverIds, ticket.excludedApproverIds);
    case 'tasks':
      return ticket.openTasks?.some((task) => isTaskFor(task, actor)) === true;
    case 'reported':
      return ticket.requesterId === actor.id || ticket.reporterId === actor.id;
    default:
      return true;
  }
}

function hasWords(ticket: TicketSummary, q: string): boolean {
  const haystack = `${ticket.id} ${ticket.title} ${ticket.requesterName} ${ticket.assigneeName ?? ''} ${ticket.externalId ?? ''}`.toLowerCase();
  return q.toLowerCase().split(/\s+/).every((word) => haystack.includes(word));
}

/** Exactly at due is met (domain.md 5.2, rule 7). */
const isOverdue = ({ dueAt }: TicketSummary, now: string): boolean => dueAt !== undefined && dueAt < now;

function standsLike(ticket: TicketSummary, sla: unknown, now: string): boolean {
  switch (sla) {
    case 'breached':
      return isOverdue(ticket, now);
    case 'atRisk':
      return ticket.riskAt !== undefined && ticket.riskAt <= now && !isOverdue(ticket, now);
    case 'paused':
      return ticket.isResolutionPaused;
    default:
      return true;
  }
}

function includes(ticket: TicketSummary, filter: Readonly<Record<string, unknown>>, actor: Actor, now: string): boolean {
  const chosen = (list: unknown, value: string): boolean => !Array.isArray(list) || list.includes(value);
  const same = (wanted: unknown, value: unknown): boolean => wanted === undefined || wanted === value;
  const isShown = Array.isArray(filter.state) ? filter.state.includes(ticket.state) : filter.withResolved === true || isOpen(ticket.state);
  return (
    isShown &&
    chosen(filter.priority, ticket.priority) &&
    chosen(filter.major, (canReadInternal(actor) ? ticket.major : undefined) ?? '') &&
    same(filter.kind, ticket.kind) &&
    same(filter.groupId, ticket.groupId) &&
    same(filter.categoryId, ticket.categoryId) &&
    same(filter.assigneeId, ticket.assigneeId) &&
    same(filter.requesterId, ticket.requesterId) &&
    same(filter.holdReason, ticket.holdReason) &&
    inScope(ticket, filter.scope, actor) &&
    (filter.isBreached === undefined || filter.isBreached === isOverdue(ticket, now)) &&
    standsLike(ticket, filter.sla, now) &&
    (typeof filter.q !== 'string' || hasWords(ticket, filter.q))
  );
}

export const openTickets: ListDefinition<TicketSummary> = {
  name: 'tickets.open',
  source: 'desk',
  filters: queueFilters,
  sorts: {
    dueAt: (ticket) => ticket.dueAt,
    priority: (ticket) => `${ticket.priority} ${ticket.createdAt}`,
    createdAt: (ticket) => ticket.createdAt,
    updatedAt: (ticket) => ticket.updatedAt,
    title: (ticket) => ticket.title.toLowerCase(),
    requesterName: (ticket) => ticket.requesterName.toLowerCase(),
    assigneeName: (ticket) => ticket.assigneeName?.toLowerCase(),
    state: (ticket) => ticket.state,
    id: (ticket) => ticket.id,
  },
  includes,
};

/** Everything a person reported or had reported for them, ended ones too, newest first. */
export const myTickets: ListDefinition<TicketSummary> = {
  name: 'tickets.mine',
  source: 'stored',
  filters: {},
  storedAs: (_filter, actor) => `tickets.mine.${actor.id}`,
};

/** Closed, rejected and canceled tickets, newest first. */
export const endedTickets: ListDefinition<TicketSummary> = {
  name: 'tickets.ended',
  source: 'stored',
  filters: {},
  storedAs: (_filter, actor) => (isAgent(actor) || hasRole(actor, 'auditor', 'administrator') ? 'tickets.ended' : undefined),
};

/** Where tickets are listed that have another number here than in the tool they came from; ASCII without `:`. */
export function externalList(number: string): string {
  return `tickets.external.${encodeURIComponent(number.trim().toUpperCase().slice(0, 40))}`;
}

/** Imported tickets that could not keep their number, by the number they had, ended ones too. */
export const externalTickets: ListDefinition<TicketSummary> = {
  name: 'tickets.external',
  source: 'stored',
  filters: { number: text({ label: 'filter.externalNumber', required: true, max: 200 }) },
  storedAs: (filter) => externalList(String(filter['number'])),
};
