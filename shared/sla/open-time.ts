import { IANAZone } from 'luxon';
import type { Calendar } from './calendar';
import type { Weekday, Window } from './calendar-schema';

/** By day number: 1970-01-01 was a Thursday. */
const WEEKDAYS: readonly Weekday[] = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** No zone is further from UTC than this. */
const WIDEST_OFFSET = 15 * HOUR;
/** A calendar that opens less than once in this many days counts as never opening. */
const HORIZON_DAYS = 1_500;

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Open intervals by local day number. Memoised per calendar record: a changed calendar is a new object. */
const daysOf = new WeakMap<Calendar, Map<number, readonly Interval[]>>();

function windowsOn(calendar: Calendar, dayNumber: number): readonly Window[] {
  const localDate = new Date(dayNumber * DAY).toISOString().slice(0, 10);
  const override = calendar.overrides?.[localDate];
  if (override) return override;
  if (calendar.holidays?.includes(localDate)) return [];
  return calendar.weekly[WEEKDAYS[((dayNumber % 7) + 7) % 7] as Weekday] ?? [];
}

const offsetAt = (zone: string, instantMs: number): number => IANAZone.create(zone).offset(instantMs) * MINUTE;

/** The instant at which the zone's offset changes between two instants that have different offsets. */
function transitionBetween(zone: string, fromMs: number, toMs: number): number {
  const before = offsetAt(zone, fromMs);
  let low = fromMs;
  let high = toMs;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * Open intervals of one local date, exact over clock changes: time is split where the UTC offset changes, and inside each
 * part wall-clock time and UTC differ by a constant (domain.md 5.2, rule 2).
 */
function computeIntervals(calendar: Calendar, dayNumber: number): readonly Interval[] {
  const windows = windowsOn(calendar, dayNumber);
  if (windows.length === 0) return [];
  const midnight = dayNumber * DAY;
  const first = midnight - WIDEST_OFFSET;
  const last = midnight + DAY + WIDEST_OFFSET;
  const isConstant = offsetAt(calendar.zone, first) === offsetAt(calendar.zone, last);
  const change = isConstant ? last : transitionBetween(calendar.zone, first, last);
  const parts = isConstant ? [{ from: first, to: last }] : [{ from: first, to: change }, { from: change, to: last }];
  return parts.flatMap((part) => {
    const offset = offsetAt(calendar.zone, part.from);
    return windows
      .map(([open, close]) => ({
        from: Math.max(part.from, midnight + minutesOf(open) * MINUTE - offset),
        to: Math.min(part.to, midnight + minutesOf(close) * MINUTE - offset),
      }))
      .filter((interval) => interval.to > interval.from)
      .sort((left, right) => left.from - right.from);
  });
}

function intervalsOn(calendar: Calendar, dayNumber: number): readonly Interval[] {
  let days = daysOf.get(calendar);
  if (!days) daysOf.set(calendar, (days = new Map<number, readonly Interval[]>()));
  let intervals = days.get(dayNumber);
  if (!intervals) days.set(dayNumber, (intervals = computeIntervals(calendar, dayNumber)));
  return intervals;
}

function* openIntervals(calendar: Calendar, fromMs: number): Generator<Interval> {
  const firstDay = Math.floor((fromMs + offsetAt(calendar.zone, fromMs)) / DAY);
  for (let dayNumber = firstDay; dayNumber < firstDay + HORIZON_DAYS; dayNumber += 1) {
    for (const interval of intervalsOn(calendar, dayNumber)) {
      if (interval.to > fromMs) yield { from: Math.max(interval.from, fromMs), to: interval.to };
    }
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
