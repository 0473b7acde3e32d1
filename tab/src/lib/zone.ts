import { dateFormat } from '../../../shared/kernel/date-format';

const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const pad = (value: number): string => String(value).padStart(2, '0');

const formatOf = (timeZone: string): Intl.DateTimeFormat =>
  dateFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });

/** How many milliseconds a zone is ahead of UTC at an instant. */
function offsetMs(instant: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(new Date(instant));
  const part = (type: string): number => Number(parts.find((entry) => entry.type === type)?.value ?? 0);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The wall clock of a zone as an `<input type="datetime-local">` writes it: `2026-11-20T17:30`. */
export function toWallTime(instant: string, zone: string): string {
  const ms = Date.parse(instant);
  const wall = new Date(ms + offsetMs(ms, zone));
  return `${wall.getUTCFullYear()}-${pad(wall.getUTCMonth() + 1)}-${pad(wall.getUTCDate())}T${pad(wall.getUTCHours())}:${pad(wall.getUTCMinutes())}`;
}

/** The instant at which the clocks of a zone show this; undefined when it is no time. An hour that is skipped in spring counts on. */
export function fromWallTime(wall: string, zone: string): string | undefined {
  const asUtc = WALL_TIME.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return undefined;
  const guess = asUtc - offsetMs(asUtc, zone);
  return new Date(asUtc - offsetMs(guess, zone)).toISOString();
}

/** 09:00 in this zone on the day that is so many working days away. */
export function workingMorning(now: string, zone: string, days: number): string {
  const wall = new Date(`${toWallTime(now, zone)}:00Z`);
  for (let left = days; left > 0; ) {
    wall.setUTCDate(wall.getUTCDate() + 1);
    const weekday = wall.getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return fromWallTime(`${wall.toISOString().slice(0, 10)}T09:00`, zone) ?? now;
}
