import { Button, Tooltip } from '@fluentui/react-components';
import { PanelRightContract20Regular } from '@fluentui/react-icons/svg/panel-right-contract';
import { PanelRightExpand20Regular } from '@fluentui/react-icons/svg/panel-right-expand';
import { useDeferredValue, useMemo, useState } from 'react';
import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import type { Route } from '../../lib/router';
import { useSession, type Session } from '../../lib/session';
import { useShortcuts } from '../../lib/shortcuts';
import { readStored, writeStored } from '../../lib/stored';
import { useMedia } from '../../lib/use-width';
import { ListPage } from '../../lists/ListPage';
import { preloadList, useListPage, type ListPageKind } from '../../lists/use-list-page';
import { COLUMNS } from './columns';
import { FilterBar } from './FilterBar';
import { Preview } from './Preview';
import { TicketCard } from './TicketCard';
import { TICKET_LIST } from './ticket-list';
import { VIEW_ICONS } from './view-icons';
import { filtersOf, OPEN, queryOf, viewsFor, type FilterName } from './views';

const KIND: ListPageKind<TicketRow, FilterName> = { kind: TICKET_LIST, page: 'queue', list: OPEN, filtersOf, queryOf, ownViews: 'views' };

/** What the page at this address begins with, on its way before the page is. */
export const preloadQueue = (session: Session, route: Route): void => preloadList(session, KIND, viewsFor(session.me), route);

/** The agent's day: the table, and the current ticket beside it. */
export function QueuePage({ route }: { readonly route: Route }) {
  const { t, me } = useSession();
  const page = useListPage(KIND, useMemo(() => viewsFor(me), [me]), route);
  const { view, filters, isChanged, row, open, go, setFilter, doTo } = page;
  // Rows first: what is beside them may come a moment later.
  const previewed = useDeferredValue(row);
  const canPreview = useMedia('(min-width: 1120px)');
  const [isPreviewOn, setPreviewOn] = useState(() => readStored('preview', true));
  const togglePreview = (): void => {
    writeStored('preview', !isPreviewOn);
    setPreviewOn(!isPreviewOn);
  };
  useShortcuts({
    t: doTo('tickets.take'),
    a: doTo('tickets.assign'),
    r: () => row?.can.includes('tickets.reply') && open(row, new URLSearchParams({ do: 'reply' })),
    p: canPreview ? togglePreview : undefined,
  });
  const about = view.labelKey ? view.id : 'own';
  return (
    <ListPage
      of={page}
      icons={VIEW_ICONS}
      alarmId="overdue"
      prefixes={['INC', 'REQ']}
      columns={COLUMNS}
      card={TicketCard}
      countText={(count) => t('tab.queue.count', { count })}
      words={{ failed: t('tab.queue.failed'), noMatch: t('tab.queue.noMatch'), noMatchText: t('tab.queue.noMatch.text'), empty: t(`tab.empty.${about}`), emptyText: t(`tab.empty.${about}.text`) }}
      filters={<FilterBar filters={filters} fixed={view.filters} isChanged={isChanged} onChange={setFilter} onClear={() => go(view.filters, view.sort)} />}
      tools={
        canPreview && (
          <Tooltip content={t(isPreviewOn ? 'tab.preview.hide' : 'tab.preview.show')} relationship="label" withArrow>
            <Button appearance="subtle" icon={isPreviewOn ? <PanelRightContract20Regular /> : <PanelRightExpand20Regular />} onClick={togglePreview} />
          </Tooltip>
        )
      }
      preview={canPreview && isPreviewOn && previewed && <Preview key={previewed.id} row={previewed} />}
    />
  );
}
