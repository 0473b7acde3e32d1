import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentType, ReactNode } from 'react';
import { readId } from '../../../shared/kernel/ids';
import { href, navigate } from '../lib/router';
import { useShortcuts } from '../lib/shortcuts';
import { useIsNarrow, useMedia } from '../lib/use-width';
import type { Column } from './columns';
import { ListBody, type ListWords } from './ListBody';
import { ListSearch } from './ListSearch';
import type { Row } from './row-list';
import { OwnViewMenu, SaveView } from './SaveView';
import { SortPill } from './SortPill';
import type { ListPageState } from './use-list-page';
import { useViewName, ViewMenu, ViewRail } from './ViewRail';

const useStyles = makeStyles({
  root: { display: 'flex', flexGrow: 1, minHeight: 0, gap: '12px', padding: '4px 16px 16px' },
  narrow: { padding: 0, gap: 0 },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0, gap: '10px' },
  bar: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '36px', minWidth: 0, flexShrink: 0 },
  filters: { minHeight: 0 },
  narrowBar: { padding: '4px 8px 0' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  total: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
  push: { marginLeft: 'auto' },
  content: { display: 'flex', flexGrow: 1, minHeight: 0, gap: '12px' },
});

interface Props<R extends Row, N extends string> {
  readonly of: ListPageState<R, N>;
  readonly icons: Readonly<Record<string, ReactNode>>;
  /** The view that should be empty. */
  readonly alarmId: string;
  readonly words: ListWords;
  /** "12 changes". */
  readonly countText: (count: number) => string;
  /** A number that starts like this and is typed into the search opens its record. */
  readonly prefixes: readonly string[];
  readonly columns: readonly Column<R>[];
  readonly card: ComponentType<{ readonly row: R }>;
  readonly filters: ReactNode;
  /** At the end of the bar. */
  readonly tools?: ReactNode;
  /** Beside the table: the current row, at more length. A press on a row then shows it there, and does not open it. */
  readonly preview?: ReactNode;
}

/** Rows as a table: views with counters, filters, search, and everything from the keyboard. */
export function ListPage<R extends Row, N extends string>({ of, icons, alarmId, words, countText, prefixes, columns, card, filters, tools, preview }: Props<R, N>) {
  const styles = useStyles();
  const name = useViewName();
  const isNarrow = useIsNarrow();
  const hasRail = useMedia('(min-width: 960px)');
  const { kind, view, views, own, ownViews, counts, isEnded, isChanged, list, state, sort, row, index, moveTo, open, go } = of;
  const { page } = kind;
  const { practice } = kind.kind;

  useShortcuts({
    j: () => moveTo(index + 1),
    k: () => moveTo(index - 1),
    o: () => row && open(row),
    '/': () => document.querySelector<HTMLElement>('[data-search] input')?.focus(),
  });

  // Every list that has filters has this one: words in its rows.
  const q = 'q' as N;
  const search = (text: string): void => of.setFilter(q, text || undefined, true);
  const rail = { page, views, own, currentId: view.id, counts, icons, alarmId };
  const total = state.total ?? (state.cursor ? undefined : state.rows.length);
  return (
    <div className={mergeClasses(styles.root, isNarrow && styles.narrow)}>
      {hasRail && <ViewRail {...rail} />}
      <div className={styles.main}>
        <div className={mergeClasses(styles.bar, isNarrow && styles.narrowBar)}>
          <h1 className={hasRail ? styles.title : styles.hidden}>{name(view)}</h1>
          {!hasRail && <ViewMenu {...rail} />}
          {total !== undefined && state.status === 'ready' && (
            <span className={styles.total} data-testid="total">
              {isNarrow ? total : countText(total)}
            </span>
          )}
          {own.includes(view) && (
            <OwnViewMenu
              isChanged={isChanged}
              onUpdate={() => {
                ownViews.update(view.id, { filters: of.filters, sort });
                navigate(href(page, view.id), true);
              }}
              onRemove={() => {
                ownViews.remove(view.id);
                navigate(href(page), true);
              }}
            />
          )}
          {!isNarrow && <span className={styles.push} />}
          {!isEnded && (
            <ListSearch
              key={view.id}
              value={of.filters[q] ?? ''}
              onSearch={search}
              onEnter={(text) => {
                const id = readId(text, prefixes);
                if (id) return navigate(href(practice, id));
                search(text);
                document.querySelector<HTMLElement>('[role="grid"]')?.focus();
              }}
            />
          )}
          {tools}
        </div>
        {!isEnded && (
          <div className={mergeClasses(styles.bar, styles.filters, isNarrow && styles.narrowBar)}>
            {isNarrow && <SortPill columns={columns} sort={sort} onSort={(order) => go(of.filters, order)} />}
            {filters}
            {isChanged && <SaveView onSave={(viewName) => navigate(href(page, ownViews.save(viewName, of.filters, sort).id))} />}
          </div>
        )}
        <div className={styles.content}>
          <ListBody
            viewId={view.id}
            label={name(view)}
            words={words}
            columns={columns}
            card={card}
            hrefOf={({ id }) => href(practice, id)}
            canSort={!isEnded}
            list={list}
            state={state}
            sort={sort}
            isFiltered={isChanged}
            isNarrow={isNarrow}
            currentIndex={index}
            onSort={(order) => go(of.filters, order)}
            onCurrent={moveTo}
            onOpen={open}
            onPoint={(to) => {
              moveTo(to);
              const pointed = state.rows[to];
              if (!preview && pointed) open(pointed);
            }}
            onClear={() => go(view.filters, view.sort)}
          />
          {preview}
        </div>
      </div>
    </div>
  );
}
