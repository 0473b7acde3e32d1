import { useMemo } from 'react';
import { useNow } from '../../lib/now';
import { useSession } from '../../lib/session';
import { readFilters, writeFilters, type Filters as ListFilters, type ListView } from '../../lists/views';
import { weekOf } from '../week';

/** Filters of `changes.open`, as the address and saved views keep them. */
export const FILTER_NAMES = ['scope', 'state', 'type', 'risk', 'groupId', 'serviceId', 'itemId', 'plannedFrom', 'plannedUntil', 'q'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type Filters = ListFilters<FilterName>;
export type ChangeListView = ListView<FilterName>;

export const OPEN = 'changes.open';
export const ENDED = 'changes.ended';

const builtIn = (id: string, filters: Filters, sort = 'plannedStart'): ChangeListView => ({ id, labelKey: `changePage.view.${id}`, list: OPEN, filters, sort });

/** The views of a morning with changes. */
export function viewsAt(week: { readonly from: string; readonly until: string }, isAgent: boolean): readonly ChangeListView[] {
  return [
    builtIn('waiting', { scope: 'awaiting' }, 'decideUntil'),
    builtIn('mine', { scope: 'mine' }),
    builtIn('implementing', { scope: 'implementing' }),
    ...(isAgent ? [builtIn('groups', { scope: 'myGroups' })] : []),
    builtIn('week', { plannedFrom: week.from, plannedUntil: week.until }),
    builtIn('colliding', { scope: 'colliding' }),
    builtIn('review', { scope: 'reviewDue' }, 'reviewDueAt'),
    builtIn('all', {}),
    { id: 'ended', labelKey: 'changePage.view.ended', list: ENDED, filters: {}, sort: '' },
  ];
}

export function useChangeViews(): readonly ChangeListView[] {
  const { me, zone } = useSession();
  const { from, until } = weekOf(useNow(), zone);
  return useMemo(() => viewsAt({ from, until }, me.isAgent), [from, until, me.isAgent]);
}

export const filtersOf = (view: ChangeListView, query: URLSearchParams): Filters => readFilters(FILTER_NAMES, view, query);

export const queryOf = (view: ChangeListView, filters: Filters, sort: string): URLSearchParams => writeFilters(FILTER_NAMES, view, filters, sort);
