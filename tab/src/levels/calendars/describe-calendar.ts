import type { Language } from '../../../../shared/kernel';
import type { Weekday, Weekly, Window } from '../../../../shared/sla/calendar-schema';
import type { Translate } from '../../lib/texts';

/** As a week begins by ISO 8601. */
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** "Mon", "Monday". */
export function weekdayName(day: Weekday, language: Language, length: 'short' | 'long' = 'short'): string {
  // January 1, 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day)));
  return new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(date);
}

/** "09:00–12:30, 13:30–17:00", or that it is closed. */
export function windowsText(windows: readonly Window[] | undefined, t: Translate): string {
  if (!windows || windows.length === 0) return t('levels.closed');
  if (windows.length === 1 && windows[0]?.[0] === '00:00' && windows[0][1] === '24:00') return t('levels.allDay');
  return windows.map(([open, close]) => `${open}–${close}`).join(', ');
}

/** The week with days of equal hours put together: "Mon–Fri 08:00–18:00", "Sat 09:00–13:00". */
export function weeklyLines(weekly: Weekly, language: Language, t: Translate): readonly string[] {
  const spans: { first: Weekday; last: Weekday; hours: string }[] = [];
  for (const day of WEEKDAYS) {
    const windows = weekly[day] ?? [];
    const hours = windowsText(windows, t);
    const before = spans.at(-1);
    const isNext = before && WEEKDAYS.indexOf(before.last) === WEEKDAYS.indexOf(day) - 1;
    if (windows.length === 0) continue;
    if (isNext && before.hours === hours) before.last = day;
    else spans.push({ first: day, last: day, hours });
  }
  if (spans.length === 0) return [t('levels.closed')];
  return spans.map(({ first, last, hours }) => {
    const days = first === last ? weekdayName(first, language) : first === 'mon' && last === 'sun' ? t('levels.everyDay') : `${weekdayName(first, language)}–${weekdayName(last, language)}`;
    return `${days} ${hours}`;
  });
}
