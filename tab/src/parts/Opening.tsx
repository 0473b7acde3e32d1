import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useText } from '../lib/session';
import { Waiting } from './Waiting';

const useStyles = makeStyles({
  root: { position: 'fixed', inset: 0, zIndex: 1_000_000, display: 'flex', outlineStyle: 'none' },
});

/**
 * Stands where a form is about to open. It takes the keyboard at once: what somebody types meanwhile must not press the
 * button again, nor count as shortcuts of the page behind. Escape gives up.
 */
export function Opening({ onClose }: { onClose(): void }) {
  const styles = useStyles();
  const t = useText();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), []);
  return (
    <div
      ref={root}
      role="dialog"
      aria-modal="true"
      aria-label={t('tab.loading')}
      tabIndex={-1}
      className={styles.root}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Waiting label={t('tab.loading')} />
    </div>
  );
}
