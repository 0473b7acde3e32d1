import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { ErrorCircle48Regular } from '@fluentui/react-icons/svg/error-circle';
import { useEffect, useId, type ReactNode } from 'react';
import type { AgendaItem, MeetingView } from '../../../../shared/meetings/meeting-views';
import { useActions } from '../../actions/ActionsProvider';
import { errorText } from '../../lib/error-text';
import { useRecord } from '../../lib/records';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { useMedia } from '../../lib/use-width';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { usePlanningWords } from '../words';
import { Agenda } from './Agenda';
import { Attendance } from './Attendance';
import { draftMinutes } from './draft-minutes';
import { Minutes } from './Minutes';
import { OpenItem } from './OpenItem';
import { useRun } from './use-run';
import { useSeconds } from './use-seconds';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px', width: '100%', maxWidth: '1280px', margin: '0 auto', padding: '4px 16px 32px', boxSizing: 'border-box', '@media (max-width: 639px)': { padding: '4px 8px 24px' } },
  crumbs: { display: 'flex', alignItems: 'center', gap: '6px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 12px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  state: { color: tokens.colorNeutralForeground2 },
  running: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
  actions: { marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: 0 },
  columns: { display: 'flex', gap: '14px', alignItems: 'flex-start', flexDirection: 'column' },
  wide: { flexDirection: 'row' },
  side: { display: 'flex', flexDirection: 'column', gap: '14px', width: '100%', minWidth: 0 },
  sideWide: { width: '420px', flexShrink: 0 },
  panel: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '16px 18px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`, minWidth: 0, width: '100%', boxSizing: 'border-box' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

const BUTTONS = ['refreshAgenda', 'addItem', 'cancel', 'close'] as const;

/** One meeting: what is on, what is decided, who is there; afterwards its minutes. */
export function MeetingPage({ id }: { readonly id: string }) {
  const { t, records } = useSession();
  const { record, error, isLoading } = useRecord<MeetingView>(records, 'meetings', id);
  useEffect(() => {
    document.title = `${record?.title ?? id} · Bellhop`;
  }, [record?.title, id]);
  if (record) return <Meeting meeting={record} />;
  if (!error || isLoading) return <Placeholder label={t('tab.loading')} widths={[60, 96, 88, 92]} />;
  return (
    <EmptyState icon={<ErrorCircle48Regular />} title={t('planning.inbox.missing', { id })} text={error.status === 404 ? t('planning.inbox.missing.text') : errorText(error, t)}>
      <Button as="a" href={href('meetings')}>
        {t('planning.meetings.all')}
      </Button>
    </EmptyState>
  );
}

function Meeting({ meeting }: { readonly meeting: MeetingView }) {
  const styles = useStyles();
  const { t } = useSession();
  const words = usePlanningWords();
  const { start } = useActions();
  const { run, isBusy } = useRun();
  const isWide = useMedia('(min-width: 1000px)');
  const open = meeting.items.find(({ openedAt }) => openedAt !== undefined);
  const now = useSeconds(open !== undefined);
  const isOver = meeting.state === 'closed' || meeting.state === 'cancelled';
  const may = (verb: string): boolean => meeting.can.includes(`meetings.${verb}`);

  const press = (verb: (typeof BUTTONS)[number]): void => {
    if (verb === 'refreshAgenda') void run('meetings.refreshAgenda', meeting);
    else start({ record: meeting, action: `meetings.${verb}`, ...(verb === 'close' && { initial: { minutes: draftMinutes(meeting, t) } }) });
  };
  const discuss = (item: AgendaItem): void => void run('meetings.openItem', meeting, { changeId: item.changeId });
  async function begin(): Promise<void> {
    const begun = await run<MeetingView>('meetings.start', meeting);
    const first = begun?.items.find(({ decision }) => decision === undefined);
    if (begun && first && begun.can.includes('meetings.openItem')) await run('meetings.openItem', begun, { changeId: first.changeId });
  }

  return (
    <div className={styles.root} data-testid="meeting" data-state={meeting.state}>
      <nav className={styles.crumbs} aria-label={t('tab.page.meetings')} data-no-print="">
        <Link href={href('meetings')}>{t('tab.page.meetings')}</Link>
        <ChevronRight16Regular aria-hidden />
      </nav>
      <div className={styles.head}>
        <h1 className={styles.title}>{meeting.title}</h1>
        <span className={meeting.state === 'running' ? styles.running : styles.state}>{t(`planning.meetingState.${meeting.state}`)}</span>
        <div className={styles.actions} data-no-print="">
          {BUTTONS.filter(may).map((verb) => (
            <Button key={verb} appearance={verb === 'close' ? 'primary' : 'secondary'} disabled={isBusy} onClick={() => press(verb)}>
              {t(`planning.meeting.${verb}`)}
            </Button>
          ))}
          {may('start') && (
            <Button appearance="primary" disabled={isBusy} onClick={() => void begin()}>
              {t('planning.meeting.start')}
            </Button>
          )}
        </div>
      </div>
      {!isOver && <p className={styles.quiet}>{[meeting.id, meeting.boardName, words.exact(meeting.startsAt), t('planning.meeting.perItem', { minutes: meeting.minutesPerItem })].join(' · ')}</p>}
      {meeting.note && <p className={styles.note}>{meeting.note}</p>}
      {isOver ? (
        <Minutes meeting={meeting} />
      ) : (
        <div className={mergeClasses(styles.columns, isWide && styles.wide)}>
          <div className={mergeClasses(styles.side, isWide && styles.sideWide)}>
            <Part title={t('planning.meeting.agenda')}>
              {meeting.items.length === 0 ? (
                <p className={styles.quiet}>{t('planning.meeting.noItems')}</p>
              ) : (
                <Agenda meeting={meeting} now={now} isBusy={isBusy} onDiscuss={discuss} onRemove={(item) => void run('meetings.removeItem', meeting, { changeId: item.changeId })} />
              )}
            </Part>
            <Part title={t('planning.meeting.attendance')}>
              <Attendance meeting={meeting} />
            </Part>
          </div>
          <Part title={t(open ? 'planning.meeting.underDiscussion' : 'planning.meeting.nothingOpen')}>
            {open ? <OpenItem key={open.changeId} meeting={meeting} item={open} /> : <p className={styles.quiet}>{t(`planning.meeting.nothingOpen.${meeting.state}`)}</p>}
          </Part>
        </div>
      )}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}
