import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Prohibited20Filled } from '@fluentui/react-icons/svg/prohibited';
import { Warning20Filled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { ChangeView, CollisionView } from '../../../../shared/changes/change-views';
import { useActions } from '../../actions/ActionsProvider';
import { useSession } from '../../lib/session';
import { Card } from './Card';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '10px' },
  item: { display: 'flex', gap: '10px', alignItems: 'flex-start', '@media (max-width: 639px)': { flexWrap: 'wrap' } },
  icon: { display: 'inline-flex', flexShrink: 0, marginTop: '1px' },
  block: { color: tokens.colorStatusDangerForeground1 },
  warn: { color: tokens.colorStatusWarningForeground2 },
  settled: { color: tokens.colorStatusSuccessForeground1 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'inline-flex', gap: '6px', flexShrink: 0 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const isSettled = ({ acceptedBy }: CollisionView): boolean => acceptedBy !== undefined;

/** One reason why it should not be done then, how heavy it is, and who answers for it. */
export function CollisionLine({ collision, children }: { readonly collision: CollisionView; readonly children?: ReactNode }) {
  const styles = useStyles();
  const { t } = useSession();
  const look = isSettled(collision) ? 'settled' : collision.severity;
  const icon = { settled: <CheckmarkCircle20Regular />, block: <Prohibited20Filled />, warn: <Warning20Filled /> }[look];
  const settled = collision.acceptedBy && t('changePage.collision.accepted', { person: collision.acceptedBy, reason: collision.acceptedReason ?? '' });
  return (
    <div className={styles.item} data-collision={collision.reason} data-severity={look}>
      <span className={mergeClasses(styles.icon, styles[look])} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.words}>
        {collision.text}
        <span className={styles.quiet}>{settled || t(`changePage.collision.${collision.severity}`)}</span>
      </span>
      {children && <span className={styles.buttons}>{children}</span>}
    </div>
  );
}

/** What stands in the way at its time: warnings can be accepted, freezes take an exception. */
export function CollisionsCard({ change }: { readonly change: ChangeView }) {
  const styles = useStyles();
  const { t } = useSession();
  const { start } = useActions();
  if (change.collisions.length === 0) return null;
  const canAccept = change.can.includes('changes.acceptCollisions');
  const open = change.collisions.filter((collision) => !isSettled(collision));
  const warnings = open.filter(({ severity }) => severity === 'warn');
  const accept = (collisions: readonly CollisionView[]) => () => start({ record: change, action: 'changes.acceptCollisions', initial: { keys: collisions.map(({ key }) => key) } });
  // Whoever may move it may ask to leave it where it is; the server decides.
  const canAsk = change.can.includes('changes.reschedule');
  const ask = (freezeId: string) => () => start({ action: 'freezeExceptions.request', initial: { changeId: change.id, freezeId } });
  const all = canAccept && warnings.length > 1 && (
    <Button size="small" onClick={accept(warnings)}>
      {t('changePage.collision.acceptAll')}
    </Button>
  );
  return (
    <Card title={t('changePage.part.collisions')} testId="collisions" aside={all || undefined}>
      <ul className={styles.list}>
        {change.collisions.map((collision) => (
          <li key={collision.key}>
            <CollisionLine collision={collision}>
              {canAccept && warnings.includes(collision) && (
                <Button size="small" onClick={accept([collision])}>
                  {t('changePage.collision.accept')}
                </Button>
              )}
              {canAsk && collision.severity === 'block' && collision.otherId && !isSettled(collision) && (
                <Button size="small" onClick={ask(collision.otherId)}>
                  {t('changePage.collision.askException')}
                </Button>
              )}
            </CollisionLine>
          </li>
        ))}
      </ul>
    </Card>
  );
}
