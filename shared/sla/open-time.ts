import { DateTime } from 'luxon';
import type { Calendar } from './calendar';
import type { Weekday, Window } from './calendar-schema';

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MINUTE = 60_000;
/** A calendar that opens less than once in this many days counts as never opening. */
const HORIZON_DAYS = 1_500;

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Windows of one local date as instants. Memoised per calendar record: a changed calendar is a new object. */
const daysOf = new WeakMap<Calendar, Map<string, readonly Interval[]>>();

function windowsOn(calendar: Calendar, day: DateTime): readonly Window[] {
  const isoDate = day.toISODate() ?? '';
  const override = calendar.overrides?.[isoDate];
  if (override) return override;
  if (calendar.holidays?.includes(isoDate)) return [];
  return calendar.weekly[WEEKDAYS[day.weekday - 1] as Weekday] ?? [];
}

function atLocal(day: DateTime, time: string): number {
  if (time === '24:00') return day.plus({ days: 1 }).startOf('day').toMillis();
  const [hour, minute] = time.split(':').map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0, second: 0, millisecond: 0 }).toMillis();
}

function intervalsOn(calendar: Calendar, day: DateTime): readonly Interval[] {
  let days = daysOf.get(calendar);
  if (!days) daysOf.set(calendar, (days = new Map()));
  const key = day.toISODate() ?? '';
  let intervals = days.get(key);
  if (!intervals) {
    intervals = windowsOn(calendar, day)
      .map(([start, end]) => ({ from: atLocal(day, start), to: atLocal(day, end) }))
      .filter((interval) => interval.to > interval.from)
      .sort((left, right) => left.from - right.from);
    days.set(key, intervals);
  }
  return intervals;
}

function* openIntervals(calendar: Calendar, fromMs: number): Generator<Interval> {
  let day = DateTime.fromMillis(fromMs, { zone: calendar.zone }).startOf('day');
  for (let count = 0; count < HORIZON_DAYS; count += 1) {
    for (const interval of intervalsOn(calendar, day)) {
      if (interval.to > fromMs) yield { from: Math.max(interval.from, fromMs), to: interval.to };
    }
    day = day.plus({ days: 1 }).startOf('day');
  }
}

/** Open time in `[fromMs, toMs)`, in milliseconds (domain.md 5.2, rules 2 and 5). */
export function openTimeBetween(calendar: Calendar, fromMs: number, toMs: number): number {
  let open = 0;
  for (const interval of openIntervals(calendar, fromMs)) {
    if (interval.from >= toMs) break;
    open += Math.min(interval.to, toMs) - interval.from;
  }
  return open;
}

/** The earliest instant with `minutes` of open time after `fromMs`; undefined for a calendar that never opens (rule 6). */
export function afterOpenMinutes(calendar: Calendar, fromMs: number, minutes: number): number | undefined {
  let left = minutes * MINUTE;
  for (const interval of openIntervals(calendar, fromMs)) {
    const length = interval.to - interval.from;
    if (length >= left) return interval.from + left;
    left -= length;
  }
  return undefined;
}
