import { makeStyles, tokens } from '@fluentui/react-components';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { PersonAdd16Regular } from '@fluentui/react-icons/svg/person-add';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { targetDuration } from '../../lib/duration';
import { useDates, useNow } from '../../lib/now';
import { useSession } from '../../lib/session';
import { PersonName } from '../../parts/PersonName';
import { When } from '../../parts/When';
import { useActions } from '../../actions/ActionsProvider';
import { PriorityMark, StateMark, VipMark } from '../marks';
import { clockMood } from '../sla';
import { Answers, Approvals, Attachments, ImportDetails, RatingShown } from './extra-sections';
import { Links, Suggestions, Watchers } from './related-sections';
import { Fact, Facts, Section } from '../../parts/Panel';
import { Told } from './Told';
import { PickedWhy } from './why/PickedWhy';
import { WhyBadge } from './why/WhyBadge';

const useStyles = makeStyles({
  inline: { display: 'inline-flex', alignItems: 'center', gap: '6px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly ticket: TicketView;
  readonly isHandler: boolean;
}

/** Everything about a ticket that is not its conversation. */
export function Properties({ ticket, isHandler }: Props) {
  return (
    <>
      {isHandler ? <Handling ticket={ticket} /> : <ForRequester ticket={ticket} />}
      {ticket.hold && <OnHold ticket={ticket} />}
      {!ticket.fulfillment && <Approvals ticket={ticket} />}
      <Answers ticket={ticket} />
      <Attachments ticket={ticket} />
      {isHandler && <Told recordId={ticket.id} />}
      {isHandler && <Suggestions ticket={ticket} />}
      <Links ticket={ticket} />
      {isHandler && <Watchers ticket={ticket} />}
      <RatingShown ticket={ticket} />
      <ImportDetails ticket={ticket} />
    </>
  );
}

function Promises({ ticket }: { readonly ticket: TicketView }) {
  const { t, language } = useSession();
  const now = useNow();
  return ticket.clocks
    .filter(({ type, state }) => type === 'sla' && state !== 'cancelled' && state !== 'none')
    .map((clock) => (
      <Fact key={clock.key} label={t(`tab.sla.${clock.metric}`)} help={t('tab.sla.target', { time: targetDuration(clock.targetMinutes, language) })}>
        <WhyBadge ticketId={ticket.id} clockKey={clock.key} mood={clockMood(clock, now)} dueAt={clock.dueAt} stoppedAt={clock.stoppedAt} what={t(`tab.sla.${clock.metric}`)} />
      </Fact>
    ));
}

function Handling({ ticket }: { readonly ticket: TicketView }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const { start } = useActions();
  const can = (action: string): boolean => ticket.can.includes(action);
  const editClass = can('tickets.classify') ? { label: t('action.tickets.classify'), icon: <Edit16Regular />, run: () => start({ record: ticket, action: 'tickets.classify' }) } : undefined;
  const editPeople = can('tickets.assign') ? { label: t('action.tickets.assign'), icon: <PersonAdd16Regular />, run: () => start({ record: ticket, action: 'tickets.assign' }) } : undefined;
  const moved = ticket.reassignmentCount ? t('tab.moved', { count: ticket.reassignmentCount }) : undefined;
  return (
    <>
      <Section title={t('tab.panel.people')} action={editPeople}>
        <Facts>
          <Fact label={t('tab.column.requester')}>
            <span className={styles.inline}>
              <PersonName name={ticket.requesterName} />
              {ticket.isVip && <VipMark />}
            </span>
          </Fact>
          <Fact label={t('tab.column.assignee')}>
            <span className={styles.inline}>
              {ticket.assigneeName ? <PersonName name={ticket.assigneeName} /> : <span className={styles.quiet}>{t('tab.queue.nobody')}</span>}
              {ticket.picked && <PickedWhy picked={ticket.picked} />}
            </span>
          </Fact>
          <Fact label={t('tab.asked')}>{ticket.offer && t('tab.asked.until', { person: ticket.offer.personName, until: dates.short(ticket.offer.until) })}</Fact>
          <Fact label={t('tab.column.group')} help={[ticket.routedBecause && t('tab.because', { reason: ticket.routedBecause }), moved].filter(Boolean).join(' · ')}>
            {ticket.groupName ?? <span className={styles.quiet}>–</span>}
          </Fact>
          <Fact label={t('tab.watchingGroups')}>{ticket.watchingGroups?.join(', ')}</Fact>
        </Facts>
      </Section>
      <Section title={t('tab.panel.details')} action={editClass}>
        <Facts>
          <Fact label={t('field.ticket.priority')} help={ticket.isPriorityOverridden ? t('tab.overridden') : undefined}>
            <span className={styles.inline}>
              <PriorityMark priority={ticket.priority} />
              {t(`priority.plain.${ticket.priority}`)}
            </span>
          </Fact>
          <Promises ticket={ticket} />
          <Fact label={t('tab.column.category')}>{ticket.category ?? <span className={styles.quiet}>–</span>}</Fact>
          <Fact label={t('field.ticket.reach')}>{ticket.reach && t(`reach.${ticket.reach}`)}</Fact>
          <Fact label={t('field.ticket.work')}>{ticket.work && t(`work.${ticket.work}`)}</Fact>
          <Fact label={t('tab.filter.kind')}>{t(`kind.${ticket.kind}`)}</Fact>
          <Fact label={t('tab.opened')}>
            <When at={ticket.createdAt} />
          </Fact>
          <Fact label={t('tab.via')}>{ticket.channel !== 'seed' && t(`tab.channel.${ticket.channel}`)}</Fact>
          <Fact label={t('tab.reopened')}>{ticket.reopenCount > 0 ? String(ticket.reopenCount) : undefined}</Fact>
        </Facts>
      </Section>
    </>
  );
}

function ForRequester({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useSession();
  return (
    <Section title={t('tab.panel.details')}>
      <Facts>
        <Fact label={t('tab.worksOnIt')}>{ticket.assigneeName ? <PersonName name={ticket.assigneeName} /> : ticket.groupName}</Fact>
        <Fact label={t('tab.column.state')}>
          <StateMark state={ticket.state} />
        </Fact>
        <Fact label={t('tab.column.category')}>{ticket.category}</Fact>
        <Fact label={t('field.ticket.reach')}>{ticket.reach && t(`reach.${ticket.reach}`)}</Fact>
        <Fact label={t('field.ticket.work')}>{ticket.work && t(`work.${ticket.work}`)}</Fact>
        <Fact label={t('tab.opened')}>
          <When at={ticket.createdAt} />
        </Fact>
      </Facts>
    </Section>
  );
}

function OnHold({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useSession();
  const { hold } = ticket;
  if (!hold) return null;
  return (
    <Section title={t('state.onHold')}>
      <Facts>
        <Fact label={t('field.ticket.holdReason')}>{t(`holdReason.${hold.reason}`)}</Fact>
        <Fact label={t('tab.since')}>
          <When at={hold.since} />
        </Fact>
        <Fact label={t('field.ticket.followUpAt')}>
          <When at={hold.followUpAt} />
        </Fact>
        <Fact label={t('field.ticket.supplier')}>{hold.supplier}</Fact>
        <Fact label={t('field.ticket.reference')}>{hold.reference}</Fact>
        <Fact label={t('field.ticket.holdWhy')}>{hold.why}</Fact>
      </Facts>
    </Section>
  );
}
