import { Field as FluentField, makeStyles, tokens } from '@fluentui/react-components';
import type { Field, Schema } from '../../../../shared/kernel';
import { isVisible } from '../../../../shared/kernel/schema';
import { useSession } from '../../lib/session';
import { labelText } from '../../lib/texts';
import { FieldControl } from './FieldControl';
import type { FieldHints, Values } from './types';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
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
  const isAsked = (name: string): boolean => !hints[name]?.isHidden && !hints[name]?.isFixed;
  return Object.entries(schema).filter(([name, field]) => field.kind !== 'structured' && isAsked(name) && isVisible(field, values));
}

/** A form drawn from a schema: the same description that checks the input on the server. */
export function SchemaForm({ schema, values, problems, hints = {}, isDisabled = false, onChange }: Props) {
  const styles = useStyles();
  const { language, t } = useSession();
  return (
    <div className={styles.form}>
      {visibleFields(schema, values, hints).map(([name, field]) => {
        const own = hints[name] ?? NO_HINTS;
        const problem = problems[name];
        const help = own.isLocked ? t('tab.locked') : own.help ?? (field.help && labelText(field.help, language, t));
        return (
          <FluentField
            key={name}
            label={own.label ?? labelText(field.label, language, t)}
            required={own.isRequired ?? field.required ?? false}
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
