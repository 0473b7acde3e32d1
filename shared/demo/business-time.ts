import { DateTime } from 'luxon';
import { CALENDARS, type DemoCalendar } from './catalog';

const MINUTE = 60_000;
const DAYS_BEFORE = 75;
const DAYS_AFTER = 45;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

interface OpenWindow {
  readonly from: number;
  readonly to: number;
  /** Open minutes of all windows before this one. */
  readonly before: number;
}

/**
 * Working time around `now`, counted in open minutes: 0 is now (or the last closing before it), negative is the past.
 * Stories are told in this measure, so that nobody answers at night or on a holiday.
 */
export interface BusinessTime {
  /** Milliseconds since 1970 for an open minute; at a boundary the later window. */
  instantAt(openMinute: number): number;
  /** Where the first open window after the given open minute starts, and when the one before it ended. */
  nextOpening(openMinute: number): { readonly openMinute: number; readonly closedFrom: number; readonly closedTo: number };
}

function windowsAround(now: number, calendar: DemoCalendar): OpenWindow[] {
  const windows: OpenWindow[] = [];
  let before = 0;
  let day = DateTime.fromMillis(now, { zone: calendar.zone }).startOf('day').minus({ days: DAYS_BEFORE });
  for (let count = 0; count <= DAYS_BEFORE + DAYS_AFTER; count += 1) {
    const isHoliday = calendar.holidays.includes(day.toISODate() ?? '');
    const open = isHoliday ? [] : (calendar.weekly[WEEKDAYS[day.weekday - 1] as (typeof WEEKDAYS)[number]] ?? []);
    for (const [start, end] of open) {
      const at = (time: string): number => {
        const [hour, minute] = time.split(':').map(Number);
        return day.set({ hour: hour ?? 0, minute: minute ?? 0 }).toMillis();
      };
      const [from, to] = [at(start), at(end)];
      windows.push({ from, to, before });
      before += (to - from) / MINUTE;
    }
    day = day.plus({ days: 1 }).startOf('day');
  }
  return windows;
}

export function businessTimeAround(now: Date): BusinessTime {
  const calendar = CALENDARS.find((entry) => entry.key === 'business');
  if (!calendar) throw new Error('the demo has no business calendar');
  const windows = windowsAround(now.getTime(), calendar);
  const openUntilNow = windows.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, now.getTime()) - from) / MINUTE, 0);

  const windowOf = (minute: number): OpenWindow => {
    const found = windows.findLast((window) => window.before <= minute);
    if (!found) throw new RangeError(`open minute ${minute} is out of range`);
    return found;
  };
  return {
    instantAt(openMinute) {
      // Exactly now, or the last closing when it is night: never the next opening, which is still to come.
      if (openMinute === 0) return Math.min(now.getTime(), windowOf(openUntilNow - 1).to);
      const minute = openUntilNow + openMinute;
      const window = windowOf(minute);
      return window.from + (minute - window.before) * MINUTE;
    },
    nextOpening(openMinute) {
      const index = windows.indexOf(windowOf(openUntilNow + openMinute));
      const [last, next] = [windows[index], windows[index + 1]];
      if (!last || !next) throw new RangeError(`open minute ${openMinute} is out of range`);
      return { openMinute: next.before - openUntilNow, closedFrom: last.to, closedTo: next.from };
    },
  };
}
