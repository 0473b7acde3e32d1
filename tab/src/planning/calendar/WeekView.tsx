import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import { useSession } from '../../lib/session';
import { usePlanningWords } from '../words';
import { bandKey, useBandStyles, type Band } from './bands';
import { useCalendarContext } from './calendar-context';
import { ChangeBar } from './ChangeBar';
import { dateIn, overlaps, weekOf } from './days';
import type { Entry } from './entry';
import type { Grid } from './grid';
import { layoutColumns } from './layout';
import { rangeOf, weekAxis, type WeekAxis } from './week-axis';

const HOUR_PX = 40;
const GUTTER_PX = 56;
/** Shorter ones are drawn as long, so that there is room to read. */
const SHORTEST = 35;
const MOST_COLUMNS = 3;
const STEP_MINUTES = 15;
const MORNING = 6;

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, minWidth: 0, overflow: 'auto', position: 'relative' },
  head: {
    display: 'grid', gridTemplateColumns: `${GUTTER_PX}px repeat(7, minmax(96px, 1fr))`, position: 'sticky', top: 0, zIndex: 6, backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  day: { padding: '6px 8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, borderLeft: `1px solid ${tokens.colorNeutralStroke3}` },
  today: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold, boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}` },
  body: { display: 'grid', gridTemplateColumns: `${GUTTER_PX}px repeat(7, minmax(96px, 1fr))`, position: 'relative' },
  gutter: { position: 'relative', fontSize: tokens.fontSizeBase100, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  hour: { position: 'absolute', right: '8px', transform: 'translateY(-7px)' },
  column: { position: 'relative', borderLeft: `1px solid ${tokens.colorNeutralStroke3}` },
  line: { position: 'absolute', left: 0, right: 0, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  gap: { position: 'absolute', left: 0, right: 0, backgroundColor: tokens.colorNeutralBackground5, backgroundImage: `repeating-linear-gradient(45deg, transparent 0 4px, ${tokens.colorNeutralStroke2} 4px 5px)` },
  band: { position: 'absolute', left: '1px', right: '1px', borderRadius: tokens.borderRadiusSmall, boxSizing: 'border-box', overflow: 'hidden' },
  bar: { position: 'absolute', width: 'auto', height: 'auto' },
  more: {
    position: 'absolute', font: 'inherit', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, padding: '1px 4px', minHeight: '24px', cursor: 'pointer', overflow: 'hidden',
    color: tokens.colorBrandForeground1, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  now: { position: 'absolute', left: 0, right: 0, height: '2px', backgroundColor: tokens.colorPaletteRedBorderActive, zIndex: 4, pointerEvents: 'none' },
});

interface Props {
  readonly date: string;
  readonly entries: readonly Entry[];
  readonly bands: readonly Band[];
}

/** Seven days from top to bottom. A day on which clocks change shows the hour that comes twice, or the one that is missing. */
export function WeekView({ date, entries, bands }: Props) {
  const styles = useStyles();
  const { t, language, zone } = useSession();
  const words = usePlanningWords();
  const root = useRef<HTMLDivElement>(null);
  const dates = useMemo(() => weekOf(date), [date]);
  const axis = useMemo(() => weekAxis(dates, zone), [dates, zone]);
  const today = dateIn(words.now, zone);
  const scale = HOUR_PX / 60;
  const grid = (): Grid => {
    const column = root.current?.querySelector<HTMLElement>('[data-day]');
    return { x: { days: 1, minutes: 0, px: column?.offsetWidth ?? 140 }, y: { days: 0, minutes: STEP_MINUTES, px: STEP_MINUTES * scale } };
  };
  const first = dates[0];
  useEffect(() => {
    root.current?.scrollTo({ top: MORNING * HOUR_PX });
  }, [first]);
  const dayName = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const hourName = new Intl.DateTimeFormat(language, { hour: 'numeric', ...(language === 'de' && { minute: '2-digit' }), timeZone: 'UTC' });
  return (
    <div ref={root} className={styles.root} data-testid="week" tabIndex={0} role="region" aria-label={t('planning.changes')}>
      <div className={styles.head}>
        <span />
        {dates.map((day) => (
          <time key={day} dateTime={day} className={mergeClasses(styles.day, day === today && styles.today)}>
            {dayName.format(new Date(`${day}T00:00:00Z`))}
          </time>
        ))}
      </div>
      <div className={styles.body} style={{ height: axis.length * scale }}>
        <div className={styles.gutter} aria-hidden="true">
          {axis.lines.filter(({ minute }) => minute > 0).map(({ minute, hour }) => (
            <span key={minute} className={styles.hour} style={{ top: minute * scale }}>
              {hourName.format(new Date(Date.UTC(2026, 0, 1, hour)))}
            </span>
          ))}
        </div>
        {dates.map((day, index) => (
          <Day key={day} date={day} isFirst={index === 0} isToday={day === today} axis={axis} scale={scale} entries={entries} bands={bands} grid={grid} />
        ))}
      </div>
    </div>
  );
}

interface DayProps extends Props {
  readonly isFirst: boolean;
  readonly isToday: boolean;
  readonly axis: WeekAxis;
  /** Pixels of a minute. */
  readonly scale: number;
  readonly grid: () => Grid;
}

function Day({ date, isFirst, isToday, axis, scale, entries, bands, grid }: DayProps) {
  const styles = useStyles();
  const bandStyles = useBandStyles();
  const { t, zone } = useSession();
  const words = usePlanningWords();
  const calendar = useCalendarContext();
  const day = rangeOf([date], zone);
  const gap = axis.gapOf(date);
  const here = entries.filter((entry) => overlaps(entry, day));
  const spans = here
    .filter(({ isGhost }) => !isGhost)
    .map((entry) => {
      const from = axis.place(entry.from, date);
      return { key: entry.key, entry, from, end: axis.place(entry.to, date), to: Math.max(axis.place(entry.to, date), from + SHORTEST) };
    });
  const { placed, folded } = layoutColumns(spans, MOST_COLUMNS);
  const ghost = here.find(({ isGhost }) => isGhost);
  const box = (from: number, to: number): { top: number; height: number } => ({ top: from * scale, height: Math.max(4, (to - from) * scale - 2) });
  return (
    <div role="group" aria-label={words.day(date)} className={styles.column} data-day={date}>
      {gap && <div className={styles.gap} style={box(gap.from, gap.to)} title={t('planning.noSuchHour')} />}
      {axis.lines.map(({ minute }) => (
        <div key={minute} className={styles.line} style={{ top: minute * scale }} />
      ))}
      {bands.filter((band) => overlaps(band, day)).map((band) => (
        <div
          key={bandKey(band)}
          role="img"
          aria-label={t(`planning.${band.kind}Band`, { name: band.name, when: words.range(band.from, band.to) })}
          title={t(`planning.${band.kind}Band`, { name: band.name, when: words.range(band.from, band.to) })}
          data-band={band.kind}
          className={mergeClasses(styles.band, bandStyles[band.kind])}
          style={box(axis.place(band.from, date), axis.place(band.to, date))}
        >
          <span aria-hidden="true" className={mergeClasses(bandStyles.label, bandStyles[`${band.kind}Label`])}>
            {band.name}
          </span>
        </div>
      ))}
      {placed.map(({ span, column, columns }) => (
        <ChangeBar
          key={span.key}
          entry={span.entry}
          grid={grid}
          withTime
          isTall={span.to - span.from > 50}
          isContinued={span.entry.from < day.from}
          isRepeat={span.entry.from < day.from && !isFirst}
          goesOn={span.entry.to > day.to}
          className={styles.bar}
          style={{ ...box(span.from, span.to), left: `calc(${(column / columns) * 94}% + 2px)`, width: `calc(${94 / columns}% - 3px)` }}
        />
      ))}
      {folded.map((entry) => (
        <button
          key={entry.key}
          type="button"
          className={styles.more}
          style={{ ...box(entry.from, entry.to), left: `calc(${(entry.column / entry.columns) * 94}% + 2px)`, width: `calc(${94 / entry.columns}% - 3px)` }}
          aria-label={t('planning.more', { count: entry.keys.length })}
          onClick={(event) => calendar.unfold(words.day(date), here.filter(({ key, isGhost }) => !isGhost && entry.keys.includes(key)), event.currentTarget)}
        >
          +{entry.keys.length}
        </button>
      ))}
      {ghost && <ChangeBar entry={ghost} grid={grid} withTime className={styles.bar} style={{ ...box(axis.place(ghost.from, date), Math.max(axis.place(ghost.to, date), axis.place(ghost.from, date) + SHORTEST)), left: '2px', right: '6%' }} />}
      {isToday && <div className={styles.now} style={{ top: axis.place(words.now, date) * scale }} />}
    </div>
  );
}
