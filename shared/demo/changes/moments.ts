import { DateTime } from 'luxon';

const ZONE = 'Europe/Berlin';

/** Moments around `now` as people in Hamburg plan them. Days are counted from today; results are ISO instants. */
export interface Moments {
  /** So many days from today, at a wall-clock time: `on(-3, '14:30')`. */
  on(days: number, time: string): string;
  /** The same on a working day: a weekend counts as the Friday before. */
  workday(days: number, time: string): string;
  /** Days until the next such weekday, at least `least` from today; Monday is 1. Negative `least`: the last one before. */
  daysTo(weekday: number, least: number): number;
  /** Local date, `2026-11-24`. */
  date(days: number): string;
  readonly now: string;
  before(minutes: number): string;
}

export function momentsAround(now: Date): Moments {
  const today = DateTime.fromJSDate(now, { zone: ZONE }).startOf('day');
  const at = (day: DateTime, time: string): string => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return day.set({ hour, minute }).toUTC().toISO() ?? '';
  };
  return {
    on: (days, time) => at(today.plus({ days }), time),
    workday(days, time) {
      let day = today.plus({ days });
      while (day.weekday > 5) day = day.minus({ days: 1 });
      return at(day, time);
    },
    daysTo(weekday, least) {
      let days = least;
      while (today.plus({ days }).weekday !== weekday) days += least < 0 ? -1 : 1;
      return days;
    },
    date: (days) => today.plus({ days }).toISODate() ?? '',
    now: now.toISOString(),
    before: (minutes) => new Date(now.getTime() - minutes * 60_000).toISOString(),
  };
}
