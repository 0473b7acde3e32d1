import { makeStyles, tokens } from '@fluentui/react-components';
import type { Schema } from '../../../shared/kernel';
import { useSession } from '../lib/session';
import { labelText } from '../lib/texts';
import { FieldValue, isEmpty } from './FieldValue';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)', gap: '8px 24px', margin: 0, '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '2px' } },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, '@media (max-width: 639px)': { marginBottom: '8px' } },
});

interface Props {
  readonly schema: Schema;
  readonly values: Readonly<Record<string, unknown>>;
  /** In this order; what is empty is left out. */
  readonly fields: readonly string[];
}

/** Fields of an entry with their values. */
export function Facts({ schema, values, fields }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const known = fields.flatMap((name) => {
    const field = schema[name];
    return field && !isEmpty(values[name]) && values[name] !== false ? [{ name, field }] : [];
  });
  if (known.length === 0) return null;
  return (
    <dl className={styles.root}>
      {known.map(({ name, field }) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt className={styles.term}>{labelText(field.label, language, t)}</dt>
          <dd className={styles.value} data-fact={name}>
            <FieldValue field={field} value={values[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
