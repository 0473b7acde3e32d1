import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { MeetingView } from '../../../../shared/meetings/meeting-views';
import { useText } from '../../lib/session';
import { PersonName } from '../../parts/PersonName';
import { useRun } from './use-run';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '2px' },
  entry: { display: 'flex', alignItems: 'center', gap: '6px', minHeight: '32px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Who is there: only their votes count when the chair closes a vote. */
export function Attendance({ meeting }: { readonly meeting: MeetingView }) {
  const styles = useStyles();
  const t = useText();
  const { run, isBusy } = useRun();
  const canSet = meeting.can.includes('meetings.setAttendance');
  const name = (member: MeetingView['members'][number]): string => (member.isChair ? t('planning.meeting.chairs', { name: member.name }) : member.name);
  return (
    <ul className={styles.list} aria-label={t('planning.meeting.attendance')} data-testid="attendance">
      {meeting.members.map((member) => (
        <li key={member.id} className={styles.entry}>
          {canSet ? (
            <Checkbox
              label={name(member)}
              checked={member.isPresent}
              disabled={isBusy}
              onChange={(_event, { checked }) => {
                const others = meeting.presentIds.filter((id) => id !== member.id);
                void run('meetings.setAttendance', meeting, { presentIds: checked ? [...others, member.id] : others });
              }}
            />
          ) : (
            <>
              <PersonName name={name(member)} />
              <span className={styles.quiet}>{t(member.isPresent ? 'planning.meeting.isPresent' : 'planning.meeting.isAbsent')}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
