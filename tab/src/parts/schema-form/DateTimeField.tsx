import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useNow } from '../../lib/now';
import { useSession } from '../../lib/session';
import { fromWallTime, toWallTime, workingMorning } from '../../lib/zone';
import type { FieldProps } from './types';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  input: { maxWidth: '240px' },
  quick: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

const QUICK_DAYS = [1, 3, 5] as const;

/** A moment in the reader's zone, with the moments people usually mean. */
export function DateTimeField({ value, hints, isDisabled, onChange }: FieldProps) {
  const styles = useStyles();
  const { t, zone } = useSession();
  const now = useNow();
  const wall = typeof value === 'string' && value ? toWallTime(value, zone) : '';
  return (
    <div className={styles.root}>
      <Input
        type="datetime-local"
        className={styles.input}
        value={wall}
        disabled={isDisabled}
        onChange={(_event, data) => onChange(data.value ? fromWallTime(data.value, zone) : undefined)}
      />
      {!hints.asMoment && (
        <div className={styles.quick}>
          {QUICK_DAYS.map((days) => (
            <Button key={days} size="small" disabled={isDisabled} onClick={() => onChange(workingMorning(now, zone, days))}>
              {t('tab.workingDays', { days })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
