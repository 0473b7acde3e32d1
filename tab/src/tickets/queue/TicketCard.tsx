import { mergeClasses } from '@fluentui/react-components';
import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import { useText } from '../../lib/session';
import { useCardStyles } from '../../lists/RowCards';
import { ConfidentialMark, PriorityMark, StateMark, VipMark } from '../marks';
import { Due, Wait } from './columns';

/** What a card of the queue says about a ticket. */
export function TicketCard({ row }: { readonly row: TicketRow }) {
  const styles = useCardStyles();
  const t = useText();
  return (
    <>
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
    </>
  );
}
