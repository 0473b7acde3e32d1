import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowReply16Regular } from '@fluentui/react-icons/svg/arrow-reply';
import { Open16Regular } from '@fluentui/react-icons/svg/open';
import { PersonAdd16Regular } from '@fluentui/react-icons/svg/person-add';
import type { TicketRow, TicketView } from '../../../../shared/tickets/ticket-views';
import { useRecord } from '../../lib/records';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Placeholder } from '../../parts/Placeholder';
import { PersonName } from '../../parts/PersonName';
import { When } from '../../parts/When';
import { useActions } from '../../actions/ActionsProvider';
import { ConfidentialMark, PriorityMark, StateMark, VipMark } from '../marks';
import { WhyBadge } from '../ticket/why/WhyBadge';
import { useDue } from './columns';

const RECENT = 3;

const useStyles = makeStyles({
  root: {
    width: '324px', flexShrink: 0, display: 'flex', flexDirection: 'column', minHeight: 0, backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`, overflow: 'hidden',
  },
  head: { padding: '14px 16px 12px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, display: 'flex', flexDirection: 'column', gap: '8px' },
  line: { display: 'flex', alignItems: 'center', gap: '10px', fontSize: tokens.fontSizeBase200, flexWrap: 'wrap' },
  number: { color: tokens.colorNeutralForeground3 },
  push: { marginLeft: 'auto' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  body: { padding: '14px 16px', overflowY: 'auto', display: 'flex', flexDirection: 'column', gap: '14px', flexGrow: 1 },
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: '12px', rowGap: '6px', margin: 0, fontSize: tokens.fontSizeBase200, alignItems: 'center' },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, display: 'flex', alignItems: 'center', gap: '6px' },
  waits: { padding: '8px 10px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3, fontSize: tokens.fontSizeBase200 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: '200px', overflow: 'hidden' },
  message: { display: 'flex', flexDirection: 'column', gap: '4px', paddingTop: '12px', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  by: { display: 'flex', alignItems: 'center', gap: '8px', fontSize: tokens.fontSizeBase200 },
  when: { color: tokens.colorNeutralForeground3 },
});

/** The current row in full, beside the table: enough to decide what to do with it. */
export function Preview({ row }: { readonly row: TicketRow }) {
  const styles = useStyles();
  const session = useSession();
  const { t } = session;
  const { start } = useActions();
  const due = useDue(row);
  const { record } = useRecord<TicketView>(session.records, 'tickets', row.id);
  const messages = record?.timeline.filter((entry) => entry.kind !== 'change').slice(-RECENT).reverse() ?? [];
  return (
    <aside className={styles.root} aria-label={t('tab.preview.of', { id: row.id })} data-testid="preview">
      <div className={styles.head}>
        <div className={styles.line}>
          <PriorityMark priority={row.priority} />
          <span className={styles.number}>{row.id}</span>
          {row.isRestricted && <ConfidentialMark />}
          <StateMark state={row.state} />
          <span className={styles.push}>
            <WhyBadge key={row.id} ticketId={row.id} {...due} />
          </span>
        </div>
        <h2 className={styles.title}>{row.title}</h2>
        <div className={styles.actions}>
          {row.can.includes('tickets.take') && (
            <Button size="small" appearance="primary" onClick={() => start({ record: row, action: 'tickets.take' })}>
              {t('action.tickets.take')}
            </Button>
          )}
          {row.can.includes('tickets.reply') && (
            <Button size="small" icon={<ArrowReply16Regular aria-hidden />} onClick={() => navigate(href('tickets', row.id, new URLSearchParams({ do: 'reply' })))}>
              {t('action.tickets.reply')}
            </Button>
          )}
          {row.can.includes('tickets.assign') && (
            <Button size="small" icon={<PersonAdd16Regular aria-hidden />} onClick={() => start({ record: row, action: 'tickets.assign' })}>
              {t('action.tickets.assign')}
            </Button>
          )}
          <Button size="small" appearance="subtle" icon={<Open16Regular aria-hidden />} onClick={() => navigate(href('tickets', row.id))}>
            {t('tab.open')}
          </Button>
        </div>
      </div>
      <div className={styles.body} tabIndex={0} role="region" aria-label={row.title}>
        {record && <div className={styles.waits}>{record.waitsFor}</div>}
        <dl className={styles.facts}>
          <Fact label={t('tab.column.requester')}>
            <PersonName name={row.requesterName} />
            {row.isVip && <VipMark />}
          </Fact>
          <Fact label={t('tab.column.assignee')}>{row.assigneeName ? <PersonName name={row.assigneeName} /> : '–'}</Fact>
          <Fact label={t('tab.column.group')}>{row.groupName ?? '–'}</Fact>
          <Fact label={t('tab.column.category')}>{row.category ?? '–'}</Fact>
          <Fact label={t('tab.opened')}>
            <When at={row.createdAt} />
          </Fact>
        </dl>
        {record ? <div className={styles.text}>{record.description || t('tab.noDescription')}</div> : <Placeholder label={t('tab.loading')} widths={[96, 70]} />}
        {messages.map((entry) => (
          <div key={entry.seq} className={styles.message}>
            <div className={styles.by}>
              <PersonName name={entry.byName} />
              <When at={entry.at} className={styles.when} />
              {entry.kind === 'note' && <span className={styles.when}>· {t('field.ticket.note')}</span>}
            </div>
            <div className={styles.text}>{entry.text}</div>
          </div>
        ))}
      </div>
    </aside>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}
