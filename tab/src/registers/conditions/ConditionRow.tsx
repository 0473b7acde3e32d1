import { Button, Dropdown, Input, makeStyles, Option, Tooltip } from '@fluentui/react-components';
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
  const known: ConditionField = fields.find((candidate) => candidate.name === name) ?? { name, label: name, options: [], isFree: true };
  const field: ConditionField = known.isNumber ? { ...known, isFree: true } : known;
  const isNegated = isNot !== undefined;
  const values = isNot ?? is ?? [];
  const change = (fieldName: string, negated: boolean, chosen: readonly string[]): void => onChange({ field: fieldName, ...(negated ? { isNot: chosen } : { is: chosen }) });
  const { label, Picker, isNumber } = field;
  // That nothing is there can be compared with, too, but for sentences that are so or are not.
  const hasNothing = field.isTruth === true || field.options.some(({ value }) => value === '');
  const offered: ConditionField = hasNothing ? field : { ...field, options: [...field.options, { value: '', text: t('register.condition.nothing') }] };
  const bound = condition.atMost !== undefined ? 'atMost' : 'atLeast';
  // A number can also be one of several, or not be there at all; bounds of what is no number are shown as they are stored.
  const isBounded = condition[bound] !== undefined;
  const comparisons = isNumber || isBounded ? (['atLeast', 'atMost', 'is', 'isNot'] as const) : (['is', 'isNot'] as const);
  const comparison = isBounded ? bound : isNegated ? 'isNot' : 'is';
  const compare = (chosen: string | undefined): void => {
    if (chosen === 'atMost' || chosen === 'atLeast') onChange({ field: name, [chosen]: condition[bound] ?? 1 });
    else change(name, chosen === 'isNot', values);
  };
  const look = (fieldName: string): void => {
    if (fields.find((option) => option.name === fieldName)?.isNumber) onChange({ field: fieldName, atLeast: 1 });
    else change(fieldName, isNegated, []);
  };
  return (
    <div className={styles.root} role="group" aria-label={label}>
      <Dropdown
        className={styles.pick}
        aria-label={t('register.condition.field')}
        value={label}
        selectedOptions={[name]}
        onOptionSelect={(_event, data) => data.optionValue && data.optionValue !== name && look(data.optionValue)}
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
        value={t(`register.condition.${comparison}Word`)}
        selectedOptions={[comparison]}
        onOptionSelect={(_event, data) => compare(data.optionValue)}
      >
        {comparisons.map((option) => (
          <Option key={option} value={option}>
            {t(`register.condition.${option}Word`)}
          </Option>
        ))}
      </Dropdown>
      <div className={styles.values}>
        {isBounded ? (
          <Input type="number" aria-label={t('register.condition.values', { field: label })} value={String(condition[bound] ?? 1)} onChange={(_event, data) => onChange({ field: name, [bound]: Number(data.value) || 0 })} />
        ) : Picker ? (
          <Picker label={t('register.condition.values', { field: label })} values={values} onChange={(chosen) => change(name, isNegated, chosen)} />
        ) : (
          <ValuePicker label={t('register.condition.values', { field: label })} field={offered} fields={fields} values={values} onChange={(chosen) => change(name, isNegated, chosen)} />
        )}
      </div>
      <Tooltip content={t('register.condition.remove', { field: label })} relationship="label">
        <Button appearance="subtle" icon={<Dismiss20Regular />} onClick={onRemove} />
      </Tooltip>
    </div>
  );
}
