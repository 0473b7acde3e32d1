import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { Words } from '../../../../shared/catalog/plan-schema';
import { useText } from '../../lib/session';

const useStyles = makeStyles({ root: { display: 'flex', flexWrap: 'wrap', gap: '8px', flexGrow: 1, minWidth: 'min(100%, 220px)' }, cell: { flexGrow: 1, flexBasis: '160px', minWidth: 0 } });

interface Props {
  readonly label: string;
  readonly value: Words;
  onChange(value: Words): void;
}

/** The same words in both languages, side by side. */
export function WordsInput({ label, value, onChange }: Props) {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={styles.root}>
      <Field className={styles.cell} size="small" label={label}>
        <Input size="small" value={value.en} onChange={(_event, data) => onChange({ ...value, en: data.value })} />
      </Field>
      <Field className={styles.cell} size="small" label={t('setup.plan.german', { label })}>
        <Input size="small" value={value.de ?? ''} onChange={(_event, data) => onChange({ en: value.en, ...(data.value && { de: data.value }) })} />
      </Field>
    </div>
  );
}
