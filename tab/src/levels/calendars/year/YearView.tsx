import { Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import type { CalendarDay, CalendarYear } from '../../../../../shared/sla/calendar-year-views';
import { workingTime } from '../../../../../shared/strings/dates';
import { useNow } from '../../../lib/now';
import { useSession } from '../../../lib/session';
import { dayText, type DayKind } from './day-words';
import { Month } from './Month';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 20px' },
  years: { display: 'flex', alignItems: 'center', gap: '2px' },
  year: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, minWidth: '52px', textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 14px', margin: 0, padding: 0, listStyle: 'none', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  swatch: { width: '18px', height: '16px', borderRadius: tokens.borderRadiusSmall, border: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: '9px', lineHeight: '14px', textAlign: 'center' },
  open: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke2}` },
  closed: {},
  holiday: { backgroundColor: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorNeutralStroke1}` },
  exception: { border: `2px dashed ${tokens.colorCompoundBrandStroke}`, lineHeight: '12px' },
  months: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 236px), 1fr))', gap: '18px 26px' },
  old: { opacity: 0.6 },
  total: { marginLeft: 'auto', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

const LEGEND: readonly (readonly [DayKind | 'clockChange', string])[] = [['open', ''], ['closed', ''], ['holiday', '✱'], ['exception', '◆'], ['clockChange', '◷']];

interface Props {
  readonly view: CalendarYear;
  /** A fresh one is on its way. */
  readonly isOld: boolean;
  onYear(year: number): void;
}

function step(key: string): { readonly days?: number; readonly months?: number } | undefined {
  const days: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 };
  const months: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 };
  if (days[key] !== undefined) return { days: days[key] };
  return months[key] === undefined ? undefined : { months: months[key] };
}

function moved(date: string, { days = 0, months = 0 }: { readonly days?: number; readonly months?: number }): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  if (months) {
    const day = at.getUTCDate();
    at.setUTCDate(1);
    at.setUTCMonth(at.getUTCMonth() + months);
    const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
    at.setUTCDate(Math.min(day, last));
  }
  return at.toISOString().slice(0, 10);
}

/** A year to check by eye: twelve months, one stop for the tab key, arrows from day to day, words for every day. */
export function YearView({ view, isOld, onYear }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const now = useNow();
  const { year, days } = view;
  const root = useRef<HTMLDivElement>(null);
  const today = now.slice(0, 10);
  const [chosen, setChosen] = useState<string>();
  const current = days.some((day) => day.date === chosen) ? chosen : days.some((day) => day.date === today) ? today : days[0]?.date;
  const [pointed, setPointed] = useState<{ readonly day: CalendarDay; readonly target: HTMLElement }>();
  const months = useMemo(() => Array.from({ length: 12 }, (_, month) => days.filter((day) => Number(day.date.slice(5, 7)) === month + 1)), [days]);

  const point = (event: FocusEvent | MouseEvent): void => {
    const target = (event.target as HTMLElement).closest<HTMLElement>('[data-date]');
    const day = days.find((candidate) => candidate.date === target?.dataset['date']);
    setPointed(day && target ? { day, target } : undefined);
    if (day && event.type === 'focus') setChosen(day.date);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return setPointed(undefined);
    const by = step(event.key);
    const from = (event.target as HTMLElement).dataset['date'];
    if (!by || !from) return;
    event.preventDefault();
    root.current?.querySelector<HTMLElement>(`[data-date="${moved(from, by)}"]`)?.focus();
  };

  return (
    <>
      <div className={styles.bar}>
        <div className={styles.years} role="group" aria-label={t('levels.year.year')}>
          <Tooltip content={t('levels.year.previous')} relationship="label">
            <Button appearance="subtle" icon={<ChevronLeft20Regular />} onClick={() => onYear(year - 1)} />
          </Tooltip>
          <span className={styles.year} aria-live="polite">
            {year}
          </span>
          <Tooltip content={t('levels.year.next')} relationship="label">
            <Button appearance="subtle" icon={<ChevronRight20Regular />} onClick={() => onYear(year + 1)} />
          </Tooltip>
        </div>
        <ul className={styles.legend} aria-label={t('levels.year.legend')}>
          {LEGEND.map(([kind, mark]) => (
            <li key={kind} className={styles.entry}>
              <span aria-hidden="true" className={mergeClasses(styles.swatch, kind !== 'clockChange' && styles[kind])}>
                {mark}
              </span>
              {t(`levels.year.legend.${kind}`)}
            </li>
          ))}
        </ul>
        <span className={styles.total}>
          {t('levels.year.total', { days: days.filter((day) => day.openMinutes > 0).length, time: workingTime(view.openMinutes * 60_000, language) })}
        </span>
      </div>
      <div
        ref={root}
        className={mergeClasses(styles.months, isOld && styles.old)}
        aria-busy={isOld}
        data-testid="year"
        onFocus={point}
        onBlur={() => setPointed(undefined)}
        onMouseOver={point}
        onMouseLeave={() => setPointed(undefined)}
        onKeyDown={onKeyDown}
      >
        {months.map((own, month) => (
          <Month key={month} month={month} days={own} current={own.some((day) => day.date === current) ? current : undefined} />
        ))}
      </div>
      {pointed && <Tooltip visible withArrow relationship="inaccessible" positioning={{ target: pointed.target, position: 'above' }} content={dayText(pointed.day, language, t)} />}
    </>
  );
}
