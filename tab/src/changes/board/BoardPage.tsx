import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { ChangeRow } from '../../../../shared/changes/change-views';
import { useActions } from '../../actions/ActionsProvider';
import { latePart } from '../../lib/late-part';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { useShortcuts } from '../../lib/shortcuts';
import { readFilters, writeFilters } from '../../lists/views';
import { ListSearch } from '../../lists/ListSearch';
import { Opening } from '../../parts/Opening';
import { ChangeFilters } from '../list/ChangeFilters';
import { FILTER_NAMES, OPEN, type ChangeListView, type FilterName, type Filters } from '../list/views';
import { BoardColumn } from './BoardColumn';
import { BOARD_STATES } from './moves';

const PickPopover = latePart(() => import('../../parts/PickPopover'));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: '10px', padding: '4px 16px 16px', '@media (max-width: 639px)': { padding: '0 8px 8px' } },
  bar: { display: 'flex', alignItems: 'center', gap: '12px', minWidth: 0, flexShrink: 0, flexWrap: 'wrap' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  push: { marginLeft: 'auto', display: 'flex', minWidth: 0, '@media (max-width: 639px)': { width: '100%' } },
  columns: { display: 'flex', flexGrow: 1, minHeight: 0, gap: '10px', overflowX: 'auto', scrollSnapType: 'x proximity', paddingBottom: '4px' },
});

/** The board has one set of filters, in the address. */
const VIEW: ChangeListView = { id: 'board', list: OPEN, filters: {}, sort: '' };
const NAMES: readonly FilterName[] = FILTER_NAMES.filter((name) => name !== 'state');

/** Moves the focus among the cards as they lie: up and down in a column, left and right to the one beside. */
function moveFocus(root: HTMLElement, from: HTMLElement, key: string): boolean {
  const columns = [...root.querySelectorAll<HTMLElement>('[data-column]')].map((column) => [...column.querySelectorAll<HTMLElement>('[data-row]')]);
  const column = columns.findIndex((cards) => cards.includes(from));
  const index = columns[column]?.indexOf(from) ?? -1;
  if (index < 0) return false;
  const step = key === 'ArrowRight' ? 1 : -1;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const next = columns[column]?.[index + (key === 'ArrowDown' ? 1 : -1)];
    next?.focus();
    return true;
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  for (let beside = column + step; beside >= 0 && beside < columns.length; beside += step) {
    const cards = columns[beside] ?? [];
    const next = cards[Math.min(index, cards.length - 1)];
    if (!next) continue;
    next.focus();
    break;
  }
  return true;
}

/** Changes by state. Moving one asks for the action that leads there, if the reader may do it. */
export default function BoardPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useStyles();
  const { t } = useSession();
  const { start } = useActions();
  const root = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<ChangeRow>();
  const [choice, setChoice] = useState<{ readonly row: ChangeRow; readonly actions: readonly string[]; readonly target: HTMLElement }>();
  const filters = readFilters(NAMES, VIEW, query);
  const go = (next: Filters, isReplacing = false): void => navigate(href('changes', 'board', writeFilters(NAMES, VIEW, next, '')), isReplacing);
  const setFilter = (name: FilterName, value: string | undefined, isReplacing = false): void => {
    const { [name]: _old, ...rest } = filters;
    go(value ? { ...rest, [name]: value } : rest, isReplacing);
  };

  const drop = (row: ChangeRow, actions: readonly string[], target: HTMLElement): void => {
    setDragged(undefined);
    const [only, ...others] = actions;
    if (only && others.length === 0) start({ record: row, action: only });
    else setChoice({ row, actions, target });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (!card || !root.current) return;
    if (moveFocus(root.current, card, event.key)) event.preventDefault();
    if (event.key === 'm') {
      event.preventDefault();
      root.current.querySelector<HTMLElement>(`[data-move="${card.dataset.row}"]`)?.click();
    }
  };

  useShortcuts({ '/': () => document.querySelector<HTMLElement>('[data-search] input')?.focus() });

  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        <h1 className={styles.title}>{t('changePage.board')}</h1>
        <ChangeFilters filters={filters} isBoard isChanged={Object.keys(filters).length > 0} onChange={setFilter} onClear={() => go({})} />
        <span className={styles.push}>
          <ListSearch value={filters.q ?? ''} onSearch={(q) => setFilter('q', q || undefined, true)} onEnter={(q) => setFilter('q', q || undefined, true)} />
        </span>
      </div>
      {/* Arrow keys move among the cards, which are links and work without them. */}
      <div ref={root} className={styles.columns} data-testid="board" onKeyDown={onKeyDown}>
        {BOARD_STATES.map((state) => (
          <BoardColumn key={state} state={state} filters={filters} dragged={dragged} onDrag={setDragged} onDrop={drop} />
        ))}
      </div>
      {choice && (
        <PickPopover
          while={<Opening onClose={() => setChoice(undefined)} />}
          target={choice.target}
          label={t('changePage.board.move', { id: choice.row.id })}
          options={choice.actions.map((action) => ({ id: action, name: t(`action.${action}`) }))}
          chosenId=""
          onClose={() => setChoice(undefined)}
          onPick={(action) => {
            setChoice(undefined);
            start({ record: choice.row, action });
          }}
        />
      )}
    </div>
  );
}
