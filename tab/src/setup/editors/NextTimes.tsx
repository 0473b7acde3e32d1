import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Occurrence } from '../../../../shared/scheduling/window-schema';
import { useNow } from '../../lib/now';
import { useSession } from '../../lib/session';
import { nextTimes } from '../words/next-times';
import { timeText } from '../words/time-text';

const SHOWN = 5;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px' },
  label: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '2px', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly occurrences: readonly Occurrence[];
  readonly zone: string;
}

/** The next times of a window, in its own zone, so that everybody sees what was meant. */
export function NextTimes({ occurrences, zone }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const now = useNow();
  const times = nextTimes(occurrences, zone, now, SHOWN);
  return (
    <div className={styles.root} data-testid="next-times">
      <span className={styles.label}>{t('setup.when.next', { zone: zone.replaceAll('_', ' ') })}</span>
      {times.length === 0 ? (
        <Text className={styles.quiet}>{t('setup.when.never')}</Text>
      ) : (
        <ol className={styles.list}>
          {times.map(({ from, to }) => (
            <li key={`${from} ${to}`}>
              {timeText({ from, to }, now, language, zone)} {from <= now && <span className={styles.quiet}>{t('setup.when.now')}</span>}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
