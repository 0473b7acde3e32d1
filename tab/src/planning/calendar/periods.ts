import type { Language } from '../../../../shared/kernel';
import { addDays, addMonths, mondayOf, weekOf, weeksOfMonth } from './days';
import type { Grid } from './grid';

export const VIEWS = ['month', 'week', 'timeline'] as const;
export type ViewName = (typeof VIEWS)[number];

const TIMELINE_DAYS = 14;

/** The dates that a view shows around one of them. */
export function datesOf(view: ViewName, date: string): readonly string[] {
  if (view === 'month') return weeksOfMonth(date).flat();
  if (view === 'week') return weekOf(date);
  const first = mondayOf(date);
  return Array.from({ length: TIMELINE_DAYS }, (_, day) => addDays(first, day));
}

/** The date to which "next" or "previous" leads. */
export function stepDate(view: ViewName, date: string, direction: 1 | -1): string {
  return view === 'month' ? addMonths(date, direction) : addDays(date, direction * (view === 'week' ? 7 : TIMELINE_DAYS));
}

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** What arrow keys mean in a view, also for a change whose bar is not on the screen. */
export function keyGrid(view: ViewName): Grid {
  if (view === 'timeline') return { x: { days: 0, minutes: 60, px: 0 }, y: { days: 1, minutes: 0, px: 0 } };
  return { x: { days: 1, minutes: 0, px: 0 }, y: view === 'week' ? { days: 0, minutes: 15, px: 0 } : { days: 7, minutes: 0, px: 0 } };
}

/** "March 2026", "Mar 2 – 8, 2026". */
export function periodTitle(view: ViewName, date: string, language: Language): string {
  if (view === 'month') return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(utc(date));
  const dates = datesOf(view, date);
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(utc(dates[0] ?? date), utc(dates.at(-1) ?? date));
}

/** "Central European Time": how a zone is called, beside its id. */
export function zoneName(zone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(new Date());
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
