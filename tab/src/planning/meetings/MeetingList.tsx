import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { ErrorCircle48Regular } from '@fluentui/react-icons/svg/error-circle';
import { PeopleTeam48Regular } from '@fluentui/react-icons/svg/people-team';
import type { RecordView } from '../../../../shared/kernel';
import type { MeetingRow } from '../../../../shared/meetings/meeting-views';
import { useActions } from '../../actions/ActionsProvider';
import { errorText } from '../../lib/error-text';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { useFollowed } from '../use-followed';
import { usePlanningWords } from '../words';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', width: '100%', maxWidth: '980px', margin: '0 auto', padding: '2px 16px 32px', flexGrow: 1, boxSizing: 'border-box', '@media (max-width: 639px)': { padding: '2px 8px 24px' } },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  push: { marginLeft: 'auto' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  meeting: {
    display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px', padding: '14px 16px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`, textDecorationLine: 'none',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  running: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface Page<T> {
  readonly items: readonly T[];
}

/** Meetings of the boards: those to come, and those that have been. */
export function MeetingList({ isEnded }: { readonly isEnded: boolean }) {
  const styles = useStyles();
  const { t, me } = useSession();
  const words = usePlanningWords();
  const { start } = useActions();
  const list = isEnded ? 'meetings.ended' : 'meetings.open';
  const { value, error, isOld, reload } = useFollowed<Page<MeetingRow>>(`/api/lists/${list}?limit=100`, ['meetings']);
  const boards = useFollowed<Page<RecordView & { readonly chairIds?: readonly string[] }>>('/api/lists/boards?limit=200', ['boards']);
  const isManager = me.roles.includes('changeManager') || me.roles.includes('administrator');
  const canPlan = boards.value?.items.some(({ chairIds }) => isManager || chairIds?.includes(me.id)) ?? false;
  const shown = isOld ? undefined : value;
  const plan = canPlan && (
    <Button appearance="primary" icon={<Add20Regular aria-hidden />} onClick={() => start({ action: 'meetings.plan', onDone: (record) => navigate(href('meetings', record.id)) })}>
      {t('planning.meetings.plan')}
    </Button>
  );
  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        <h1 className={styles.title}>{t('tab.page.meetings')}</h1>
        <TabList selectedValue={isEnded ? 'ended' : 'open'} aria-label={t('tab.page.meetings')} onTabSelect={(_event, data) => navigate(href('meetings', undefined, data.value === 'ended' ? new URLSearchParams({ ended: 'true' }) : undefined), true)}>
          {(['open', 'ended'] as const).map((name) => (
            <Tab key={name} value={name} id={`meetings-${name}`} aria-controls="meetings-panel">
              {t(`planning.meetings.${name}`)}
            </Tab>
          ))}
        </TabList>
        <span className={styles.push}>{(shown?.items.length ?? 0) > 0 && plan}</span>
      </div>
      <div id="meetings-panel" role="tabpanel" aria-labelledby={`meetings-${isEnded ? 'ended' : 'open'}`} style={{ display: 'flex', flexDirection: 'column', flexGrow: 1 }}>
        {!shown && !error && <Placeholder label={t('tab.loading')} widths={[92, 84, 88]} />}
        {!shown && error && (
          <EmptyState icon={<ErrorCircle48Regular />} title={t('planning.meetings.failed')} text={errorText(error, t)}>
            <Button appearance="primary" onClick={reload}>
              {t('tab.retry')}
            </Button>
          </EmptyState>
        )}
        {shown?.items.length === 0 && (
          <EmptyState icon={<PeopleTeam48Regular />} title={t(isEnded ? 'planning.meetings.noneEnded' : 'planning.meetings.none')} text={t(isEnded ? 'planning.meetings.noneEnded.text' : 'planning.meetings.none.text')}>
            {plan}
          </EmptyState>
        )}
        {shown && shown.items.length > 0 && (
          <ul className={styles.list}>
            {[...shown.items]
              .sort((left, right) => (left.startsAt < right.startsAt ? -1 : 1) * (isEnded ? -1 : 1))
              .map((meeting) => (
                <li key={meeting.id}>
                  <a href={href('meetings', meeting.id)} className={styles.meeting} data-meeting={meeting.id}>
                    <span className={styles.words}>
                      <span className={styles.name}>{meeting.title}</span>
                      <span className={styles.quiet}>
                        {[meeting.id, meeting.boardName, words.exact(meeting.startsAt)].join(' · ')}
                      </span>
                    </span>
                    <span>{t('planning.meetings.items', { count: meeting.itemCount })}</span>
                    <span className={meeting.state === 'running' ? styles.running : styles.quiet}>{t(`planning.meetingState.${meeting.state}`)}</span>
                  </a>
                </li>
              ))}
          </ul>
        )}
      </div>
    </div>
  );
}
