import { Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import type { ClockView } from '../../../../shared/sla/clock-views';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { useDates, useNow } from '../../lib/now';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { useIsNarrow } from '../../lib/use-width';
import { notify } from '../../parts/notices';
import { ConfidentialMark, PriorityMark, StateMark } from '../marks';
import { clockMood } from '../sla';
import { ActionBar } from './ActionBar';
import { useWhy, WhyBadge } from './why/WhyBadge';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '2px 16px 12px', flexShrink: 0 },
  narrow: { padding: '0 10px 8px' },
  line: { display: 'flex', alignItems: 'center', columnGap: '12px', rowGap: '4px', flexWrap: 'wrap', minWidth: 0 },
  back: { minWidth: 0, marginLeft: '-6px' },
  number: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  copy: { marginLeft: '-8px' },
  title: { margin: 0, flexGrow: 1, flexBasis: '320px', minWidth: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  narrowTitle: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, flexBasis: '100%' },
  waits: { color: tokens.colorNeutralForeground1 },
  clock: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  why: { minWidth: 0, padding: '0 4px', color: tokens.colorBrandForegroundLink },
  push: { marginLeft: 'auto' },
  steps: { display: 'flex', alignItems: 'center', gap: '2px', marginLeft: 'auto', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export interface Neighbors {
  readonly backHref: string;
  readonly position: number;
  readonly count: number;
  readonly previousId?: string | undefined;
  readonly nextId?: string | undefined;
}

interface Props {
  readonly ticket: TicketView;
  readonly neighbors: Neighbors;
  /** People who handle tickets see priority and clocks; the requester sees who has it and until when. */
  readonly isHandler: boolean;
}

/** What it is, how it stands, who holds the ball, and what can be done. */
export function TicketHeader({ ticket, neighbors, isHandler }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const isNarrow = useIsNarrow();
  const copy = (): void => {
    navigator.clipboard.writeText(ticket.id).then(
      () => notify({ title: t('tab.copied', { id: ticket.id }), intent: 'info' }),
      // Some hosts forbid it to the pages they show.
      () => notify({ title: t('tab.notCopied', { id: ticket.id }), intent: 'warning' }),
    );
  };
  return (
    <header className={mergeClasses(styles.root, isNarrow && styles.narrow)}>
      <div className={styles.line}>
        <Tooltip content={t(isHandler ? 'tab.backToQueue' : 'tab.backToMine')} relationship="label" withArrow>
          <Button as="a" href={neighbors.backHref} size="small" appearance="subtle" className={styles.back} icon={<ArrowLeft20Regular />} />
        </Tooltip>
        {isHandler && <PriorityMark priority={ticket.priority} />}
        <span className={styles.number}>{ticket.id}</span>
        <Tooltip content={t('tab.copyNumber')} relationship="label" withArrow>
          <Button size="small" appearance="transparent" className={styles.copy} icon={<Copy16Regular />} onClick={copy} />
        </Tooltip>
        {ticket.isRestricted && <ConfidentialMark />}
        <StateMark state={ticket.state} />
        {isHandler && neighbors.count > 1 && <Steps neighbors={neighbors} />}
      </div>
      <div className={styles.line}>
        <h1 className={mergeClasses(styles.title, isNarrow && styles.narrowTitle)}>{ticket.title}</h1>
        <ActionBar ticket={ticket} />
      </div>
      <div className={styles.line}>
        <span className={styles.waits} data-testid="waits-for">
          {ticket.waitsFor}
        </span>
        {isHandler ? ticket.clocks.filter(({ type }) => type === 'sla').map((clock) => <Clock key={clock.key} id={ticket.id} clock={clock} />) : <Promise id={ticket.id} clocks={ticket.clocks} />}
      </div>
    </header>
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

function Steps({ neighbors }: { readonly neighbors: Neighbors }) {
  const styles = useStyles();
  const { t } = useSession();
  const { previousId, nextId, position, count } = neighbors;
  return (
    <span className={styles.steps}>
      {t('tab.position', { position, count })}
      <Step label={t('tab.key.previousTicket')} id={previousId} icon={<ChevronUp20Regular />} />
      <Step label={t('tab.key.nextTicket')} id={nextId} icon={<ChevronDown20Regular />} />
    </span>
  );
}

function Step({ label, id, icon }: { readonly label: string; readonly id: string | undefined; readonly icon: React.JSX.Element }) {
  if (!id) return <Button size="small" appearance="subtle" icon={icon} aria-label={label} disabled />;
  return (
    <Tooltip content={label} relationship="label" withArrow>
      <Button as="a" href={href('tickets', id)} size="small" appearance="subtle" icon={icon} />
    </Tooltip>
  );
}
