import { isObject, type FieldProblem } from '../kernel';
import { DAY, dayNumberOf, instantsOf } from '../sla';
import { wallTimes } from './occurrence-times';
import { WEEKDAYS, type Occurrence } from './window-schema';

type Values = Readonly<Record<string, unknown>>;
type Problem = Omit<FieldProblem, 'field'>;

export const MAX_OCCURRENCES = 60;
const MAX_WEEKS = 52;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE_AND_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const DAY_OF_YEAR = /^\d{2}-\d{2}$/;
/** A year in which every day is that a year can have. */
const LEAP_YEAR = 2024;
const FIRST_DAY = dayNumberOf('1970-01-01') ?? 0;
const LAST_DAY = dayNumberOf('2199-12-31') ?? 0;

const PARTS: Readonly<Record<Occurrence['kind'], readonly string[]>> = {
  once: ['kind', 'from', 'to'],
  weekly: ['kind', 'days', 'from', 'to', 'everyWeeks', 'firstDate'],
  monthly: ['kind', 'nth', 'day', 'from', 'to'],
  yearly: ['kind', 'from', 'to'],
};

/** What somebody sent, short enough to be told back. */
export const told = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 40) : '…');
const isWeekday = (value: unknown): boolean => (WEEKDAYS as readonly unknown[]).includes(value);
const isWhole = (value: unknown, least: number, most: number): boolean => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

function timeProblem(value: unknown): Problem | undefined {
  return typeof value === 'string' && TIME.test(value) ? undefined : { code: 'notTime', params: { time: told(value) } };
}

function dateProblem(value: unknown): Problem | undefined {
  const day = typeof value === 'string' ? dayNumberOf(value) : undefined;
  if (day === undefined) return { code: 'noSuchDate', params: { date: told(value) } };
  return day < FIRST_DAY || day > LAST_DAY ? { code: 'dateTooFar', params: { date: told(value) } } : undefined;
}

function momentProblem(value: unknown): Problem | undefined {
  if (typeof value !== 'string' || !DATE_AND_TIME.test(value)) return { code: 'notWallClock', params: { time: told(value) } };
  return dateProblem(value.slice(0, 10)) ?? timeProblem(value.slice(11));
}

function onceProblem({ from, to }: Values, zone: string | undefined): Problem | undefined {
  const problem = momentProblem(from) ?? momentProblem(to);
  if (problem) return problem;
  if (String(to) <= String(from)) return { code: 'onceBackwards', params: { from: String(from), to: String(to) } };
  const [wall] = wallTimes([{ kind: 'once', from: String(from), to: String(to) }], Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  // Clocks jump over it in spring; the longest jump ever was a day, when a date line moved.
  const isThere = !zone || !wall || wall.to - wall.from > DAY || instantsOf(zone, wall.from, wall.to).length > 0;
  return isThere ? undefined : { code: 'neverHappens', params: { from: String(from), to: String(to) } };
}

function weeklyProblem({ days, from, to, everyWeeks, firstDate }: Values): Problem | undefined {
  if (!Array.isArray(days) || days.length === 0) return { code: 'noWeekday' };
  if (days.length > WEEKDAYS.length) return { code: 'tooMany', params: { max: WEEKDAYS.length } };
  const unknown: unknown = days.find((day) => !isWeekday(day));
  if (unknown !== undefined) return { code: 'unknownWeekday', params: { day: told(unknown) } };
  if (everyWeeks !== undefined && !isWhole(everyWeeks, 1, MAX_WEEKS)) return { code: 'badWeeks', params: { max: MAX_WEEKS } };
  if (firstDate === undefined && everyWeeks !== undefined && everyWeeks !== 1) return { code: 'noFirstDate' };
  return (firstDate === undefined ? undefined : dateProblem(firstDate)) ?? timeProblem(from) ?? timeProblem(to);
}

function monthlyProblem({ nth, day, from, to }: Values): Problem | undefined {
  if (nth !== -1 && !isWhole(nth, 1, 4)) return { code: 'badNth' };
  if (!isWeekday(day)) return { code: 'unknownWeekday', params: { day: told(day) } };
  return timeProblem(from) ?? timeProblem(to);
}

function yearlyProblem({ from, to }: Values): Problem | undefined {
  const isDay = (value: unknown): boolean => typeof value === 'string' && DAY_OF_YEAR.test(value) && dayNumberOf(`${LEAP_YEAR}-${value}`) !== undefined;
  const wrong = [from, to].find((value) => !isDay(value));
  return isDay(from) && isDay(to) ? undefined : { code: 'noSuchDayOfYear', params: { day: told(wrong) } };
}

function occurrenceProblem(occurrence: unknown, zone: string | undefined): Problem | undefined {
  if (!isObject(occurrence)) return { code: 'badOccurrence' };
  const { kind } = occurrence;
  if (typeof kind !== 'string' || !Object.hasOwn(PARTS, kind)) return { code: 'unknownOccurrence', params: { kind: told(kind) } };
  const parts = PARTS[kind as Occurrence['kind']];
  const unknown = Object.keys(occurrence).find((name) => !parts.includes(name));
  if (unknown !== undefined) return { code: 'unknownOccurrencePart', params: { name: told(unknown) } };
  switch (kind as Occurrence['kind']) {
    case 'once':
      return onceProblem(occurrence, zone);
    case 'weekly':
      return weeklyProblem(occurrence);
    case 'monthly':
      return monthlyProblem(occurrence);
    default:
      return yearlyProblem(occurrence);
  }
}

/** What is wrong with the times of a window; `zone` is absent where it is not one. */
export function occurrencesProblems(occurrences: unknown, zone: string | undefined): readonly Problem[] {
  if (!Array.isArray(occurrences) || occurrences.length === 0) return [{ code: 'noOccurrence' }];
  if (occurrences.length > MAX_OCCURRENCES) return [{ code: 'tooMany', params: { max: MAX_OCCURRENCES } }];
  return occurrences.flatMap((occurrence: unknown) => occurrenceProblem(occurrence, zone) ?? []);
}
