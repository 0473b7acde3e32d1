import { Combobox, makeStyles, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useSession } from '../../lib/session';
import { valueText, type ConditionField } from './condition-field';

const useStyles = makeStyles({
  root: { minWidth: 0, width: '100%' },
  list: { maxHeight: '320px' },
});

interface Props {
  readonly label: string;
  readonly field: ConditionField;
  readonly fields: readonly ConditionField[];
  readonly values: readonly string[];
  readonly isInvalid?: boolean;
  onChange(values: readonly string[]): void;
}

/** Several values to type ahead for; where anything may be written, Enter takes what is typed. */
export function ValuePicker({ label, field, fields, values, isInvalid = false, onChange }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const [query, setQuery] = useState<string>();
  const own = values.filter((value) => !field.options.some((option) => option.value === value)).map((value) => ({ value, text: valueText(fields, field.name, value, t) }));
  const words = (query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const options = [...field.options, ...own].filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)));
  const typed = field.isFree && query?.trim() && ![...field.options, ...own].some(({ text }) => text.toLowerCase() === query.trim().toLowerCase()) ? query.trim() : undefined;
  return (
    <Combobox
      multiselect
      className={styles.root}
      aria-label={label}
      aria-invalid={isInvalid}
      placeholder={t(field.isFree ? 'register.condition.type' : 'register.condition.pick')}
      value={query ?? values.map((value) => valueText(fields, field.name, value, t)).join(', ')}
      selectedOptions={[...values]}
      listbox={{ className: styles.list }}
      onChange={(event) => setQuery(event.target.value)}
      onOptionSelect={(_event, data) => {
        setQuery(undefined);
        onChange(data.selectedOptions);
      }}
      onOpenChange={(_event, { open }) => setQuery(open ? '' : undefined)}
      onBlur={() => setQuery(undefined)}
    >
      {options.map(({ value, text }) => (
        <Option key={value} value={value} text={text}>
          {text}
        </Option>
      ))}
      {typed && (
        <Option key={`+${typed}`} value={typed} text={typed}>
          {t('register.condition.take', { value: typed })}
        </Option>
      )}
      {options.length === 0 && !typed && (
        <Option value="" text="" disabled>
          {t(field.isFree ? 'register.condition.type' : 'tab.nothingFound')}
        </Option>
      )}
    </Combobox>
  );
}
