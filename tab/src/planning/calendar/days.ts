import { fromWallTime, toWallTime } from '../../lib/zone';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Clocks change by whole multiples of it. */
const HALF_HOUR_MS = 30 * MINUTE_MS;

/** The local date `2026-03-29` of an instant in a zone. */
export const dateIn = (instant: string, zone: string): string => toWallTime(instant, zone).slice(0, 10);

/** Minutes that the clock on the wall shows: 22:30 is 1350. */
export function wallMinute(instant: string, zone: string): number {
  const wall = toWallTime(instant, zone);
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

/** A local date some days later; dates have no zone. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of another month, or its last one where it is shorter. */
export function addMonths(date: string, months: number): string {
  const at = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  return `${at.toISOString().slice(0, 8)}${String(Math.min(Number(date.slice(8)), last)).padStart(2, '0')}`;
}

/** How many days later `to` is. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The Monday of a date's week. */
export const mondayOf = (date: string): string => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

export const isDate = (text: string | null | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** The seven dates of a week. */
export const weekOf = (date: string): readonly string[] => Array.from({ length: 7 }, (_, day) => addDays(mondayOf(date), day));

/** The weeks that show a month: whole weeks from Monday, with the ends of the months beside it. */
export function weeksOfMonth(date: string): readonly (readonly string[])[] {
  const first = mondayOf(`${date.slice(0, 7)}-01`);
  const last = addDays(addMonths(`${date.slice(0, 7)}-01`, 1), -1);
  const count = Math.floor(daysBetween(first, last) / 7) + 1;
  return Array.from({ length: count }, (_, week) => weekOf(addDays(first, week * 7)));
}

/** The instant at which a local date begins: where midnight is skipped, the first moment after it; where it comes twice, the first one. */
export function startOfDay(date: string, zone: string): string {
  let at = Date.parse(fromWallTime(`${date}T00:00`, zone) ?? `${date}T00:00:00Z`);
  const on = (ms: number): string => dateIn(new Date(ms).toISOString(), zone);
  while (on(at) < date) at += HALF_HOUR_MS;
  while (on(at - HALF_HOUR_MS) >= date) at -= HALF_HOUR_MS;
  return new Date(at).toISOString();
}

/** How long a local date lasts: 1500 minutes on the day the clocks are set back. */
export function dayMinutes(date: string, zone: string): number {
  return (Date.parse(startOfDay(addDays(date, 1), zone)) - Date.parse(startOfDay(date, zone))) / MINUTE_MS;
}

/** An instant moved by whole days: the clock on the wall shows the same, whatever the clocks do between. */
export function shiftDays(instant: string, days: number, zone: string): string {
  if (days === 0) return instant;
  const wall = toWallTime(instant, zone);
  const moved = fromWallTime(`${addDays(wall.slice(0, 10), days)}${wall.slice(10)}`, zone) ?? instant;
  // Seconds are not on the wall clock that a form shows.
  return new Date(Date.parse(moved) + (Date.parse(instant) % MINUTE_MS)).toISOString();
}

export const shiftMinutes = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString();

/** A stretch of time, ISO instants; half-open. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export const overlaps = (left: Stretch, right: Stretch): boolean => left.from < right.to && right.from < left.to;

/** A stretch moved by days on the wall clock and minutes on any; it keeps its length. */
export function moved({ from, to }: Stretch, days: number, minutes: number, zone: string): Stretch {
  const start = shiftMinutes(shiftDays(from, days, zone), minutes);
  return { from: start, to: new Date(Date.parse(start) + Date.parse(to) - Date.parse(from)).toISOString() };
}

const MOST_PLACES = 10_000;
/** A calendar asks for the same few hundred instants with every drawing. */
const places = new Map<string, number>();

/** An instant on the scale of local days since 1970: whole numbers are midnights, 0.5 more is half a day later. */
export function dayPlace(instant: string, zone: string): number {
  const key = `${zone} ${instant}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  const date = dateIn(instant, zone);
  const start = Date.parse(startOfDay(date, zone));
  const length = Date.parse(startOfDay(addDays(date, 1), zone)) - start;
  const place = daysBetween('1970-01-01', date) + (Date.parse(instant) - start) / length;
  if (places.size >= MOST_PLACES) places.clear();
  places.set(key, place);
  return place;
}
