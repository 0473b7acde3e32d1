import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { CalendarDay } from '../../../../../shared/sla/calendar-year-views';
import { workingTime } from '../../../../../shared/strings/dates';
import { useSession } from '../../../lib/session';
import { WEEKDAYS, weekdayName } from '../describe-calendar';
import { dayText, kindOf } from './day-words';

const STRIPES = `repeating-linear-gradient(135deg, transparent 0 3px, ${tokens.colorNeutralStroke1} 3px 4px)`;

const useStyles = makeStyles({
  month: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  head: { display: 'flex', alignItems: 'baseline', gap: '8px' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  total: { marginLeft: 'auto', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  table: { borderCollapse: 'separate', borderSpacing: '2px', tableLayout: 'fixed', width: '100%', fontVariantNumeric: 'tabular-nums' },
  weekday: { fontSize: tokens.fontSizeBase100, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, padding: 0, textAlign: 'center' },
  day: {
    position: 'relative', height: '30px', padding: 0, textAlign: 'center', fontSize: tokens.fontSizeBase200, borderRadius: tokens.borderRadiusSmall, border: `1px solid ${tokens.colorTransparentStroke}`, cursor: 'default',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '0px' },
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
  },
  open: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorNeutralForeground1, border: `1px solid ${tokens.colorBrandStroke2}` },
  // No frame: it must look different where colors are few.
  closed: { color: tokens.colorNeutralForeground3, border: '1px solid transparent' },
  holiday: { backgroundColor: tokens.colorNeutralBackground3, backgroundImage: STRIPES, color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, border: `1px solid ${tokens.colorNeutralStroke1}` },
  exception: { border: `2px dashed ${tokens.colorCompoundBrandStroke}`, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  exceptionOpen: { backgroundColor: tokens.colorBrandBackground2 },
  number: { borderRadius: tokens.borderRadiusSmall },
  onStripes: { backgroundColor: tokens.colorNeutralBackground3, padding: '0 3px' },
  mark: { position: 'absolute', top: '-1px', right: '2px', fontSize: '9px', lineHeight: '12px', fontWeight: tokens.fontWeightBold },
});

const MARKS = { open: '', closed: '', holiday: '✱', exception: '◆' } as const;

interface Props {
  /** 0 is January. */
  readonly month: number;
  readonly days: readonly CalendarDay[];
  /** The date that the tab key reaches, when it is in this month. */
  readonly current: string | undefined;
}

/** One month: every day with its kind as color, pattern and mark, and in words. */
export const Month = memo(function Month({ month, days, current }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const first = days[0];
  if (!first) return null;
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(`${first.date}T00:00:00Z`));
  const minutes = days.reduce((sum, day) => sum + day.openMinutes, 0);
  const openDays = days.filter((day) => day.openMinutes > 0).length;
  const before = (new Date(`${first.date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells: readonly (CalendarDay | undefined)[] = [...Array.from({ length: before }, () => undefined), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_none, day) => cells[week * 7 + day]));
  const nameId = `month-${month}`;
  return (
    <div className={styles.month}>
      <div className={styles.head}>
        <h3 id={nameId} className={styles.name}>
          {name}
        </h3>
        <span className={styles.total}>{t('levels.year.monthTotal', { days: openDays, time: workingTime(minutes * 60_000, language) })}</span>
      </div>
      <table role="grid" aria-labelledby={nameId} className={styles.table}>
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col" abbr={weekdayName(day, language, 'long')} className={styles.weekday}>
                {weekdayName(day, language).replace('.', '').slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((day, at) => (day ? <Day key={day.date} day={day} isCurrent={day.date === current} /> : <td key={at} />))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

function Day({ day, isCurrent }: { readonly day: CalendarDay; readonly isCurrent: boolean }) {
  const styles = useStyles();
  const { t, language } = useSession();
  const kind = kindOf(day);
  const marks = [MARKS[kind], day.dayMinutes !== undefined && '◷'].filter(Boolean).join('');
  return (
    <td
      role="gridcell"
      tabIndex={isCurrent ? 0 : -1}
      aria-label={dayText(day, language, t)}
      data-date={day.date}
      data-kind={kind}
      className={mergeClasses(styles.day, styles[kind], kind === 'exception' && day.openMinutes > 0 && styles.exceptionOpen)}
    >
      <span className={mergeClasses(styles.number, kind === 'holiday' && styles.onStripes)}>{Number(day.date.slice(8))}</span>
      {marks && (
        <span aria-hidden="true" className={styles.mark}>
          {marks}
        </span>
      )}
    </td>
  );
}
