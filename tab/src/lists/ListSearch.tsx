import { makeStyles, SearchBox } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../lib/session';

/** The first letter is searched for at once; who types fast is answered so often, and for what they typed last. */
const TYPING_MS = 180;

const useStyles = makeStyles({
  root: { display: 'flex', minWidth: 0, '@media (max-width: 639px)': { flexGrow: 1 } },
  box: { width: '260px', minWidth: '100px', maxWidth: '100%', '@media (max-width: 639px)': { width: '100%' } },
});

interface Props {
  readonly value: string;
  onSearch(q: string): void;
  onEnter(text: string): void;
}

/** Words in a list, or a number to open. */
export function ListSearch({ value, onSearch, onEnter }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const searchedAt = useRef(-Infinity);
  const search = (q: string): void => {
    clearTimeout(timer.current);
    const searchNow = (): void => {
      searchedAt.current = performance.now();
      onSearch(q.trim());
    };
    timer.current = setTimeout(searchNow, searchedAt.current + TYPING_MS - performance.now());
  };
  return (
    <span data-search className={styles.root}>
      <SearchBox
        className={styles.box}
        value={text}
        placeholder={t('tab.search')}
        aria-label={t('tab.search.label')}
        maxLength={100}
        onChange={(_event, data) => {
          setText(data.value);
          search(data.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            clearTimeout(timer.current);
            onEnter(text.trim());
          }
          if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[role="grid"]')?.focus();
          if (event.key === 'Escape' && text === '') (event.target as HTMLElement).blur();
        }}
      />
    </span>
  );
}
