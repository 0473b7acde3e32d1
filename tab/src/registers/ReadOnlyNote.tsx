import { makeStyles, tokens } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { useText } from '../lib/session';
import type { RegisterPlace } from './types';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '6px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Why there is nothing to press. */
export function ReadOnlyNote({ page }: Pick<RegisterPlace, 'page'>) {
  const styles = useStyles();
  const t = useText();
  return (
    <span className={styles.root}>
      <LockClosed16Regular aria-hidden />
      {t(`${page}.readOnly`)}
    </span>
  );
}
