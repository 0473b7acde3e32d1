import { Field, makeStyles, mergeClasses, ToggleButton, tokens, Tooltip } from '@fluentui/react-components';
import { LockClosed20Filled } from '@fluentui/react-icons/svg/lock-closed';
import { LockOpen20Regular } from '@fluentui/react-icons/svg/lock-open';
import { isAsked } from '../../../../shared/kernel/schema';
import { useSession } from '../../lib/session';
import { labelText } from '../../lib/texts';
import { FieldControl } from '../../parts/schema-form/FieldControl';
import { Sheet } from '../../parts/Sheet';
import { usePeopleNames } from '../../registers/names';
import type { EntryForm } from '../../registers/use-entry-form';
import { EditorProblem } from '../editors/EditorProblem';
import { isLockable, VALUE_FIELDS, VALUE_GROUPS } from './fields';

const useStyles = makeStyles({
  grid: { display: 'grid', alignItems: 'start', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))', gap: '14px 24px' },
  cell: { display: 'flex', alignItems: 'flex-start', gap: '6px', minWidth: 0 },
  whole: { gridColumn: '1 / -1' },
  field: { flexGrow: 1, minWidth: 0 },
  lock: { marginTop: '24px', flexShrink: 0 },
  locked: { color: tokens.colorBrandForeground1 },
});

type Values = Readonly<Record<string, unknown>>;

/** What changes made from a template start with; a closed lock fixes a field for all of them. */
export function ValuesEditor({ form }: { readonly form: EntryForm }) {
  const styles = useStyles();
  const { t, language } = useSession();
  const values = (form.draft['values'] ?? {}) as Values;
  const locked = (form.draft['lockedFields'] ?? []) as readonly string[];
  const names = usePeopleNames(typeof values['implementerId'] === 'string' && values['implementerId'] ? [values['implementerId']] : []);
  const toggle = (name: string): void => form.set('lockedFields', locked.includes(name) ? locked.filter((entry) => entry !== name) : [...locked, name]);
  const { values: whole, ...problems } = form.problems;
  const hasParts = Object.keys(problems).some((name) => name.startsWith('values.'));
  return (
    <>
      {VALUE_GROUPS.map(({ title, fields }) => (
        <Sheet key={title} title={t(title)} {...(title === 'setup.templates.what' && { hint: t('setup.templates.values.help') })}>
          <div className={styles.grid}>
            {fields.map((name) => {
              const field = VALUE_FIELDS[name];
              if (!field || !isAsked(VALUE_FIELDS, name, values)) return null;
              const label = labelText(field.label, language, t);
              const isLocked = locked.includes(name);
              const problem = problems[`values.${name}`];
              return (
                <div key={name} className={mergeClasses(styles.cell, field.kind === 'paragraph' && styles.whole)} data-field={`values.${name}`}>
                  <Field className={styles.field} label={label} validationMessage={problem ?? null} validationState={problem ? 'error' : 'none'} hint={field.help ? labelText(field.help, language, t) : null}>
                    <FieldControl
                      name={name} field={field} value={values[name]} hints={name === 'implementerId' ? { names: names ?? {} } : {}} isDisabled={form.isSaving}
                      onChange={(value) => form.set('values', { ...values, [name]: value })}
                    />
                  </Field>
                  {isLockable(name) && (
                    <Tooltip content={t(isLocked ? 'setup.templates.unlock' : 'setup.templates.lock', { field: label })} relationship="label">
                      <ToggleButton
                        appearance="subtle" className={mergeClasses(styles.lock, isLocked && styles.locked)} checked={isLocked} icon={isLocked ? <LockClosed20Filled /> : <LockOpen20Regular />}
                        onClick={() => toggle(name)}
                      />
                    </Tooltip>
                  )}
                </div>
              );
            })}
          </div>
        </Sheet>
      ))}
      <EditorProblem text={hasParts ? undefined : whole} />
    </>
  );
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Values without those that say nothing. */
export function cleanValues(values: Values | undefined): Values {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => !isNothing(value)));
}
