import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type DragEvent } from 'react';
import type { ChangeRow } from '../../../../shared/changes/change-views';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import { keptList, useShownList } from '../../lists/use-row-list';
import { listParams } from '../../lists/views';
import { Placeholder } from '../../parts/Placeholder';
import { CHANGE_LIST } from '../list/change-list';
import { OPEN, type Filters } from '../list/views';
import { BoardCard } from './BoardCard';
import { movesTo, type BoardState } from './moves';

const useStyles = makeStyles({
  root: {
    display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '208px', minWidth: '208px', minHeight: 0, borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground4,
    border: `2px solid ${tokens.colorTransparentStroke}`, scrollSnapAlign: 'start',
    '@media (max-width: 639px)': { minWidth: '82vw' },
  },
  target: { border: `2px dashed ${tokens.colorCompoundBrandStroke}` },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  closed: { opacity: 0.55 },
  head: { display: 'flex', alignItems: 'center', gap: '8px', padding: '10px 12px 6px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  scroll: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 8px 8px' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  none: { padding: '12px 6px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  more: { width: '100%', marginTop: '8px' },
});

interface Props {
  readonly state: BoardState;
  readonly filters: Filters;
  readonly dragged: ChangeRow | undefined;
  onDrag(row: ChangeRow | undefined): void;
  /** The reader lets go of a change here. */
  onDrop(row: ChangeRow, actions: readonly string[], target: HTMLElement): void;
}

/** All changes of one state; while a change is pulled, it shows whether it may come here. */
export function BoardColumn({ state: column, filters, dragged, onDrag, onDrop }: Props) {
  const styles = useStyles();
  const session = useSession();
  const { t } = session;
  const wanted = keptList(session, CHANGE_LIST, OPEN, listParams({ ...filters, state: column }, 'plannedStart').toString());
  const { list, state } = useShownList(session, CHANGE_LIST, wanted, column);
  // What an own action has moved is gone from here at once: no card is in two columns until both have been asked again.
  const rows = state.rows.filter((row) => row.state === column);
  const [isOver, setOver] = useState(false);
  const actions = dragged ? movesTo(dragged, column) : [];
  const isTarget = actions.length > 0;
  const name = t(`state.${column}`);
  const onDragOver = (event: DragEvent): void => {
    if (!isTarget) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setOver(true);
  };
  return (
    <section
      className={mergeClasses(styles.root, isTarget && styles.target, isTarget && isOver && styles.over, dragged && !isTarget && dragged.state !== column && styles.closed)}
      aria-label={name}
      data-column={column}
      onDragOver={onDragOver}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (dragged && isTarget) onDrop(dragged, actions, event.currentTarget);
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{name}</h2>
        <span className={styles.count}>{state.total ?? rows.length}</span>
      </div>
      <div className={styles.scroll}>
        {state.status === 'loading' && rows.length === 0 && <Placeholder label={t('tab.loading')} widths={[92, 78]} />}
        {state.error && (
          <div className={styles.none}>
            {errorText(state.error, t)}{' '}
            <Button size="small" onClick={() => (state.status === 'failed' ? list.load() : void list.refresh())}>
              {t('tab.retry')}
            </Button>
          </div>
        )}
        {state.status === 'ready' && rows.length === 0 && <div className={styles.none}>{t(`changePage.board.empty.${column}`)}</div>}
        <ul className={styles.list}>
          {rows.map((row) => (
            <BoardCard key={row.id} row={row} onDrag={onDrag} />
          ))}
        </ul>
        {state.cursor && (
          <Button className={styles.more} size="small" disabled={state.isLoadingMore} onClick={() => list.more()}>
            {t('tab.more', { count: Math.max(1, (state.total ?? 0) - state.rows.length) })}
          </Button>
        )}
      </div>
    </section>
  );
}
