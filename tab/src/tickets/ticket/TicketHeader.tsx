import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ClockView } from '../../../../shared/sla/clock-views';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { useDates, useNow } from '../../lib/now';
import { useSession, useText } from '../../lib/session';
import type { Neighbors } from '../../lists/neighbors';
import { NeighborSteps } from '../../lists/NeighborSteps';
import { RecordHeader } from '../../lists/RecordHeader';
import { ConfidentialMark, PriorityMark, StateMark } from '../marks';
import { clockMood } from '../sla';
import { ActionBar } from './ActionBar';
import { useWhy, WhyBadge } from './why/WhyBadge';

const useStyles = makeStyles({
  clock: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  why: { minWidth: 0, padding: '0 4px', color: tokens.colorBrandForegroundLink },
});

interface Props {
  readonly ticket: TicketView;
  readonly neighbors: Neighbors;
  /** People who handle tickets see priority and clocks; the requester sees who has it and until when. */
  readonly isHandler: boolean;
}

/** What it is, how it stands, who holds the ball, and what can be done. */
export function TicketHeader({ ticket, neighbors, isHandler }: Props) {
  const t = useText();
  return (
    <RecordHeader
      record={ticket}
      neighbors={neighbors}
      back={t(isHandler ? 'tab.backToQueue' : 'tab.backToMine')}
      lead={isHandler && <PriorityMark priority={ticket.priority} />}
      marks={
        <>
          {ticket.isRestricted && <ConfidentialMark />}
          <StateMark state={ticket.state} />
          {isHandler && neighbors.count > 1 && <NeighborSteps page="tickets" neighbors={neighbors} previous={t('tab.key.previousTicket')} next={t('tab.key.nextTicket')} />}
        </>
      }
      actions={<ActionBar ticket={ticket} />}
    >
      <span data-testid="waits-for">{ticket.waitsFor}</span>
      {isHandler ? ticket.clocks.filter(({ type }) => type === 'sla').map((clock) => <Clock key={clock.key} id={ticket.id} clock={clock} />) : <Promise id={ticket.id} clocks={ticket.clocks} />}
    </RecordHeader>
  );
}

function Clock({ id, clock }: { readonly id: string; readonly clock: ClockView }) {
  const styles = useStyles();
  const { t } = useSession();
  const now = useNow();
  const mood = clockMood(clock, now);
  // A kept promise of the past needs no place in the head of the page.
  if (mood === 'none' || (mood === 'met' && clock.metric === 'firstResponse')) return null;
  const label = t(`tab.sla.${clock.metric}`);
  return (
    <span className={styles.clock}>
      <span className={styles.label}>{label}</span>
      <WhyBadge ticketId={id} clockKey={clock.key} mood={mood} dueAt={clock.dueAt} stoppedAt={clock.stoppedAt} what={label} />
    </span>
  );
}

/** The same for the person who waits: until when, in plain words. */
function Promise({ id, clocks }: { readonly id: string; readonly clocks: readonly ClockView[] }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const { open, drawer } = useWhy(id);
  const next = clocks.find((clock) => clock.state === 'running' && clock.dueAt);
  const isPaused = clocks.some((clock) => clock.state === 'paused');
  if (!next?.dueAt && !isPaused) return null;
  const isLate = next !== undefined && clockMood(next, dates.now) === 'breached';
  const key = next?.metric === 'firstResponse' ? 'tab.my.answerDue' : 'tab.my.due';
  const due = next?.dueAt ? t(key, { at: dates.short(next.dueAt) }) : t('tab.sla.paused.long');
  return (
    <span className={styles.clock}>
      <span className={styles.label} title={next?.dueAt && dates.exact(next.dueAt)}>
        {isLate ? t('tab.my.late') : due}
      </span>
      <Button size="small" appearance="transparent" aria-haspopup="dialog" className={styles.why} onClick={open}>
        {t('tab.why')}
      </Button>
      {drawer}
    </span>
  );
}
