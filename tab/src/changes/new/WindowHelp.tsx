import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { lazy, Suspense, useState } from 'react';
import type { WorkToPlace } from '../../../../shared/scheduling/schedule-views';
import { useSession } from '../../lib/session';
import { Waiting } from '../../parts/Waiting';
import { CollisionLine } from '../page/CollisionsCard';
import type { CollisionCheck } from './use-collisions';

const SlotFinder = lazy(() => import('../../planning/SlotFinder'));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', marginTop: '16px' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  free: { display: 'flex', gap: '8px', alignItems: 'center', color: tokens.colorStatusSuccessForeground1 },
  quiet: { color: tokens.colorNeutralForeground3, margin: 0 },
  slots: { padding: '14px 16px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface Props {
  readonly work: WorkToPlace;
  readonly minutes: number;
  readonly check: CollisionCheck;
  onPick(window: { readonly plannedStart: string; readonly plannedEnd: string }): void;
}

/** What the window would run into, told while it is chosen, and windows in which nothing stands in the way. */
export function WindowHelp({ work, minutes, check, onPick }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const [isFinding, setFinding] = useState(false);
  const hasScope = work.itemIds.length > 0 || work.serviceIds.length > 0;
  return (
    <div className={styles.root}>
      <div aria-live="polite" data-testid="draft-collisions">
        {check.status === 'none' && <p className={styles.quiet}>{t(hasScope ? 'changePage.window.chooseFirst' : 'changePage.window.scopeFirst')}</p>}
        {check.status === 'checking' && <p className={styles.quiet}>{t('changePage.window.checking')}</p>}
        {check.status === 'failed' && <p className={styles.quiet}>{t('changePage.window.unknown')}</p>}
        {check.status === 'ready' && check.collisions.length === 0 && (
          <div className={styles.free}>
            <CheckmarkCircle20Regular aria-hidden />
            {t('changePage.window.free')}
          </div>
        )}
        {check.collisions.length > 0 && (
          <ul className={styles.list}>
            {check.collisions.map((collision) => (
              <li key={collision.key}>
                <CollisionLine collision={collision} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {hasScope && (
        <div>
          <Button icon={<CalendarLtr20Regular aria-hidden />} aria-expanded={isFinding} onClick={() => setFinding(!isFinding)}>
            {t('changePage.window.findSlot')}
          </Button>
        </div>
      )}
      {isFinding && hasScope && (
        <div className={styles.slots}>
          <Suspense fallback={<Waiting label={t('tab.loading')} />}>
            <SlotFinder work={work} minutes={minutes} onPick={({ from, to }) => onPick({ plannedStart: from, plannedEnd: to })} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
