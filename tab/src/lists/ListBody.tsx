import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle48Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle48Regular } from '@fluentui/react-icons/svg/error-circle';
import { Search48Regular } from '@fluentui/react-icons/svg/search';
import { lazy, Suspense, type ComponentType } from 'react';
import { errorText } from '../lib/error-text';
import { useSession } from '../lib/session';
import { useStable } from '../lib/use-stable';
import { EmptyState } from '../parts/EmptyState';
import { Placeholder } from '../parts/Placeholder';
import type { Column } from './columns';
import { RowCards } from './RowCards';
import { RowGrid } from './RowGrid';
import type { ListState, Row, RowList } from './row-list';

const Notice = lazy(() => import('../parts/Notice'));

const useStyles = makeStyles({
  panel: {
    display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0, backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`, overflow: 'hidden',
  },
  plain: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
});

/** What a list says where it has nothing to show. */
export interface ListWords {
  readonly failed: string;
  readonly noMatch: string;
  readonly noMatchText: string;
  readonly empty: string;
  readonly emptyText: string;
}

interface Props<R extends Row> {
  readonly viewId: string;
  readonly label: string;
  readonly words: ListWords;
  readonly columns: readonly Column<R>[];
  readonly card: ComponentType<{ readonly row: R }>;
  readonly list: RowList<R>;
  readonly state: ListState<R>;
  readonly sort: string;
  readonly canSort: boolean;
  readonly isFiltered: boolean;
  readonly isNarrow: boolean;
  readonly currentIndex: number;
  onSort(sort: string): void;
  onCurrent(index: number): void;
  hrefOf(row: R): string;
  onOpen(row: R): void;
  onPoint(index: number): void;
  onClear(): void;
}

/** The rows, or why there are none. */
export function ListBody<R extends Row>(props: Props<R>) {
  const { label, words, list, state, isFiltered, isNarrow, onClear } = props;
  const styles = useStyles();
  const { t } = useSession();
  const onOpen = useStable(props.onOpen);
  const onPoint = useStable(props.onPoint);
  const onCurrent = useStable(props.onCurrent);
  const isEmpty = state.status === 'ready' && state.rows.length === 0;

  if (state.status === 'failed') {
    return (
      <div className={styles.panel}>
        <EmptyState icon={<ErrorCircle48Regular />} title={words.failed} text={state.error && errorText(state.error, t)}>
          <Button appearance="primary" onClick={() => list.load()}>
            {t('tab.retry')}
          </Button>
        </EmptyState>
      </div>
    );
  }
  if (state.status === 'loading' && state.rows.length === 0) {
    return (
      <div className={styles.panel}>
        <Placeholder label={t('tab.loading')} widths={[92, 84, 96, 78, 88, 81, 94, 86]} />
      </div>
    );
  }
  if (isEmpty && isFiltered) {
    return (
      <div className={styles.panel}>
        <EmptyState icon={<Search48Regular />} title={words.noMatch} text={words.noMatchText}>
          <Button onClick={onClear}>{t('tab.filters.clear')}</Button>
        </EmptyState>
      </div>
    );
  }
  if (isEmpty) {
    return (
      <div className={styles.panel}>
        <EmptyState icon={<CheckmarkCircle48Regular />} title={words.empty} text={words.emptyText} />
      </div>
    );
  }
  const trouble = state.error && (
    <Suspense fallback={null}>
      <Notice text={errorText(state.error, t)} action={{ label: t('tab.retry'), run: () => void list.refresh() }} />
    </Suspense>
  );
  if (isNarrow) {
    return (
      <div className={styles.plain}>
        {trouble}
        <RowCards label={label} list={list} state={state} currentIndex={props.currentIndex} card={props.card} hrefOf={props.hrefOf} onCurrent={props.onCurrent} />
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      {trouble}
      <RowGrid
        key={props.viewId}
        columns={props.columns}
        view={props.viewId}
        label={label}
        list={list}
        state={state}
        sort={props.sort}
        canSort={props.canSort}
        currentIndex={props.currentIndex}
        onSort={props.onSort}
        onCurrent={onCurrent}
        onOpen={onOpen}
        onPoint={onPoint}
      />
    </div>
  );
}
