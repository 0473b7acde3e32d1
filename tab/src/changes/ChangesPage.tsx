import { LockClosed48Regular } from '@fluentui/react-icons/svg/lock-closed';
import { lazy, Suspense } from 'react';
import type { Route } from '../lib/router';
import { useSession } from '../lib/session';
import { EmptyState } from '../parts/EmptyState';
import { Waiting } from '../parts/Waiting';
import { seesChanges } from './access';
import { ChangeTexts } from './ChangeTexts';

const ChangeListPage = lazy(() => import('./list/ChangeListPage'));
const BoardPage = lazy(() => import('./board/BoardPage'));
const ChangePage = lazy(() => import('./page/ChangePage'));
const NewChangePage = lazy(() => import('./new/NewChangePage'));

const isNumber = (id: string): boolean => /^CHG\d/.test(id);

/** Changes: the list, the board, one change, a new one. */
export default function ChangesPage({ route }: { readonly route: Route }) {
  const { me, t } = useSession();
  // Somebody who is asked to decide may look at the one change it is about.
  if (!seesChanges(me) && !isNumber(route.id ?? '')) return <EmptyState icon={<LockClosed48Regular />} title={t('tab.changes.closed')} text={t('tab.changes.closed.text')} />;
  return (
    <Suspense fallback={<Waiting label={t('tab.loading')} />}>
      <ChangeTexts>
        <Content route={route} />
      </ChangeTexts>
    </Suspense>
  );
}

function Content({ route }: { readonly route: Route }) {
  const { id = '' } = route;
  if (isNumber(id)) return <ChangePage key={id} id={id} />;
  if (id === 'board') return <BoardPage query={route.query} />;
  if (id === 'new') return <NewChangePage key={route.sub} kind={route.sub} query={route.query} />;
  return <ChangeListPage route={route} />;
}
