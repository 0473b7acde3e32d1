import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useMemo, useRef, type KeyboardEvent } from 'react';
import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import { href } from '../../lib/router';
import { useText } from '../../lib/session';
import { ConfidentialMark, PriorityMark, StateMark, VipMark } from '../marks';
import { Due, Wait } from './columns';
import type { QueueList, QueueState } from './queue-list';
import { useVirtualRows } from './use-virtual-rows';

export const CARD_PX = 92;

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', outlineStyle: 'none', paddingTop: '2px' },
  list: { position: 'relative', margin: 0, padding: 0, listStyle: 'none' },
  item: { position: 'absolute', left: 0, right: 0, height: `${CARD_PX}px`, padding: '3px 8px' },
  card: {
    display: 'flex', flexDirection: 'column', justifyContent: 'center', gap: '3px', height: '100%', padding: '8px 12px', borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke3}`, color: tokens.colorNeutralForeground1, textDecorationLine: 'none',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}`, boxShadow: tokens.shadow4 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, backgroundColor: tokens.colorBrandBackground2, outline: `1px solid ${tokens.colorTransparentStrokeInteractive}` },
  line: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0, fontSize: tokens.fontSizeBase200 },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  push: { marginLeft: 'auto', flexShrink: 0 },
  number: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  more: { display: 'flex', justifyContent: 'center', padding: tokens.spacingVerticalM },
});

interface Props {
  readonly label: string;
  readonly list: QueueList;
  readonly state: QueueState;
  readonly currentIndex: number;
  onCurrent(index: number): void;
}

/** The same tickets where a table does not fit: Teams' side pane, phones. */
export function QueueCards({ label, list, state, currentIndex, onCurrent }: Props) {
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
    scroller.current?.querySelector<HTMLElement>(`[data-ticket="${ids[next]}"]`)?.focus();
  };

  return (
    <div ref={scroller} className={styles.root} data-testid="queue" onKeyDown={onKeyDown}>
      <ul aria-label={label} aria-busy={state.status === 'loading'} className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = state.rows[item.index];
          return row && <Card key={row.id} row={row} top={item.start} isCurrent={item.index === currentIndex} />;
        })}
      </ul>
      {state.isLoadingMore && <div className={styles.more}>{t('tab.loading')}</div>}
    </div>
  );
}

const Card = memo(function Card({ row, top, isCurrent }: { readonly row: TicketRow; readonly top: number; readonly isCurrent: boolean }) {
  const styles = useStyles();
  const t = useText();
  return (
    <li className={styles.item} style={{ transform: `translateY(${top}px)` }}>
      <a href={href('tickets', row.id)} data-ticket={row.id} className={mergeClasses(styles.card, isCurrent && styles.current)}>
        <span className={styles.line}>
          <PriorityMark priority={row.priority} />
          <span className={styles.number}>{row.id}</span>
          {row.isRestricted && <ConfidentialMark />}
          <span className={styles.push}>
            <Due row={row} />
          </span>
        </span>
        <span className={styles.title}>{row.title}</span>
        <span className={styles.line}>
          <span className={styles.clip}>{row.requesterName}</span>
          {row.isVip && <VipMark />}
          <span className={mergeClasses(styles.clip, styles.push)}>{row.assigneeName ?? row.groupName ?? t('tab.queue.nobody')}</span>
          {row.isResolutionPaused && row.holdReason ? <Wait row={row} /> : <StateMark state={row.state} />}
        </span>
      </a>
    </li>
  );
});
