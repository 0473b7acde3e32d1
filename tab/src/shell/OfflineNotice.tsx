import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '../lib/session';
import { useStore } from '../lib/store';

const Notice = lazy(() => import('../parts/Notice'));

/** A reconnect that takes no longer is nobody's business. */
const GRACE_MS = 3_000;

const useStyles = makeStyles({ bar: { margin: '0 16px 8px', flexShrink: 0 } });

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says that what is shown may be old, and that it will catch up by itself. */
export function OfflineNotice() {
  const styles = useStyles();
  const { t, stream } = useSession();
  const status = useStore(stream.status);
  const isOnline = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  const isAway = !isOnline || status === 'lost';
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(isAway), isAway && isOnline ? GRACE_MS : 0);
    return () => clearTimeout(timer);
  }, [isAway, isOnline]);
  if (!isShown) return null;
  return (
    <Suspense fallback={null}>
      <Notice className={styles.bar} title={t(isOnline ? 'tab.reconnecting' : 'tab.offline')} text={t('tab.offline.text')} />
    </Suspense>
  );
}
