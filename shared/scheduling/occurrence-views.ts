import { dateFormat, type Language } from '../kernel';
import type { Translate } from '../strings/translator';
import { WEEKDAYS, type Occurrence, type Weekday } from './window-schema';

type Weekly = Extract<Occurrence, { readonly kind: 'weekly' }>;

const FORMATS = {
  time: { hour: 'numeric', minute: '2-digit' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  moment: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  dayOfYear: { day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** What a wall clock shows, whose zone is said elsewhere: written as if it were UTC. */
function wall(text: string, format: keyof typeof FORMATS, language: Language): string {
  const at = new Date(`${text}Z`);
  return Number.isNaN(at.getTime()) ? text : dateFormat(language, { ...FORMATS[format], timeZone: 'UTC' }).format(at);
}

const timeOf = (time: string, language: Language): string => wall(`2024-01-01T${time}:00`, 'time', language);

function timesOf({ from, to }: { readonly from: string; readonly to: string }, language: Language, t: Translate): string {
  if (from === to && from === '00:00') return t('occurrence.allDay');
  return t(to > from ? 'occurrence.times' : 'occurrence.overnight', { from: timeOf(from, language), to: timeOf(to, language) });
}

/** "Monday to Friday", "Monday, Wednesday, and Saturday": three days and more in a row are said as a range. */
function daysOf(days: readonly Weekday[], language: Language, t: Translate): { readonly style: 'daily' | 'range' | 'list'; readonly days: string } {
  const places = WEEKDAYS.flatMap((day, place) => (days.includes(day) ? [place] : []));
  const name = (place: number | undefined): string => t(`weekday.${WEEKDAYS[place ?? 0] ?? ''}`);
  const [first, last] = [places[0], places.at(-1)];
  const isRange = first !== undefined && last !== undefined && places.length > 2 && last - first === places.length - 1;
  if (!isRange) return { style: 'list', days: new Intl.ListFormat(language).format(places.map(name)) };
  return { style: places.length === WEEKDAYS.length ? 'daily' : 'range', days: t('occurrence.weekdays', { from: name(first), to: name(last) }) };
}

function weeklyWords(occurrence: Weekly, language: Language, t: Translate): string {
  const { days, everyWeeks = 1, firstDate } = occurrence;
  return t('occurrence.weekly', {
    weeks: everyWeeks,
    ...daysOf(days, language, t),
    times: timesOf(occurrence, language, t),
    isLater: firstDate === undefined ? 'no' : 'yes',
    firstDate: firstDate === undefined ? '' : wall(`${firstDate}T00:00:00`, 'date', language),
  });
}

/** When a window is, in words: "Every Saturday, 10:00 PM to 4:00 AM on the next day". The zone is not said. */
export function describeOccurrence(occurrence: Occurrence, language: Language, t: Translate): string {
  switch (occurrence.kind) {
    case 'once':
      return t('occurrence.once', { from: wall(`${occurrence.from}:00`, 'moment', language), to: wall(`${occurrence.to}:00`, 'moment', language) });
    case 'weekly':
      return weeklyWords(occurrence, language, t);
    case 'monthly':
      return t('occurrence.monthly', { nth: `n${occurrence.nth}`, day: t(`weekday.${occurrence.day}`), times: timesOf(occurrence, language, t) });
    case 'yearly': {
      const [from, to] = [occurrence.from, occurrence.to].map((day) => wall(`2024-${day}T00:00:00`, 'dayOfYear', language));
      return t(from === to ? 'occurrence.yearlyDay' : 'occurrence.yearly', { from, to });
    }
  }
}
