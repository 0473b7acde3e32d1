import { makeStyles, tokens } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import type { ReactNode } from 'react';
import { useText } from '../../lib/session';
import { PlainText } from '../../parts/PlainText';

const useStyles = makeStyles({
  part: { marginBottom: '14px', ':last-child': { marginBottom: 0 } },
  label: { display: 'flex', alignItems: 'center', gap: '6px', margin: '0 0 4px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '84ch' },
  none: { color: tokens.colorNeutralForeground3 },
  lock: { display: 'inline-flex' },
});

interface Props {
  readonly label: string;
  readonly text?: string | undefined;
  readonly isLocked?: boolean;
  readonly children?: ReactNode;
}

/** A heading and what was written below it. */
export function TextPart({ label, text, isLocked, children }: Props) {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={styles.part}>
      <h3 className={styles.label}>
        {label}
        {isLocked && (
          <span className={styles.lock} role="img" aria-label={t('tab.locked')} title={t('tab.locked')}>
            <LockClosed16Regular aria-hidden />
          </span>
        )}
      </h3>
      {children ?? <div className={text ? styles.text : styles.none}>{text ? <PlainText text={text} /> : t('changePage.notWritten')}</div>}
    </div>
  );
}
