import { Combobox, makeStyles, Option, Persona, Tag, TagGroup, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { readId } from '../../../../shared/kernel/ids';
import type { PersonOption } from '../../lib/api-types';
import { useSession } from '../../lib/session';
import { PersonName } from '../PersonName';
import type { FieldProps } from './types';

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly detail?: string | undefined;
}

const SHOWN = 60;
const TYPING_MS = 150;

export const usePickerStyles = makeStyles({
  option: { minWidth: 0 },
  detail: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  tags: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginBottom: '6px' },
  list: { maxHeight: '320px' },
  box: { width: '100%', minWidth: 0 },
});

interface PickProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly chosenName: string | undefined;
  /** Somebody else filters (the server); else the choices are filtered here. */
  readonly isFiltered?: boolean;
  readonly withPersona?: boolean;
  onQuery?(query: string): void;
}

/** One value to type ahead for. Leaving the field with half a word brings the chosen one back. */
export function Pick({ value, isDisabled, onChange, choices, chosenName, isFiltered, withPersona, onQuery }: PickProps) {
  const styles = usePickerStyles();
  const { t } = useSession();
  const [query, setQuery] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const words = isFiltered || query === undefined ? [] : query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = choices.filter((choice) => words.every((word) => `${choice.name} ${choice.detail ?? ''}`.toLowerCase().includes(word))).slice(0, SHOWN);
  const ask = (text: string | undefined): void => {
    setQuery(text);
    onQuery?.(text ?? '');
  };
  return (
    <Combobox
      className={styles.box}
      clearable
      disabled={isDisabled}
      placeholder={t('tab.typeToFind')}
      value={query ?? chosenName ?? ''}
      selectedOptions={typeof value === 'string' && value ? [value] : []}
      listbox={{ className: styles.list }}
      open={isOpen}
      onOpenChange={(_event, data) => setOpen(data.open)}
      onChange={(event) => {
        // Pasting opens it too.
        setOpen(true);
        ask(event.target.value);
      }}
      onOptionSelect={(_event, data) => {
        ask(undefined);
        onChange(data.optionValue);
      }}
      onBlur={() => setQuery(undefined)}
    >
      {shown.map((choice) => (
        <Option key={choice.id} value={choice.id} text={choice.name}>
          {withPersona && choice.detail ? (
            <Persona name={choice.name} secondaryText={choice.detail} size="small" avatar={{ color: 'colorful', 'aria-hidden': true }} />
          ) : withPersona ? (
            <PersonName name={choice.name} size={28} />
          ) : (
            <span className={styles.option}>
              {choice.name}
              {choice.detail && <span className={styles.detail}> {choice.detail}</span>}
            </span>
          )}
        </Option>
      ))}
      {shown.length === 0 && (
        <Option value="" text="" disabled>
          {t('tab.nothingFound')}
        </Option>
      )}
    </Combobox>
  );
}

export function GroupPicker(props: FieldProps) {
  const { config } = useSession();
  return <Pick {...props} choices={config.groups} chosenName={config.groups.find((entry) => entry.id === props.value)?.name} />;
}

export function CategoryPicker(props: FieldProps) {
  const { config } = useSession();
  const choices = config.categories.map(({ id, path }) => ({ id, name: path }));
  return <Pick {...props} choices={choices} chosenName={choices.find((entry) => entry.id === props.value)?.name} />;
}

export function OfferingPicker(props: FieldProps) {
  const { config } = useSession();
  return <Pick {...props} choices={config.offerings} chosenName={config.offerings.find((entry) => entry.id === props.value)?.name} />;
}

/** Asks the server as somebody types, a moment after the last key. */
function useFound<T>(path: (query: string) => string, query: string, isOff: boolean): readonly T[] {
  const { api } = useSession();
  const [found, setFound] = useState<readonly T[]>([]);
  const url = path(query);
  useEffect(() => {
    if (isOff) return undefined;
    const control = new AbortController();
    const timer = setTimeout(() => {
      api.get<{ items: readonly T[] }>(url, control.signal).then(({ items }) => setFound(items), () => undefined);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [api, url, isOff]);
  return found;
}

const peoplePath = (query: string): string => `/api/people?limit=20&q=${encodeURIComponent(query)}`;
const describe = ({ title, department }: PersonOption): string => [title, department].filter(Boolean).join(', ');

export function PersonPicker(props: FieldProps) {
  const { people, names } = props.hints;
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<Choice>();
  const found = useFound<PersonOption>(peoplePath, query, people !== undefined);
  const choices: readonly Choice[] = people ?? found.map((person) => ({ id: person.id, name: person.name, detail: describe(person) }));
  const value = typeof props.value === 'string' ? props.value : '';
  const chosenName = choices.find((choice) => choice.id === value)?.name ?? (picked?.id === value ? picked.name : undefined) ?? names?.[value];
  return (
    <Pick
      {...props}
      withPersona
      choices={choices}
      chosenName={value ? chosenName : undefined}
      isFiltered={people === undefined}
      onQuery={setQuery}
      onChange={(id) => {
        setPicked(choices.find((choice) => choice.id === id));
        props.onChange(id);
      }}
    />
  );
}

export function PeoplePicker(props: FieldProps) {
  const styles = usePickerStyles();
  const { t } = useSession();
  const [names, setNames] = useState<Readonly<Record<string, string>>>(props.hints.names ?? {});
  const [query, setQuery] = useState('');
  const found = useFound<PersonOption>(peoplePath, query, false);
  const ids = Array.isArray(props.value) ? (props.value as string[]) : [];
  const choices = found.filter((person) => !ids.includes(person.id)).map((person) => ({ id: person.id, name: person.name, detail: describe(person) }));
  return (
    <div>
      {ids.length > 0 && (
        <TagGroup className={styles.tags} onDismiss={(_event, data) => props.onChange(ids.filter((id) => id !== data.value))}>
          {ids.map((id) => (
            <Tag key={id} value={id} size="small" dismissible dismissIcon={{ 'aria-label': t('tab.remove') }}>
              {names[id] ?? id}
            </Tag>
          ))}
        </TagGroup>
      )}
      <Pick
        {...props}
        withPersona
        value=""
        choices={choices}
        chosenName={undefined}
        isFiltered
        onQuery={setQuery}
        onChange={(id) => {
          const chosen = choices.find((choice) => choice.id === id);
          if (!chosen) return;
          setNames((known) => ({ ...known, [chosen.id]: chosen.name }));
          props.onChange([...ids, chosen.id]);
        }}
      />
    </div>
  );
}

interface Found {
  readonly id: string;
  readonly title: string;
}

/** Another ticket or an article: by words, or by its number, which also finds what is closed. */
export function RecordPicker(props: FieldProps) {
  const [query, setQuery] = useState('');
  const practice = props.hints.recordsOf ?? (props.field.kind === 'article' ? 'articles' : 'tickets');
  const found = useFound<Found>((text) => `/api/search?practice=${practice}&limit=10&q=${encodeURIComponent(text)}`, query, query.trim() === '');
  const typed = readId(query, practice === 'changes' ? ['CHG'] : ['INC', 'REQ', 'ART']);
  const hits = found.map(({ id, title }) => ({ id, name: id, detail: title }));
  const choices = typed && !hits.some((hit) => hit.id === typed) ? [{ id: typed, name: typed }, ...hits] : hits;
  return <Pick {...props} choices={choices} chosenName={typeof props.value === 'string' ? props.value : undefined} isFiltered onQuery={setQuery} />;
}
