import { Archive20Regular } from '@fluentui/react-icons/svg/archive';
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { MailInbox20Regular } from '@fluentui/react-icons/svg/mail-inbox';
import { People20Regular } from '@fluentui/react-icons/svg/people';
import { Person20Regular } from '@fluentui/react-icons/svg/person';
import { PersonClock20Regular } from '@fluentui/react-icons/svg/person-clock';
import { Rocket20Regular } from '@fluentui/react-icons/svg/rocket';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { ChangeRow } from '../../../../shared/changes/change-views';
import type { Route } from '../../lib/router';
import { useText } from '../../lib/session';
import { useShortcuts } from '../../lib/shortcuts';
import { ListPage } from '../../lists/ListPage';
import { useListPage, type ListPageKind } from '../../lists/use-list-page';
import { ChangeCard } from './ChangeCard';
import { ChangeFilters } from './ChangeFilters';
import { CHANGE_LIST } from './change-list';
import { COLUMNS } from './columns';
import { filtersOf, OPEN, queryOf, useChangeViews, type FilterName } from './views';

const ICONS: Readonly<Record<string, ReactNode>> = {
  waiting: <PersonClock20Regular />, mine: <Person20Regular />, implementing: <Rocket20Regular />, groups: <People20Regular />, week: <CalendarLtr20Regular />,
  colliding: <Warning20Regular />, review: <CheckmarkCircle20Regular />, all: <MailInbox20Regular />, ended: <Archive20Regular />,
};

const KIND: ListPageKind<ChangeRow, FilterName> = { kind: CHANGE_LIST, page: 'changes', list: OPEN, firstView: 'all', filtersOf, queryOf, ownViews: 'changeViews' };

/** Changes as a table. */
export default function ChangeListPage({ route }: { readonly route: Route }) {
  const t = useText();
  const page = useListPage(KIND, useChangeViews(), route);
  const { view, filters, isChanged, go, setFilter, doTo } = page;
  const about = view.labelKey ? view.id : 'own';
  useShortcuts({ a: doTo('changes.approve'), e: doTo('changes.edit') });
  return (
    <ListPage
      of={page}
      icons={ICONS}
      alarmId="colliding"
      prefixes={['CHG']}
      columns={COLUMNS}
      card={ChangeCard}
      countText={(count) => t('changePage.count', { count })}
      words={{
        failed: t('changePage.failed'), noMatch: t('changePage.noMatch'), noMatchText: t('changePage.noMatch.text'), empty: t(`changePage.empty.${about}`), emptyText: t(`changePage.empty.${about}.text`),
      }}
      filters={<ChangeFilters filters={filters} isChanged={isChanged} onChange={setFilter} onClear={() => go(view.filters, view.sort)} />}
    />
  );
}
