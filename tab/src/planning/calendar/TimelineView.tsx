import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useRef } from 'react';
import { useSession } from '../../lib/session';
import { usePlanningWords } from '../words';
import { bandKey, useBandStyles, type Band } from './bands';
import { ChangeBar } from './ChangeBar';
import { dateIn, dayPlace, daysBetween, type Stretch } from './days';
import type { Entry } from './entry';
import type { Grid } from './grid';
import { itemRows, type ItemRow } from './item-rows';
import { layoutColumns } from './layout';
import { rangeOf } from './week-axis';

const LANE_PX = 26;
const NAME_PX = 180;
const DAY_PX = 84;
const STEP_MINUTES = 60;
/** Room for a few letters, as a part of a day. */
const SHORTEST = 0.9;
const MOST_LANES = 12;

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, minWidth: 0, overflow: 'auto', position: 'relative' },
  inner: { minWidth: 'max-content', display: 'flex', flexDirection: 'column' },
  line: { display: 'flex', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { position: 'sticky', top: 0, zIndex: 6, backgroundColor: tokens.colorNeutralBackground1 },
  name: {
    width: `${NAME_PX}px`, flexShrink: 0, position: 'sticky', left: 0, zIndex: 5, padding: '6px 10px', boxSizing: 'border-box', backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere', margin: 0,
    '@media (max-width: 639px)': { width: '104px' },
  },
  unnamed: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  track: { position: 'relative', flexGrow: 1, display: 'flex' },
  day: { width: `${DAY_PX}px`, flexGrow: 1, borderRight: `1px solid ${tokens.colorNeutralStroke3}`, boxSizing: 'border-box' },
  dayHead: { padding: '6px 8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  weekend: { backgroundColor: tokens.colorNeutralBackground2 },
  today: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold, boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}` },
  band: { position: 'absolute', top: '1px', bottom: '1px', boxSizing: 'border-box', overflow: 'hidden', borderRadius: tokens.borderRadiusSmall },
  bar: { position: 'absolute', height: `${LANE_PX - 4}px`, paddingBottom: '4px' },
  /** How long it really takes, where the bar is longer so that it can be read. */
  extent: { position: 'absolute', height: '4px', minWidth: '3px', backgroundColor: tokens.colorNeutralForeground1, zIndex: 3, pointerEvents: 'none', borderRadius: '2px' },
  now: { position: 'absolute', top: 0, bottom: 0, width: '2px', backgroundColor: tokens.colorPaletteRedBorderActive, zIndex: 2, pointerEvents: 'none' },
});

interface Props {
  readonly dates: readonly string[];
  readonly entries: readonly Entry[];
  readonly bands: readonly Band[];
  readonly itemId: string | undefined;
  readonly itemName: string | undefined;
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** One line per item: its changes, its freezes and its maintenance windows, so that collisions are seen. */
export function TimelineView({ dates, entries, bands, itemId, itemName }: Props) {
  const styles = useStyles();
  const { t, language, zone } = useSession();
  const words = usePlanningWords();
  const root = useRef<HTMLDivElement>(null);
  const range = useMemo(() => rangeOf(dates, zone), [dates, zone]);
  const rows = itemRows(entries, bands, range, itemId, itemName);
  const today = dateIn(words.now, zone);
  const dayName = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'numeric', timeZone: 'UTC' });
  const grid = (): Grid => {
    const day = root.current?.querySelector<HTMLElement>('[data-day]');
    return { x: { days: 0, minutes: STEP_MINUTES, px: (day?.offsetWidth ?? DAY_PX) / 24 }, y: { days: 1, minutes: 0, px: 0 } };
  };
  return (
    <div ref={root} className={styles.root} data-testid="timeline" tabIndex={0} role="region" aria-label={t('planning.changes')}>
      <div className={styles.inner}>
        <div className={mergeClasses(styles.line, styles.head)}>
          <div className={styles.name}>{t('planning.item')}</div>
          <div className={styles.track}>
            {dates.map((day) => (
              <time key={day} dateTime={day} data-day={day} className={mergeClasses(styles.day, styles.dayHead, day === today && styles.today)}>
                {dayName.format(new Date(`${day}T00:00:00Z`))}
              </time>
            ))}
          </div>
        </div>
        {rows.map((row, index) => (
          <Line key={row.id ?? ''} row={row} shownBefore={new Set(rows.slice(0, index).flatMap((other) => other.entries.map(({ key }) => key)))} dates={dates} range={range} grid={grid} />
        ))}
      </div>
    </div>
  );
}

interface LineProps {
  readonly row: ItemRow;
  /** Changes that a line above has shown: keys reach each of them once. */
  readonly shownBefore: ReadonlySet<string>;
  readonly dates: readonly string[];
  readonly range: Stretch;
  readonly grid: () => Grid;
}

function Line({ row, shownBefore, dates, range, grid }: LineProps) {
  const styles = useStyles();
  const bandStyles = useBandStyles();
  const { t, zone } = useSession();
  const words = usePlanningWords();
  const first = daysBetween('1970-01-01', dates[0] ?? '1970-01-01');
  const count = dates.length;
  const place = (instant: string): number => Math.max(0, Math.min(dayPlace(instant, zone) - first, count));
  const spans = row.entries.filter(({ isGhost }) => !isGhost).map((entry) => ({ key: entry.key, entry, from: place(entry.from), to: Math.max(place(entry.to), place(entry.from) + SHORTEST) }));
  const { placed } = layoutColumns(spans, MOST_LANES);
  const lanes = Math.max(1, ...placed.map(({ columns }) => columns));
  const ghost = row.entries.find(({ isGhost }) => isGhost);
  const share = (days: number): string => `${(days / count) * 100}%`;
  const today = dayPlace(words.now, zone) - first;
  return (
    <section className={styles.line} aria-label={row.name || t('planning.noItem')} data-item={row.id}>
      <h2 className={mergeClasses(styles.name, !row.id && styles.unnamed)}>{row.name || t('planning.noItem')}</h2>
      <div className={styles.track} style={{ height: lanes * LANE_PX + 6 }}>
        {dates.map((day) => (
          <div key={day} className={mergeClasses(styles.day, isWeekend(day) && styles.weekend)} />
        ))}
        {row.bands.map((band) => (
          <div
            key={bandKey(band)}
            role="img"
            aria-label={t(`planning.${band.kind}Band`, { name: band.name, when: words.range(band.from, band.to) })}
            title={t(`planning.${band.kind}Band`, { name: band.name, when: words.range(band.from, band.to) })}
            data-band={band.kind}
            className={mergeClasses(styles.band, bandStyles[band.kind])}
            style={{ left: share(place(band.from)), width: share(place(band.to) - place(band.from)) }}
          />
        ))}
        {today >= 0 && today <= count && <div className={styles.now} style={{ left: share(today) }} />}
        {placed.map(({ span, column }) => (
          <ChangeBar
            key={span.key}
            entry={span.entry}
            grid={grid}
            isContinued={span.entry.from < range.from}
            isRepeat={shownBefore.has(span.key)}
            goesOn={span.entry.to > range.to}
            className={styles.bar}
            style={{ left: share(span.from), width: share(Math.min(span.to, count) - span.from), top: column * LANE_PX + 4 }}
          />
        ))}
        {placed.map(({ span, column }) => (
          <div
            key={`extent ${span.key}`}
            className={styles.extent}
            style={{ left: share(place(span.entry.from)), width: share(place(span.entry.to) - place(span.entry.from)), top: (column + 1) * LANE_PX - 4 }}
          />
        ))}
        {ghost && <ChangeBar entry={ghost} grid={grid} className={styles.bar} style={{ left: share(place(ghost.from)), width: share(Math.max(place(ghost.to) - place(ghost.from), SHORTEST)), top: 4 }} />}
      </div>
    </section>
  );
}
