import { DateTime } from 'luxon';
import type { Occurrence } from '../../../shared/scheduling';

/*
 * When a window is, one quarter of an hour after the other: what do the clocks on the wall show in this quarter, and does an
 * occurrence say that? No interval arithmetic, no code of the engine. Clocks change at full quarters UTC everywhere since 1972,
 * and the windows of the tests begin and end at quarters. Quarters are counted since 1970, UTC.
 */

export const QUARTER = 15;
const QUARTER_MS = QUARTER * 60_000;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

interface Wall {
  readonly date: DateTime;
  /** `YYYY-MM-DD` and `HH:MM` as shown. */
  readonly day: string;
  readonly time: string;
  readonly yesterday: DateTime;
}

const readings = new Map<string, Map<number, Wall>>();
const dates = new Map<string, Pick<Wall, 'date' | 'yesterday'>>();
const two = (value: number): string => String(value).padStart(2, '0');

/** A date alone: it has no zone and no clock change, so that "yesterday" is simply the day before. */
function dateOf(day: string): Pick<Wall, 'date' | 'yesterday'> {
  let known = dates.get(day);
  if (!known) {
    const date = DateTime.fromISO(day, { zone: 'utc' });
    dates.set(day, (known = { date, yesterday: date.minus({ days: 1 }) }));
  }
  return known;
}

function wallIn(zone: string, quarter: number): Wall {
  let known = readings.get(zone);
  if (!known) readings.set(zone, (known = new Map<number, Wall>()));
  let wall = known.get(quarter);
  if (!wall) {
    const { year, month, day, hour, minute } = DateTime.fromMillis(quarter * QUARTER_MS, { zone });
    const shown = `${year}-${two(month)}-${two(day)}`;
    known.set(quarter, (wall = { ...dateOf(shown), day: shown, time: `${two(hour)}:${two(minute)}` }));
  }
  return wall;
}

const monday = (date: DateTime): DateTime => date.minus({ days: date.weekday - 1 });
const weekdayOf = (date: DateTime): string => WEEKDAYS[date.weekday - 1] ?? '';

/** Does a weekly or monthly occurrence begin on this date? */
function beginsOn(occurrence: Exclude<Occurrence, { readonly kind: 'once' | 'yearly' }>, date: DateTime): boolean {
  if (occurrence.kind === 'monthly') {
    if (weekdayOf(date) !== occurrence.day) return false;
    const isLast = date.plus({ days: 7 }).month !== date.month;
    return occurrence.nth === -1 ? isLast : Math.ceil(date.day / 7) === occurrence.nth;
  }
  if (!(occurrence.days as readonly string[]).includes(weekdayOf(date))) return false;
  if (!occurrence.firstDate) return true;
  const first = DateTime.fromISO(occurrence.firstDate, { zone: 'utc' });
  if (date < first) return false;
  return Math.round(monday(date).diff(monday(first), 'weeks').weeks) % (occurrence.everyWeeks ?? 1) === 0;
}

/** Do the clocks of the zone show a time of this occurrence in this quarter? */
export function showsTimeOf(occurrence: Occurrence, zone: string, quarter: number): boolean {
  const { date, day, time, yesterday } = wallIn(zone, quarter);
  if (occurrence.kind === 'once') return occurrence.from <= `${day}T${time}` && `${day}T${time}` < occurrence.to;
  if (occurrence.kind === 'yearly') {
    const shown = day.slice(5);
    const { from, to } = occurrence;
    return from <= to ? from <= shown && shown <= to : shown >= from || shown <= to;
  }
  const { from, to } = occurrence;
  if (from < to) return beginsOn(occurrence, date) && from <= time && time < to;
  return (beginsOn(occurrence, date) && time >= from) || (beginsOn(occurrence, yesterday) && time < to);
}
