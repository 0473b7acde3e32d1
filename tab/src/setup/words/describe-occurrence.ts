import type { Language } from '../../../../shared/kernel';
import { WEEKDAYS, type Occurrence, type Weekday } from '../../../../shared/scheduling/window-schema';
import type { Translate } from '../../lib/texts';

export interface DateWords {
  readonly t: Translate;
  readonly language: Language;
}

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** "Monday", "Mon": a weekday in the reader's language. */
export function weekdayName(day: Weekday, language: Language, length: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(new Date(MONDAY + WEEKDAYS.indexOf(day) * DAY_MS));
}

/** "December" of `12`. */
export function monthName(month: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(`2024-${month}-01T00:00:00Z`));
}

/** "December 15" of `12-15`; what is no day stays as it is. */
export function monthDay(text: string, language: Language): string {
  const date = new Date(`2024-${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? text : new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(date);
}

/** "Thu, Dec 24, 2026, 6:00 PM" of the wall clock `2026-12-24T18:00`, whatever its zone. */
export function wallText(text: string, language: Language): string {
  const date = new Date(`${text}:00Z`);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(date);
}

/** "Saturday and Sunday, 10:00 PM to 2:00 AM on the next day". */
export function occurrenceText({ t, language }: DateWords, occurrence: Occurrence): string {
  if (occurrence.kind === 'once') return t('setup.when.once', { from: wallText(occurrence.from, language), to: wallText(occurrence.to, language) });
  const { from, to } = occurrence;
  if (occurrence.kind === 'yearly') return t('setup.when.yearly', { from: monthDay(from, language), to: monthDay(to, language) });
  const time = t(to > from ? 'setup.when.time' : 'setup.when.overnight', { from, to });
  if (occurrence.kind === 'monthly') return t('setup.when.monthly', { nth: t(`setup.when.nth.${occurrence.nth}`), day: weekdayName(occurrence.day, language), time });
  const { days, everyWeeks = 1 } = occurrence;
  if (days.length === WEEKDAYS.length) return t('setup.when.weekly', { weeks: everyWeeks, days: t('setup.when.everyDay'), time });
  const names = WEEKDAYS.filter((day) => days.includes(day)).map((day) => weekdayName(day, language));
  return t('setup.when.weekly', { weeks: everyWeeks, days: new Intl.ListFormat(language, { type: 'conjunction' }).format(names), time });
}
