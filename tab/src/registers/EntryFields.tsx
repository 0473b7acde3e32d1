import { Field as FluentField, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import type { Field, Schema } from '../../../shared/kernel';
import { isAsked } from '../../../shared/kernel/schema';
import { useSession } from '../lib/session';
import { labelText } from '../lib/texts';
import { Sheet } from '../parts/Sheet';
import { FieldControl } from '../parts/schema-form/FieldControl';
import type { FieldHints } from '../parts/schema-form/types';
import { usePeopleNames } from './names';
import type { Draft, EntryForm } from './use-entry-form';

/** Fields that belong together. */
export interface FormSection {
  /** Text key; absent where the one control says itself what it is. */
  readonly title?: string;
  readonly hint?: string;
  readonly fields: readonly string[];
}

/** What a control of its own gets; it says what is wrong with its field itself. */
export interface OwnControlProps {
  readonly value: unknown;
  /** The whole entry as it is being edited. */
  readonly draft: Draft;
  readonly problem: string | undefined;
  onChange(value: unknown): void;
}

interface OwnControl {
  readonly Control: ComponentType<OwnControlProps>;
  /** It stands below a label as every other control; others are panels of their own. */
  readonly isLabelled?: boolean;
}

/** Controls for fields that need more than the kind of the field says. */
export type OwnControls = Readonly<Record<string, OwnControl>>;

const useStyles = makeStyles({
  grid: { display: 'grid', alignItems: 'start', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))', gap: '14px 24px' },
  whole: { gridColumn: '1 / -1' },
});

interface Props {
  readonly schema: Schema;
  readonly sections: readonly FormSection[];
  readonly form: EntryForm;
  readonly controls?: OwnControls;
  readonly hints?: Readonly<Record<string, FieldHints>>;
}

const NONE = {};

/** The form of an entry, drawn from the schema that the server checks it by. */
export function EntryFields({ schema, sections, form, controls = NONE, hints = NONE }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  return sections.map(({ title, hint, fields }) => (
    <Sheet key={fields.join()} {...(title && { title: t(title) })} {...(hint && { hint: t(hint) })}>
      <div className={styles.grid}>
        {fields.map((name) => {
          const field = schema[name];
          if (!field || !isAsked(schema, name, form.draft)) return null;
          const own = controls[name];
          if (own && !own.isLabelled) {
            return (
              <div key={name} className={styles.whole} data-field={name}>
                <own.Control value={form.draft[name]} draft={form.draft} problem={form.problems[name]} onChange={(value) => form.set(name, value)} />
              </div>
            );
          }
          return <Cell key={name} name={name} field={field} form={form} own={own} hints={hints[name] ?? NONE} />;
        })}
      </div>
    </Sheet>
  ));
}

interface CellProps {
  readonly name: string;
  readonly field: Field;
  readonly form: EntryForm;
  readonly own: OwnControl | undefined;
  readonly hints: FieldHints;
}

const asIds = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' && value ? [value] : []);

function Cell({ name, field, form, own, hints }: CellProps) {
  const styles = useStyles();
  const { t, language } = useSession();
  const problem = form.problems[name];
  const value = form.draft[name];
  const isPeople = field.kind === 'person' || field.kind === 'people';
  const names = usePeopleNames(isPeople ? asIds(value) : []);
  // A picker takes the names it shows when it is first drawn.
  const key = names === undefined ? 'waiting' : 'ready';
  return (
    <FluentField
      className={mergeClasses(field.kind === 'paragraph' && styles.whole)}
      label={hints.label ?? labelText(field.label, language, t)}
      required={field.required ?? false}
      hint={hints.help ?? (field.help ? labelText(field.help, language, t) : null)}
      validationMessage={problem ?? null}
      validationState={problem ? 'error' : 'none'}
      data-field={name}
    >
      {own ? (
        <own.Control value={value} draft={form.draft} problem={problem} onChange={(next) => form.set(name, next)} />
      ) : (
        <FieldControl
          key={key} name={name} field={field} value={value} hints={isPeople ? { ...hints, names: names ?? NONE } : hints} isDisabled={form.isSaving}
          onChange={(next) => form.set(name, next)}
        />
      )}
    </FluentField>
  );
}
