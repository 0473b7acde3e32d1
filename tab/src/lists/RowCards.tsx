import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useMemo, useRef, type ComponentType, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../lib/session';
import type { ListState, Row, RowList } from './row-list';
import { useVirtualRows } from './use-virtual-rows';

export const CARD_PX = 92;

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', outlineStyle: 'none', paddingTop: '2px' },
  list: { position: 'relative', margin: 0, padding: 0, listStyle: 'none' },
  item: { position: 'absolute', left: 0, right: 0, height: `${CARD_PX}px`, padding: '3px 8px' },
  more: { display: 'flex', justifyContent: 'center', padding: tokens.spacingVerticalM },
  card: {
    display: 'flex', flexDirection: 'column', justifyContent: 'center', gap: '3px', height: '100%', padding: '8px 12px', borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke3}`, color: tokens.colorNeutralForeground1, textDecorationLine: 'none',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}`, boxShadow: tokens.shadow4 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, backgroundColor: tokens.colorBrandBackground2, outline: `1px solid ${tokens.colorTransparentStrokeInteractive}` },
});

/** What stands on cards, line by line. */
export const useCardStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0, fontSize: tokens.fontSizeBase200 },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  push: { marginLeft: 'auto', flexShrink: 0 },
  number: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

interface Props<R extends Row> {
  readonly label: string;
  readonly list: RowList<R>;
  readonly state: ListState<R>;
  readonly currentIndex: number;
  /** What a card says; the same component for as long as the list is shown. */
  readonly card: ComponentType<{ readonly row: R }>;
  hrefOf(row: R): string;
  onCurrent(index: number): void;
}

/** The same rows where a table does not fit: Teams' side pane, phones. */
export function RowCards<R extends Row>({ label, list, state, currentIndex, card: Content, hrefOf, onCurrent }: Props<R>) {
  const styles = useStyles();
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => state.rows.map((row) => row.id), [state.rows]);
  const virtual = useVirtualRows({ list, ids, currentIndex, rowPx: CARD_PX, scroller, headPx: 0 });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(currentIndex + step, ids.length - 1));
    onCurrent(next);
    virtual.scrollToIndex(next);
    scroller.current?.querySelector<HTMLElement>(`[data-row="${ids[next]}"]`)?.focus();
  };

  return (
    <div ref={scroller} className={styles.root} data-testid="queue" onKeyDown={onKeyDown}>
      <ul aria-label={label} aria-busy={state.status === 'loading'} className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = state.rows[item.index];
          return row && <MemoCard key={row.id} row={row} to={hrefOf(row)} top={item.start} isCurrent={item.index === currentIndex} content={Content} />;
        })}
      </ul>
      {state.isLoadingMore && <div className={styles.more}>{t('tab.loading')}</div>}
    </div>
  );
}

interface CardProps<R extends Row> {
  readonly row: R;
  readonly to: string;
  readonly top: number;
  readonly isCurrent: boolean;
  readonly content: ComponentType<{ readonly row: R }>;
}

function Card<R extends Row>({ row, to, top, isCurrent, content: Content }: CardProps<R>): ReactNode {
  const styles = useStyles();
  return (
    <li className={styles.item} style={{ transform: `translateY(${top}px)` }}>
      <a href={to} data-row={row.id} className={mergeClasses(styles.card, isCurrent && styles.current)}>
        <Content row={row} />
      </a>
    </li>
  );
}

const MemoCard = memo(Card) as typeof Card;
