import { Button, makeStyles } from '@fluentui/react-components';
import { ErrorCircle48Regular } from '@fluentui/react-icons/svg/error-circle';
import { lazy, Suspense, useEffect, useState } from 'react';
import { focusPageIfLost, MAIN_ID } from '../lib/focus';
import { latePart } from '../lib/late-part';
import { currentRoute, href, navigate, recordHref, useRoute, type Route } from '../lib/router';
import { useSession, type Session } from '../lib/session';
import { useShortcuts } from '../lib/shortcuts';
import { seesChanges } from '../changes/access';
import { ChangeNav, changePageOf } from '../changes/ChangeNav';
import { seesLevels } from '../levels/access';
import { EmptyState } from '../parts/EmptyState';
import { Opening } from '../parts/Opening';
import { Waiting } from '../parts/Waiting';
import { ActionsProvider, preloadForms } from '../actions/ActionsProvider';
import { preloadQueue, QueuePage } from '../tickets/queue/QueuePage';
import { CrashPage } from './CrashPage';
import { ErrorBoundary } from './ErrorBoundary';
import { OfflineNotice } from './OfflineNotice';
import { TopBar } from './TopBar';

const ShortcutHelp = latePart(() => import('./ShortcutHelp'));
const TicketPage = lazy(() => import('../tickets/ticket/TicketPage'));
const MinePage = lazy(() => import('../tickets/mine/MinePage').then((module) => ({ default: module.MinePage })));
const NewTicketPage = lazy(() => import('../tickets/new-ticket/NewTicketPage'));
const KnowledgePage = lazy(() => import('../knowledge/KnowledgePage'));
const LevelsPage = lazy(() => import('../levels/LevelsPage'));
const ChangesPage = lazy(() => import('../changes/ChangesPage'));
const ApprovalsPage = lazy(() => import('../planning/ApprovalsPage'));
const CalendarPage = lazy(() => import('../planning/CalendarPage'));
const DutyPage = lazy(() => import('../duty/DutyPage'));
const MeetingsPage = lazy(() => import('../planning/MeetingsPage'));
const SetupPage = lazy(() => import('../setup/SetupPage'));

const useStyles = makeStyles({
  main: { flexGrow: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column', outlineStyle: 'none' },
});

/** What somebody may need at any moment, also after the connection is gone: forms, notices, the ticket page. */
function loadTheRest(): void {
  void Promise.allSettled([import('../parts/Toasts'), import('../parts/Notice'), import('../tickets/ticket/TicketPage'), preloadForms()]);
}

const SETTLED_MS = 1_500;

/** Pages with a name of their own. */
const TITLED = new Set(['queue', 'my', 'new', 'knowledge', 'levels', 'changes', 'approvals', 'calendar', 'meetings', 'duty', 'setup']);
const RECORD_PAGES = new Set(['tickets', 'knowledge', 'approvals', 'meetings', 'setup']);

/** Tickets, articles, agreements, changes and what belongs to them name the window after themselves. */
function namesItself({ page, id, sub }: Route): boolean {
  if (page === 'levels') return sub !== undefined;
  if (page === 'duty') return id?.startsWith('HND') ?? false;
  if (page === 'changes') return id?.startsWith('CHG') ?? false;
  return id !== undefined && RECORD_PAGES.has(page);
}

/** Those who work tickets, or look over them, start at the queue; everybody else at their own tickets. */
export function seesQueue({ me }: Session): boolean {
  return me.isAgent || me.roles.some((role) => role === 'auditor' || role === 'administrator');
}

const home = (session: Session): string => href(seesQueue(session) ? 'queue' : 'my');

/** Where a deep link points: a record, or the name of a page. */
function linkedPage({ host }: Session): string | undefined {
  const { subPageId } = host;
  if (!subPageId) return undefined;
  return /^[A-Z]{3}\d{7,10}$/.test(subPageId) ? recordHref(subPageId) : href(subPageId.replace(/[^a-z]/g, ''));
}

/** Begins to load what the page at this address shows, while it is drawn for the first time. */
export function preload(session: Session): void {
  const route = currentRoute();
  if (seesQueue(session) && (route.page === 'queue' || (route.page === '' && !session.host.subPageId))) preloadQueue(session, route);
}

export function App({ onRestart }: { onRestart(): void }) {
  const styles = useStyles();
  const session = useSession();
  const { t } = session;
  const route = useRoute();
  const [hasHelp, setHelp] = useState(false);

  useEffect(() => {
    if (window.location.hash.length < 3) navigate(linkedPage(session) ?? home(session), true);
  }, [session]);

  useEffect(() => {
    // Links on cards lead to the page of tickets, whatever the record is.
    if (route.page === 'tickets' && route.id && recordHref(route.id) !== href('tickets', route.id)) navigate(recordHref(route.id), true);
  }, [route]);

  useEffect(() => {
    focusPageIfLost();
    if (!namesItself(route)) document.title = TITLED.has(route.page) ? `${t(`tab.page.${route.page}`)} · Bellhop` : 'Bellhop';
  }, [route, t]);

  useEffect(() => {
    const timer = setTimeout(loadTheRest, SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);

  useShortcuts({
    '?': () => setHelp(true),
    c: () => navigate(href('new')),
    g: seesChanges(session.me) ? () => navigate(href('changes')) : undefined,
    l: seesLevels(session.me) ? () => navigate(href('levels')) : undefined,
  });

  return (
    <ActionsProvider>
      <TopBar route={route} seesQueue={seesQueue(session)} onHelp={() => setHelp(true)} onRestart={onRestart} />
      <OfflineNotice />
      <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
        <ErrorBoundary
          resetKey={`${route.page}/${route.id}/${route.sub}`}
          fallback={(error, retry) => <CrashPage error={error} t={t} onRetry={retry} />}
        >
          {seesChanges(session.me) && changePageOf(route) && <ChangeNav route={route} />}
          <Suspense fallback={<Waiting label={t('tab.loading')} />}>
            <Page route={route} />
          </Suspense>
        </ErrorBoundary>
      </main>
      {hasHelp && <ShortcutHelp while={<Opening onClose={() => setHelp(false)} />} onClose={() => setHelp(false)} />}
    </ActionsProvider>
  );
}

function Page({ route }: { readonly route: Route }) {
  const session = useSession();
  switch (route.page) {
    case 'queue':
      return seesQueue(session) ? <QueuePage route={route} /> : <MinePage />;
    case 'tickets':
      return <TicketPage key={route.id} id={route.id ?? ''} todo={route.query.get('do') ?? undefined} />;
    case 'new':
      return <NewTicketPage key={route.id} offeringId={route.id} text={route.query.get('text') ?? undefined} />;
    case 'knowledge':
      return <KnowledgePage id={route.id} query={route.query.get('q') ?? ''} />;
    case 'levels':
      return <LevelsPage route={route} />;
    case 'changes':
      return <ChangesPage route={route} />;
    case 'approvals':
      return <ApprovalsPage route={route} />;
    case 'calendar':
      return <CalendarPage route={route} />;
    case 'duty':
      return <DutyPage route={route} />;
    case 'meetings':
      return <MeetingsPage route={route} />;
    case 'setup':
      return <SetupPage route={route} />;
    case '':
    case 'my':
      return <MinePage />;
    default:
      return <NoPage />;
  }
}

function NoPage() {
  const session = useSession();
  return (
    <EmptyState icon={<ErrorCircle48Regular />} title={session.t('tab.noPage')} text={session.t('tab.noPage.text')}>
      <Button appearance="primary" onClick={() => navigate(home(session))}>
        {session.t('tab.noPage.home')}
      </Button>
    </EmptyState>
  );
}
