import { Button, makeStyles, SearchBox } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useEffect, useState } from 'react';
import { errorText } from '../../lib/error-text';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import type { ListKind } from '../../lists/use-row-list';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { Sheet } from '../../parts/Sheet';
import { ReadOnlyNote } from '../../registers/ReadOnlyNote';
import type { EntryView } from '../../registers/types';
import { Pick } from '../editors/Pick';
import { useRows } from '../lists/use-rows';
import type { SetupRegister } from '../register';
import { EntryRows, type RowWords } from './EntryRows';

const TYPING_MS = 250;

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 12px' },
  search: { minWidth: 'min(240px, 100%)', flexGrow: 1, maxWidth: '360px' },
  filter: { width: '150px' },
  push: { marginLeft: 'auto' },
});

/** A filter of the list with few possible values, beside words and whether an entry is retired. */
export interface RowFilter {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

interface Props<T extends EntryView> extends RowWords<T> {
  readonly register: SetupRegister<T>;
  readonly kind: ListKind<T>;
  readonly query: URLSearchParams;
  readonly canAdd: boolean;
  readonly filters: readonly RowFilter[];
}

/** A register that may have thousands of entries: the server finds and pages them. */
export function FilteredRows<T extends EntryView>({ register, kind, query, canAdd, filters, ...words }: Props<T>) {
  const styles = useStyles();
  const { t } = useSession();
  const { practice, icon } = register;
  const offered: readonly RowFilter[] = [...filters, { name: 'retired', label: t('setup.filter.state'), choices: [{ value: 'true', text: t('register.retired') }] }];
  const values = Object.fromEntries([...offered.map(({ name }) => name), 'q'].map((name) => [name, query.get(name) ?? undefined]));
  const { rows, status, error, total, cursor, isLoadingMore, more, retry } = useRows(kind, practice, values);
  const isFiltered = Object.values(values).some((value) => value !== undefined);
  const put = (name: string, value: string): void => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    navigate(href('setup', practice, next), true);
  };
  const add = canAdd && (
    <Button appearance="primary" icon={<Add20Regular aria-hidden />} onClick={() => navigate(href(`setup/${practice}`, 'new'))}>
      {t(`action.${practice}.add`)}
    </Button>
  );
  return (
    <>
      <div className={styles.bar} role="search">
        <Search label={t(`setup.${practice}.search`)} value={query.get('q') ?? ''} className={styles.search} onChange={(value) => put('q', value)} />
        {offered.map(({ name, label, choices }) => (
          <Pick key={name} className={styles.filter} label={label} value={query.get(name) ?? ''} choices={[{ value: '', text: t('setup.filter.all') }, ...choices]} onChange={(value) => put(name, value)} />
        ))}
        <span className={styles.push}>{canAdd ? rows.length > 0 && add : <ReadOnlyNote page="setup" />}</span>
      </div>
      {status === 'loading' && <Placeholder label={t('tab.loading')} widths={[60, 90, 80, 85]} />}
      {status === 'failed' && (
        <EmptyState icon={icon} title={t('register.failed')} text={error && errorText(error, t)}>
          <Button onClick={retry}>{t('tab.retry')}</Button>
        </EmptyState>
      )}
      {status === 'ready' && rows.length === 0 && (
        <EmptyState icon={icon} title={t(isFiltered ? 'setup.noMatch' : `setup.${practice}.none`)} text={t(isFiltered ? 'setup.noMatch.text' : `setup.${practice}.none.text`)}>
          {isFiltered ? <Button onClick={() => navigate(href('setup', practice), true)}>{t('setup.filter.clear')}</Button> : add}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Sheet>
          <EntryRows practice={practice} entries={rows} {...words} />
          {cursor && (
            <div>
              <Button onClick={more} disabledFocusable={isLoadingMore}>
                {t('setup.moreOf', { shown: rows.length, total: total ?? rows.length })}
              </Button>
            </div>
          )}
        </Sheet>
      )}
    </>
  );
}

interface SearchProps {
  readonly label: string;
  readonly value: string;
  readonly className: string;
  onChange(value: string): void;
}

/** Asks a moment after the last key. */
function Search({ label, value, className, onChange }: SearchProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onChange(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
    // Only what is typed asks.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  return <SearchBox size="small" className={className} aria-label={label} placeholder={label} value={typed} onChange={(_event, data) => setTyped(data.value)} />;
}
