import { Dropdown, Field, makeStyles, mergeClasses, Option } from '@fluentui/react-components';

const useStyles = makeStyles({ root: { minWidth: '120px' }, control: { minWidth: 0 } });

interface Choice {
  readonly value: string;
  readonly text: string;
}

interface Props {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly className?: string;
  onChange(value: string): void;
}

/** One of few. */
export function Pick({ label, choices, value, className, onChange }: Props) {
  const styles = useStyles();
  return (
    <Field label={label} size="small" className={mergeClasses(styles.root, className)}>
      <Dropdown
        className={styles.control}
        value={choices.find((choice) => choice.value === value)?.text ?? ''}
        selectedOptions={[value]}
        onOptionSelect={(_event, data) => data.optionValue !== undefined && onChange(data.optionValue)}
      >
        {choices.map((choice) => (
          <Option key={choice.value} value={choice.value}>
            {choice.text}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

interface SeveralProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  readonly className?: string;
  readonly size?: 'small' | 'medium';
  onChange(values: readonly string[]): void;
}

/** Several of few. */
export function PickSeveral({ label, placeholder, hint, choices, values, className, size = 'small', onChange }: SeveralProps) {
  const styles = useStyles();
  const inOrder = (chosen: readonly string[]): readonly string[] => choices.filter(({ value }) => chosen.includes(value)).map(({ value }) => value);
  return (
    <Field label={label} size={size} className={mergeClasses(styles.root, className)} hint={hint ?? null}>
      <Dropdown
        multiselect
        className={styles.control}
        {...(placeholder && { placeholder })}
        value={choices.filter(({ value }) => values.includes(value)).map(({ text }) => text).join(', ')}
        selectedOptions={[...values]}
        onOptionSelect={(_event, data) => onChange(inOrder(data.selectedOptions))}
      >
        {choices.map((choice) => (
          <Option key={choice.value} value={choice.value}>
            {choice.text}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
