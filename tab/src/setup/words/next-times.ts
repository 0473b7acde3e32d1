import type { Occurrence, Weekday } from '../../../../shared/scheduling/window-schema';
import { fromWallTime, toWallTime } from '../../lib/zone';

export interface Time {
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
const WEEK = 7;
/** In the order of `Date.getUTCDay`. */
const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const MONTH_DAY = /^\d{2}-\d{2}$/;
/** Years ahead in which the next yearly time must be found: leap days come every four years, at most every eight. */
const YEARS = 9;
const MONTHS = 14;

/** Days since 1970, as the wall calendar counts them. */
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
const weekdayOf = (day: number): Weekday => WEEKDAYS[new Date(day * DAY_MS).getUTCDay()] ?? 'mon';
/** 1970-01-01 was a Thursday, and weeks begin on Mondays. */
const weekOf = (day: number): number => Math.floor((day + 3) / WEEK);

type Wall = readonly [from: string, to: string];

function onDay(day: number, { from, to }: { readonly from: string; readonly to: string }): readonly Wall[] {
  if (!CLOCK.test(from) || !CLOCK.test(to)) return [];
  const at = (time: string, late: number): string => (time === '24:00' ? `${dateOf(day + late + 1)}T00:00` : `${dateOf(day + late)}T${time}`);
  return [[at(from, 0), at(to, to > from ? 0 : 1)]];
}

function weekly(occurrence: Extract<Occurrence, { kind: 'weekly' }>, today: number, count: number): readonly Wall[] {
  const { days, everyWeeks = 1, firstDate } = occurrence;
  const first = firstDate ? dayNumber(firstDate) : undefined;
  if (days.length === 0 || !Number.isInteger(everyWeeks) || everyWeeks < 1 || Number.isNaN(first)) return [];
  const found: Wall[] = [];
  const from = Math.max(today - 1, first ?? 0);
  for (let day = from; day < from + WEEK * everyWeeks * (count + 1) && found.length <= count; day += 1) {
    if ((weekOf(day) - weekOf(first ?? 0)) % everyWeeks === 0 && days.includes(weekdayOf(day))) found.push(...onDay(day, occurrence));
  }
  return found;
}

function monthly(occurrence: Extract<Occurrence, { kind: 'monthly' }>, today: number): readonly Wall[] {
  const now = new Date((today - 1) * DAY_MS);
  return Array.from({ length: MONTHS }, (_, index) => {
    const begin = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + index, 1) / DAY_MS;
    const end = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + index + 1, 1) / DAY_MS;
    const first = occurrence.nth === -1 ? end - WEEK : begin + (occurrence.nth - 1) * WEEK;
    const offset = Array.from({ length: WEEK }, (_day, step) => weekdayOf(first + step)).indexOf(occurrence.day);
    return onDay(first + offset, occurrence);
  }).flat();
}

/** The day `MM-DD` of a year, or the day after it; where there is no February 29th, it is where March begins. */
function dayOfYear(year: number, text: string, isEnd: boolean): number {
  const [month, day] = [Number(text.slice(0, 2)), Number(text.slice(3))];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getTime() / DAY_MS + (isEnd && date.getUTCDate() === day ? 1 : 0);
}

function yearly({ from, to }: Extract<Occurrence, { kind: 'yearly' }>, today: number): readonly Wall[] {
  if (!MONTH_DAY.test(from) || !MONTH_DAY.test(to)) return [];
  const year = new Date(today * DAY_MS).getUTCFullYear() - 1;
  return Array.from({ length: YEARS }, (_, index): Wall => [
    `${dateOf(dayOfYear(year + index, from, false))}T00:00`, `${dateOf(dayOfYear(to < from ? year + index + 1 : year + index, to, true))}T00:00`,
  ]);
}

function wallTimes(occurrence: Occurrence, today: number, count: number): readonly Wall[] {
  if (occurrence.kind === 'once') return WALL.test(occurrence.from) && WALL.test(occurrence.to) ? [[occurrence.from, occurrence.to]] : [];
  if (occurrence.kind === 'weekly') return weekly(occurrence, today, count);
  return occurrence.kind === 'monthly' ? monthly(occurrence, today) : yearly(occurrence, today);
}

/**
 * The next times of a window from `now` on, one that runs already included. Half-typed occurrences are left out, and nothing comes
 * of a zone that the browser does not know.
 */
export function nextTimes(occurrences: readonly Occurrence[], zone: string, now: string, count: number): readonly Time[] {
  try {
    const today = dayNumber(toWallTime(now, zone).slice(0, 10));
    const times = occurrences.flatMap((occurrence) => wallTimes(occurrence, today, count)).flatMap(([from, to]): readonly Time[] => {
      const [begin, end] = [fromWallTime(from, zone), fromWallTime(to, zone)];
      return begin && end && begin < end && end > now ? [{ from: begin, to: end }] : [];
    });
    return times.sort((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0)).slice(0, count);
  } catch {
    return [];
  }
}
