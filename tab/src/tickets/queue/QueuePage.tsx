import { Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { PanelRightContract20Regular } from '@fluentui/react-icons/svg/panel-right-contract';
import { PanelRightExpand20Regular } from '@fluentui/react-icons/svg/panel-right-expand';
import { useEffect, useMemo, useState } from 'react';
import { readId } from '../../../../shared/kernel/ids';
import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import { href, navigate, type Route } from '../../lib/router';
import { useKept, useSession } from '../../lib/session';
import { useShortcuts } from '../../lib/shortcuts';
import { useStore } from '../../lib/store';
import { readStored, writeStored } from '../../lib/stored';
import { useIsNarrow, useMedia } from '../../lib/use-width';
import { notify } from '../../parts/notices';
import { useActions } from '../../actions/ActionsProvider';
import { ListBody } from '../../lists/ListBody';
import { ListSearch } from '../../lists/ListSearch';
import { OwnViewMenu, SaveView } from '../../lists/SaveView';
import { SortPill } from '../../lists/SortPill';
import { keptList, useCounts, useShownList } from '../../lists/use-row-list';
import { useViewName, ViewMenu, ViewRail } from '../../lists/ViewRail';
import { createOwnViews, listParams } from '../../lists/views';
import { COLUMNS } from './columns';
import { FilterBar } from './FilterBar';
import { Preview } from './Preview';
import { TicketCard } from './TicketCard';
import { TICKET_LIST } from './ticket-list';
import { VIEW_ICONS } from './view-icons';
import { filtersOf, queryOf, viewsFor, type FilterName, type Filters } from './views';

const useStyles = makeStyles({
  root: { display: 'flex', height: '100%', minHeight: 0, gap: '12px', padding: '4px 16px 16px' },
  narrow: { padding: 0, gap: 0 },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0, gap: '10px' },
  bar: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '36px', minWidth: 0, flexShrink: 0 },
  narrowBar: { padding: '4px 8px 0' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  total: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
  push: { marginLeft: 'auto' },
  content: { display: 'flex', flexGrow: 1, minHeight: 0, gap: '12px' },
});

/** The agent's day: views with counters, the table, and the current ticket beside it. */
export function QueuePage({ route }: { readonly route: Route }) {
  const styles = useStyles();
  const session = useSession();
  const { t, me } = session;
  const { start } = useActions();
  const ownViews = useKept('ownViews', () => createOwnViews<FilterName>(`views.${me.id}`, 'tickets.open'));
  const own = useStore(ownViews.store);
  const views = useMemo(() => viewsFor(me), [me]);
  const name = useViewName();
  const isNarrow = useIsNarrow();
  const hasRail = useMedia('(min-width: 960px)');
  const canPreview = useMedia('(min-width: 1120px)');
  const [isPreviewOn, setPreviewOn] = useState(() => readStored('preview', true));

  const view = [...views, ...own].find((candidate) => candidate.id === route.id) ?? views[0]!;
  const isEnded = view.list === 'tickets.ended';
  const filters = filtersOf(view, route.query);
  const sort = isEnded ? '' : (route.query.get('sort') ?? view.sort);
  const wanted = keptList(session, TICKET_LIST, view.list, listParams(isEnded ? {} : filters, sort).toString());
  const { list, state } = useShownList(session, TICKET_LIST, wanted, view.id);
  const counted = useMemo(() => [...views, ...own].filter((candidate) => candidate.list === 'tickets.open'), [views, own]);
  const numbers = useCounts(session, 'tickets', 'tickets.open', useMemo(() => counted.map((candidate) => candidate.filters), [counted]));
  const counts = useMemo(() => new Map(counted.map((candidate, index) => [candidate.id, numbers[index]])), [counted, numbers]);

  const [current, setCurrent] = useState({ list, id: list.position.currentId, index: 0 });
  const kept = current.list === list ? current : { list, id: list.position.currentId, index: 0 };
  const found = state.rows.findIndex((row) => row.id === kept.id);
  // A row that left the view hands over to the one that took its place.
  const index = found >= 0 ? found : Math.min(kept.index, state.rows.length - 1);
  const row: TicketRow | undefined = state.rows[index];
  const hasPreview = canPreview && isPreviewOn;

  const moveTo = (to: number): void => {
    const next = Math.max(0, Math.min(to, state.rows.length - 1));
    list.position.currentId = state.rows[next]?.id;
    setCurrent({ list, id: state.rows[next]?.id, index: next });
  };
  const open = (ticket: TicketRow, todo?: string): void => {
    list.position.currentId = ticket.id;
    navigate(href('tickets', ticket.id, todo ? new URLSearchParams({ do: todo }) : undefined));
  };
  const go = (next: Filters, order: string, isReplacing = false): void => navigate(href('queue', view.id, queryOf(view, next, order)), isReplacing);
  const setFilter = (filter: FilterName, value: string | undefined): void => {
    const { [filter]: _old, ...rest } = filters;
    go(value === undefined ? rest : { ...rest, [filter]: value }, sort);
  };
  const search = (q: string): void => {
    const { q: _old, ...rest } = filters;
    go(q ? { ...rest, q } : rest, sort, true);
  };
  const doTo = (action: string) => () => {
    if (!row) return;
    if (row.can.includes(action)) start({ record: row, action });
    else notify({ title: t('tab.notPossible', { action: t(`action.${action}`), id: row.id }), intent: 'info' });
  };
  const togglePreview = (): void => {
    writeStored('preview', !isPreviewOn);
    setPreviewOn(!isPreviewOn);
  };

  // The ticket page steps through the queue in the order it had here.
  useEffect(() => {
    session.kept.set('queue.order', { ids: state.rows.map((entry) => entry.id), hash: href('queue', view.id, route.query) });
  }, [session, state.rows, view.id, route.query]);

  useShortcuts({
    j: () => moveTo(index + 1),
    k: () => moveTo(index - 1),
    o: () => row && open(row),
    t: doTo('tickets.take'),
    a: doTo('tickets.assign'),
    r: () => row?.can.includes('tickets.reply') && open(row, 'reply'),
    p: canPreview ? togglePreview : undefined,
    '/': () => document.querySelector<HTMLElement>('[data-search] input')?.focus(),
  });

  const isChanged = !isEnded && queryOf(view, filters, sort).toString() !== '';
  const isOwn = own.includes(view);
  const rail = { page: 'queue', views, own, currentId: view.id, counts, icons: VIEW_ICONS, alarmId: 'overdue' };
  const about = view.labelKey ? view.id : 'own';
  const words = {
    failed: t('tab.queue.failed'), noMatch: t('tab.queue.noMatch'), noMatchText: t('tab.queue.noMatch.text'), empty: t(`tab.empty.${about}`), emptyText: t(`tab.empty.${about}.text`),
  };
  const total = state.total ?? (state.cursor ? undefined : state.rows.length);
  return (
    <div className={mergeClasses(styles.root, isNarrow && styles.narrow)}>
      {hasRail && <ViewRail {...rail} />}
      <div className={styles.main}>
        <div className={mergeClasses(styles.bar, isNarrow && styles.narrowBar)}>
          {hasRail ? <h1 className={styles.title}>{name(view)}</h1> : <ViewMenu {...rail} />}
          {total !== undefined && state.status === 'ready' && (
            <span className={styles.total} data-testid="total">
              {isNarrow ? total : t('tab.queue.count', { count: total })}
            </span>
          )}
          {isOwn && <OwnViewMenu isChanged={isChanged} onUpdate={() => { ownViews.update(view.id, { filters, sort }); navigate(href('queue', view.id), true); }} onRemove={() => { ownViews.remove(view.id); navigate(href('queue'), true); }} />}
          {!isNarrow && <span className={styles.push} />}
          {!isEnded && (
            <ListSearch
              key={view.id}
              value={filters.q ?? ''}
              onSearch={search}
              onEnter={(text) => {
                const id = readId(text, ['INC', 'REQ']);
                if (id) return navigate(href('tickets', id));
                search(text);
                document.querySelector<HTMLElement>('[role="grid"]')?.focus();
              }}
            />
          )}
          {canPreview && (
            <Tooltip content={t(isPreviewOn ? 'tab.preview.hide' : 'tab.preview.show')} relationship="label" withArrow>
              <Button appearance="subtle" icon={isPreviewOn ? <PanelRightContract20Regular /> : <PanelRightExpand20Regular />} onClick={togglePreview} />
            </Tooltip>
          )}
        </div>
        {!isEnded && (
          <div className={mergeClasses(styles.bar, isNarrow && styles.narrowBar)} style={{ minHeight: 0 }}>
            {isNarrow && <SortPill columns={COLUMNS} sort={sort} onSort={(order) => go(filters, order)} />}
            <FilterBar filters={filters} fixed={view.filters} isChanged={isChanged} onChange={setFilter} onClear={() => go(view.filters, view.sort)} />
            {isChanged && <SaveView onSave={(viewName) => navigate(href('queue', ownViews.save(viewName, filters, sort).id))} />}
          </div>
        )}
        <div className={styles.content}>
          <ListBody
            viewId={view.id}
            label={name(view)}
            words={words}
            columns={COLUMNS}
            card={TicketCard}
            hrefOf={({ id }) => href('tickets', id)}
            canSort={view.list === 'tickets.open'}
            list={list}
            state={state}
            sort={sort}
            isFiltered={isChanged}
            isNarrow={isNarrow}
            currentIndex={index}
            onSort={(order) => go(filters, order)}
            onCurrent={moveTo}
            onOpen={open}
            onPoint={(to) => {
              moveTo(to);
              const pointed = state.rows[to];
              if (!hasPreview && pointed) open(pointed);
            }}
            onClear={() => go(view.filters, view.sort)}
          />
          {hasPreview && row && <Preview key={row.id} row={row} />}
        </div>
      </div>
    </div>
  );
}
