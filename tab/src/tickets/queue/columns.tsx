import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import { useNow } from '../../lib/now';
import { href } from '../../lib/router';
import { useText } from '../../lib/session';
import { PersonName } from '../../parts/PersonName';
import { When } from '../../parts/When';
import { ConfidentialMark, PriorityMark, StateMark, VipMark } from '../marks';
import { rowMood } from '../sla';
import { SlaBadge } from '../SlaBadge';

export interface RowActions {
  take(row: TicketRow): void;
}

export interface Column {
  readonly key: string;
  readonly labelKey: string;
  /** Sort of `tickets.open`; absent: cannot be sorted by. */
  readonly sort?: string;
  /** First press sorts descending: newest first. */
  readonly isNewestFirst?: boolean;
  /** CSS grid track. */
  readonly track: string;
  /** Shown when the table is at least this wide, in pixels. */
  readonly from: number;
  render(row: TicketRow, actions: RowActions): ReactNode;
}

const useStyles = makeStyles({
  title: {
    color: tokens.colorNeutralForeground1, textDecorationLine: 'none', fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap',
    ':hover': { textDecorationLine: 'underline', color: tokens.colorBrandForegroundLink },
  },
  inline: { display: 'inline-flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  number: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  answer: { width: '8px', height: '8px', borderRadius: '50%', backgroundColor: tokens.colorBrandBackground, flexShrink: 0 },
});

function Title({ row }: { readonly row: TicketRow }) {
  const styles = useStyles();
  const t = useText();
  const isAnswered = row.lastMessageFrom === 'requester';
  return (
    <span className={styles.inline}>
      {isAnswered && <span className={styles.answer} role="img" aria-label={t('tab.queue.answered')} title={t('tab.queue.answered')} />}
      {row.isRestricted && <ConfidentialMark />}
      <a href={href('tickets', row.id)} className={styles.title} tabIndex={-1} title={row.title}>
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

function Assignee({ row, actions }: { readonly row: TicketRow; readonly actions: RowActions }) {
  const styles = useStyles();
  const t = useText();
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
        actions.take(row);
      }}
    >
      {t('action.tickets.take')}
    </Button>
  );
}

export function Due({ row }: { readonly row: TicketRow }) {
  const now = useNow();
  const t = useText();
  const isResponse = row.dueAt !== undefined && row.dueAt === row.responseDueAt;
  return <SlaBadge mood={rowMood(row, now)} dueAt={row.dueAt} what={t(isResponse ? 'tab.sla.response' : 'tab.sla.resolution')} />;
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

function Id({ id }: { readonly id: string }) {
  const styles = useStyles();
  return <span className={styles.number}>{id}</span>;
}

function Updated({ at }: { readonly at: string }) {
  const styles = useStyles();
  return <When at={at} className={styles.quiet} />;
}

/** What agents look at, most important first; narrow tables drop columns from the least important one. */
export const COLUMNS: readonly Column[] = [
  { key: 'priority', labelKey: 'tab.column.priority', sort: 'priority', track: '44px', from: 0, render: (row) => <PriorityMark priority={row.priority} /> },
  { key: 'id', labelKey: 'tab.column.id', sort: 'id', isNewestFirst: true, track: '100px', from: 620, render: (row) => <Id id={row.id} /> },
  { key: 'title', labelKey: 'tab.column.title', sort: 'title', track: 'minmax(180px, 3fr)', from: 0, render: (row) => <Title row={row} /> },
  { key: 'requester', labelKey: 'tab.column.requester', sort: 'requesterName', track: 'minmax(110px, 1fr)', from: 540, render: (row) => <Requester row={row} /> },
  { key: 'category', labelKey: 'tab.column.category', track: 'minmax(120px, 1fr)', from: 1100, render: (row) => <Plain text={row.category} /> },
  { key: 'group', labelKey: 'tab.column.group', track: 'minmax(100px, 0.8fr)', from: 980, render: (row) => <Plain text={row.groupName} /> },
  { key: 'assignee', labelKey: 'tab.column.assignee', sort: 'assigneeName', track: 'minmax(120px, 1fr)', from: 760, render: (row, actions) => <Assignee row={row} actions={actions} /> },
  { key: 'state', labelKey: 'tab.column.state', sort: 'state', track: '124px', from: 660, render: (row) => <StateMark state={row.state} /> },
  { key: 'due', labelKey: 'tab.column.due', sort: 'dueAt', track: '128px', from: 0, render: (row) => <Due row={row} /> },
  { key: 'updated', labelKey: 'tab.column.updated', sort: 'updatedAt', isNewestFirst: true, track: '104px', from: 880, render: (row) => <Updated at={row.updatedAt} /> },
];
