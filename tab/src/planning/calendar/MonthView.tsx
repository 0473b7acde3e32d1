import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useSession } from '../../lib/session';
import { usePlanningWords } from '../words';
import { bandKey, useBandStyles, type Band } from './bands';
import { useCalendarContext } from './calendar-context';
import { ChangeBar } from './ChangeBar';
import { dateIn, dayPlace, daysBetween, weekOf, weeksOfMonth, type Stretch } from './days';
import type { Entry } from './entry';
import type { Grid } from './grid';
import { layoutLanes } from './layout';

const LANE_PX = 24;
const BAND_PX = 18;
const MOST_BANDS = 2;
const MOST_LANES = 4;

const useStyles = makeStyles({
  month: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0, overflowY: 'auto' },
  weekdays: {
    display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))', position: 'sticky', top: 0, zIndex: 5, backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3,
  },
  weekday: { padding: '6px 8px' },
  week: { display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))', position: 'relative', flexGrow: 1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingBottom: '4px', rowGap: '2px' },
  cell: { gridRow: '1 / -1', borderRight: `1px solid ${tokens.colorNeutralStroke3}`, ':nth-child(7)': { borderRight: 'none' } },
  outside: { backgroundColor: tokens.colorNeutralBackground2 },
  frozen: { backgroundColor: tokens.colorStatusDangerBackground1 },
  target: { boxShadow: `inset 0 0 0 2px ${tokens.colorCompoundBrandStroke}` },
  number: { fontSize: tokens.fontSizeBase200, padding: '3px 8px', justifySelf: 'start', alignSelf: 'center', fontVariantNumeric: 'tabular-nums', pointerEvents: 'none' },
  dim: { color: tokens.colorNeutralForeground3 },
  today: {
    backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand, borderRadius: '12px', fontWeight: tokens.fontWeightSemibold, minWidth: '24px', textAlign: 'center',
    padding: '2px 5px', margin: '2px 4px', boxSizing: 'border-box', outline: `1px solid ${tokens.colorTransparentStrokeInteractive}`,
  },
  band: { height: `${BAND_PX}px`, margin: '0 1px', minWidth: 0, overflow: 'hidden', borderRadius: tokens.borderRadiusSmall, boxSizing: 'border-box' },
  bar: { height: `${LANE_PX - 2}px`, margin: '0 3px', width: 'auto' },
  moreBands: { paddingLeft: '6px', minWidth: 0, overflow: 'hidden', whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase100, lineHeight: `${BAND_PX}px`, color: tokens.colorNeutralForeground2 },
  more: {
    border: 'none', background: 'none', font: 'inherit', fontSize: tokens.fontSizeBase200, lineHeight: '22px', color: tokens.colorBrandForeground1, cursor: 'pointer', textAlign: 'left', padding: '0 6px',
    margin: '0 3px', minHeight: '24px', borderRadius: tokens.borderRadiusMedium, fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Props {
  /** Any date of the month. */
  readonly date: string;
  readonly entries: readonly Entry[];
  readonly bands: readonly Band[];
}

/** A stretch on the scale of a week's days: 1.5 is noon of the second one. */
function daysOf({ from, to }: Stretch, week: readonly string[], zone: string): { readonly from: number; readonly to: number } {
  const first = daysBetween('1970-01-01', week[0] ?? '1970-01-01');
  return { from: dayPlace(from, zone) - first, to: dayPlace(to, zone) - first };
}

/** A month in weeks: changes as lines over the days they take, freezes and maintenance windows as bands above them. */
export function MonthView({ date, entries, bands }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const root = useRef<HTMLDivElement>(null);
  const weeks = weeksOfMonth(date);
  const grid = (): Grid => {
    const week = root.current?.querySelector<HTMLElement>('[data-week]');
    return { x: { days: 1, minutes: 0, px: (week?.clientWidth ?? 700) / 7 }, y: { days: 7, minutes: 0, px: week?.clientHeight ?? 100 } };
  };
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <div ref={root} className={styles.month} data-testid="month" tabIndex={0} role="region" aria-label={t('planning.changes')}>
      <div className={styles.weekdays} aria-hidden="true">
        {weekOf(date).map((day) => (
          <span key={day} className={styles.weekday}>
            {weekday.format(new Date(`${day}T00:00:00Z`))}
          </span>
        ))}
      </div>
      {weeks.map((week, index) => (
        <Week key={week[0]} week={week} isFirst={index === 0} month={date.slice(0, 7)} entries={entries} bands={bands} grid={grid} />
      ))}
    </div>
  );
}

interface WeekProps {
  readonly week: readonly string[];
  readonly isFirst: boolean;
  readonly month: string;
  readonly entries: readonly Entry[];
  readonly bands: readonly Band[];
  readonly grid: () => Grid;
}

function Week({ week, isFirst, month, entries, bands, grid }: WeekProps) {
  const styles = useStyles();
  const bandStyles = useBandStyles();
  const { t, zone } = useSession();
  const words = usePlanningWords();
  const calendar = useCalendarContext();
  const today = dateIn(words.now, zone);
  const target = calendar.moving && dateIn(calendar.moving.to.from, zone);
  const ghost = entries.find(({ isGhost }) => isGhost);
  const spans = entries.filter((entry) => entry !== ghost).map((entry) => ({ ...daysOf(entry, week, zone), key: entry.key, entry }));
  const { lanes, more } = layoutLanes(spans, week.length, MOST_LANES);
  const strips = layoutLanes(bands.map((band) => ({ ...daysOf(band, week, zone), key: bandKey(band), band })), week.length, MOST_BANDS);
  const bandWords = ({ kind, name, from, to }: Band): string => t(`planning.${kind}Band`, { name, when: words.range(from, to) });
  const bandRows = strips.more.some((hidden) => hidden.length > 0) ? MOST_BANDS : strips.height;
  const firstLane = 2 + bandRows;
  // A week with many windows is no taller: six of them fit on a screen.
  const rows = Math.max(bandRows > 1 ? 1 : 2, ...lanes.map(({ lane }) => lane + 1), ...more.map((hidden) => (hidden.length > 0 ? MOST_LANES : 0)));
  const ghostSpan = ghost && daysOf(ghost, week, zone);
  const isGhostHere = ghostSpan && ghostSpan.to > 0 && ghostSpan.from < week.length;
  return (
    <div
      role="group"
      aria-label={t('planning.weekOf', { day: words.day(week[0] ?? '') })}
      className={styles.week}
      data-week={week[0]}
      style={{ gridTemplateRows: `26px ${'18px '.repeat(bandRows)}repeat(${rows}, ${LANE_PX}px) 1fr` }}
    >
      {week.map((day, column) => (
        <div
          key={day}
          data-day={day}
          className={mergeClasses(styles.cell, day.slice(0, 7) !== month && styles.outside, day === target && styles.target)}
          style={{ gridColumn: column + 1 }}
        />
      ))}
      {week.map((day, column) => (
        <time key={day} dateTime={day} className={mergeClasses(styles.number, day.slice(0, 7) !== month && styles.dim, day === today && styles.today)} style={{ gridColumn: column + 1, gridRow: 1 }}>
          {Number(day.slice(8))}
        </time>
      ))}
      {strips.lanes.map(({ span, first, last, lane }) => (
        <div
          key={span.key}
          role="img"
          aria-label={bandWords(span.band)}
          title={bandWords(span.band)}
          className={mergeClasses(styles.band, bandStyles[span.band.kind])}
          data-band={span.band.kind}
          style={{ gridColumn: `${first + 1} / ${last + 2}`, gridRow: 2 + lane }}
        >
          <span aria-hidden="true" className={mergeClasses(bandStyles.label, bandStyles[`${span.band.kind}Label`])}>
            {span.band.name}
          </span>
        </div>
      ))}
      {strips.more.map((keys, column) => {
        const hidden = bands.filter((band) => keys.includes(bandKey(band)));
        if (hidden.length === 0) return null;
        const all = hidden.map(bandWords).join('\n');
        return (
          <div key={`bands ${week[column]}`} role="img" aria-label={all} title={all} className={styles.moreBands} data-more-bands={hidden.length} style={{ gridColumn: column + 1, gridRow: firstLane - 1 }}>
            {t('planning.more', { count: hidden.length })}
          </div>
        );
      })}
      {lanes.map(({ span, first, last, lane }) => (
        <div key={span.key} style={{ gridColumn: `${first + 1} / ${last + 2}`, gridRow: firstLane + lane, minWidth: 0, display: 'flex' }}>
          <ChangeBar entry={span.entry} grid={grid} withTime isContinued={span.from < 0} isRepeat={span.from < 0 && !isFirst} goesOn={span.to > week.length} className={styles.bar} style={{ flexGrow: 1, width: 0 }} />
        </div>
      ))}
      {isGhostHere && (
        <div
          style={{ gridColumn: `${Math.max(0, Math.floor(ghostSpan.from)) + 1} / ${Math.min(week.length - 1, Math.max(Math.floor(ghostSpan.from), Math.ceil(ghostSpan.to) - 1)) + 2}`, gridRow: firstLane, minWidth: 0, display: 'flex', zIndex: 4 }}
        >
          <ChangeBar entry={ghost} grid={grid} withTime className={styles.bar} style={{ flexGrow: 1, width: 0 }} />
        </div>
      )}
      {more.map((keys, column) =>
        keys.length === 0 ? null : (
          <button
            key={week[column]}
            type="button"
            className={styles.more}
            style={{ gridColumn: column + 1, gridRow: firstLane + MOST_LANES - 1 }}
            onClick={(event) => {
              const day = week[column] ?? '';
              const own = spans.filter(({ from, to }) => from < column + 1 && to > column).map(({ entry }) => entry);
              calendar.unfold(words.day(day), own, event.currentTarget);
            }}
          >
            {t('planning.more', { count: keys.length })}
          </button>
        ),
      )}
    </div>
  );
}
