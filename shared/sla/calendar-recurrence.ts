/** A repetition of whole days (RFC 5545, `RRULE`). */
export interface Repetition {
  readonly freq: string;
  readonly interval: number;
  /** The `BY…` parts. */
  readonly parts: Readonly<Record<string, readonly (string | number)[]>>;
  /** Weekday on which weeks begin; 0 is Sunday. */
  readonly weekStart: number;
}

/** What is to be known of a day number; months count from 1, Sunday is 0. */
interface DayFacts {
  readonly index: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

type Test = (facts: DayFacts) => boolean;

/** What a repetition may say besides its interval and end. Everything else is for meetings, not for holidays. */
const KNOWN_PARTS: Readonly<Record<string, readonly string[]>> = {
  YEARLY: ['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYYEARDAY'],
  MONTHLY: ['BYMONTH', 'BYMONTHDAY', 'BYDAY'],
  WEEKLY: ['BYMONTH', 'BYDAY'],
  DAILY: ['BYMONTH', 'BYMONTHDAY', 'BYDAY'],
};
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const BY_DAY = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/;
const MAX_VALUES = 62;
const DAY = 86_400_000;

function factsOf(index: number): DayFacts {
  const date = new Date(index * DAY);
  return { index, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() };
}

const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;

/** Position of a day in its month or year, from the beginning (1, 2 …) and from the end (-1, -2 …). */
function positions({ index, year, month }: DayFacts, isInYear: boolean): readonly [number, number] {
  const first = isInYear ? dayNumber(year, 1, 1) : dayNumber(year, month, 1);
  const next = isInYear ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return [index - first + 1, index - next];
}

const isAmong = (values: readonly (string | number)[], found: readonly number[]): boolean => values.some((value) => found.includes(Number(value)));

/** `MO` is every Monday, `2MO` the second and `-1MO` the last of the month or year. */
function weekdayTest(values: readonly (string | number)[], isInYear: boolean): Test | undefined {
  const parsed = values.map((value) => BY_DAY.exec(String(value)));
  if (parsed.some((match) => match === null)) return undefined;
  const wanted = parsed.map((match) => ({ nth: Number(match?.[1] ?? 0), weekday: WEEKDAYS.indexOf(match?.[2] ?? '') }));
  return (facts) =>
    wanted.some(({ nth, weekday }) => {
      if (facts.weekday !== weekday) return false;
      const [fromStart, fromEnd] = positions(facts, isInYear);
      return nth === 0 || Math.ceil(fromStart / 7) === nth || Math.floor(fromEnd / 7) === nth;
    });
}

/** On which steps of the interval a day lies: the same year, month, week or day as the first one, or a whole number of intervals later. */
function stepTest({ freq, interval, weekStart }: Repetition, first: DayFacts): Test {
  // Day 0 was a Thursday.
  const week = ({ index }: DayFacts): number => Math.floor((index + 4 - weekStart) / 7);
  const stepOf: Readonly<Record<string, (facts: DayFacts) => number>> = {
    YEARLY: ({ year }) => year,
    MONTHLY: ({ year, month }) => year * 12 + month,
    WEEKLY: week,
  };
  const step = stepOf[freq] ?? (({ index }: DayFacts) => index);
  return (facts) => (step(facts) - step(first)) % interval === 0;
}

/** What the first day says where the rule says nothing: a yearly event without more falls on its month and day. */
function defaultTests({ freq, parts }: Repetition, first: DayFacts): readonly Test[] {
  const { BYMONTH, BYMONTHDAY, BYDAY, BYYEARDAY } = parts;
  const isDayGiven = Boolean(BYMONTHDAY ?? BYDAY ?? BYYEARDAY);
  if (freq === 'WEEKLY' && !BYDAY) return [({ weekday }) => weekday === first.weekday];
  if ((freq !== 'YEARLY' && freq !== 'MONTHLY') || isDayGiven) return [];
  const isDay: Test = ({ day }) => day === first.day;
  return freq === 'YEARLY' && !BYMONTH ? [isDay, ({ month }) => month === first.month] : [isDay];
}

/**
 * Does an event that first falls on a day number fall on another one? A date that does not exist in a year is left out, as the
 * standard says (29 February). Undefined for repetitions that holidays do not have.
 */
export function repetitionTest(rule: Repetition, firstDay: number): ((day: number) => boolean) | undefined {
  const known = KNOWN_PARTS[rule.freq];
  const isKnown = Object.entries(rule.parts).every(([part, values]) => known?.includes(part) && values.length <= MAX_VALUES);
  if (!known || !isKnown || !Number.isInteger(rule.interval) || rule.interval < 1) return undefined;
  const first = factsOf(firstDay);
  const { BYMONTH, BYMONTHDAY, BYDAY, BYYEARDAY } = rule.parts;
  const byDay = BYDAY && weekdayTest(BYDAY, rule.freq === 'YEARLY' && !BYMONTH);
  if (BYDAY && !byDay) return undefined;
  const tests: readonly Test[] = [
    stepTest(rule, first),
    ...defaultTests(rule, first),
    ...(BYMONTH ? [({ month }: DayFacts) => isAmong(BYMONTH, [month])] : []),
    ...(byDay ? [byDay] : []),
    ...(BYMONTHDAY ? [(facts: DayFacts) => isAmong(BYMONTHDAY, positions(facts, false))] : []),
    ...(BYYEARDAY ? [(facts: DayFacts) => isAmong(BYYEARDAY, positions(facts, true))] : []),
  ];
  return (day) => {
    const facts = factsOf(day);
    return tests.every((test) => test(facts));
  };
}
