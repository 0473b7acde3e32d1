import { Button, makeStyles, mergeClasses, ProgressBar, tokens, Tooltip } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Play16Regular } from '@fluentui/react-icons/svg/play';
import type { AgendaItem, MeetingView } from '../../../../shared/meetings/meeting-views';
import { RiskMark } from '../../changes/marks';
import { recordHref } from '../../lib/router';
import { useText } from '../../lib/session';
import { RISKS } from '../words';
import { clockText, moodOf, secondsOf } from './timer';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  item: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '10px 12px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  current: { border: `1px solid ${tokens.colorCompoundBrandStroke}`, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px', fontSize: tokens.fontSizeBase200 },
  title: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  push: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '6px' },
  timer: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  soon: { color: tokens.colorStatusWarningForeground1 },
  over: { color: tokens.colorStatusDangerForeground1 },
  decision: { fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly meeting: MeetingView;
  /** The present in milliseconds. */
  readonly now: number;
  readonly isBusy: boolean;
  onDiscuss(item: AgendaItem): void;
  onRemove(item: AgendaItem): void;
}

/** What is discussed, in this order: how long each has taken, and what was decided. */
export function Agenda({ meeting, now, isBusy, onDiscuss, onRemove }: Props) {
  const styles = useStyles();
  const t = useText();
  return (
    <ol className={styles.list} aria-label={t('planning.meeting.agenda')} data-testid="agenda">
      {meeting.items.map((item) => {
        const seconds = secondsOf(item, now);
        const mood = moodOf(seconds, meeting.minutesPerItem);
        const risk = RISKS.find((name) => name === item.risk);
        const isOpen = item.openedAt !== undefined;
        return (
          <li key={item.changeId} className={mergeClasses(styles.item, isOpen && styles.current)} data-item={item.changeId} aria-current={isOpen ? 'step' : undefined}>
            <div className={styles.line}>
              <a href={recordHref(item.changeId)} className={styles.title}>
                {item.title}
              </a>
            </div>
            <div className={styles.line}>
              <span className={styles.quiet}>{item.changeId}</span>
              {risk && <RiskMark risk={risk} />}
              {item.decision && <span className={styles.decision}>{t(`itemDecision.${item.decision}`)}</span>}
              <span className={styles.push}>
                {(isOpen || seconds > 0) && (
                  <span className={mergeClasses(styles.timer, mood !== 'ok' && styles[mood])} data-mood={mood} role="timer" aria-label={t(`planning.meeting.timer.${mood}`, { time: clockText(seconds), minutes: meeting.minutesPerItem })}>
                    {t('planning.meeting.timer', { time: clockText(seconds), minutes: meeting.minutesPerItem })}
                  </span>
                )}
                {meeting.can.includes('meetings.openItem') && !isOpen && (
                  <Button size="small" icon={<Play16Regular aria-hidden />} disabled={isBusy} onClick={() => onDiscuss(item)} aria-label={t('planning.meeting.discussIt', { id: item.changeId })}>
                    {t('planning.meeting.discuss')}
                  </Button>
                )}
                {meeting.can.includes('meetings.removeItem') && !isOpen && !item.decision && (
                  <Tooltip content={t('planning.meeting.remove', { id: item.changeId })} relationship="label">
                    <Button size="small" appearance="subtle" icon={<Delete16Regular />} disabled={isBusy} onClick={() => onRemove(item)} />
                  </Tooltip>
                )}
              </span>
            </div>
            {isOpen && <ProgressBar value={Math.min(1, seconds / (meeting.minutesPerItem * 60))} color={mood === 'over' ? 'error' : mood === 'soon' ? 'warning' : 'brand'} thickness="large" aria-hidden />}
            {mood === 'over' && isOpen && <span className={mergeClasses(styles.line, styles.over)}>{t('planning.meeting.overTime')}</span>}
            {item.note && <p className={styles.note}>{item.note}</p>}
          </li>
        );
      })}
    </ol>
  );
}
