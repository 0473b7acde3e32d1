import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle48Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle48Regular } from '@fluentui/react-icons/svg/error-circle';
import { Search48Regular } from '@fluentui/react-icons/svg/search';
import { lazy, Suspense, useMemo } from 'react';
import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import { useStable } from '../../lib/use-stable';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { useActions } from '../actions/ActionsProvider';
import { QueueCards } from './QueueCards';
import { QueueGrid } from './QueueGrid';
import type { QueueList, QueueState } from './queue-list';
import type { QueueView } from './views';

const Notice = lazy(() => import('../../parts/Notice'));

const useStyles = makeStyles({
  panel: {
    display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0, backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`, overflow: 'hidden',
  },
  plain: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
});

interface Props {
  readonly view: QueueView;
  readonly label: string;
  readonly list: QueueList;
  readonly state: QueueState;
  readonly sort: string;
  readonly isFiltered: boolean;
  readonly isNarrow: boolean;
  readonly currentIndex: number;
  onSort(sort: string): void;
  onCurrent(index: number): void;
  onOpen(row: TicketRow): void;
  onPoint(index: number): void;
  onClear(): void;
}

/** The tickets, or why there are none. */
export function QueueBody(props: Props) {
  const { view, label, list, state, isFiltered, isNarrow, onClear } = props;
  const styles = useStyles();
  const { t } = useSession();
  const { start } = useActions();
  const actions = useMemo(() => ({ take: (row: TicketRow) => start({ ticket: row, action: 'tickets.take' }) }), [start]);
  const onOpen = useStable(props.onOpen);
  const onPoint = useStable(props.onPoint);
  const onCurrent = useStable(props.onCurrent);
  const isEmpty = state.status === 'ready' && state.rows.length === 0;

  if (state.status === 'failed') {
    return (
      <div className={styles.panel}>
        <EmptyState icon={<ErrorCircle48Regular />} title={t('tab.queue.failed')} text={state.error && errorText(state.error, t)}>
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
        <EmptyState icon={<Search48Regular />} title={t('tab.queue.noMatch')} text={t('tab.queue.noMatch.text')}>
          <Button onClick={onClear}>{t('tab.filters.clear')}</Button>
        </EmptyState>
      </div>
    );
  }
  if (isEmpty) {
    const about = view.labelKey ? view.id : 'own';
    return (
      <div className={styles.panel}>
        <EmptyState icon={<CheckmarkCircle48Regular />} title={t(`tab.empty.${about}`)} text={t(`tab.empty.${about}.text`)} />
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
        <QueueCards label={label} list={list} state={state} currentIndex={props.currentIndex} onCurrent={props.onCurrent} />
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      {trouble}
      <QueueGrid
        key={view.id}
        view={view.id}
        label={label}
        list={list}
        state={state}
        sort={props.sort}
        canSort={view.list === 'tickets.open'}
        currentIndex={props.currentIndex}
        actions={actions}
        onSort={props.onSort}
        onCurrent={onCurrent}
        onOpen={onOpen}
        onPoint={onPoint}
      />
    </div>
  );
}
