import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Archive20Regular } from '@fluentui/react-icons/svg/archive';
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { MailInbox20Regular } from '@fluentui/react-icons/svg/mail-inbox';
import { People20Regular } from '@fluentui/react-icons/svg/people';
import { Person20Regular } from '@fluentui/react-icons/svg/person';
import { PersonClock20Regular } from '@fluentui/react-icons/svg/person-clock';
import { Rocket20Regular } from '@fluentui/react-icons/svg/rocket';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { readId } from '../../../../shared/kernel/ids';
import type { ChangeRow } from '../../../../shared/changes/change-views';
import { useActions } from '../../actions/ActionsProvider';
import { href, navigate, type Route } from '../../lib/router';
import { useKept, useSession } from '../../lib/session';
import { useShortcuts } from '../../lib/shortcuts';
import { useStore } from '../../lib/store';
import { useIsNarrow, useMedia } from '../../lib/use-width';
import { ListBody } from '../../lists/ListBody';
import { ListSearch } from '../../lists/ListSearch';
import { OwnViewMenu, SaveView } from '../../lists/SaveView';
import { SortPill } from '../../lists/SortPill';
import { keptList, useCounts, useShownList } from '../../lists/use-row-list';
import { useViewName, ViewMenu, ViewRail } from '../../lists/ViewRail';
import { createOwnViews, listParams, readFilters, writeFilters } from '../../lists/views';
import { notify } from '../../parts/notices';
import { ChangeCard } from './ChangeCard';
import { ChangeFilters } from './ChangeFilters';
import { CHANGE_LIST } from './change-list';
import { COLUMNS } from './columns';
import { ENDED, FILTER_NAMES, OPEN, useChangeViews, type FilterName, type Filters } from './views';

const ICONS: Readonly<Record<string, ReactNode>> = {
  waiting: <PersonClock20Regular />, mine: <Person20Regular />, implementing: <Rocket20Regular />, groups: <People20Regular />, week: <CalendarLtr20Regular />,
  colliding: <Warning20Regular />, review: <CheckmarkCircle20Regular />, all: <MailInbox20Regular />, ended: <Archive20Regular />,
};

const useStyles = makeStyles({
  root: { display: 'flex', flexGrow: 1, minHeight: 0, gap: '12px', padding: '4px 16px 16px' },
  narrow: { padding: 0, gap: 0 },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0, gap: '10px' },
  bar: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '36px', minWidth: 0, flexShrink: 0 },
  narrowBar: { padding: '4px 8px 0' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  total: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
  push: { marginLeft: 'auto' },
  content: { display: 'flex', flexGrow: 1, minHeight: 0 },
});

/** Changes as a table: views with counters, filters, and everything from the keyboard. */
export default function ChangeListPage({ route }: { readonly route: Route }) {
  const styles = useStyles();
  const session = useSession();
  const { t, me } = session;
  const { start } = useActions();
  const ownViews = useKept('ownChangeViews', () => createOwnViews<FilterName>(`changeViews.${me.id}`, OPEN));
  const own = useStore(ownViews.store);
  const views = useChangeViews();
  const name = useViewName();
  const isNarrow = useIsNarrow();
  const hasRail = useMedia('(min-width: 960px)');

  const first = views.find(({ id }) => id === 'all') ?? views[0]!;
  const view = [...views, ...own].find((candidate) => candidate.id === route.id) ?? first;
  const isEnded = view.list === ENDED;
  const filters = readFilters(FILTER_NAMES, view, route.query);
  const sort = isEnded ? '' : (route.query.get('sort') ?? view.sort);
  const wanted = keptList(session, CHANGE_LIST, view.list, listParams(isEnded ? {} : filters, sort).toString());
  const { list, state } = useShownList(session, CHANGE_LIST, wanted, view.id);
  const counted = useMemo(() => [...views, ...own].filter((candidate) => candidate.list === OPEN), [views, own]);
  const numbers = useCounts(session, 'changes', OPEN, useMemo(() => counted.map((candidate) => candidate.filters), [counted]));
  const counts = useMemo(() => new Map(counted.map((candidate, index) => [candidate.id, numbers[index]])), [counted, numbers]);

  const [current, setCurrent] = useState({ list, id: list.position.currentId, index: 0 });
  const kept = current.list === list ? current : { list, id: list.position.currentId, index: 0 };
  const found = state.rows.findIndex((row) => row.id === kept.id);
  // A row that left the view hands over to the one that took its place.
  const index = found >= 0 ? found : Math.min(kept.index, state.rows.length - 1);
  const row: ChangeRow | undefined = state.rows[index];

  const moveTo = (to: number): void => {
    const next = Math.max(0, Math.min(to, state.rows.length - 1));
    list.position.currentId = state.rows[next]?.id;
    setCurrent({ list, id: state.rows[next]?.id, index: next });
  };
  const open = (change: ChangeRow): void => {
    list.position.currentId = change.id;
    navigate(href('changes', change.id));
  };
  const go = (next: Filters, order: string, isReplacing = false): void => navigate(href('changes', view.id, writeFilters(FILTER_NAMES, view, next, order)), isReplacing);
  const setFilter = (filter: FilterName, value: string | undefined, isReplacing = false): void => {
    const { [filter]: _old, ...rest } = filters;
    go(value ? { ...rest, [filter]: value } : rest, sort, isReplacing);
  };
  const doTo = (action: string) => () => {
    if (!row) return;
    if (row.can.includes(action)) start({ record: row, action });
    else notify({ title: t('tab.notPossible', { action: t(`action.${action}`), id: row.id }), intent: 'info' });
  };

  // The page of a change steps through the list in the order it had here.
  useEffect(() => {
    session.kept.set('change order', { ids: state.rows.map((entry) => entry.id), hash: href('changes', view.id, route.query) });
  }, [session, state.rows, view.id, route.query]);

  useShortcuts({
    j: () => moveTo(index + 1),
    k: () => moveTo(index - 1),
    o: () => row && open(row),
    a: doTo('changes.approve'),
    e: doTo('changes.edit'),
    '/': () => document.querySelector<HTMLElement>('[data-search] input')?.focus(),
  });

  const isChanged = !isEnded && writeFilters(FILTER_NAMES, view, filters, sort).toString() !== '';
  const isOwn = own.includes(view);
  const rail = { page: 'changes', views, own, currentId: view.id, counts, icons: ICONS, alarmId: 'colliding' };
  const total = state.total ?? (state.cursor ? undefined : state.rows.length);
  const about = view.labelKey ? view.id : 'own';
  const words = {
    failed: t('changePage.failed'), noMatch: t('changePage.noMatch'), noMatchText: t('changePage.noMatch.text'), empty: t(`changePage.empty.${about}`), emptyText: t(`changePage.empty.${about}.text`),
  };
  return (
    <div className={mergeClasses(styles.root, isNarrow && styles.narrow)}>
      {hasRail && <ViewRail {...rail} />}
      <div className={styles.main}>
        <div className={mergeClasses(styles.bar, isNarrow && styles.narrowBar)}>
          <h1 className={styles.title}>{hasRail ? name(view) : <ViewMenu {...rail} />}</h1>
          {total !== undefined && state.status === 'ready' && (
            <span className={styles.total} data-testid="total">
              {isNarrow ? total : t('changePage.count', { count: total })}
            </span>
          )}
          {isOwn && <OwnViewMenu isChanged={isChanged} onUpdate={() => { ownViews.update(view.id, { filters, sort }); navigate(href('changes', view.id), true); }} onRemove={() => { ownViews.remove(view.id); navigate(href('changes'), true); }} />}
          {!isNarrow && <span className={styles.push} />}
          {!isEnded && (
            <ListSearch
              key={view.id}
              value={filters.q ?? ''}
              onSearch={(q) => setFilter('q', q || undefined, true)}
              onEnter={(text) => {
                const id = readId(text, ['CHG']);
                if (id) return navigate(href('changes', id));
                setFilter('q', text || undefined, true);
                document.querySelector<HTMLElement>('[role="grid"]')?.focus();
              }}
            />
          )}
        </div>
        {!isEnded && (
          <div className={mergeClasses(styles.bar, isNarrow && styles.narrowBar)} style={{ minHeight: 0 }}>
            {isNarrow && <SortPill columns={COLUMNS} sort={sort} onSort={(order) => go(filters, order)} />}
            <ChangeFilters filters={filters} isChanged={isChanged} onChange={setFilter} onClear={() => go(view.filters, view.sort)} />
            {isChanged && <SaveView onSave={(viewName) => navigate(href('changes', ownViews.save(viewName, filters, sort).id))} />}
          </div>
        )}
        <div className={styles.content}>
          <ListBody
            viewId={view.id}
            label={name(view)}
            words={words}
            columns={COLUMNS}
            card={ChangeCard}
            list={list}
            state={state}
            sort={sort}
            canSort={!isEnded}
            isFiltered={isChanged}
            isNarrow={isNarrow}
            currentIndex={index}
            hrefOf={({ id }) => href('changes', id)}
            onSort={(order) => go(filters, order)}
            onCurrent={moveTo}
            onOpen={open}
            onPoint={(to) => {
              moveTo(to);
              const pointed = state.rows[to];
              if (pointed) open(pointed);
            }}
            onClear={() => go(view.filters, view.sort)}
          />
        </div>
      </div>
    </div>
  );
}
