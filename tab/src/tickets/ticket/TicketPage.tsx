import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { Search48Regular } from '@fluentui/react-icons/svg/search';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { errorText } from '../../lib/error-text';
import { useRecord } from '../../lib/records';
import { href, navigate } from '../../lib/router';
import { useSession, type Session } from '../../lib/session';
import { useShortcuts } from '../../lib/shortcuts';
import { useMedia } from '../../lib/use-width';
import { neighborsOf, type Neighbors } from '../../lists/neighbors';
import { EmptyState } from '../../parts/EmptyState';
import { useActions } from '../../actions/ActionsProvider';
import { AnswersCard } from './AnswersCard';
import { Composer } from './Composer';
import { MajorNotice } from './MajorNotice';
import { Properties } from './Properties';
import { RateCard } from './RateCard';
import { StagesCard } from './StagesCard';
import { TicketHeader } from './TicketHeader';
import { Timeline } from './Timeline';
import { useScrollToEnd } from './use-scroll-to-end';
import type { Mode } from './mode';

const useStyles = makeStyles({
  waiting: { display: 'flex', alignItems: 'center', justifyContent: 'center', flexGrow: 1 },
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  body: { display: 'flex', flexGrow: 1, minHeight: 0, gap: '12px', padding: '0 16px 16px' },
  bodyNarrow: { padding: '0 8px 8px' },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0, gap: '10px' },
  scroll: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '2px 4px 8px 2px' },
  column: { maxWidth: '1040px', width: '100%' },
  panel: {
    width: '320px', flexShrink: 0, overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  details: { marginBottom: '10px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke3}` },
  ended: { display: 'flex', alignItems: 'center', gap: '12px', flexWrap: 'wrap', color: tokens.colorNeutralForeground3, padding: '8px 4px' },
});

function isHandlerOf({ me }: Session): boolean {
  return me.isAgent || me.roles.some((role) => role === 'auditor' || role === 'administrator');
}

const listPageOf = (session: Session): string => (isHandlerOf(session) ? 'queue' : 'my');

interface Props {
  readonly id: string;
  /** `reply` or `note`: where to put the cursor. */
  readonly todo?: string | undefined;
}

export default function TicketPage({ id, todo }: Props) {
  const styles = useStyles();
  const session = useSession();
  const { t, records } = session;
  const { record, error, isLoading } = useRecord<TicketView>(records, 'tickets', id);

  if (record) return <Ticket key={record.id} ticket={record} todo={todo} />;
  if (error && !isLoading) {
    const isMissing = error.status === 404;
    return (
      <EmptyState icon={<Search48Regular />} title={t(isMissing ? 'tab.ticketMissing' : 'tab.ticketFailed', { id })} text={isMissing ? t('tab.ticketMissing.text') : errorText(error, t)}>
        {!isMissing && (
          <Button appearance="primary" onClick={() => records.load('tickets', id, true)}>
            {t('tab.retry')}
          </Button>
        )}
        <Button onClick={() => navigate(href(listPageOf(session)))}>{t(isHandlerOf(session) ? 'tab.backToQueue' : 'tab.backToMine')}</Button>
      </EmptyState>
    );
  }
  return (
    <div className={styles.waiting}>
      <Spinner size="small" label={t('tab.loading')} />
    </div>
  );
}

function useTicketShortcuts(ticket: TicketView, neighbors: Neighbors, write: (mode: Mode) => void): void {
  const { start } = useActions();
  const doIt = (verb: string) => (ticket.can.includes(`tickets.${verb}`) ? () => start({ record: ticket, action: `tickets.${verb}` }) : undefined);
  const go = (id: string | undefined) => (id ? () => navigate(href('tickets', id)) : undefined);
  useShortcuts({
    r: ticket.can.includes('tickets.reply') ? () => write('reply') : undefined,
    n: ticket.can.includes('tickets.addNote') ? () => write('note') : undefined,
    t: doIt('take'),
    a: doIt('assign'),
    h: doIt('putOnHold'),
    s: doIt('resolve'),
    j: go(neighbors.nextId),
    k: go(neighbors.previousId),
    Escape: () => navigate(neighbors.backHref),
  });
}

function Ticket({ ticket, todo }: { readonly ticket: TicketView; readonly todo: string | undefined }) {
  const styles = useStyles();
  const session = useSession();
  const { t, host } = session;
  const isNarrow = useMedia('(max-width: 899px)');
  const isHandler = isHandlerOf(session);
  const neighbors = neighborsOf(session, 'tickets', ticket.id, listPageOf(session));
  const can = { reply: ticket.can.includes('tickets.reply'), note: ticket.can.includes('tickets.addNote') };
  const [chosen, setMode] = useState<Mode>(todo === 'note' ? 'note' : 'reply');
  const mode: Mode = chosen === 'reply' && !can.reply ? 'note' : chosen === 'note' && !can.note ? 'reply' : chosen;
  const box = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useScrollToEnd(scroller, ticket.timeline);

  const write = (next: Mode): void => {
    // Reply and note are two boxes: the cursor goes into the new one.
    flushSync(() => setMode(next));
    box.current?.focus();
  };
  useTicketShortcuts(ticket, neighbors, write);

  useEffect(() => {
    document.title = `${ticket.id} · ${ticket.title}`;
    host.share(ticket.id, `${ticket.id} ${ticket.title}`);
  }, [host, ticket.id, ticket.title]);
  useEffect(() => {
    if (todo) box.current?.focus();
  }, [todo]);

  return (
    <div className={styles.root}>
      <TicketHeader ticket={ticket} neighbors={neighbors} isHandler={isHandler} />
      <div className={mergeClasses(styles.body, isNarrow && styles.bodyNarrow)}>
        <div className={styles.main}>
          <div ref={scroller} className={styles.scroll} tabIndex={0} role="region" aria-label={t('tab.timeline')} data-printed="">
            <div className={styles.column}>
              {isNarrow && <Details ticket={ticket} isHandler={isHandler} />}
              <MajorNotice ticket={ticket} />
              <StagesCard ticket={ticket} />
              <Timeline ticket={ticket} />
              <AnswersCard key={ticket.version} ticket={ticket} />
            </div>
          </div>
          <div className={styles.column}>
            <Foot ticket={ticket} mode={mode} box={box} canWrite={can.reply || can.note} onMode={write} />
          </div>
        </div>
        {!isNarrow && (
          <aside className={styles.panel} aria-label={t('tab.panel')} data-testid="panel" data-printed="">
            <Properties ticket={ticket} isHandler={isHandler} />
          </aside>
        )}
      </div>
    </div>
  );
}

interface FootProps {
  readonly ticket: TicketView;
  readonly mode: Mode;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly canWrite: boolean;
  onMode(mode: Mode): void;
}

function Foot({ ticket, mode, box, canWrite, onMode }: FootProps) {
  const styles = useStyles();
  const { t } = useSession();
  // Who looks after the desk and works on no ticket may not write into one that goes on.
  const hasEnded = ['closed', 'cancelled', 'rejected'].includes(ticket.state);
  return (
    <>
      {ticket.can.includes('tickets.rate') && <RateCard ticket={ticket} />}
      {canWrite ? (
        <Composer key={mode} ticket={ticket} mode={mode} box={box} onMode={onMode} />
      ) : (
        <div className={styles.ended}>
          {t(hasEnded ? 'tab.ended' : 'tab.onlyRead')}
          {hasEnded && (
            <Button size="small" onClick={() => navigate(href('new', undefined, new URLSearchParams({ followUp: ticket.id })))}>
              {t('tab.followUp')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Details({ ticket, isHandler }: { readonly ticket: TicketView; readonly isHandler: boolean }) {
  const styles = useStyles();
  const { t } = useSession();
  return (
    <Accordion collapsible className={styles.details}>
      <AccordionItem value="details">
        <AccordionHeader size="small">{t('tab.panel')}</AccordionHeader>
        <AccordionPanel>
          <Properties ticket={ticket} isHandler={isHandler} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
