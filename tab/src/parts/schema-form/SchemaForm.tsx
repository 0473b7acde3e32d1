import { Field as FluentField, makeStyles, tokens } from '@fluentui/react-components';
import type { Field, Schema } from '../../../../shared/kernel';
import { askedFields, isRequired } from '../../../../shared/kernel/schema';
import { useSession } from '../../lib/session';
import { labelText } from '../../lib/texts';
import { PlainText } from '../PlainText';
import { FieldControl } from './FieldControl';
import type { FieldHints, Values } from './types';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  information: { margin: 0, color: tokens.colorNeutralForeground2, whiteSpace: 'pre-line' },
});

interface Props {
  readonly schema: Schema;
  readonly values: Values;
  /** Field -> what is wrong with it, in words. */
  readonly problems: Readonly<Record<string, string>>;
  readonly hints?: Readonly<Record<string, FieldHints>>;
  readonly isDisabled?: boolean;
  onChange(values: Values): void;
}

const NO_HINTS: FieldHints = {};
/** The fields that are asked for now, given the answers so far. */
export function visibleFields(schema: Schema, values: Values, hints: Readonly<Record<string, FieldHints>> = {}): readonly (readonly [string, Field])[] {
  const isShown = (name: string): boolean => !hints[name]?.isHidden && !hints[name]?.isFixed;
  const { names } = askedFields(schema, values);
  return Object.entries(schema).filter(([name, field]) => field.kind !== 'structured' && isShown(name) && names.has(name));
}

/** A form drawn from a schema: the same description that checks the input on the server. */
export function SchemaForm({ schema, values, problems, hints = {}, isDisabled = false, onChange }: Props) {
  const styles = useStyles();
  const { language, t } = useSession();
  const asked = askedFields(schema, values);
  return (
    <div className={styles.form}>
      {visibleFields(schema, values, hints).map(([name, field]) => {
        const own = hints[name] ?? NO_HINTS;
        if (field.kind === 'information') return <p key={name} className={styles.information}><PlainText text={labelText(field.label, language, t)} /></p>;
        const problem = problems[name];
        const help = own.isLocked ? t('tab.locked') : own.help ?? (field.help && labelText(field.help, language, t));
        return (
          <FluentField
            key={name}
            label={own.label ?? labelText(field.label, language, t)}
            required={own.isRequired ?? isRequired(field, asked)}
            hint={help ?? null}
            validationMessage={problem ?? null}
            validationState={problem ? 'error' : 'none'}
            data-field={name}
          >
            <FieldControl
              name={name}
              field={field}
              value={values[name]}
              hints={own}
              isDisabled={isDisabled || own.isLocked === true}
              onChange={(value) => onChange({ ...values, [name]: value })}
            />
          </FluentField>
        );
      })}
    </div>
  );
}
