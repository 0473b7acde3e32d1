import type { Me } from '../../lib/api-types';
import { readStored, writeStored } from '../../lib/stored';
import { createStore, type Store } from '../../lib/store';

/** Filters of `tickets.open`, as the address and saved views keep them: text, several values separated by commas. */
export const FILTER_NAMES = ['scope', 'state', 'priority', 'kind', 'groupId', 'categoryId', 'holdReason', 'isBreached', 'sla', 'withResolved', 'q'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

export interface QueueView {
  readonly id: string;
  /** Absent for own views, which have a name. */
  readonly labelKey?: string;
  readonly name?: string;
  readonly list: 'tickets.open' | 'tickets.ended';
  readonly filters: Filters;
  readonly sort: string;
  /** Views about promises stand together. */
  readonly isAboutPromises?: boolean;
}

export const DEFAULT_SORT = 'dueAt';

const builtIn = (id: string, filters: Filters, sort = DEFAULT_SORT): QueueView => ({ id, labelKey: `tab.view.${id}`, list: 'tickets.open', filters, sort });

const aboutPromises = (id: string, filters: Filters, sort?: string): QueueView => ({ ...builtIn(id, filters, sort), isAboutPromises: true });

/** The views everybody who works tickets has; the order is the order of a morning. */
export const BUILT_IN_VIEWS: readonly QueueView[] = [
  builtIn('mine', { scope: 'mine' }),
  builtIn('unassigned', { scope: 'unassigned' }),
  builtIn('groups', { scope: 'myGroups' }),
  builtIn('waiting', { state: 'onHold', holdReason: 'requester' }, '-updatedAt'),
  builtIn('resolved', { state: 'resolved,fulfilled' }, '-updatedAt'),
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

/** Own views live in this browser, per person. */
export interface OwnViews {
  readonly store: Store<readonly QueueView[]>;
  save(name: string, filters: Filters, sort: string): QueueView;
  update(id: string, changes: Partial<Pick<QueueView, 'name' | 'filters' | 'sort'>>): void;
  remove(id: string): void;
}

export function createOwnViews(me: Me): OwnViews {
  const key = `views.${me.id}`;
  const store = createStore<readonly QueueView[]>(readStored<readonly QueueView[]>(key, []));
  store.subscribe(() => writeStored(key, store.get()));
  return {
    store,
    save(name, filters, sort) {
      const view: QueueView = { id: `own-${Date.now().toString(36)}`, name, list: 'tickets.open', filters, sort };
      store.set((views) => [...views, view]);
      return view;
    },
    update: (id, changes) => store.set((views) => views.map((view) => (view.id === id ? { ...view, ...changes } : view))),
    remove: (id) => store.set((views) => views.filter((view) => view.id !== id)),
  };
}

/** What the address asks for: the view's own filters, changed by those in the query. An empty value takes one away. */
export function filtersOf(view: QueueView, query: URLSearchParams): Filters {
  const merged: Partial<Record<FilterName, string>> = { ...view.filters };
  for (const name of FILTER_NAMES) {
    const value = query.get(name);
    if (value === null) continue;
    if (value === '') delete merged[name];
    else merged[name] = value;
  }
  return merged;
}

/** The query that turns a view into these filters and this order: only what differs, so addresses stay short. */
export function queryOf(view: QueueView, filters: Filters, sort: string): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    if (filters[name] !== view.filters[name]) query.set(name, filters[name] ?? '');
  }
  if (sort !== view.sort) query.set('sort', sort);
  return query;
}

/** The parameters of `GET /api/lists/<list>`. */
export function listParams(filters: Filters, sort: string): URLSearchParams {
  const params = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  if (sort) params.set('sort', sort);
  return params;
}
