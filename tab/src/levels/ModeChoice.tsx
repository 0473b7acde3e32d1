import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  help: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export interface Mode {
  readonly value: string;
  readonly text: string;
  /** What follows from it, in one sentence. */
  readonly help: string;
}

interface Props {
  readonly name: string;
  readonly label: string;
  readonly modes: readonly Mode[];
  readonly value: string | undefined;
  readonly isRequired?: boolean;
  readonly problem?: string | undefined;
  onChange(value: string): void;
}

/** A choice between few ways, each with its consequence. */
export function ModeChoice({ name, label, modes, value, isRequired = false, problem, onChange }: Props) {
  const styles = useStyles();
  return (
    <Field label={label} required={isRequired} validationMessage={problem ?? null} validationState={problem ? 'error' : 'none'} data-field={name}>
      <RadioGroup name={name} value={value ?? ''} onChange={(_event, data) => onChange(data.value)}>
        {modes.map((mode) => (
          <Radio
            key={mode.value}
            value={mode.value}
            label={
              <>
                {mode.text}
                <span className={styles.help}>{mode.help}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
