import { Dropdown, Field, Input, makeStyles, Option } from '@fluentui/react-components';
import { ATTAINMENT_GROUPINGS } from '../../../../shared/sla/attainment-views';
import { METRICS } from '../../../../shared/sla/agreement-schema';
import { useRoute } from '../../lib/router';
import { useSession } from '../../lib/session';
import type { Wanted } from './use-attainment';
import { changeWanted, DEFAULT_DAYS } from './use-wanted';

const DAYS = [30, 90, 365] as const;
const OWN = 'own';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '10px 14px', alignItems: 'end' },
  pick: { minWidth: '150px' },
});

/** Period, promise and what the rows are. */
export function FilterBar({ wanted }: { readonly wanted: Wanted }) {
  const styles = useStyles();
  const { t } = useSession();
  const { query } = useRoute();
  const { from, to, by, metric } = wanted;
  const isOwn = query.has('from');
  const days = Number(query.get('days')) || DEFAULT_DAYS;
  const period = isOwn ? OWN : String(days);
  return (
    <div className={styles.root} role="group" aria-label={t('tab.filters')}>
      <Field label={t('levels.attainment.period')}>
        <Dropdown
          className={styles.pick}
          value={isOwn ? t('levels.attainment.ownPeriod') : t('levels.lastDays', { days })}
          selectedOptions={[period]}
          onOptionSelect={(_event, { optionValue = '' }) => changeWanted(optionValue === OWN ? { days: '', from, to } : { days: optionValue, from: '', to: '' })}
        >
          {DAYS.map((value) => (
            <Option key={value} value={String(value)}>
              {t('levels.lastDays', { days: value })}
            </Option>
          ))}
          <Option value={OWN}>{t('levels.attainment.ownPeriod')}</Option>
        </Dropdown>
      </Field>
      {isOwn && (
        <>
          <Field label={t('levels.attainment.from')}>
            <Input type="date" value={from} max={to} onChange={(_event, data) => data.value && changeWanted({ from: data.value, to })} />
          </Field>
          <Field label={t('levels.attainment.to')}>
            <Input type="date" value={to} min={from} onChange={(_event, data) => data.value && changeWanted({ from, to: data.value })} />
          </Field>
        </>
      )}
      <Field label={t('levels.attainment.promise')}>
        <Dropdown
          className={styles.pick}
          value={metric ? t(`metric.${metric}`) : t('levels.attainment.allMetrics')}
          selectedOptions={[metric ?? '']}
          onOptionSelect={(_event, { optionValue = '' }) => changeWanted({ metric: optionValue })}
        >
          <Option value="">{t('levels.attainment.allMetrics')}</Option>
          {METRICS.map((value) => (
            <Option key={value} value={value}>
              {t(`metric.${value}`)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label={t('levels.attainment.rows')}>
        <Dropdown className={styles.pick} value={t(`attainmentBy.${by}`)} selectedOptions={[by]} onOptionSelect={(_event, { optionValue = '' }) => changeWanted({ by: optionValue })}>
          {ATTAINMENT_GROUPINGS.map((value) => (
            <Option key={value} value={value}>
              {t(`attainmentBy.${value}`)}
            </Option>
          ))}
        </Dropdown>
      </Field>
    </div>
  );
}
