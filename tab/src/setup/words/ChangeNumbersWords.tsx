import { makeStyles, tokens } from '@fluentui/react-components';
import { RISK_RULES, withDefaults, type ChangeSettings } from '../../../../shared/catalog/change-settings-schema';
import { RiskMark } from '../../changes/marks';
import { useSession } from '../../lib/session';
import { RiskMatrix } from './RiskMatrix';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '16px' },
  part: { display: 'flex', flexDirection: 'column', gap: '6px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  points: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))', gap: '4px 32px', margin: 0 },
  row: { display: 'flex', justifyContent: 'space-between', gap: '12px' },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  levels: { display: 'flex', flexWrap: 'wrap', gap: '6px 20px', margin: 0, padding: 0, listStyle: 'none' },
  level: { display: 'flex', alignItems: 'center', gap: '8px' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
});

/** How changes are judged here, in full: also what is as it comes. */
export function ChangeNumbersWords({ value }: { readonly value: Partial<ChangeSettings> | undefined }) {
  const styles = useStyles();
  const { t } = useSession();
  const { points, thresholds, matrix, confirmFrom, toleranceMinutes, reviewDays, samplePercent } = withDefaults(value);
  return (
    <div className={styles.root} data-testid="change-numbers">
      <div className={styles.part}>
        <h3 className={styles.title}>{t('setup.settings.points')}</h3>
        <dl className={styles.points}>
          {RISK_RULES.map((rule) => (
            <div key={rule} className={styles.row}>
              <dt>{t(`riskRule.${rule}`)}</dt>
              <dd className={styles.value}>{points[rule]}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={styles.part}>
        <h3 className={styles.title}>{t('setup.settings.thresholds')}</h3>
        <ul className={styles.levels}>
          {(['moderate', 'high', 'veryHigh'] as const).map((level) => (
            <li key={level} className={styles.level}>
              <RiskMark risk={level} />
              {thresholds[level]}
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.part}>
        <h3 className={styles.title}>{t('setup.settings.matrix')}</h3>
        <RiskMatrix matrix={matrix} cell={({ result }) => <RiskMark risk={result} />} />
      </div>
      <ul className={styles.list}>
        <li>{confirmFrom === 'never' ? t('setup.settings.confirms.never') : t('setup.settings.confirms', { risk: t(`risk.${confirmFrom}`) })}</li>
        <li>{t('setup.settings.tolerates', { minutes: toleranceMinutes })}</li>
        <li>{t('setup.settings.reviews', { days: reviewDays })}</li>
        <li>{t('setup.settings.samples', { percent: samplePercent })}</li>
      </ul>
    </div>
  );
}
