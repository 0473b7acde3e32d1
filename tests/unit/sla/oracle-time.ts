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

const offsets = new Map<string, (quarter: number) => number>();

/** How far the clock on the wall is ahead of UTC in a quarter of an hour, in minutes. */
function offsetIn(zone: string): (quarter: number) => number {
  const known = offsets.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
  const asked = new Map<number, number>();
  const ask = (quarter: number): number => {
    const parts = Object.fromEntries(format.formatToParts(quarter * QUARTER * 60_000).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute) / 60_000 - quarter * QUARTER;
  };
  const offset = (quarter: number): number => {
    const answer = asked.get(quarter) ?? ask(quarter);
    asked.set(quarter, answer);
    return answer;
  };
  offsets.set(zone, offset);
  return offset;
}

const wallClock = (zone: string, minute: number): number => minute + offsetIn(zone)(Math.floor(minute / QUARTER));
const clockMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const dateOf = (wall: number): string => new Date(wall * 60_000).toISOString().slice(0, 10);

function scheduleOf(calendar: Calendar, date: string): readonly Window[] {
  const override = calendar.overrides?.[date];
  if (override) return override;
  if (calendar.holidays?.includes(date)) return [];
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return (weekday && calendar.weekly[weekday]) ?? [];
}

type MarkDay = (day: number, minutes: Uint8Array) => void;

/** Marks the minutes of a UTC day in which the calendar is open. */
function plainMembership(calendar: Calendar): MarkDay {
  const offset = offsetIn(calendar.zone);
  const schedules = new Map<number, readonly (readonly [number, number])[]>();
  const windowsOf = (localDay: number): readonly (readonly [number, number])[] => {
    const known = schedules.get(localDay);
    if (known) return known;
    const windows = scheduleOf(calendar, dateOf(localDay * MINUTES_OF_DAY)).map(([start, end]) => [clockMinutes(start), clockMinutes(end)] as const);
    schedules.set(localDay, windows);
    return windows;
  };
  return (day, minutes) => {
    const first = day * MINUTES_OF_DAY;
    let ahead = 0;
    for (let index = 0; index < MINUTES_OF_DAY; index++) {
      if (index % QUARTER === 0) ahead = offset((first + index) / QUARTER);
      const local = first + index + ahead;
      const localDay = Math.floor(local / MINUTES_OF_DAY);
      const time = local - localDay * MINUTES_OF_DAY;
      for (const [start, end] of windowsOf(localDay)) if (time >= start && time < end) minutes[index] = 1;
    }
  };
}

export interface OracleTime {
  isOpen(minute: number): boolean;
  /** No open minute in the two months from there. */
  neverOpens(from: number): boolean;
  /** Open minutes from there to the close of the n-th local date that is open then; undefined when it never opens. */
  minutesToClose(from: number, n: number): number | undefined;
}

export function oracleTime(calendar: Calendar, member: (id: string) => Calendar | undefined): OracleTime {
  const members = (calendar.memberIds ?? []).map(member).filter((found) => found !== undefined);
  const marks = calendar.memberIds ? members.map(plainMembership) : [plainMembership(calendar)];
  const days = new Map<number, Uint8Array>();
  const dayOf = (day: number): Uint8Array => {
    const known = days.get(day);
    if (known) return known;
    const minutes = new Uint8Array(MINUTES_OF_DAY);
    for (const mark of marks) mark(day, minutes);
    days.set(day, minutes);
    return minutes;
  };
  let lastDay = Number.NaN;
  let lastMinutes: Uint8Array = new Uint8Array();
  const isOpen = (minute: number): boolean => {
    const day = Math.floor(minute / MINUTES_OF_DAY);
    if (day !== lastDay) lastMinutes = dayOf(day);
    lastDay = day;
    return lastMinutes[minute - day * MINUTES_OF_DAY] === 1;
  };
  const opensNever = new Map<number, boolean>();
  const neverOpens = (from: number): boolean => {
    for (let minute = from; minute < from + NEVER_AFTER; minute++) if (isOpen(minute)) return false;
    return true;
  };
  return {
    isOpen,
    neverOpens(from) {
      const answer = opensNever.get(from) ?? neverOpens(from);
      opensNever.set(from, answer);
      return answer;
    },
    minutesToClose(from, n) {
      const dates = new Set<string>();
      let open = 0;
      for (let minute = from; minute < from + NEVER_AFTER; minute++) {
        if (!isOpen(minute)) continue;
        const date = dateOf(wallClock(calendar.zone, minute));
        if (!dates.has(date) && dates.size === n) return open;
        dates.add(date);
        open++;
      }
      return undefined;
    },
  };
}
