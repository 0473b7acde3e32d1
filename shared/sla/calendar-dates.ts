import type { Weekday } from './calendar-schema';
import { DAY, MINUTE } from './calendar-zone';

/** By day number: 1970-01-01 was a Thursday. */
export const WEEKDAYS: readonly Weekday[] = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01 of a local date `YYYY-MM-DD`; undefined when there is no such date (2026-02-30). */
export function dayNumberOf(date: string): number | undefined {
  if (!DATE.test(date)) return undefined;
  const day = Date.parse(`${date}T00:00Z`) / DAY;
  return Number.isInteger(day) && dateOf(day) === date ? day : undefined;
}

/** The local date `YYYY-MM-DD` of a day number. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

export const weekdayOf = (day: number): Weekday => WEEKDAYS[((day % 7) + 7) % 7] as Weekday;

/** `HH:MM` in milliseconds since local midnight. */
export const timeOfDay = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;
