import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReplayRow } from '../../../../shared/sla/replay-views';
import { useSession } from '../../lib/session';
import { shareText } from '../format';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  caption: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, padding: '0 0 6px' },
  head: { textAlign: 'right', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, padding: '4px 0 4px 16px', verticalAlign: 'bottom' },
  first: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: '5px 0', whiteSpace: 'nowrap' },
  cell: { textAlign: 'right', padding: '5px 0 5px 16px', whiteSpace: 'nowrap' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  better: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
  worse: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  none: { margin: 0 },
});

interface ComparisonProps {
  readonly title: string;
  readonly rows: readonly ReplayRow[];
  nameOf(of: string): string;
}

const isMoving = ({ today, proposed }: ReplayRow): boolean => today.met !== proposed.met || today.missed !== proposed.missed;

/** Met and missed today and as proposed; rows that stay the same only when asked for. */
export function Comparison({ title, rows, nameOf }: ComparisonProps) {
  const styles = useStyles();
  const { t, language } = useSession();
  const [isAll, setAll] = useState(false);
  const moving = rows.filter(isMoving);
  const still = rows.filter((row) => !isMoving(row));
  const shown = isAll ? [...moving, ...still] : moving;
  if (rows.length === 0) return null;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
      {shown.length === 0 ? (
        <p className={styles.none}>
          <strong>{title}</strong> {t('levels.whatIf.allSame')}
        </p>
      ) : (
      <table className={styles.table}>
        <caption className={styles.caption}>{title}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className={styles.head}>{t('levels.whatIf.metToday')}</th>
            <th scope="col" className={styles.head}>{t('levels.whatIf.metThen')}</th>
            <th scope="col" className={styles.head}>{t('levels.whatIf.missedToday')}</th>
            <th scope="col" className={styles.head}>{t('levels.whatIf.missedThen')}</th>
            <th scope="col" className={styles.head}>{t('levels.whatIf.shareToday')}</th>
            <th scope="col" className={styles.head}>{t('levels.whatIf.shareThen')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ type, metric, of, today, proposed }) => {
            const tone = proposed.missed < today.missed ? styles.better : proposed.missed > today.missed ? styles.worse : undefined;
            const label = [of === undefined ? undefined : nameOf(of), t(`metric.${metric}`), type === 'sla' ? undefined : t(`levels.type.${type}`)].filter(Boolean).join(' · ');
            return (
              <tr key={`${type} ${metric} ${of}`} className={styles.row}>
                <th scope="row" className={styles.first}>{label}</th>
                <td className={styles.cell}>{t('levels.number', { value: today.met })}</td>
                <td className={styles.cell}>{t('levels.number', { value: proposed.met })}</td>
                <td className={styles.cell}>{t('levels.number', { value: today.missed })}</td>
                <td className={`${styles.cell} ${tone ?? ''}`}>{t('levels.number', { value: proposed.missed })}</td>
                <td className={styles.cell}>{shareText(today.met, today.met + today.missed, language)}</td>
                <td className={`${styles.cell} ${tone ?? ''}`}>{shareText(proposed.met, proposed.met + proposed.missed, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      )}
      {!isAll && still.length > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
          {t('levels.whatIf.sameRows', { count: still.length })}
        </Button>
      )}
    </div>
  );
}
