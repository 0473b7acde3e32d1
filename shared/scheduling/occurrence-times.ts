import { append, DAY, dayNumberOf, timeOfDay, weekdayOf, type Stretch } from '../sla';
import type { Occurrence } from './window-schema';

type Timed = Extract<Occurrence, { readonly from: string; readonly to: string }>;
type Weekly = Extract<Occurrence, { readonly kind: 'weekly' }>;
type Monthly = Extract<Occurrence, { readonly kind: 'monthly' }>;
type Yearly = Extract<Occurrence, { readonly kind: 'yearly' }>;

const WEEK = 7;
/** 1970-01-01 was a Thursday, so weeks that begin on Mondays begin three days before a multiple of seven. */
const weekOf = (day: number): number => Math.floor((day + 3) / WEEK);

/** On any local day, in milliseconds as if the wall clock showed UTC; a `to` that is not after `from` is on the next day. */
function onDays({ from, to }: Timed): (day: number) => Stretch {
  const [begin, end] = [timeOfDay(from), timeOfDay(to)];
  const close = end > begin ? end : end + DAY;
  return (day) => ({ from: day * DAY + begin, to: day * DAY + close });
}

/** Local date with time, `2026-12-24T18:00`. */
function wallClock(text: string): number {
  const day = dayNumberOf(text.slice(0, 10));
  return day === undefined ? Number.NaN : day * DAY + timeOfDay(text.slice(11));
}

function weeklyTimes(occurrence: Weekly, first: number, last: number): Stretch[] {
  const { days, everyWeeks = 1, firstDate } = occurrence;
  const weekdays = new Set(days);
  const firstDay = firstDate === undefined ? undefined : dayNumberOf(firstDate);
  const firstWeek = weekOf(firstDay ?? 0);
  const onDay = onDays(occurrence);
  const found: Stretch[] = [];
  for (let day = Math.max(first, firstDay ?? first); day <= last; day += 1) {
    if ((weekOf(day) - firstWeek) % everyWeeks === 0 && weekdays.has(weekdayOf(day))) found.push(onDay(day));
  }
  return found;
}

/** Day number of the n-th such weekday of a month, counted from 1970-01; -1 is the last one. */
function nthDay({ nth, day: weekday }: Monthly, month: number): number {
  const begin = Date.UTC(1970, month, 1) / DAY;
  const end = Date.UTC(1970, month + 1, 1) / DAY;
  const first = nth === -1 ? end - WEEK : begin + (nth - 1) * WEEK;
  return first + Array.from({ length: WEEK }, (_, offset) => weekdayOf(first + offset)).indexOf(weekday);
}

function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

function monthlyTimes(occurrence: Monthly, first: number, last: number): Stretch[] {
  const onDay = onDays(occurrence);
  const found: Stretch[] = [];
  for (let month = monthOf(first); month <= monthOf(last); month += 1) found.push(onDay(nthDay(occurrence, month)));
  return found;
}

/** Day number of `MM-DD` in a year, or of the day after when `isEnd`; where there is no February 29th, it is where March begins. */
function dayOfYear(year: number, text: string, isEnd: boolean): number {
  const [month, day] = [Number(text.slice(0, 2)), Number(text.slice(3))];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThere = date.getUTCDate() === day;
  return date.getTime() / DAY + (isEnd && isThere ? 1 : 0);
}

function yearlyTimes({ from, to }: Yearly, first: number, last: number): Stretch[] {
  const found: Stretch[] = [];
  const lastYear = new Date(last * DAY).getUTCFullYear();
  // One that began in the year before may last into this one.
  for (let year = new Date(first * DAY).getUTCFullYear() - 1; year <= lastYear; year += 1) {
    found.push({ from: dayOfYear(year, from, false) * DAY, to: dayOfYear(to < from ? year + 1 : year, to, true) * DAY });
  }
  return found;
}

/**
 * The stretches of wall-clock time that these occurrences take around `[from, to)`, in order, neither touching nor overlapping.
 * Everything in milliseconds as if the wall clock showed UTC.
 */
export function wallTimes(occurrences: readonly Occurrence[], from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = [];
  // One that began on the day before may last into the first day.
  const first = Math.floor(from / DAY) - 1;
  const last = Math.floor((to - 1) / DAY);
  for (const occurrence of occurrences) {
    if (occurrence.kind === 'once') found.push({ from: wallClock(occurrence.from), to: wallClock(occurrence.to) });
    else if (occurrence.kind === 'weekly') found.push(...weeklyTimes(occurrence, first, last));
    else if (occurrence.kind === 'monthly') found.push(...monthlyTimes(occurrence, first, last));
    else found.push(...yearlyTimes(occurrence, first, last));
  }
  const merged: Stretch[] = [];
  const inside = found.filter((stretch) => stretch.from < to && stretch.to > from && stretch.from < stretch.to);
  for (const stretch of inside.sort((a, b) => a.from - b.from)) append(merged, stretch);
  return merged;
}
