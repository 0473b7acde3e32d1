import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { monthDay } from '../../../../shared/strings/dates';
import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import { useActions } from '../../actions/ActionsProvider';
import { useNow } from '../../lib/now';
import { href } from '../../lib/router';
import { useSession, useText } from '../../lib/session';
import type { Column } from '../../lists/columns';
import { PersonName } from '../../parts/PersonName';
import { When } from '../../parts/When';
import { ConfidentialMark, PriorityMark, StateMark, VipMark } from '../marks';
import { rowMood } from '../sla';
import { SlaBadge, type SlaBadgeProps } from '../SlaBadge';

const useStyles = makeStyles({
  title: {
    color: tokens.colorNeutralForeground1, textDecorationLine: 'none', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap',
    ':hover': { textDecorationLine: 'underline', color: tokens.colorBrandForegroundLink },
  },
  /** Something is new in it: nobody has looked, or the requester wrote last. */
  fresh: { fontWeight: tokens.fontWeightSemibold },
  inline: { display: 'inline-flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  number: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  answer: { width: '8px', height: '8px', borderRadius: '50%', backgroundColor: tokens.colorBrandBackground, flexShrink: 0 },
});

function Title({ row }: { readonly row: TicketRow }) {
  const styles = useStyles();
  const t = useText();
  const isAnswered = row.lastMessageFrom === 'requester' && row.closedAt === undefined;
  return (
    <span className={styles.inline}>
      {isAnswered && <span className={styles.answer} role="img" aria-label={t('tab.queue.answered')} title={t('tab.queue.answered')} />}
      {row.isRestricted && <ConfidentialMark />}
      <a href={href('tickets', row.id)} className={mergeClasses(styles.title, (isAnswered || row.state === 'new') && styles.fresh)} tabIndex={-1} title={row.title}>
        {row.title}
      </a>
    </span>
  );
}

function Requester({ row }: { readonly row: TicketRow }) {
  const styles = useStyles();
  return (
    <span className={styles.inline}>
      <span className={styles.clip} title={row.requesterName}>
        {row.requesterName}
      </span>
      {row.isVip && <VipMark />}
    </span>
  );
}

function Assignee({ row }: { readonly row: TicketRow }) {
  const styles = useStyles();
  const t = useText();
  const { start } = useActions();
  if (row.assigneeName) return <PersonName name={row.assigneeName} />;
  if (!row.can.includes('tickets.take')) return <span className={styles.quiet}>–</span>;
  return (
    <Button
      size="small"
      appearance="outline"
      tabIndex={-1}
      aria-label={t('tab.queue.takeOne', { id: row.id })}
      onClick={(event) => {
        event.stopPropagation();
        start({ record: row, action: 'tickets.take' });
      }}
    >
      {t('action.tickets.take')}
    </Button>
  );
}

/** How the next promise of a row stands, for a badge. */
export function useDue(row: TicketRow): SlaBadgeProps {
  const now = useNow();
  const t = useText();
  const isResponse = row.dueAt !== undefined && row.dueAt === row.responseDueAt;
  return { mood: rowMood(row, now), dueAt: row.dueAt, what: t(isResponse ? 'tab.sla.firstResponse' : 'tab.sla.resolution') };
}

export function Due({ row }: { readonly row: TicketRow }) {
  return <SlaBadge {...useDue(row)} />;
}

/** For whom or what a ticket waits, and until when at the latest. */
export function Wait({ row: { holdReason, followUpAt } }: { readonly row: TicketRow }) {
  const styles = useStyles();
  const { t, language, zone } = useSession();
  if (!holdReason) return <span className={styles.quiet}>–</span>;
  // The day is enough here: the ticket itself tells the hour.
  const until = followUpAt && monthDay(followUpAt, language, zone);
  const text = until ? t('tab.queue.waitsUntil', { reason: t(`holdReason.${holdReason}`), until }) : t(`holdReason.${holdReason}`);
  return (
    <span className={styles.clip} title={text}>
      {text}
    </span>
  );
}

function Plain({ text }: { readonly text: string | undefined }) {
  const styles = useStyles();
  return text ? (
    <span className={styles.clip} title={text}>
      {text}
    </span>
  ) : (
    <span className={styles.quiet}>–</span>
  );
}

/** The last step of the path says it; the whole path on hover. */
function Category({ path }: { readonly path: string | undefined }) {
  const styles = useStyles();
  return path ? (
    <span className={styles.clip} title={path}>
      {path.split(' › ').at(-1)}
    </span>
  ) : (
    <span className={styles.quiet}>–</span>
  );
}

function Id({ id }: { readonly id: string }) {
  const styles = useStyles();
  return <span className={styles.number}>{id}</span>;
}

function Updated({ at }: { readonly at: string }) {
  const styles = useStyles();
  return <When at={at} className={styles.quiet} />;
}

/** What agents look at, from left to right. */
export const COLUMNS: readonly Column<TicketRow>[] = [
  { key: 'priority', labelKey: 'tab.column.priority', sort: 'priority', min: 40, share: 0, rank: 3, render: (row) => <PriorityMark priority={row.priority} /> },
  { key: 'id', labelKey: 'tab.column.id', sort: 'id', isNewestFirst: true, min: 94, share: 0, rank: 4, render: (row) => <Id id={row.id} /> },
  { key: 'title', labelKey: 'tab.column.title', sort: 'title', min: 220, share: 4, rank: 1, render: (row) => <Title row={row} /> },
  { key: 'requester', labelKey: 'tab.column.requester', sort: 'requesterName', min: 110, share: 1, rank: 6, render: (row) => <Requester row={row} /> },
  { key: 'category', labelKey: 'tab.column.category', min: 130, share: 1, rank: 10, render: (row) => <Category path={row.category} /> },
  { key: 'group', labelKey: 'tab.column.group', min: 120, share: 1, rank: 9, render: (row) => <Plain text={row.groupName} /> },
  { key: 'assignee', labelKey: 'tab.column.assignee', sort: 'assigneeName', min: 140, share: 1, rank: 7, render: (row) => <Assignee row={row} /> },
  { key: 'state', labelKey: 'tab.column.state', sort: 'state', min: 130, share: 0, rank: 5, render: (row) => <StateMark state={row.state} /> },
  { key: 'due', labelKey: 'tab.column.due', sort: 'dueAt', min: 114, share: 0, rank: 2, render: (row) => <Due row={row} /> },
  { key: 'waits', labelKey: 'field.ticket.holdReason', min: 220, share: 1, rank: 2, view: 'paused', render: (row) => <Wait row={row} /> },
  { key: 'updated', labelKey: 'tab.column.updated', sort: 'updatedAt', isNewestFirst: true, min: 106, share: 0, rank: 8, render: (row) => <Updated at={row.updatedAt} /> },
];
