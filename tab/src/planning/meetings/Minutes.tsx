import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons/svg/print';
import type { MeetingView } from '../../../../shared/meetings/meeting-views';
import { recordHref } from '../../lib/router';
import { useText } from '../../lib/session';
import { usePlanningWords } from '../words';
import { clockText } from './timer';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '16px', padding: '22px 24px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`, minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  push: { marginLeft: 'auto' },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '80ch' },
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: { textAlign: 'left', verticalAlign: 'top', padding: '8px 10px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  time: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, margin: 0 },
});

/** What a meeting decided, to read and to print. */
export function Minutes({ meeting }: { readonly meeting: MeetingView }) {
  const styles = useStyles();
  const t = useText();
  const words = usePlanningWords();
  const present = meeting.members.filter(({ isPresent }) => isPresent).map(({ name }) => name);
  const absent = meeting.members.filter(({ isPresent }) => !isPresent).map(({ name }) => name);
  return (
    <article className={styles.root} data-printed="" data-testid="minutes">
      <div className={styles.head}>
        <h2 className={styles.heading}>{t('planning.meeting.minutesOf', { title: meeting.title })}</h2>
        <span className={styles.push} data-no-print="">
          <Button icon={<Print20Regular aria-hidden />} onClick={() => window.print()}>
            {t('planning.meeting.print')}
          </Button>
        </span>
      </div>
      <p className={styles.quiet}>
        {meeting.closedAt ? words.range(meeting.startedAt ?? meeting.startsAt, meeting.closedAt) : words.exact(meeting.startsAt)}
        {` · ${meeting.boardName} · ${meeting.id}`}
      </p>
      <p className={styles.text}>
        {t('planning.meeting.presentLine', { names: present.join(', ') || '–' })}
        {absent.length > 0 && `\n${t('planning.meeting.absentLine', { names: absent.join(', ') })}`}
      </p>
      {meeting.minutes && <p className={styles.text}>{meeting.minutes}</p>}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('planning.meeting.decisions')}>
        <table className={styles.table}>
          <caption className={styles.heading} style={{ textAlign: 'left', paddingBottom: '6px' }}>
            {t('planning.meeting.decisions')}
          </caption>
          <thead>
            <tr>
              {(['change', 'decision', 'note', 'time'] as const).map((name) => (
                <th key={name} scope="col" className={styles.cell}>
                  {t(`planning.meeting.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {meeting.items.map((item) => (
              <tr key={item.changeId}>
                <th scope="row" className={styles.cell}>
                  <Link href={recordHref(item.changeId)}>{item.changeId}</Link> {item.title}
                </th>
                <td className={styles.cell}>{item.decision ? t(`itemDecision.${item.decision}`) : t('planning.meeting.notDiscussed')}</td>
                <td className={styles.cell}>{item.note}</td>
                <td className={`${styles.cell} ${styles.time}`}>{clockText(item.seconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}
