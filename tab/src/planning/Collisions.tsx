import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Prohibited16Regular } from '@fluentui/react-icons/svg/prohibited';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import type { CollisionView } from '../../../shared/changes/change-views';
import { useText } from '../lib/session';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '6px', fontSize: tokens.fontSizeBase200 },
  entry: { display: 'flex', gap: '6px', alignItems: 'flex-start', minWidth: 0, overflowWrap: 'anywhere' },
  icon: { display: 'inline-flex', flexShrink: 0, marginTop: '1px' },
  block: { color: tokens.colorStatusDangerForeground1 },
  warn: { color: tokens.colorStatusWarningForeground1 },
  fine: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const isSettled = ({ isExempt, acceptedBy }: CollisionView): boolean => isExempt || acceptedBy !== undefined;

/** Reasons why something should not happen then: what forbids it first, what was accepted last. */
export function Collisions({ collisions, label }: { readonly collisions: readonly CollisionView[]; readonly label: string }) {
  const styles = useStyles();
  const t = useText();
  const weight = (entry: CollisionView): number => (isSettled(entry) ? 2 : entry.severity === 'block' ? 0 : 1);
  return (
    <ul className={styles.list} aria-label={label}>
      {[...collisions].sort((left, right) => weight(left) - weight(right)).map((entry) => {
        const kind = isSettled(entry) ? 'fine' : entry.severity;
        return (
          <li key={`${entry.key} ${entry.from}`} className={styles.entry} data-severity={kind}>
            <span className={`${styles.icon} ${styles[kind]}`} role="img" aria-label={t(`planning.severity.${kind}`)}>
              {kind === 'fine' ? <CheckmarkCircle16Regular /> : kind === 'block' ? <Prohibited16Regular /> : <Warning16Regular />}
            </span>
            <span>
              {entry.text}
              {entry.isExempt && <span className={styles.quiet}> {t('planning.exempt')}</span>}
              {entry.acceptedBy && <span className={styles.quiet}> {t('planning.acceptedBy', { name: entry.acceptedBy, reason: entry.acceptedReason ?? '' })}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
