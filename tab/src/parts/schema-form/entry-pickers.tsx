import { Tag, TagGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { useSession } from '../../lib/session';
import { useEntryNames, useFoundEntries, type Entry } from './entries';
import { Pick, usePickerStyles, type Choice } from './pickers';
import type { FieldProps } from './types';

/** What tells entries of the same name apart, in the reader's words. */
function useDetail(of: string): (entry: Entry) => string {
  const { t } = useSession();
  return (entry) => {
    const words = [entry.class && t(`itemClass.${String(entry.class)}`), entry.environment && t(`environment.${String(entry.environment)}`), entry.tier && t(`tier.${String(entry.tier)}`)];
    const parts = words.filter((word): word is string => typeof word === 'string');
    return parts.length > 0 ? parts.join(', ') : of === 'changeTemplates' && typeof entry.purpose === 'string' ? entry.purpose.slice(0, 80) : '';
  };
}

function useChoices({ field, hints }: FieldProps, query: string): readonly (Choice & { readonly entry: Entry })[] {
  const { language } = useSession();
  const of = field.of ?? '';
  const detail = useDetail(of);
  const found = useFoundEntries(of, query);
  return found
    .filter((entry) => hints.accepts?.(entry) ?? true)
    .map((entry) => ({ id: entry.id, name: (language === 'de' && entry.nameDe) || entry.name, detail: detail(entry), entry }));
}

/** One entry of a register. */
export function EntryPicker(props: FieldProps) {
  const [query, setQuery] = useState('');
  const choices = useChoices(props, query);
  const value = typeof props.value === 'string' ? props.value : '';
  const names = useEntryNames(props.field.of ?? '', value ? [value] : [], props.hints.names);
  return <Pick {...props} choices={choices} chosenName={value ? (names[value] ?? value) : undefined} isFiltered onQuery={setQuery} />;
}

/** Several entries of a register. */
export function EntriesPicker(props: FieldProps) {
  const styles = usePickerStyles();
  const { t } = useSession();
  const [query, setQuery] = useState('');
  const ids = Array.isArray(props.value) ? (props.value as string[]) : [];
  const names = useEntryNames(props.field.of ?? '', ids, props.hints.names);
  const choices = useChoices(props, query).filter(({ id }) => !ids.includes(id));
  const max = props.field.max;
  const isFull = max !== undefined && ids.length >= max;
  return (
    <div>
      {ids.length > 0 && (
        <TagGroup className={styles.tags} onDismiss={(_event, data) => props.onChange(ids.filter((id) => id !== data.value))}>
          {ids.map((id) => (
            <Tag key={id} value={id} size="small" disabled={props.isDisabled} dismissible={!props.isDisabled} {...(!props.isDisabled && { dismissIcon: { 'aria-label': t('tab.remove') } })}>
              {names[id] ?? id}
            </Tag>
          ))}
        </TagGroup>
      )}
      <Pick
        {...props}
        value=""
        isDisabled={props.isDisabled || isFull}
        choices={choices}
        chosenName={undefined}
        isFiltered
        onQuery={setQuery}
        onChange={(id) => {
          if (id && !ids.includes(id as string)) props.onChange([...ids, id]);
        }}
      />
    </div>
  );
}
