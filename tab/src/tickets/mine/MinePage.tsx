import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { Chat48Regular } from '@fluentui/react-icons/svg/chat';
import { useMemo } from 'react';
import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import { errorText } from '../../lib/error-text';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { KnownIssues } from '../../known/KnownIssues';
import { keptList, useRowList } from '../../lists/use-row-list';
import { EmptyState } from '../../parts/EmptyState';
import { TICKET_LIST } from '../queue/ticket-list';
import { MineCard } from './MineCard';

const useStyles = makeStyles({
  root: { height: '100%', overflowY: 'auto', padding: '8px 16px 32px' },
  column: { maxWidth: '860px', margin: '0 auto', display: 'flex', flexDirection: 'column', gap: '20px' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '12px', flexWrap: 'wrap' },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold },
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  more: { alignSelf: 'center' },
});

const ENDED = new Set<TicketRow['state']>(['closed', 'rejected', 'cancelled']);
const DONE = new Set<TicketRow['state']>(['resolved', 'fulfilled']);

/** Something only this person can do next. */
function needsMe(row: TicketRow): boolean {
  return DONE.has(row.state) || row.state === 'returned' || (row.state === 'onHold' && row.holdReason === 'requester');
}

/** Everything a person asked for, sorted by what they can do about it. */
export function MinePage() {
  const styles = useStyles();
  const session = useSession();
  const { t } = session;
  const mineList = keptList(session, TICKET_LIST, 'tickets.mine', '');
  const mine = useRowList(session, TICKET_LIST, mineList);
  const decisions = useRowList(session, TICKET_LIST, keptList(session, TICKET_LIST, 'tickets.open', 'scope=approvals&withResolved=true'));
  const watching = useRowList(session, TICKET_LIST, keptList(session, TICKET_LIST, 'tickets.open', 'scope=watching&withResolved=true&sort=-updatedAt'));
  const parts = useMemo(() => {
    const active = mine.rows.filter((row) => !ENDED.has(row.state));
    return { needsMe: active.filter(needsMe), running: active.filter((row) => !needsMe(row)), ended: mine.rows.filter((row) => ENDED.has(row.state)) };
  }, [mine.rows]);
  const isNothing = mine.rows.length === 0 && decisions.rows.length === 0 && watching.rows.length === 0;
  const ask = (): void => navigate(href('new'));

  return (
    <div className={styles.root}>
      <div className={styles.column}>
        <div className={styles.head}>
          <h1 className={styles.title}>{t('tab.page.my')}</h1>
        </div>
        <KnownIssues />
        {mine.status === 'loading' && <Spinner size="small" label={t('tab.loading')} />}
        {mine.status === 'failed' && mine.error && (
          <EmptyState icon={<Chat48Regular />} title={t('tab.queue.failed')} text={errorText(mine.error, t)}>
            <Button appearance="primary" onClick={() => mineList.load()}>
              {t('tab.retry')}
            </Button>
          </EmptyState>
        )}
        {mine.status === 'ready' && isNothing && (
          <EmptyState icon={<Chat48Regular />} title={t('tab.my.empty')} text={t('tab.my.empty.text')}>
            <Button appearance="primary" icon={<Add20Regular aria-hidden />} onClick={ask}>
              {t('tab.page.new')}
            </Button>
          </EmptyState>
        )}
        <Part title={t('tab.my.decisions')} rows={decisions.rows} isOthers />
        <Part title={t('tab.my.needsMe')} rows={parts.needsMe} />
        <Part title={t('tab.my.running')} rows={parts.running} />
        <Part title={t('tab.my.watching')} rows={watching.rows} isOthers />
        <Part title={t('tab.my.ended')} rows={parts.ended} />
        {mine.cursor && (
          <Button className={styles.more} disabled={mine.isLoadingMore} onClick={() => mineList.more()}>
            {t('tab.my.more')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Part({ title, rows, isOthers = false }: { readonly title: string; readonly rows: readonly TicketRow[]; readonly isOthers?: boolean }) {
  const styles = useStyles();
  if (rows.length === 0) return null;
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <MineCard row={row} isOthers={isOthers} />
          </li>
        ))}
      </ul>
    </section>
  );
}
