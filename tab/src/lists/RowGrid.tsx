import { mergeClasses } from '@fluentui/react-components';
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up';
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { MAIN_ID } from '../lib/focus';
import { useText } from '../lib/session';
import { fittingColumns, tracksOf, type Column } from './columns';
import { ROW_PX, useGridStyles } from './grid-styles';
import type { ListState, Row, RowList } from './row-list';
import { useElementWidth } from './use-element-width';
import { useVirtualRows } from './use-virtual-rows';

interface Props<R extends Row> {
  /** Every column there is, from left to right. */
  readonly columns: readonly Column<R>[];
  readonly view: string;
  readonly label: string;
  readonly list: RowList<R>;
  readonly state: ListState<R>;
  readonly sort: string;
  readonly canSort: boolean;
  readonly currentIndex: number;
  onSort(sort: string): void;
  onCurrent(index: number): void;
  onOpen(row: R): void;
  /** A click: shows it beside the table where there is room, else opens it. */
  onPoint(index: number): void;
}

const HEAD_PX = 34;
const rowId = (id: string): string => `row-${id}`;

/** Rows as a table: only what is on the screen is drawn, and everything works from the keyboard. */
export function RowGrid<R extends Row>(props: Props<R>) {
  const { columns: all, view, label, list, state, currentIndex, onCurrent, onOpen } = props;
  const styles = useGridStyles();
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  const [isByKeyboard, setByKeyboard] = useState(false);
  const columns = useMemo(() => fittingColumns(all, width, view), [all, width, view]);
  const tracks = tracksOf(columns);
  const { rows } = state;
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const virtual = useVirtualRows({ list, ids, currentIndex, rowPx: ROW_PX, scroller, headPx: HEAD_PX });
  const current = rows[currentIndex];

  useEffect(() => {
    if (currentIndex >= 0) virtual.scrollToIndex(currentIndex, { align: 'auto' });
    // Only a move scrolls; a refresh leaves the reader where they are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [currentIndex]);

  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.id === MAIN_ID) scroller.current?.focus({ preventScroll: true });
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    setByKeyboard(true);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX) - 2);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: currentIndex + 1, ArrowUp: currentIndex - 1, PageDown: currentIndex + page, PageUp: currentIndex - page, Home: 0, End: rows.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined && rows.length > 0) {
      event.preventDefault();
      onCurrent(Math.max(0, Math.min(to, rows.length - 1)));
    }
    if (event.key === 'Enter' && current && event.target === event.currentTarget) onOpen(current);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={(state.total ?? rows.length) + 1}
      aria-colcount={columns.length}
      aria-busy={state.status === 'loading'}
      aria-activedescendant={current ? rowId(current.id) : undefined}
      tabIndex={0}
      className={styles.grid}
      data-testid="queue"
      onKeyDown={onKeyDown}
      onMouseDown={() => setByKeyboard(false)}
      onBlur={() => setByKeyboard(false)}
    >
      <Head columns={columns} tracks={tracks} sort={props.sort} canSort={props.canSort} onSort={props.onSort} />
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <MemoRow
              key={row.id}
              row={row}
              index={item.index}
              top={item.start - HEAD_PX}
              columns={columns}
              tracks={tracks}
              isCurrent={item.index === currentIndex}
              isFocused={isByKeyboard && item.index === currentIndex}
              isNews={state.news.has(row.id)}
              onCurrent={onCurrent}
              onPoint={props.onPoint}
              onOpen={onOpen}
            />
          );
        })}
      </div>
      {state.isLoadingMore && <div className={styles.more}>{t('tab.loading')}</div>}
    </div>
  );
}

interface HeadProps {
  readonly columns: readonly Omit<Column<never>, 'render'>[];
  readonly tracks: string;
  readonly sort: string;
  readonly canSort: boolean;
  onSort(sort: string): void;
}

function Head({ columns, tracks, sort, canSort, onSort }: HeadProps) {
  const styles = useGridStyles();
  const t = useText();
  const name = sort.replace(/^-/, '');
  const isDescending = sort.startsWith('-');
  const next = (column: HeadProps['columns'][number]): string => {
    if (column.sort !== name) return column.isNewestFirst ? `-${column.sort}` : `${column.sort}`;
    return isDescending ? name : `-${name}`;
  };
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={styles.header} style={{ gridTemplateColumns: tracks }}>
        {columns.map((column) => {
          const isSorted = canSort && column.sort === name;
          const order = isSorted ? (isDescending ? 'descending' : 'ascending') : undefined;
          return (
            <div key={column.key} role="columnheader" aria-sort={order} className={styles.cell}>
              {canSort && column.sort ? (
                <button type="button" className={mergeClasses(styles.head, styles.sortable, isSorted && styles.sorted)} onClick={() => onSort(next(column))}>
                  {t(column.labelKey)}
                  {isSorted && (isDescending ? <ArrowDown12Regular aria-hidden /> : <ArrowUp12Regular aria-hidden />)}
                </button>
              ) : (
                <span className={styles.head}>{t(column.labelKey)}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface RowProps<R extends Row> {
  readonly row: R;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly Column<R>[];
  readonly tracks: string;
  readonly isCurrent: boolean;
  readonly isFocused: boolean;
  readonly isNews: boolean;
  onCurrent(index: number): void;
  onPoint(index: number): void;
  onOpen(row: R): void;
}

function DrawnRow<R extends Row>({ row, index, top, columns, tracks, isCurrent, isFocused, isNews, onCurrent, onPoint, onOpen }: RowProps<R>) {
  const styles = useGridStyles();
  return (
    <div
      role="row"
      id={rowId(row.id)}
      aria-rowindex={index + 2}
      aria-selected={isCurrent}
      data-row={row.id}
      className={mergeClasses(styles.row, isNews && styles.news, isCurrent && styles.current, isFocused && styles.focused)}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: tracks }}
      onClick={(event) => {
        // A link opens by itself; coming back, this row is the current one.
        if ((event.target as Element).closest('a, button')) onCurrent(index);
        else onPoint(index);
      }}
      onDoubleClick={() => onOpen(row)}
    >
      {columns.map((column) => (
        <div key={column.key} role="gridcell" className={styles.cell} data-column={column.key}>
          {column.render(row)}
        </div>
      ))}
    </div>
  );
}

const MemoRow = memo(DrawnRow) as typeof DrawnRow;
