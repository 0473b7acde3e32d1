import { makeStyles } from '@fluentui/react-components';
import { LockClosed48Regular } from '@fluentui/react-icons/svg/lock-closed';
import { lazy, Suspense, useEffect } from 'react';
import type { Route } from '../lib/router';
import { useSession } from '../lib/session';
import { EmptyState } from '../parts/EmptyState';
import { Waiting } from '../parts/Waiting';
import { seesSetup } from './access';
import { hasEntries, placeOf, type Place } from './sections';
import { SetupNav } from './SetupNav';
import { SetupTexts } from './SetupTexts';

const Entry = lazy(() => import('./EntryOfSection'));
const PAGES = {
  settings: lazy(() => import('./pages/SettingsPage')),
  announcements: lazy(() => import('./pages/AnnouncementsPage')),
  offerings: lazy(() => import('./pages/OfferingsPage')),
  services: lazy(() => import('./pages/ServicesPage')),
  items: lazy(() => import('./pages/ItemsPage')),
  freezes: lazy(() => import('./pages/FreezesPage')),
  maintenanceWindows: lazy(() => import('./pages/WindowsPage')),
  freezeExceptions: lazy(() => import('./pages/ExceptionsPage')),
  approvalPolicies: lazy(() => import('./pages/PoliciesPage')),
  boards: lazy(() => import('./pages/BoardsPage')),
  routingRules: lazy(() => import('./pages/RulesPage')),
  groups: lazy(() => import('./pages/GroupsPage')),
  shifts: lazy(() => import('./pages/ShiftsPage')),
  people: lazy(() => import('./pages/PeoplePage')),
  categories: lazy(() => import('./pages/CategoriesPage')),
  classifier: lazy(() => import('./classifier/ClassifierPage')),
  skills: lazy(() => import('./pages/SkillsPage')),
  changeTemplates: lazy(() => import('./templates/TemplatesPage')),
  scores: lazy(() => import('./pages/ScoresPage')),
  audit: lazy(() => import('./pages/AuditPage')),
  undelivered: lazy(() => import('./pages/UndeliveredPage')),
  automationRules: lazy(() => import('../automation/pages/RulesPage')),
  macros: lazy(() => import('../automation/pages/MacrosPage')),
  cannedResponses: lazy(() => import('../automation/pages/ResponsesPage')),
  recurringTickets: lazy(() => import('../automation/pages/RecurringPage')),
  webhooks: lazy(() => import('../automation/pages/WebhooksPage')),
  integrationKeys: lazy(() => import('./pages/IntegrationKeysPage')),
  ruleRuns: lazy(() => import('../automation/pages/RunsPage')),
};

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, display: 'flex', '@media (max-width: 839px)': { flexDirection: 'column', overflowY: 'auto' } },
  scroll: { flexGrow: 1, minWidth: 0, overflowY: 'auto', overflowX: 'hidden', '@media (max-width: 839px)': { overflowY: 'visible', flexGrow: 0 } },
  page: {
    display: 'flex', flexDirection: 'column', gap: '14px', width: '100%', maxWidth: '1120px', minHeight: '100%', padding: '4px 16px 32px', margin: '0 auto',
    '@media (max-width: 639px)': { padding: '8px 8px 24px', gap: '10px' },
  },
});

/** Everything that the desk works by: what can be ordered, who gets what, what changes are decided by, what happens by itself. */
export default function SetupPage({ route }: { readonly route: Route }) {
  const { me } = useSession();
  return <SetupTexts>{seesSetup(me) ? <Setup place={placeOf(route.id, route.sub)} query={route.query} /> : <Closed />}</SetupTexts>;
}

function Closed() {
  const { t } = useSession();
  return <EmptyState icon={<LockClosed48Regular />} title={t('setup.closed')} text={t('setup.closed.text')} />;
}

function Setup({ place, query }: { readonly place: Place; readonly query: URLSearchParams }) {
  const styles = useStyles();
  const { t } = useSession();
  const { section, entry } = place;
  const List = PAGES[section];
  useEffect(() => {
    if (!entry) document.title = `${t(`setup.tab.${section}`)} · Bellhop`;
  }, [entry, section, t]);
  return (
    <div className={styles.root}>
      <SetupNav section={section} />
      <div className={styles.scroll}>
        <div className={styles.page}>
          <Suspense fallback={<Waiting label={t('tab.loading')} />}>{entry && hasEntries(section) ? <Entry key={entry} section={section} id={entry} /> : <List query={query} />}</Suspense>
        </div>
      </div>
    </div>
  );
}
