import { Button, makeStyles, RatingDisplay, tokens } from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons/svg/attach';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { DismissCircle16Regular } from '@fluentui/react-icons/svg/dismiss-circle';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import { useState } from 'react';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { useSession } from '../../lib/session';
import { FileChip } from '../../parts/FileChip';
import { PlainText } from '../../parts/PlainText';
import { useActions } from '../../actions/ActionsProvider';
import { Fact, Facts, Section } from '../../parts/Panel';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  approver: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  icon: { display: 'inline-flex', marginTop: '2px', color: tokens.colorNeutralForeground3 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  comment: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', marginTop: '6px' },
});

interface Props {
  readonly ticket: TicketView;
}

const DECISIONS: Readonly<Record<string, React.JSX.Element>> = {
  approved: <CheckmarkCircle16Regular />,
  rejected: <DismissCircle16Regular />,
  returned: <QuestionCircle16Regular />,
};

export function Approvals({ ticket }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  if (!ticket.approvers || ticket.approvers.length === 0) return null;
  return (
    <Section title={t('tab.panel.approvals')}>
      <ul className={styles.list}>
        {ticket.approvers.map((approver) => (
          <li key={approver.name} className={styles.approver}>
            <span className={styles.icon} aria-hidden="true">
              {DECISIONS[approver.decision ?? ''] ?? <Clock16Regular />}
            </span>
            <span>
              {approver.name}
              <span className={styles.quiet}>{approver.decision ? t(`vote.${approver.decision}`) : t('tab.awaited')}</span>
              {approver.comment && <span className={styles.comment}>{approver.comment}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Answers({ ticket }: Props) {
  const { t } = useSession();
  const answers = ticket.answers ?? [];
  if (!ticket.offeringName && answers.length === 0) return null;
  return (
    <Section title={t('tab.panel.order')}>
      <Facts>
        <Fact label={t('field.ticket.offering')}>{ticket.offeringName}</Fact>
        <Fact label={t('field.ticket.neededBy')}>{ticket.neededBy}</Fact>
        {answers.map((answer) => (
          <Fact key={answer.label} label={answer.label}>
            {answer.value}
          </Fact>
        ))}
      </Facts>
    </Section>
  );
}

export function Attachments({ ticket }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const { start } = useActions();
  const canAttach = ticket.can.includes('tickets.attach');
  if (ticket.attachments.length === 0 && !canAttach) return null;
  const add = { label: t('action.tickets.attach'), icon: <Attach16Regular />, run: () => start({ record: ticket, action: 'tickets.attach' }) };
  return (
    <Section title={t('field.ticket.files')} action={canAttach ? add : undefined}>
      {ticket.attachments.length === 0 && <span className={styles.quiet}>{t('tab.none')}</span>}
      <ul className={styles.list}>
        {ticket.attachments.map((file) => (
          <li key={file.id}>
            <FileChip file={file} recordId={ticket.id} />
            {file.isInternal && <span className={styles.quiet}>{t('tab.internalFile')}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function RatingShown({ ticket }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  if (!ticket.rating) return null;
  return (
    <Section title={t('tab.panel.rating')}>
      <RatingDisplay value={ticket.rating.stars} color="marigold" valueText={null} aria-label={t('tab.stars', { count: ticket.rating.stars })} />
      {ticket.rating.comment && (
        <div className={styles.comment}>
          <PlainText text={ticket.rating.comment} />
        </div>
      )}
    </Section>
  );
}

const FIRST_VALUES = 6;

export function ImportDetails({ ticket }: Props) {
  const { t } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { external } = ticket;
  if (!external) return null;
  const values = Object.entries(external.values);
  const shown = isOpen ? values : values.slice(0, FIRST_VALUES);
  return (
    <Section title={t('tab.panel.import')}>
      <Facts>
        <Fact label={t('tab.import.source')}>{external.source}</Fact>
        <Fact label={t('tab.import.number')}>{external.id}</Fact>
        {shown.map(([name, value]) => (
          <Fact key={name} label={name}>
            {value}
          </Fact>
        ))}
      </Facts>
      {values.length > FIRST_VALUES && (
        <Button size="small" appearance="transparent" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'tab.less' : 'tab.more', { count: values.length - FIRST_VALUES })}
        </Button>
      )}
    </Section>
  );
}
