import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useSession } from '../../lib/session';
import { usePlanningWords } from '../words';
import { bandKey, useBandStyles, type Band } from './bands';
import { ChangeBar } from './ChangeBar';
import { dateIn, overlaps } from './days';
import type { Entry } from './entry';
import type { Grid } from './grid';
import { rangeOf } from './week-axis';

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 10px 16px', display: 'flex', flexDirection: 'column', gap: '12px' },
  day: { display: 'flex', flexDirection: 'column', gap: '5px' },
  date: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, padding: '4px 0 2px', position: 'sticky', top: '-4px', backgroundColor: tokens.colorNeutralBackground1, zIndex: 2 },
  today: { color: tokens.colorBrandForeground1 },
  bar: { height: 'auto', minHeight: '32px', alignItems: 'center', padding: '4px 8px 4px 10px' },
  band: { padding: '3px 6px', borderRadius: tokens.borderRadiusMedium },
  none: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Right and down are later: a quarter of an hour, a day. Nothing can be dragged in a list. */
const GRID: Grid = { x: { days: 0, minutes: 15, px: 0 }, y: { days: 1, minutes: 0, px: 0 } };
const grid = (): Grid => GRID;

interface Props {
  readonly dates: readonly string[];
  readonly entries: readonly Entry[];
  readonly bands: readonly Band[];
}

/** The same days as a list, where seven columns do not fit. */
export function AgendaView({ dates, entries, bands }: Props) {
  const styles = useStyles();
  const bandStyles = useBandStyles();
  const { t, zone } = useSession();
  const words = usePlanningWords();
  const today = dateIn(words.now, zone);
  const shown = new Set<string>();
  const days = dates.flatMap((date) => {
    const range = rangeOf([date], zone);
    const own = entries.filter((entry) => overlaps(entry, range));
    const frozen = bands.filter((band) => overlaps(band, range));
    return own.length === 0 && frozen.length === 0 && date !== today ? [] : [{ date, own, frozen }];
  });
  const root = useRef<HTMLDivElement>(null);
  // Like a paper diary, it opens where one is; what is over stands above.
  useEffect(() => {
    root.current?.querySelector(`[data-day="${today}"]`)?.scrollIntoView({ block: 'start' });
  }, [today]);
  return (
    <div ref={root} className={styles.root} data-testid="agenda" tabIndex={0} role="region" aria-label={t('planning.changes')}>
      {days.map(({ date, own, frozen }) => (
        <section key={date} className={styles.day} aria-labelledby={`agenda-${date}`} data-day={date}>
          <h2 id={`agenda-${date}`} className={mergeClasses(styles.date, date === today && styles.today)}>
            {date === today ? t('planning.todayIs', { day: words.day(date) }) : words.day(date)}
          </h2>
          {frozen.map((band) => (
            <div key={bandKey(band)} className={mergeClasses(styles.band, bandStyles[band.kind])} data-band={band.kind}>
              <span className={mergeClasses(bandStyles.label, bandStyles[`${band.kind}Label`])}>{t(`planning.${band.kind}Band`, { name: band.name, when: words.range(band.from, band.to) })}</span>
            </div>
          ))}
          {own.map((entry) => {
            const isRepeat = shown.has(entry.key);
            if (!entry.isGhost) shown.add(entry.key);
            return <ChangeBar key={entry.key} entry={entry} grid={grid} withTime isContinued={isRepeat} isRepeat={isRepeat} className={styles.bar} />;
          })}
          {own.length === 0 && frozen.length === 0 && <span className={styles.none}>{t('planning.nothingToday')}</span>}
        </section>
      ))}
    </div>
  );
}
