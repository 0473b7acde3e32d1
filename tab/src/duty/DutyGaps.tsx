import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import type { DutyGroupView } from '../../../shared/routing/duty-views';
import { useSession } from '../lib/session';
import { usePlanningWords } from '../planning/words';
import type { ShiftRow } from './Swaps';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '12px 32px' },
  part: { minWidth: 0, flexGrow: 1, flexBasis: '260px' },
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '3px', fontSize: tokens.fontSizeBase200 },
  line: { display: 'flex', alignItems: 'flex-start', gap: '6px', overflowWrap: 'anywhere' },
  icon: { flexShrink: 0, marginTop: '1px' },
  gap: { color: tokens.colorStatusWarningForeground1 },
  fine: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const MOST = 8;

interface Props {
  readonly group: DutyGroupView;
  readonly shifts: readonly ShiftRow[];
}

/** Where the plan of the next two weeks has holes, and where two shifts run at the same time. */
export function DutyGaps({ group: { gaps, overlaps }, shifts }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const words = usePlanningWords();
  const nameOf = (id: string): string => shifts.find((shift) => shift.id === id)?.name ?? id;
  return (
    <div className={styles.root}>
      <div className={styles.part} data-testid="gaps">
        <h3 className={styles.heading}>{t('duty.gaps')}</h3>
        {gaps.length === 0 ? (
          <span className={styles.line}>
            <CheckmarkCircle16Regular className={`${styles.icon} ${styles.fine}`} aria-hidden />
            <span className={styles.quiet}>{t('duty.gaps.none')}</span>
          </span>
        ) : (
          <ul className={styles.list}>
            {gaps.slice(0, MOST).map(({ from, to, isByAbsence }) => (
              <li key={from} className={styles.line}>
                <Warning16Regular className={`${styles.icon} ${styles.gap}`} aria-hidden />
                <span>{isByAbsence ? t('duty.gap.away', { time: words.range(from, to) }) : words.range(from, to)}</span>
              </li>
            ))}
          </ul>
        )}
        {gaps.length > MOST && <p className={styles.quiet}>{t('duty.more', { count: gaps.length - MOST })}</p>}
        {gaps.length > 0 && <p className={styles.quiet}>{t('duty.gaps.help')}</p>}
      </div>
      {overlaps.length > 0 && (
        <div className={styles.part} data-testid="overlaps">
          <h3 className={styles.heading}>{t('duty.overlaps')}</h3>
          <ul className={styles.list}>
            {overlaps.slice(0, MOST).map(({ from, to, shiftIds }) => (
              <li key={`${from} ${shiftIds.join()}`} className={styles.line}>
                {t('duty.overlap', { shifts: shiftIds.map(nameOf).join(', '), time: words.range(from, to) })}
              </li>
            ))}
          </ul>
          {overlaps.length > MOST && <p className={styles.quiet}>{t('duty.more', { count: overlaps.length - MOST })}</p>}
        </div>
      )}
    </div>
  );
}
