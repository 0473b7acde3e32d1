import { useEffect, useMemo, useState } from 'react';
import { useActions } from '../actions/ActionsProvider';
import type { ActedOn } from '../actions/types';
import { href, navigate, type Route } from '../lib/router';
import { keptIn, useSession, type Session } from '../lib/session';
import { useStore } from '../lib/store';
import { notify } from '../parts/notices';
import { keepOrder } from './neighbors';
import type { ListState, Row, RowList } from './row-list';
import { keptList, useCounts, useShownList, type ListKind } from './use-row-list';
import { createOwnViews, listParams, type Filters, type ListView, type OwnViews } from './views';

/** What tells the list pages of two practices apart. */
export interface ListPageKind<R extends Row, N extends string> {
  readonly kind: ListKind<R>;
  /** The page of the list in addresses, `#/queue/mine`. */
  readonly page: string;
  /** The list whose rows can be filtered, counted and sorted; views of other lists are paged as they come. */
  readonly list: string;
  /** Shown where the address names none; otherwise the first. */
  readonly firstView?: string;
  /** What the address asks of a view, and the address that asks for it. */
  filtersOf(view: ListView<N>, query: URLSearchParams): Filters<N>;
  queryOf(view: ListView<N>, filters: Filters<N>, sort: string): URLSearchParams;
  /** Under this name and the person's id, own views are kept in this browser. */
  readonly ownViews: string;
}

/** A list page at work: what it shows, and what can be done with it. */
export interface ListPageState<R extends Row, N extends string> {
  readonly kind: ListPageKind<R, N>;
  readonly views: readonly ListView<N>[];
  readonly own: readonly ListView<N>[];
  readonly ownViews: OwnViews<N>;
  readonly counts: ReadonlyMap<string, number | undefined>;
  readonly view: ListView<N>;
  /** The view is of another list: no filters, no order, no counter. */
  readonly isEnded: boolean;
  readonly filters: Filters<N>;
  readonly sort: string;
  /** Filters or order differ from those of the view. */
  readonly isChanged: boolean;
  readonly list: RowList<R>;
  readonly state: ListState<R>;
  /** The row that keys act on, and its place; -1 in an empty list. */
  readonly row: R | undefined;
  readonly index: number;
  moveTo(index: number): void;
  open(row: R, query?: URLSearchParams): void;
  go(filters: Filters<N>, sort: string, isReplacing?: boolean): void;
  setFilter(name: N, value: string | undefined, isReplacing?: boolean): void;
  /** For a key: does that to the current row, or says that it cannot be done. */
  doTo(action: string): () => void;
}

/** What the address asks of the list: which view, with which filters, in which order, and the rows for that. */
function wantedOf<R extends Row, N extends string>(session: Session, kind: ListPageKind<R, N>, views: readonly ListView<N>[], route: Pick<Route, 'id' | 'query'>) {
  const view = views.find(({ id }) => id === route.id) ?? views.find(({ id }) => id === kind.firstView) ?? views[0]!;
  const isEnded = view.list !== kind.list;
  const filters = kind.filtersOf(view, route.query);
  const sort = isEnded ? '' : (route.query.get('sort') ?? view.sort);
  return { view, isEnded, filters, sort, rows: keptList(session, kind.kind, view.list, listParams(isEnded ? {} : filters, sort).toString()) };
}

const ownViewsOf = <R extends Row, N extends string>(session: Session, kind: ListPageKind<R, N>): OwnViews<N> =>
  keptIn(session, `own views of ${kind.kind.practice}`, () => createOwnViews<N>(`${kind.ownViews}.${session.me.id}`, kind.list));

/** Asks for the rows that the page will show at this address, so that they are on their way while it is drawn. */
export function preloadList<R extends Row, N extends string>(session: Session, kind: ListPageKind<R, N>, views: readonly ListView<N>[], route: Route): void {
  wantedOf(session, kind, [...views, ...ownViewsOf(session, kind).store.get()], route).rows.load();
}

/** The views of a list page, the rows of the one in the address, and the row that keys act on. */
export function useListPage<R extends Row & ActedOn, N extends string>(kind: ListPageKind<R, N>, views: readonly ListView<N>[], route: Route): ListPageState<R, N> {
  const session = useSession();
  const { t } = session;
  const { start } = useActions();
  const { page } = kind;
  const { practice } = kind.kind;
  const ownViews = ownViewsOf(session, kind);
  const own = useStore(ownViews.store);

  const all = [...views, ...own];
  const { view, isEnded, filters, sort, rows } = wantedOf(session, kind, all, route);
  const { list, state } = useShownList(session, kind.kind, rows, view.id);
  const counted = useMemo(() => [...views, ...own].filter((candidate) => candidate.list === kind.list), [views, own, kind]);
  const numbers = useCounts(session, practice, kind.list, useMemo(() => counted.map((candidate) => candidate.filters), [counted]));
  const counts = useMemo(() => new Map(counted.map((candidate, index) => [candidate.id, numbers[index]])), [counted, numbers]);

  const [current, setCurrent] = useState({ list, id: list.position.currentId, index: 0 });
  const kept = current.list === list ? current : { list, id: list.position.currentId, index: 0 };
  const found = state.rows.findIndex((row) => row.id === kept.id);
  // A row that left the view hands over to the one that took its place.
  const index = found >= 0 ? found : Math.min(kept.index, state.rows.length - 1);
  const row: R | undefined = state.rows[index];

  // The page of a record steps through the list in the order it had here.
  useEffect(() => {
    keepOrder(session, practice, { ids: state.rows.map(({ id }) => id), hash: href(page, view.id, route.query) });
  }, [session, practice, page, state.rows, view.id, route.query]);

  const go = (next: Filters<N>, order: string, isReplacing = false): void => {
    const query = kind.queryOf(view, next, order);
    // Asked for before the page is drawn for the new address: the answer comes sooner by as long as that takes.
    wantedOf(session, kind, all, { id: view.id, query }).rows.load();
    navigate(href(page, view.id, query), isReplacing);
  };
  return {
    kind, views, own, ownViews, counts, view, isEnded, filters, sort, list, state, row, index, go,
    isChanged: !isEnded && kind.queryOf(view, filters, sort).toString() !== '',
    moveTo(to) {
      const next = Math.max(0, Math.min(to, state.rows.length - 1));
      list.position.currentId = state.rows[next]?.id;
      setCurrent({ list, id: state.rows[next]?.id, index: next });
    },
    open(opened, query) {
      list.position.currentId = opened.id;
      navigate(href(practice, opened.id, query));
    },
    setFilter(name, value, isReplacing) {
      const rest: Partial<Record<N, string>> = { ...filters };
      delete rest[name];
      go(value ? { ...rest, [name]: value } : rest, sort, isReplacing);
    },
    doTo: (action) => () => {
      if (!row) return;
      if (row.can.includes(action)) start({ record: row, action });
      else notify({ title: t('tab.notPossible', { action: t(`action.${action}`), id: row.id }), intent: 'info' });
    },
  };
}
