import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../lib/session';

export interface PickOption {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly label: string;
  readonly options: readonly PickOption[];
  readonly chosenId?: string | undefined;
  onPick(id: string): void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, width: '300px', maxWidth: '80vw' },
  list: { maxHeight: '320px', overflowY: 'auto', margin: 0, padding: 0, listStyle: 'none' },
  option: {
    display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, padding: '6px 8px', minHeight: '32px', borderRadius: tokens.borderRadiusMedium, cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  current: { backgroundColor: tokens.colorBrandBackground2, outline: `1px solid ${tokens.colorTransparentStrokeInteractive}`, outlineOffset: '-1px', ':hover': { backgroundColor: tokens.colorBrandBackground2 } },
  name: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  none: { padding: tokens.spacingVerticalM, color: tokens.colorNeutralForeground3 },
});

const matches = (name: string, words: readonly string[]): boolean => words.every((word) => name.toLowerCase().includes(word));

/** A short list to type ahead in: a search field and the options below it, all by keyboard. */
export function PickList({ label, options, chosenId, onPick }: Props) {
  const styles = useStyles();
  const t = useText();
  const [query, setQuery] = useState('');
  const [position, setPosition] = useState(0);
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = options.filter((option) => matches(option.name, words));
  const current = Math.min(position, Math.max(0, shown.length - 1));

  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current, query]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: shown.length - 1 };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setPosition(Math.max(0, Math.min(next, shown.length - 1)));
    }
    const chosen = shown[current];
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      onPick(chosen.id);
    }
  };

  return (
    <div className={styles.root}>
      <Input
        value={query}
        placeholder={t('tab.typeToFind')}
        aria-label={label}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `${listId}-${current}` : undefined}
        contentBefore={<Search16Regular aria-hidden />}
        onChange={(_event, data) => {
          setQuery(data.value);
          setPosition(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id={listId} role="listbox" aria-label={label} className={styles.list}>
        {shown.map((option, index) => (
          // The focus stays in the search field, from which the arrow keys reach every option.
          <li
            key={option.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={option.id === chosenId}
            className={mergeClasses(styles.option, index === current && styles.current)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(option.id)}
          >
            <span className={styles.name}>{option.name}</span>
            {option.id === chosenId && <Checkmark16Regular aria-hidden />}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <div className={styles.none}>{t('tab.nothingFound')}</div>}
    </div>
  );
}
