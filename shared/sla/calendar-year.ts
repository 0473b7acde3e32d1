import { isRefused, number, parseInput, refuse, type Refused } from '../kernel';
import type { Calendar } from './calendar';
import { timeProblems, type CalendarDirectory } from './calendar-check';
import { dateOf, dayNumberOf, weekdayOf } from './calendar-dates';
import { calendarSchema, type Window } from './calendar-schema';
import type { CalendarDay, CalendarYear } from './calendar-year-views';
import { DAY, instantsOf, MINUTE, offsetAt, type Stretch } from './calendar-zone';
import { openTimeOf, type OpenTime } from './open-time';

const FIRST_YEAR = 1970;
const LAST_YEAR = 2099;

export const yearSchema = { year: number({ label: 'field.calendar.year', required: true, atLeast: FIRST_YEAR, atMost: LAST_YEAR }) };
/** While it is being written a calendar may still lack its name. */
const draftSchema = { ...calendarSchema, name: { ...calendarSchema.name, required: false } };

/** `HH:MM` of milliseconds since midnight; the end of a day is `24:00`. */
function clockText(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const lengthOf = (stretches: readonly Stretch[]): number => stretches.reduce((sum, { from, to }) => sum + to - from, 0);

/** Open stretches of a local date by the wall clock. */
function wallWindows(zone: string, midnight: number, open: readonly Stretch[]): readonly Window[] {
  return open.map(({ from, to }) => [
    clockText(from + offsetAt(zone, from) - midnight),
    // The clock at the last moment that is still open: at the end itself it may have changed already.
    clockText(to - 1 + offsetAt(zone, to - 1) + 1 - midnight),
  ]);
}

function rulesOn(calendar: Calendar, date: string, day: number): Pick<CalendarDay, 'reason' | 'windows'> {
  const override = calendar.overrides?.[date];
  if (override) return { reason: 'override', windows: override };
  if (calendar.holidays?.includes(date)) return { reason: 'holiday', windows: [] };
  return { reason: 'weekly', windows: calendar.weekly[weekdayOf(day)] ?? [] };
}

function dayOf(calendar: Calendar, time: OpenTime, day: number): CalendarDay {
  const date = dateOf(day);
  const midnight = day * DAY;
  const whole = instantsOf(calendar.zone, midnight, midnight + DAY);
  const open = whole.flatMap(({ from, to }) => time.intervals(from, to));
  const dayMs = lengthOf(whole);
  const isHoliday = !calendar.memberIds && calendar.holidays?.includes(date);
  return {
    date,
    ...(calendar.memberIds ? { reason: 'union' as const, windows: wallWindows(calendar.zone, midnight, open) } : rulesOn(calendar, date, day)),
    ...(isHoliday && { holiday: calendar.holidayNames?.[date] ?? '' }),
    openMinutes: lengthOf(open) / MINUTE,
    ...(dayMs !== DAY && { dayMinutes: dayMs / MINUTE }),
  };
}

/** Every local date of a year with the hours in force and why, so that a person can check a calendar by eye. */
export function yearOf(calendar: Calendar, year: number, member: (id: string) => Calendar | undefined): CalendarYear {
  const time = openTimeOf(calendar, member);
  const first = dayNumberOf(`${year}-01-01`) as number;
  const next = dayNumberOf(`${year + 1}-01-01`) as number;
  const days = Array.from({ length: next - first }, (_, index) => dayOf(calendar, time, first + index));
  return { year, zone: calendar.zone, openMinutes: days.reduce((sum, day) => sum + day.openMinutes, 0), days };
}

/** The year that somebody asks for, or why it is none. */
export function readYear(asked: unknown): { readonly year: number } | Refused {
  const parsed = parseInput(yearSchema, { year: asked });
  if ('problems' in parsed) return refuse('kernel.invalidInput', undefined, parsed.problems);
  return Number.isInteger(parsed.value.year) ? parsed.value : refuse('kernel.invalidInput', undefined, [{ field: 'year', code: 'notYear' }]);
}

/**
 * The year of a calendar that is not saved, for its editor. Refuses only what cannot be computed with: a calendar that never
 * opens is shown closed, and a site that another one serves is told when it is saved.
 */
export function previewYear(draft: unknown, asked: unknown, directory: CalendarDirectory): CalendarYear | Refused {
  const wanted = readYear(asked);
  if (isRefused(wanted)) return wanted;
  const { id, ...values } = (typeof draft === 'object' && draft !== null ? draft : {}) as Readonly<Record<string, unknown>>;
  const parsed = parseInput(draftSchema, values);
  if ('problems' in parsed) return refuse('kernel.invalidInput', undefined, parsed.problems);
  const problems = timeProblems({ ...parsed.value, id }, directory);
  if (problems.length > 0) return refuse('kernel.invalidInput', undefined, problems);
  return yearOf(parsed.value as Calendar, wanted.year, directory.calendar);
}
