import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle24Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle24Regular } from '@fluentui/react-icons/svg/circle';
import { HourglassHalf24Regular } from '@fluentui/react-icons/svg/hourglass-half';
import { QuestionCircle24Regular } from '@fluentui/react-icons/svg/question-circle';
import { Wrench24Regular } from '@fluentui/react-icons/svg/wrench';
import type { ReactNode } from 'react';
import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import { useDates } from '../../lib/now';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { When } from '../../parts/When';

const useStyles = makeStyles({
  card: {
    display: 'flex', gap: '14px', alignItems: 'center', padding: '12px 16px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`, color: tokens.colorNeutralForeground1, textDecorationLine: 'none',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}`, boxShadow: tokens.shadow4 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  icon: { display: 'inline-flex', color: tokens.colorNeutralForeground3, flexShrink: 0 },
  active: { color: tokens.colorBrandForeground1 },
  asks: { color: tokens.colorStatusWarningForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  words: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0, flexGrow: 1 },
  title: { fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  meta: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

type Mood = 'waits' | 'active' | 'asks' | 'done' | 'ended';

const ICONS: Readonly<Record<Mood, ReactNode>> = {
  waits: <HourglassHalf24Regular />, active: <Wrench24Regular />, asks: <QuestionCircle24Regular />, done: <CheckmarkCircle24Regular />, ended: <Circle24Regular />,
};

const MOODS: Readonly<Record<TicketRow['state'], Mood>> = {
  new: 'waits', submitted: 'waits', awaitingApproval: 'waits', approved: 'waits', assigned: 'active', inProgress: 'active', inFulfillment: 'active', onHold: 'waits',
  returned: 'asks', resolved: 'done', fulfilled: 'done', closed: 'ended', rejected: 'ended', cancelled: 'ended',
};

/** One ticket as the person sees it who waits for it: what happens now, and until when. */
export function MineCard({ row, isOthers }: { readonly row: TicketRow; readonly isOthers: boolean }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const isAsked = row.state === 'onHold' && row.holdReason === 'requester';
  const mood = isAsked && !isOthers ? 'asks' : MOODS[row.state];
  const moodStyle = { waits: undefined, active: styles.active, asks: styles.asks, done: styles.done, ended: undefined }[mood];
  const until = row.followUpAt ? dates.short(row.followUpAt) : '';
  const sentence = t(isAsked ? 'tab.my.state.asked' : `tab.my.state.${row.state}`, { person: row.assigneeName ?? t('tab.my.somebody'), group: row.groupName ?? t('waits.desk'), until });
  const due = row.resolutionDueAt && row.dueAt ? t('tab.my.due', { at: dates.short(row.resolutionDueAt) }) : undefined;
  return (
    <a href={href('tickets', row.id)} className={styles.card} data-row={row.id}>
      <span className={mergeClasses(styles.icon, moodStyle)} aria-hidden="true">
        {ICONS[mood]}
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{row.title}</span>
        <span>{sentence}</span>
        <span className={styles.meta}>
          {row.id}
          {isOthers ? ` · ${row.requesterName}` : ''}
          {due ? ` · ${due}` : ''}
          {' · '}
          {t('tab.updated')} <When at={row.updatedAt} />
        </span>
      </span>
    </a>
  );
}
