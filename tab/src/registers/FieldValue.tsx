import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Field } from '../../../shared/kernel';
import { useDates } from '../lib/now';
import { useSession } from '../lib/session';
import { labelText } from '../lib/texts';
import { EntryOf, GroupOf, PersonOf } from './names';

const SHOWN = 12;

const useStyles = makeStyles({
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '78ch' },
  list: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 14px', margin: 0, padding: 0, listStyle: 'none' },
  none: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly field: Field;
  readonly value: unknown;
}

/** Is there nothing to show? */
export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const asList = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : [String(value)]);

/** A value of a field as people read it: names instead of ids, words instead of codes. Structured fields have words of their own. */
export function FieldValue({ field, value }: Props) {
  const styles = useStyles();
  const { t, language, config } = useSession();
  const dates = useDates();
  if (isEmpty(value)) return <span className={styles.none}>{t('tab.none')}</span>;
  const optionText = (chosen: string): string => {
    const option = field.options?.find((entry) => entry.value === chosen);
    return option ? labelText(option.label, language, t) : chosen;
  };
  switch (field.kind) {
    case 'choice':
      return optionText(String(value));
    case 'multiChoice':
      return asList(value).map(optionText).join(', ');
    case 'yesNo':
      return t(value === true ? 'answer.yes' : 'answer.no');
    case 'number':
      return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : String(value);
    case 'dateTime':
      return dates.exact(String(value));
    case 'person':
      return <PersonOf id={String(value)} />;
    case 'group':
      return <GroupOf id={String(value)} />;
    case 'category':
      return config.categories.find(({ id }) => id === value)?.path ?? String(value);
    case 'people':
      return <Several ids={asList(value)} draw={(id) => <PersonOf id={id} />} />;
    case 'entry':
    case 'entries':
      return <Several ids={asList(value)} draw={(id) => <EntryOf practice={field.of ?? ''} id={id} />} />;
    default:
      return <p className={styles.text}>{String(value)}</p>;
  }
}

/** Names beside each other; many of them on demand. */
export function Several({ ids, draw }: { readonly ids: readonly string[]; draw(id: string): ReactNode }) {
  const styles = useStyles();
  const { t } = useSession();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? ids : ids.slice(0, SHOWN);
  return (
    <ul className={styles.list}>
      {shown.map((id) => (
        <li key={id}>{draw(id)}</li>
      ))}
      {shown.length < ids.length && (
        <li>
          <Button size="small" onClick={() => setAll(true)}>
            {t('tab.more', { count: ids.length - shown.length })}
          </Button>
        </li>
      )}
    </ul>
  );
}
