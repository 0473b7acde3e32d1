import { choice, dateTime, entry, group, hasRole, isAgent, isAwaited, multiChoice, person, text, type Actor, type ListDefinition } from '../kernel';
import { CHANGE_TYPES } from '../scheduling/window-schema';
import { CHANGE_STATES, isEnded } from './change-lifecycle';
import { RISK_LEVELS } from './change-schema';
import type { ChangeSummary } from './change-views';

export const CHANGE_SCOPES = ['mine', 'myGroups', 'awaiting', 'implementing', 'colliding', 'reviewDue'] as const;

export const changeFilters = {
  state: multiChoice({ label: 'filter.state', options: CHANGE_STATES.map((value) => ({ value, label: `state.${value}` })) }),
  type: multiChoice({ label: 'field.change.type', options: CHANGE_TYPES.map((value) => ({ value, label: `changeType.${value}` })) }),
  risk: multiChoice({ label: 'field.change.risk', options: RISK_LEVELS.map((value) => ({ value, label: `risk.${value}` })) }),
  groupId: group({ label: 'field.change.group' }),
  implementerId: person({ label: 'field.change.implementer' }),
  itemId: entry({ label: 'field.change.item', of: 'items' }),
  serviceId: entry({ label: 'field.change.service', of: 'services' }),
  templateId: entry({ label: 'field.change.template', of: 'changeTemplates' }),
  /** Its window reaches into the time from here on, and until there. */
  plannedFrom: dateTime({ label: 'field.change.plannedStart' }),
  plannedUntil: dateTime({ label: 'field.change.plannedEnd' }),
  scope: choice(CHANGE_SCOPES, 'changeScope', { label: 'filter.scope' }),
  /** Words in title, number, requester or implementer. */
  q: text({ label: 'filter.q', max: 100 }),
};

function inScope(change: ChangeSummary, scope: unknown, actor: Actor): boolean {
  switch (scope) {
    case 'mine':
      return change.requesterId === actor.id;
    case 'myGroups':
      return actor.groupIds.includes(change.groupId ?? '') || actor.leadsGroupIds.includes(change.groupId ?? '');
    case 'awaiting':
      return isAwaited(actor, change.awaitedApproverIds, change.excludedApproverIds);
    case 'implementing':
      return change.implementerId === actor.id;
    case 'colliding':
      return change.collisionCount > 0;
    case 'reviewDue':
      return change.state === 'review';
    default:
      return true;
  }
}

function hasWords(change: ChangeSummary, q: string): boolean {
  const haystack = `${change.id} ${change.title} ${change.requesterName} ${change.implementerName ?? ''}`.toLowerCase();
  return q.toLowerCase().split(/\s+/).every((word) => haystack.includes(word));
}

/** Does its window reach into this stretch of time? */
function isWithin({ plannedStart, plannedEnd }: ChangeSummary, from: unknown, until: unknown): boolean {
  const isAfter = typeof from !== 'string' || (plannedEnd !== undefined && plannedEnd > from);
  return isAfter && (typeof until !== 'string' || (plannedStart !== undefined && plannedStart < until));
}

function includes(change: ChangeSummary, filter: Readonly<Record<string, unknown>>, actor: Actor): boolean {
  const chosen = (list: unknown, value: string): boolean => !Array.isArray(list) || list.includes(value);
  const same = (wanted: unknown, value: unknown): boolean => wanted === undefined || wanted === value;
  return (
    // Failed ones are remembered in memory; they are no work any more.
    (Array.isArray(filter.state) ? filter.state.includes(change.state) : !isEnded(change.state)) &&
    chosen(filter.type, change.type) &&
    chosen(filter.risk, change.risk) &&
    same(filter.groupId, change.groupId) &&
    same(filter.implementerId, change.implementerId) &&
    same(filter.templateId, change.templateId) &&
    (filter.itemId === undefined || change.itemIds.includes(filter.itemId as string)) &&
    (filter.serviceId === undefined || change.serviceIds.includes(filter.serviceId as string)) &&
    isWithin(change, filter.plannedFrom, filter.plannedUntil) &&
    inScope(change, filter.scope, actor) &&
    (typeof filter.q !== 'string' || hasWords(change, filter.q))
  );
}

export const openChanges: ListDefinition<ChangeSummary> = {
  name: 'changes.open',
  source: 'desk',
  filters: changeFilters,
  sorts: {
    plannedStart: (change) => change.plannedStart,
    updatedAt: (change) => change.updatedAt,
    createdAt: (change) => change.createdAt,
    risk: (change) => RISK_LEVELS.indexOf(change.risk),
    decideUntil: (change) => change.decideUntil,
    reviewDueAt: (change) => change.reviewDueAt,
    title: (change) => change.title.toLowerCase(),
    state: (change) => CHANGE_STATES.indexOf(change.state),
    implementerName: (change) => change.implementerName?.toLowerCase(),
    type: (change) => change.type,
    id: (change) => change.id,
  },
  includes,
};

/** Closed and canceled changes, newest first. */
export const endedChanges: ListDefinition<ChangeSummary> = {
  name: 'changes.ended',
  source: 'stored',
  filters: {},
  storedAs: (_filter, actor) => (isAgent(actor) || hasRole(actor, 'changeManager', 'auditor', 'administrator') ? 'changes.ended' : undefined),
};
