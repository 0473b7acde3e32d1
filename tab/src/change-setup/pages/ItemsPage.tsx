import { Button, Link, makeStyles, SearchBox } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useEffect, useState } from 'react';
import { CRITICALITIES, ENVIRONMENTS, ITEM_CLASSES } from '../../../../shared/configuration/configuration-schema';
import { errorText } from '../../lib/error-text';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Sheet } from '../../parts/Sheet';
import { Placeholder } from '../../parts/Placeholder';
import { GroupOf } from '../../registers/names';
import { ReadOnlyNote } from '../../registers/ReadOnlyNote';
import { keepsSetup } from '../access';
import { Pick } from '../editors/Pick';
import { ItemMarks, ITEMS } from '../kinds/items';
import { ITEM_ROWS } from '../lists/kinds';
import { useRows } from '../lists/use-rows';
import { EntryRow, useRowListStyles } from './EntryRow';

const FILTERS = ['class', 'environment', 'criticality', 'groupId', 'retired'] as const;
const TYPING_MS = 250;

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 12px' },
  search: { minWidth: 'min(240px, 100%)', flexGrow: 1, maxWidth: '360px' },
  filter: { width: '150px' },
  push: { marginLeft: 'auto' },
});

/** Configuration items: there may be thousands, so the server finds and pages them. */
export default function ItemsPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useStyles();
  const rowStyles = useRowListStyles();
  const { t, me, config } = useSession();
  const filters = Object.fromEntries([...FILTERS, 'q'].map((name) => [name, query.get(name) ?? undefined]));
  const { rows, status, error, total, cursor, isLoadingMore, more, retry } = useRows(ITEM_ROWS, 'items', filters);
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const put = (name: string, value: string): void => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    navigate(href('setup', 'items', next), true);
  };
  const canAdd = keepsSetup(me);
  const add = canAdd && (
    <Button appearance="primary" icon={<Add20Regular aria-hidden />} onClick={() => navigate(href('setup/items', 'new'))}>
      {t('action.items.add')}
    </Button>
  );
  const choice = (name: (typeof FILTERS)[number], label: string, choices: readonly { readonly value: string; readonly text: string }[]) => (
    <Pick className={styles.filter} label={label} value={query.get(name) ?? ''} choices={[{ value: '', text: t('setup.filter.all') }, ...choices]} onChange={(value) => put(name, value)} />
  );
  const words = (prefix: string, values: readonly string[]) => values.map((value) => ({ value, text: t(`${prefix}.${value}`) }));
  return (
    <>
      <div className={styles.bar} role="search">
        <Search value={query.get('q') ?? ''} className={styles.search} onChange={(value) => put('q', value)} />
        {choice('class', t('field.item.class'), words('itemClass', ITEM_CLASSES))}
        {choice('environment', t('field.item.environment'), words('environment', ENVIRONMENTS))}
        {choice('criticality', t('field.item.criticality'), words('criticality', CRITICALITIES))}
        {choice('groupId', t('field.item.group'), config.groups.map(({ id, name }) => ({ value: id, text: name })))}
        {choice('retired', t('setup.filter.state'), [{ value: 'true', text: t('register.retired') }])}
        <span className={styles.push}>{canAdd ? rows.length > 0 && add : <ReadOnlyNote page="setup" />}</span>
      </div>
      {status === 'loading' && <Placeholder label={t('tab.loading')} widths={[60, 90, 80, 85]} />}
      {status === 'failed' && (
        <EmptyState icon={ITEMS.icon} title={t('register.failed')} text={error && errorText(error, t)}>
          <Button onClick={retry}>{t('tab.retry')}</Button>
        </EmptyState>
      )}
      {status === 'ready' && rows.length === 0 && (
        <EmptyState icon={ITEMS.icon} title={t(isFiltered ? 'setup.items.noMatch' : 'setup.items.none')} text={t(isFiltered ? 'setup.items.noMatch.text' : 'setup.items.none.text')}>
          {isFiltered ? <Button onClick={() => navigate(href('setup', 'items'), true)}>{t('setup.filter.clear')}</Button> : add}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Sheet>
          <ul className={rowStyles.list} aria-label={t('setup.tab.items')}>
            {rows.map((item) => (
              <EntryRow
                key={item.id}
                id={item.id}
                isRetired={item.retired}
                name={
                  <Link href={href('setup/items', item.id)} className={rowStyles.link}>
                    {item.name}
                  </Link>
                }
                end={item.groupId && <GroupOf id={item.groupId} />}
              >
                <span className={rowStyles.name}>
                  <ItemMarks item={item} /> {item.region}
                </span>
              </EntryRow>
            ))}
          </ul>
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
  readonly value: string;
  readonly className: string;
  onChange(value: string): void;
}

/** Asks a moment after the last key. */
function Search({ value, className, onChange }: SearchProps) {
  const { t } = useSession();
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onChange(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
    // Only what is typed asks.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  return <SearchBox size="small" className={className} aria-label={t('setup.items.search')} placeholder={t('setup.items.search')} value={typed} onChange={(_event, data) => setTyped(data.value)} />;
}
