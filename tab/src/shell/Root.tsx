import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { connectHost, type Host } from '../lib/host';
import { SessionContext } from '../lib/session';
import { useStore } from '../lib/store';
import type { Translate } from '../lib/texts';
import { LiveRegion } from '../parts/announce';
import { HintHost } from '../parts/Hint';
import { notices } from '../parts/notices';
import { App, preload } from './App';
import { boot, languageOf, type Boot } from './boot';
import { ErrorBoundary } from './ErrorBoundary';
import { CrashPage } from './CrashPage';
import { useTheme } from './theme';

const ChoosePerson = lazy(() => import('./start-pages').then((module) => ({ default: module.ChoosePerson })));
const FailedPage = lazy(() => import('./start-pages').then((module) => ({ default: module.FailedPage })));
const OutsideTeams = lazy(() => import('./start-pages').then((module) => ({ default: module.OutsideTeams })));
const Toasts = lazy(() => import('../parts/Toasts'));

const useStyles = makeStyles({
  root: { height: '100%', backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1, display: 'flex', flexDirection: 'column', minHeight: 0 },
});

/** Starts the page: Teams or a browser around it, then sign-in, then the application. */
export function Root() {
  const [host, setHost] = useState<Host>();
  useEffect(() => {
    void connectHost().then(setHost);
  }, []);
  return host ? <Hosted host={host} /> : <Splash />;
}

/** The same as index.html shows until this runs: the way to the first page has no need of a theme. */
const Splash = () => <div className="splash" role="status" aria-label="Bellhop" />;

function Hosted({ host }: { readonly host: Host }) {
  const styles = useStyles();
  const { name, theme } = useTheme(host);
  const [state, setState] = useState<Boot>({ step: 'loading' });
  const language = state.step === 'ready' ? state.session.language : languageOf(host);

  const start = useCallback(() => {
    void boot(host).then((next) => {
      if (next.step === 'ready') preload(next.session);
      setState(next);
      host.ready();
    });
  }, [host]);

  useEffect(start, [start]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.style.colorScheme = name === 'light' ? 'light' : 'dark';
  }, [language, name]);
  useEffect(() => {
    if (state.step !== 'ready') return undefined;
    const { stream } = state.session;
    stream.start();
    return () => stream.stop();
  }, [state]);

  const restart = useCallback(() => {
    setState({ step: 'loading' });
    start();
  }, [start]);

  if (state.step === 'loading') return <Splash />;
  return (
    // What the provider itself wears, tooltips and menus wear too: the page's own look belongs to the element inside.
    <FluentProvider theme={theme} style={{ height: '100%' }} data-theme={name}>
      <div className={styles.root}>
        <ErrorBoundary fallback={(error) => <CrashPage error={error} t={textsOf(state)} />}>
          {state.step === 'ready' ? (
            <SessionContext.Provider key={`${state.session.me.id} ${state.session.language}`} value={state.session}>
              <App onRestart={restart} />
              <ToastHost />
              <HintHost />
            </SessionContext.Provider>
          ) : (
            <Suspense fallback={null}>
              <Starting state={state} onRestart={restart} />
            </Suspense>
          )}
          <LiveRegion />
        </ErrorBoundary>
      </div>
    </FluentProvider>
  );
}

/** Loaded with the first notice, and there from then on. */
function ToastHost() {
  const waiting = useStore(notices);
  const [isOn, setOn] = useState(false);
  if (!isOn && waiting.length > 0) setOn(true);
  return isOn ? (
    <Suspense fallback={null}>
      <Toasts />
    </Suspense>
  ) : null;
}

const textsOf = (state: Exclude<Boot, { step: 'loading' }>): Translate => (state.step === 'ready' ? state.session.t : state.t);

interface StartingProps {
  readonly state: Exclude<Boot, { step: 'ready' | 'loading' }>;
  onRestart(): void;
}

function Starting({ state, onRestart }: StartingProps) {
  switch (state.step) {
    case 'choosePerson':
      return <ChoosePerson t={state.t} onChosen={onRestart} />;
    case 'outsideTeams':
      return <OutsideTeams t={state.t} />;
    case 'failed':
      return <FailedPage t={state.t} error={state.error} onRetry={onRestart} />;
  }
}
