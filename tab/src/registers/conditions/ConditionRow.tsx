import { Button, Dropdown, makeStyles, Option, Tooltip } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import type { Condition } from '../../../../shared/kernel';
import { useText } from '../../lib/session';
import type { ConditionField } from './condition-field';
import { ValuePicker } from './ValuePicker';

const useStyles = makeStyles({
  root: {
    display: 'grid', gridTemplateColumns: 'minmax(140px, 1fr) 104px minmax(180px, 2fr) 32px', gap: '8px', alignItems: 'center',
    '@media (max-width: 639px)': { gridTemplateColumns: '1fr 104px 32px' },
  },
  pick: { minWidth: 0 },
  values: { minWidth: 0, '@media (max-width: 639px)': { gridColumn: '1 / -1', gridRow: 2 } },
});

interface Props {
  readonly condition: Condition;
  readonly fields: readonly ConditionField[];
  onChange(condition: Condition): void;
  onRemove(): void;
}

/** One comparison: what, is or is not, which values. */
export function ConditionRow({ condition, fields, onChange, onRemove }: Props) {
  const styles = useStyles();
  const t = useText();
  const { field: name, is, isNot } = condition;
  const field: ConditionField = fields.find((candidate) => candidate.name === name) ?? { name, label: name, options: [], isFree: true };
  const isNegated = isNot !== undefined;
  const values = isNot ?? is ?? [];
  const change = (fieldName: string, negated: boolean, chosen: readonly string[]): void => onChange({ field: fieldName, ...(negated ? { isNot: chosen } : { is: chosen }) });
  const { label, Picker } = field;
  return (
    <div className={styles.root} role="group" aria-label={label}>
      <Dropdown
        className={styles.pick}
        aria-label={t('register.condition.field')}
        value={label}
        selectedOptions={[name]}
        onOptionSelect={(_event, data) => data.optionValue && data.optionValue !== name && change(data.optionValue, isNegated, [])}
      >
        {fields.map((option) => (
          <Option key={option.name} value={option.name}>
            {option.label}
          </Option>
        ))}
      </Dropdown>
      <Dropdown
        className={styles.pick}
        aria-label={t('register.condition.comparison')}
        value={t(isNegated ? 'register.condition.isNotWord' : 'register.condition.isWord')}
        selectedOptions={[isNegated ? 'isNot' : 'is']}
        onOptionSelect={(_event, data) => change(name, data.optionValue === 'isNot', values)}
      >
        <Option value="is">{t('register.condition.isWord')}</Option>
        <Option value="isNot">{t('register.condition.isNotWord')}</Option>
      </Dropdown>
      <div className={styles.values}>
        {Picker ? (
          <Picker label={t('register.condition.values', { field: label })} values={values} onChange={(chosen) => change(name, isNegated, chosen)} />
        ) : (
          <ValuePicker label={t('register.condition.values', { field: label })} field={field} fields={fields} values={values} onChange={(chosen) => change(name, isNegated, chosen)} />
        )}
      </div>
      <Tooltip content={t('register.condition.remove', { field: label })} relationship="label">
        <Button appearance="subtle" icon={<Dismiss20Regular />} onClick={onRemove} />
      </Tooltip>
    </div>
  );
}
