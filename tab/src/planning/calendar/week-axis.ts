import { addDays, dateIn, dayMinutes, startOfDay, wallMinute } from './days';

const MINUTE_MS = 60_000;
const NORMAL = 1_440;

/** One line across the week: the hour that clocks show there. */
export interface HourLine {
  readonly minute: number;
  readonly hour: number;
  /** The hour that comes twice on the day the clocks are set back, the second time. */
  readonly isAgain: boolean;
}

/**
 * The height of a week in minutes. In the week in which clocks are set back it is an hour longer than 24: only that day has
 * something there. On the day they are set forward an hour of the height is empty.
 */
export interface WeekAxis {
  readonly length: number;
  readonly lines: readonly HourLine[];
  /** The stretch of a date's column that does not exist on that date. */
  gapOf(date: string): { readonly from: number; readonly to: number } | undefined;
  /** Where an instant lies in the column of a date; before and after that date: at its ends. */
  place(instant: string, date: string): number;
  /** The instant at a place of a date's column. */
  instantAt(minute: number, date: string): string;
}

const elapsed = (instant: string, start: string): number => (Date.parse(instant) - Date.parse(start)) / MINUTE_MS;
const later = (start: string, minutes: number): string => new Date(Date.parse(start) + minutes * MINUTE_MS).toISOString();

/** How many minutes of a date have passed when its clocks change. */
function changeAt(start: string, length: number, zone: string): number {
  const date = dateIn(start, zone);
  const isAfter = (minute: number): boolean => minute >= length || dateIn(later(start, minute), zone) !== date || wallMinute(later(start, minute), zone) !== minute;
  let minute = 0;
  while (minute < length && !isAfter(minute)) minute += 30;
  return minute;
}

/** Places of the days of one week in one zone. */
export function weekAxis(dates: readonly string[], zone: string): WeekAxis {
  const starts = new Map(dates.map((date) => [date, startOfDay(date, zone)]));
  const startOf = (date: string): string => starts.get(date) ?? startOfDay(date, zone);
  const lengths = new Map(dates.map((date) => [date, dayMinutes(date, zone)]));
  const odd = dates.filter((date) => lengths.get(date) !== NORMAL);
  const longDate = odd.find((date) => (lengths.get(date) ?? NORMAL) > NORMAL);
  const extra = longDate ? (lengths.get(longDate) ?? NORMAL) - NORMAL : 0;
  /** Above it lies the hour that comes twice. */
  const border = longDate ? changeAt(startOf(longDate), NORMAL + extra, zone) : NORMAL;
  const changes = new Map(odd.map((date) => [date, changeAt(startOf(date), lengths.get(date) ?? NORMAL, zone)]));

  const shown = (wall: number): number => (wall < border ? wall : wall + extra);
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const lines: HourLine[] = [
    ...hours.map((hour) => ({ minute: shown(hour * 60), hour, isAgain: false })),
    ...hours.filter((hour) => hour * 60 >= border - extra && hour * 60 < border).map((hour) => ({ minute: hour * 60 + extra, hour, isAgain: true })),
  ].sort((left, right) => left.minute - right.minute);

  function place(instant: string, date: string): number {
    const passed = elapsed(instant, startOf(date));
    const length = lengths.get(date) ?? NORMAL;
    if (passed <= 0) return 0;
    if (passed >= length) return NORMAL + extra;
    if (length > NORMAL) return passed;
    const skipped = length < NORMAL && passed >= (changes.get(date) ?? length) ? NORMAL - length : 0;
    return shown(passed + skipped);
  }

  return {
    length: NORMAL + extra,
    lines,
    place,
    gapOf(date) {
      const length = lengths.get(date) ?? NORMAL;
      if (length > NORMAL) return undefined;
      if (length < NORMAL) {
        const from = shown(changes.get(date) ?? 0);
        return { from, to: from + NORMAL - length };
      }
      return extra > 0 ? { from: border, to: border + extra } : undefined;
    },
    instantAt(minute, date) {
      const start = startOf(date);
      const length = lengths.get(date) ?? NORMAL;
      const inside = Math.max(0, Math.min(minute, NORMAL + extra));
      if (length > NORMAL) return later(start, inside);
      const wall = inside < border ? inside : Math.max(border, inside - extra);
      const change = changes.get(date);
      if (length < NORMAL && change !== undefined && wall > change) return later(start, Math.max(change, wall - (NORMAL - length)));
      return later(start, wall);
    },
  };
}

/** First and last instant of several dates in a row. */
export function rangeOf(dates: readonly string[], zone: string): { readonly from: string; readonly to: string } {
  const first = dates[0] ?? '1970-01-01';
  return { from: startOfDay(first, zone), to: startOfDay(addDays(dates.at(-1) ?? first, 1), zone) };
}
