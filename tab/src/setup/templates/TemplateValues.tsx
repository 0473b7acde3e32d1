import { makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import type { TemplateView } from '../../../../shared/change-templates/change-template-views';
import { useSession } from '../../lib/session';
import { labelText } from '../../lib/texts';
import { Sheet } from '../../parts/Sheet';
import { FieldValue, isEmpty } from '../../registers/FieldValue';
import { VALUE_FIELDS, VALUE_GROUPS } from './fields';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(140px, max-content) minmax(0, 1fr)', gap: '8px 24px', margin: 0, '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '2px' } },
  term: { display: 'flex', alignItems: 'flex-start', gap: '4px', color: tokens.colorNeutralForeground3 },
  lock: { flexShrink: 0, marginTop: '2px', color: tokens.colorBrandForeground1 },
  value: { margin: 0, minWidth: 0 },
});

/** What changes made from a template start with, and which of it is fixed. */
export function TemplateValues({ template }: { readonly template: TemplateView }) {
  const { values, lockedFields } = template;
  return VALUE_GROUPS.map(({ title, fields }) => <Group key={title} title={title} fields={fields.filter((name) => !isEmpty(values[name]))} values={values} locked={lockedFields} />);
}

interface GroupProps {
  readonly title: string;
  readonly fields: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly locked: readonly string[];
}

function Group({ title, fields, values, locked }: GroupProps) {
  const styles = useStyles();
  const { t, language } = useSession();
  if (fields.length === 0) return null;
  return (
    <Sheet title={t(title)}>
      <dl className={styles.root}>
        {fields.map((name) => {
          const field = VALUE_FIELDS[name];
          return (
            field && (
              <div key={name} style={{ display: 'contents' }}>
                <dt className={styles.term} {...(locked.includes(name) && { 'data-locked': name })}>
                  {labelText(field.label, language, t)}
                  {locked.includes(name) && (
                    <Tooltip content={t('setup.templates.locked')} relationship="label">
                      <span className={styles.lock} role="img" tabIndex={0}>
                        <LockClosed16Regular />
                      </span>
                    </Tooltip>
                  )}
                </dt>
                <dd className={styles.value}>
                  <FieldValue field={field} value={values[name]} />
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </Sheet>
  );
}
