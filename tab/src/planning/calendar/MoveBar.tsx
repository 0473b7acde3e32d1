import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useText } from '../../lib/session';
import { errorText } from '../../lib/error-text';
import { Collisions } from '../Collisions';
import { usePlanningWords } from '../words';
import type { Moving } from './use-move';
import { useWindowCheck } from './use-window-check';

const useStyles = makeStyles({
  bar: {
    position: 'absolute', left: '50%', bottom: '16px', transform: 'translateX(-50%)', zIndex: 20, width: 'min(560px, calc(100% - 24px))', boxSizing: 'border-box', display: 'flex', flexDirection: 'column', gap: '8px',
    padding: '12px 16px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, boxShadow: tokens.shadow28, border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  when: { fontWeight: tokens.fontWeightSemibold },
  push: { marginLeft: 'auto', display: 'flex', gap: '6px' },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: { maxHeight: '120px', overflowY: 'auto' },
});

interface Props {
  readonly moving: Moving;
  onConfirm(): void;
  onCancel(): void;
}

/** Where the change would go, and what it would collide with there. */
export function MoveBar({ moving, onConfirm, onCancel }: Props) {
  const styles = useStyles();
  const t = useText();
  const words = usePlanningWords();
  const { entry, to, by, isChecking } = moving;
  const isSame = to.from === entry.from;
  const check = useWindowCheck(entry.row, isSame ? undefined : to);
  return (
    <div className={styles.bar} role="group" aria-label={t('planning.moving', { id: entry.row.id })} data-move-bar="">
      <div className={styles.line}>
        <span>{entry.row.id}</span>
        <span className={styles.when} data-testid="move-to">
          {words.range(to.from, to.to)}
        </span>
        {(check.isLoading || isChecking) && <Spinner size="tiny" aria-label={t('planning.checking')} />}
        <span className={styles.push}>
          <Button size="small" onClick={onCancel} disabled={isChecking}>
            {t('planning.cancelMove')}
          </Button>
          <Button size="small" appearance="primary" onClick={onConfirm} disabled={isSame || isChecking}>
            {t('planning.move')}
          </Button>
        </span>
      </div>
      <div role="status" className={styles.list}>
        {check.error && errorText(check.error, t)}
        {check.collisions.length > 0 && <Collisions collisions={check.collisions} label={t('planning.wouldCollide')} />}
        {!isSame && !check.isLoading && !check.error && check.collisions.length === 0 && <span className={styles.hint}>{t('planning.noCollision')}</span>}
      </div>
      {by === 'keys' && <div className={styles.hint}>{t('planning.moveKeys')}</div>}
    </div>
  );
}
