import { dateOf, dayNumberOf } from './calendar-dates';
import type { Holiday } from './calendar-year-views';

const MAX_NAME_CHARS = 100;

/** Years, both included. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

export interface HolidayList {
  /** Notes that `count` local dates from a day number on are a holiday; dates outside the range are not taken. */
  add(firstDay: number, count: number, name: string): void;
  /** One entry per date, in order. */
  holidays(): readonly Holiday[];
}

/** On one line, without invisible characters. */
const cleaned = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

/** Collects holidays of a range of years; what falls on the same date becomes one entry with both names. */
export function createHolidayList({ from, to }: YearRange): HolidayList {
  const first = dayNumberOf(`${from}-01-01`) as number;
  const last = dayNumberOf(`${to}-12-31`) as number;
  const named = new Map<number, Set<string>>();
  return {
    add(firstDay, count, name) {
      for (let day = Math.max(firstDay, first); day <= Math.min(firstDay + count - 1, last); day += 1) {
        let names = named.get(day);
        if (!names) named.set(day, (names = new Set<string>()));
        if (names.size < 3) names.add(cleaned(name));
      }
    },
    holidays: () =>
      [...named]
        .sort(([a], [b]) => a - b)
        .map(([day, names]) => ({ date: dateOf(day), name: [...names].filter(Boolean).join(', ').slice(0, MAX_NAME_CHARS).trim() })),
  };
}
