import { DateTime, IANAZone } from 'luxon';
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

function offsetAt(zone: string, instantMs: number): number {
  return IANAZone.create(zone).offset(instantMs) * MINUTE;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * Open intervals of one local date, exact over clock changes: the date is split where the UTC offset changes, and inside
 * each part wall-clock time and UTC differ by a constant (domain.md 5.2, rule 2).
 */
function computeIntervals(calendar: Calendar, day: DateTime): readonly Interval[] {
  const { zone } = calendar;
  const start = day.toMillis();
  const end = day.plus({ days: 1 }).startOf('day').toMillis();
  const isConstant = offsetAt(zone, start) === offsetAt(zone, end - 1);
  const change = isConstant ? end : transitionBetween(zone, start, end - 1);
  const parts = isConstant ? [{ from: start, to: end }] : [{ from: start, to: change }, { from: change, to: end }];
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  return parts.flatMap((part) =>
    windowsOn(calendar, day)
      .map(([open, close]) => ({
        from: Math.max(part.from, midnight + minutesOf(open) * MINUTE - offsetAt(zone, part.from)),
        to: Math.min(part.to, midnight + minutesOf(close) * MINUTE - offsetAt(zone, part.from)),
      }))
      .filter((interval) => interval.to > interval.from)
      .sort((left, right) => left.from - right.from),
  );
}

function intervalsOn(calendar: Calendar, day: DateTime): readonly Interval[] {
  let days = daysOf.get(calendar);
  if (!days) daysOf.set(calendar, (days = new Map()));
  const key = day.toISODate() ?? '';
  let intervals = days.get(key);
  if (!intervals) days.set(key, (intervals = computeIntervals(calendar, day)));
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
