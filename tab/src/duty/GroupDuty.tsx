import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSwap16Regular } from '@fluentui/react-icons/svg/arrow-swap';
import { useId } from 'react';
import type { DutyGroupView, DutyTurnView } from '../../../shared/routing/duty-views';
import { useActions } from '../actions/ActionsProvider';
import { useSession } from '../lib/session';
import { dateIn } from '../planning/calendar/days';
import { usePlanningWords } from '../planning/words';
import { DutyGaps } from './DutyGaps';
import { Swaps, type ShiftRow } from './Swaps';
import { daysOf, type DayTurn } from './week';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '16px 18px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge, boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`, minWidth: 0, boxSizing: 'border-box' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  week: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: '8px' },
  day: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '8px 10px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0 },
  today: { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
  date: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  turns: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  turn: { display: 'flex', flexDirection: 'column', gap: '1px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere', alignItems: 'flex-start' },
  time: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  people: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  level: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: 0 },
});

interface Props {
  readonly group: DutyGroupView;
  /** A local date of the week that is shown. */
  readonly date: string;
  readonly shifts: readonly ShiftRow[];
}

/** One group: its week, gaps and overlaps of the next two weeks, and swaps. */
export function GroupDuty({ group, date, shifts }: Props) {
  const styles = useStyles();
  const id = useId();
  const { t, zone, language } = useSession();
  const { now } = usePlanningWords();
  const today = dateIn(now, zone);
  const dayName = (day: string): string => new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return (
    <section className={styles.panel} aria-labelledby={id} data-group={group.groupId}>
      <h2 id={id} className={styles.heading}>
        {group.groupName}
      </h2>
      <ul className={styles.week} aria-label={t('duty.week', { group: group.groupName })}>
        {daysOf(group.turns, date, zone).map((day) => (
          <li key={day.date} className={mergeClasses(styles.day, day.date === today && styles.today)} aria-current={day.date === today ? 'date' : undefined}>
            <h3 className={styles.date}>{dayName(day.date)}</h3>
            {day.turns.length === 0 ? (
              <p className={styles.quiet}>{t('duty.nobody')}</p>
            ) : (
              <ul className={styles.turns}>
                {day.turns.map((entry) => (
                  <Turn key={`${entry.turn.shiftId} ${entry.from}`} entry={entry} shift={shifts.find((row) => row.id === entry.turn.shiftId)} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <DutyGaps group={group} shifts={shifts} />
      <Swaps groupName={group.groupName} shifts={shifts} />
    </section>
  );
}

function Turn({ entry, shift }: { readonly entry: DayTurn; readonly shift: ShiftRow | undefined }) {
  const styles = useStyles();
  const { t } = useSession();
  const words = usePlanningWords();
  const { turn, from, to, isWholeDay } = entry;
  const time = isWholeDay ? t('duty.allDay') : `${words.clock(from)} – ${words.clock(to)}`;
  return (
    <li className={styles.turn}>
      <span className={styles.time}>{time}</span>
      <span className={styles.people}>{turn.people.map(({ name }) => name).join(', ') || t('duty.nobody')}</span>
      <span className={styles.quiet}>{turn.shiftName}</span>
      {turn.level !== 'work' && <span className={styles.level}>{t(`shiftLevel.${turn.level}`)}</span>}
      <SwapButton turn={turn} shift={shift} now={words.now} />
    </li>
  );
}

/** Own turns can be offered to a colleague; whoever plans the shift says who has it. */
function SwapButton({ turn, shift, now }: { readonly turn: DutyTurnView; readonly shift: ShiftRow | undefined; readonly now: string }) {
  const { t, me } = useSession();
  const { start } = useActions();
  const words = usePlanningWords();
  const [first] = turn.people;
  if (!shift || !first || turn.to <= now) return null;
  const isOwn = turn.people.some(({ id }) => id === me.id) && shift.can.includes('shifts.proposeSwap');
  const canSet = shift.can.includes('shifts.setSwap');
  if (!isOwn && !canSet) return null;
  const begin = turn.from > now ? turn.from : now;
  const action = canSet ? 'shifts.setSwap' : 'shifts.proposeSwap';
  const initial = { from: begin, to: turn.to, ...(canSet && { outId: isOwn ? me.id : first.id }) };
  const names = turn.people.map(({ name }) => name).join(', ');
  return (
    <Button
      size="small" appearance="subtle" icon={<ArrowSwap16Regular aria-hidden />} aria-label={t('duty.swapOf', { action: t('duty.swap'), people: names, at: words.short(turn.from) })}
      onClick={() => start({ record: { ...shift, title: shift.name }, action, initial })}
    >
      {t('duty.swap')}
    </Button>
  );
}
