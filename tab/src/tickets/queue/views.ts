import type { Me } from '../../lib/api-types';
import { readFilters, writeFilters, type Filters as ListFilters, type ListView } from '../../lists/views';

/** Filters of `tickets.open`, as the address and saved views keep them: text, several values separated by commas. */
export const FILTER_NAMES = ['scope', 'state', 'priority', 'kind', 'groupId', 'categoryId', 'holdReason', 'isBreached', 'sla', 'major', 'withResolved', 'q'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type Filters = ListFilters<FilterName>;
export type QueueView = ListView<FilterName>;

export const OPEN = 'tickets.open';
export const DEFAULT_SORT = 'dueAt';

const builtIn = (id: string, filters: Filters, sort = DEFAULT_SORT): QueueView => ({ id, labelKey: `tab.view.${id}`, list: OPEN, filters, sort });

const aboutPromises = (id: string, filters: Filters, sort?: string): QueueView => ({ ...builtIn(id, filters, sort), headingKey: 'tab.views.promises' });

/** The views everybody who works tickets has; the order is the order of a morning. */
export const BUILT_IN_VIEWS: readonly QueueView[] = [
  builtIn('mine', { scope: 'mine' }),
  builtIn('unassigned', { scope: 'unassigned' }),
  builtIn('groups', { scope: 'myGroups' }),
  builtIn('waiting', { state: 'onHold', holdReason: 'requester' }, '-updatedAt'),
  builtIn('resolved', { state: 'resolved,fulfilled' }, '-updatedAt'),
  builtIn('major', { major: 'proposed,promoted' }, 'priority'),
  builtIn('all', {}),
  { id: 'ended', labelKey: 'tab.view.ended', list: 'tickets.ended', filters: {}, sort: '' },
  aboutPromises('next', { isBreached: 'false' }),
  aboutPromises('atRisk', { sla: 'atRisk' }),
  aboutPromises('overdue', { sla: 'breached' }),
  aboutPromises('paused', { sla: 'paused' }, '-updatedAt'),
];

/** Views that make no sense without a support group. */
const NEEDS_GROUP = new Set(['mine', 'unassigned', 'groups']);

export function viewsFor(me: Me): readonly QueueView[] {
  return me.isAgent ? BUILT_IN_VIEWS : BUILT_IN_VIEWS.filter((view) => !NEEDS_GROUP.has(view.id));
}

export const filtersOf = (view: QueueView, query: URLSearchParams): Filters => readFilters(FILTER_NAMES, view, query);

export const queryOf = (view: QueueView, filters: Filters, sort: string): URLSearchParams => writeFilters(FILTER_NAMES, view, filters, sort);
