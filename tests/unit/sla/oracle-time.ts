import type { Calendar } from '../../../shared/sla/calendar';
import type { Window } from '../../../shared/sla/calendar-schema';

/*
 * Open time as domain.md 5.2, rule 2 says it, one minute after the other: what does the clock on the wall show in this
 * minute, and is that within a window of that local date? No interval arithmetic, no code of the engine.
 * Instants are whole minutes since 1970, UTC.
 */

const MINUTES_OF_DAY = 1_440;
/** Clocks change at full quarters of an hour UTC everywhere since 1972, so one question per quarter is enough. */
const QUARTER = 15;
/** A calendar without a single open minute in this time never opens; random calendars open every week or never. */
const NEVER_AFTER = 60 * MINUTES_OF_DAY;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / 60_000);
export const instantOf = (minute: number): string => new Date(minute * 60_000).toISOString();

const walls = new Map<string, (instant: number) => number>();

/** Local wall-clock time as minutes since 1970-01-01 00:00 on the wall. */
function wallClock(zone: string): (minute: number) => number {
  const known = walls.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
  const offsets = new Map<number, number>();
  const offset = (quarter: number): number => {
    const parts = Object.fromEntries(format.formatToParts(quarter * QUARTER * 60_000).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute) / 60_000 - quarter * QUARTER;
  };
  const wall = (minute: number): number => {
    const quarter = Math.floor(minute / QUARTER);
    if (!offsets.has(quarter)) offsets.set(quarter, offset(quarter));
    return minute + (offsets.get(quarter) ?? 0);
  };
  walls.set(zone, wall);
  return wall;
}

const clockMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const dateOf = (wall: number): string => new Date(wall * 60_000).toISOString().slice(0, 10);

function scheduleOf(calendar: Calendar, date: string): readonly Window[] {
  const override = calendar.overrides?.[date];
  if (override) return override;
  if (calendar.holidays?.includes(date)) return [];
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return (weekday && calendar.weekly[weekday]) ?? [];
}

/** Is the calendar open in this minute? Remembered day by day. */
function plainMembership(calendar: Calendar): (minute: number) => boolean {
  const wall = wallClock(calendar.zone);
  const schedules = new Map<number, readonly (readonly [number, number])[]>();
  const windowsOf = (localDay: number): readonly (readonly [number, number])[] => {
    const known = schedules.get(localDay);
    if (known) return known;
    const windows = scheduleOf(calendar, dateOf(localDay * MINUTES_OF_DAY)).map(([start, end]) => [clockMinutes(start), clockMinutes(end)] as const);
    schedules.set(localDay, windows);
    return windows;
  };
  return (minute) => {
    const local = wall(minute);
    const day = Math.floor(local / MINUTES_OF_DAY);
    const time = local - day * MINUTES_OF_DAY;
    return windowsOf(day).some(([start, end]) => time >= start && time < end);
  };
}

export interface OracleTime {
  isOpen(minute: number): boolean;
  /** No open minute in the two months from there. */
  neverOpens(from: number): boolean;
  /** Open minutes from there to the close of the n-th local date that is open then. */
  minutesToClose(from: number, n: number): number;
}

export function oracleTime(calendar: Calendar, member: (id: string) => Calendar | undefined): OracleTime {
  const members = (calendar.memberIds ?? []).map(member).filter((found) => found !== undefined);
  const tests = calendar.memberIds ? members.map(plainMembership) : [plainMembership(calendar)];
  const days = new Map<number, Uint8Array>();
  const dayOf = (day: number): Uint8Array => {
    const known = days.get(day);
    if (known) return known;
    const minutes = Uint8Array.from({ length: MINUTES_OF_DAY }, (_, index) => Number(tests.some((test) => test(day * MINUTES_OF_DAY + index))));
    days.set(day, minutes);
    return minutes;
  };
  const isOpen = (minute: number): boolean => {
    const day = Math.floor(minute / MINUTES_OF_DAY);
    return dayOf(day)[minute - day * MINUTES_OF_DAY] === 1;
  };
  return {
    isOpen,
    neverOpens(from) {
      for (let minute = from; minute < from + NEVER_AFTER; minute++) if (isOpen(minute)) return false;
      return true;
    },
    minutesToClose(from, n) {
      const wall = wallClock(calendar.zone);
      const dates = new Set<string>();
      let open = 0;
      for (let minute = from; minute < from + NEVER_AFTER; minute++) {
        if (!isOpen(minute)) continue;
        const date = dateOf(wall(minute));
        if (!dates.has(date) && dates.size === n) return open;
        dates.add(date);
        open++;
      }
      throw new Error(`calendar ${calendar.id} has no ${String(n)} open days`);
    },
  };
}
