import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { LockClosed48Regular } from '@fluentui/react-icons/svg/lock-closed';
import { lazy, Suspense } from 'react';
import { href, navigate, type Route } from '../lib/router';
import { useSession } from '../lib/session';
import { EmptyState } from '../parts/EmptyState';
import { Waiting } from '../parts/Waiting';
import { seesLevels } from './access';
import { LevelTexts } from './LevelTexts';
import { RecomputeBar } from './recompute/RecomputeBar';

const AttainmentPage = lazy(() => import('./attainment/AttainmentPage'));
const AgreementsPage = lazy(() => import('./agreements/AgreementsPage'));
const AgreementPage = lazy(() => import('./agreements/AgreementPage'));
const CalendarsPage = lazy(() => import('./calendars/CalendarsPage'));
const CalendarPage = lazy(() => import('./calendars/CalendarPage'));

const TABS = ['attainment', 'agreements', 'calendars'] as const;

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
  page: {
    display: 'flex', flexDirection: 'column', gap: '14px', width: '100%', maxWidth: '1180px', minHeight: '100%', margin: '0 auto', padding: '4px 16px 32px',
    '@media (max-width: 639px)': { padding: '0 8px 24px', gap: '10px' },
  },
  tabs: { marginLeft: '-10px' },
  panel: { display: 'flex', flexDirection: 'column', gap: '14px', flexGrow: 1, minWidth: 0 },
});

/** Service levels: what is promised, when we are open, and how well it is kept. */
export default function LevelsPage({ route }: { readonly route: Route }) {
  const { me, t } = useSession();
  if (!seesLevels(me)) return <EmptyState icon={<LockClosed48Regular />} title={t('tab.levels.closed')} text={t('tab.levels.closed.text')} />;
  return (
    <LevelTexts>
      <Levels route={route} />
    </LevelTexts>
  );
}

function Levels({ route }: { readonly route: Route }) {
  const styles = useStyles();
  const { t } = useSession();
  const tab = TABS.find((name) => name === route.id) ?? 'attainment';
  const entry = route.sub;
  return (
    <div className={styles.root}>
      <div className={styles.page}>
        <RecomputeBar />
        {!entry && (
          <TabList className={styles.tabs} aria-label={t('tab.page.levels')} selectedValue={tab} onTabSelect={(_event, { value }) => navigate(href('levels', String(value)))}>
            {TABS.map((name) => (
              <Tab key={name} value={name} id={`levels-${name}`} aria-controls="levels-panel">
                {t(`levels.tab.${name}`)}
              </Tab>
            ))}
          </TabList>
        )}
        <div className={styles.panel} {...(!entry && { id: 'levels-panel', role: 'tabpanel', 'aria-labelledby': `levels-${tab}` })}>
          <Suspense fallback={<Waiting label={t('tab.loading')} />}>
            <Content tab={tab} entry={entry} query={route.query} />
          </Suspense>
        </div>
      </div>
    </div>
  );
}

interface ContentProps {
  readonly tab: (typeof TABS)[number];
  readonly entry: string | undefined;
  readonly query: URLSearchParams;
}

function Content({ tab, entry, query }: ContentProps) {
  if (tab === 'agreements') return entry ? <AgreementPage key={entry} id={entry} /> : <AgreementsPage query={query} />;
  if (tab === 'calendars') return entry ? <CalendarPage key={entry} id={entry} /> : <CalendarsPage query={query} />;
  return <AttainmentPage query={query} />;
}
