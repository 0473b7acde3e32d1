// If this fails, every due time and breach of the desk is wrong by an hour, a day or a holiday.
import fc from 'fast-check';
import { openTimeOf, type Calendar, type OpenTime, type Weekly, type Window } from '../../../shared/sla';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const calendarOf = (values: Partial<Calendar>): Calendar => ({ id: 'CAL0000001', name: 'Test', zone: 'UTC', weekly: {}, retired: false, version: 1, createdAt: '', updatedAt: '', ...values });
const timeOf = (values: Partial<Calendar>, members: Readonly<Record<string, Calendar>> = {}): OpenTime => openTimeOf(calendarOf(values), (id) => members[id]);
const everyDay = (...windows: Window[]): Weekly => Object.fromEntries(WEEKDAYS.map((day) => [day, windows]));
const onWorkdays = (...windows: Window[]): Weekly => Object.fromEntries(WEEKDAYS.slice(1, 6).map((day) => [day, windows]));
const at = (instant: string): number => Date.parse(instant);
const told = (instant: number | undefined): string | undefined => instant === undefined ? undefined : new Date(instant).toISOString().replace('.000', '');

/* The naive way: what does the clock on the wall show in this minute, and is that within a window of that date? */

type WallClock = { readonly date: string; readonly time: string };
const clocks = new Map<string, { readonly format: Intl.DateTimeFormat; readonly seen: Map<number, WallClock> }>();

function wallClock(zone: string, instant: number): WallClock {
  let clock = clocks.get(zone);
  if (!clock) clocks.set(zone, (clock = { format: new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }), seen: new Map() }));
  let shown = clock.seen.get(instant);
  if (shown) return shown;
  const [date = '', time = ''] = clock.format.format(instant).split(' ');
  clock.seen.set(instant, (shown = { date, time }));
  return shown;
}

function isOpenAt(calendar: Calendar, instant: number): boolean {
  const { date, time } = wallClock(calendar.zone, instant);
  const weekday = WEEKDAYS[new Date(`${date}T00:00Z`).getUTCDay()] as (typeof WEEKDAYS)[number];
  const windows = calendar.overrides?.[date] ?? (calendar.holidays?.includes(date) ? [] : (calendar.weekly[weekday] ?? []));
  return windows.some(([open, close]) => open <= time && time < close);
}

const minutesIn = (from: number, to: number): number[] => Array.from({ length: (to - from) / MINUTE }, (_, index) => from + index * MINUTE);
const openMinutes = (calendars: readonly Calendar[], from: number, to: number): number =>
  minutesIn(from, to).filter((minute) => calendars.some((calendar) => isOpenAt(calendar, minute))).length;

/** Zones and a moment at which something odd happens there. */
const MOMENTS: readonly (readonly [zone: string, moment: string])[] = [
  ['Europe/London', '2026-03-29T01:00Z'], ['Europe/London', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'], ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'], ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Asia/Kathmandu', '1985-12-31T18:30Z'], ['Asia/Kathmandu', '2026-06-01T00:00Z'],
  // Summer time pauses for Ramadan.
  ['Africa/Casablanca', '2026-02-15T02:00Z'], ['Africa/Casablanca', '2026-03-22T02:00Z'],
  // One minute after midnight, so that a date comes twice.
  ['America/St_Johns', '2010-03-14T03:31Z'], ['America/St_Johns', '2010-11-07T02:31Z'],
  // The 30th of December 2011 did not take place.
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Asia/Tehran', '2022-03-21T20:30Z'], ['Asia/Tehran', '2022-09-21T19:30Z'],
  // There was no midnight.
  ['America/Sao_Paulo', '2018-11-04T03:00Z'], ['America/Sao_Paulo', '2019-02-17T02:00Z'],
  ['UTC', '2099-12-31T12:00Z'], ['Europe/Berlin', '1980-04-06T01:00Z'],
];

const timeText = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const windowsArbitrary: fc.Arbitrary<readonly Window[]> = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 30, 60, 90, 120, 150, 180, 1410, 1440)), { maxLength: 6 })
  .map((edges) => edges.sort((a, b) => a - b).slice(0, edges.length - (edges.length % 2)))
  .map((edges) => Array.from({ length: edges.length / 2 }, (_, index) => [timeText(edges[2 * index] as number), timeText(edges[2 * index + 1] as number)] as const));

function calendarArbitrary(zone: string, moment: number): fc.Arbitrary<Calendar> {
  const date = fc.integer({ min: -2, max: 2 }).map((days) => new Date(moment + days * DAY).toISOString().slice(0, 10));
  return fc
    .record({
      weekly: fc.tuple(...WEEKDAYS.map(() => windowsArbitrary)).map((days) => Object.fromEntries(WEEKDAYS.map((day, index) => [day, days[index] as readonly Window[]])) as Weekly),
      holidays: fc.array(date, { maxLength: 2 }),
      overrides: fc.dictionary(date, windowsArbitrary, { maxKeys: 2 }),
    })
    .map((values) => calendarOf({ zone, ...values }));
}

/** A calendar and two instants around an odd moment, in whole minutes. */
const situation = fc.constantFrom(...MOMENTS).chain(([zone, moment]) =>
  fc.record({
    calendar: calendarArbitrary(zone, at(moment)),
    from: fc.integer({ min: -2_160, max: 720 }).map((minutes) => at(moment) + minutes * MINUTE),
    length: fc.integer({ min: 0, max: 2_880 }),
  }),
);

describe('the same as looking at the clock on the wall every minute', () => {
  it('open time between two instants, and the stretches it is made of', () => {
    fc.assert(
      fc.property(situation, ({ calendar, from, length }) => {
        const time = openTimeOf(calendar, () => undefined);
        const to = from + length * MINUTE;
        const stretches = time.intervals(from, to);
        expect(time.between(from, to)).toBe(openMinutes([calendar], from, to) * MINUTE);
        expect(stretches.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0)).toBe(time.between(from, to));
        for (const [index, stretch] of stretches.entries()) {
          expect(stretch.from).toBeLessThan(stretch.to);
          expect(stretch.from).toBeGreaterThan(stretches[index - 1]?.to ?? from - 1);
          expect(stretch.to).toBeLessThanOrEqual(to);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('a union: open whenever any of its calendars is, counted once', () => {
    const parts = fc.array(fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe').chain((zone) => calendarArbitrary(zone, at('2026-03-29T01:00Z'))), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(parts, fc.integer({ min: -1_440, max: 1_440 }), (calendars, start) => {
        const from = at('2026-03-29T01:00Z') + start * MINUTE;
        const members = Object.fromEntries(calendars.map((calendar, index) => [`m${index}`, calendar]));
        const time = timeOf({ memberIds: Object.keys(members) }, members);
        expect(time.between(from, from + DAY)).toBe(openMinutes(calendars, from, from + DAY) * MINUTE);
      }),
      { numRuns: 60 },
    );
  });

  it('the close of the n-th business day', () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: 1, max: 3 }), ({ calendar, from }, n) => {
        const closes = new Map<string, number>();
        for (const minute of minutesIn(from, from + 5 * DAY)) if (isOpenAt(calendar, minute)) closes.set(wallClock(calendar.zone, minute).date, minute + MINUTE);
        const naive = [...closes.values()].sort((a, b) => a - b)[n - 1];
        // Of the last date in sight only a part was looked at.
        fc.pre(naive !== undefined && naive < from + 3 * DAY);
        expect(told(openTimeOf(calendar, () => undefined).closeOfDay(from, n))).toBe(told(naive));
      }),
      { numRuns: 50 },
    );
  });
});

it('the instant after some open time is the earliest one, to the millisecond', () => {
  fc.assert(
    fc.property(situation, fc.integer({ min: 1, max: 400 * HOUR }), fc.integer({ min: 0, max: MINUTE }), ({ calendar, from }, openMs, ms) => {
      const time = openTimeOf(calendar, () => undefined);
      const reached = time.after(from + ms, openMs);
      if (reached === undefined) return expect(time.between(from, from + 20 * 365 * DAY)).toBeLessThan(openMs + MINUTE);
      expect(time.between(from + ms, reached)).toBe(openMs);
      expect(time.between(from + ms, reached - 1)).toBe(openMs - 1);
    }),
    { numRuns: 400 },
  );
});

it('far away dates add up as near ones do', () => {
  const instant = fc.integer({ min: at('1970-01-01T00:00Z'), max: at('2100-01-01T00:00Z') });
  const lunch = timeOf({ zone: 'America/New_York', weekly: onWorkdays(['09:00', '12:30'], ['13:30', '17:00']) });
  fc.assert(
    fc.property(fc.tuple(instant, instant, instant), (instants) => {
      const [first, second, third] = instants.sort((a, b) => a - b);
      expect(lunch.between(first, second) + lunch.between(second, third)).toBe(lunch.between(first, third));
    }),
  );
  expect(timeOf({ weekly: everyDay(['00:00', '24:00']) }).between(at('1970-01-01T00:00Z'), at('2100-01-01T00:00Z'))).toBe(at('2100-01-01T00:00Z'));
  expect(lunch.between(at('2026-01-01T05:00Z'), at('2027-01-01T05:00Z'))).toBe(261 * 7 * HOUR);
});

describe('known days', () => {
  const always = { weekly: everyDay(['00:00', '24:00']) };

  it.each([
    ['spring in Berlin', 'Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 23],
    ['autumn in Berlin', 'Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 25],
    ['half an hour on Lord Howe', 'Australia/Lord_Howe', '2026-04-04T13:00Z', '2026-04-05T13:30Z', 24.5],
    ['two dates around one that did not take place on Samoa', 'Pacific/Apia', '2011-12-29T10:00Z', '2011-12-31T10:00Z', 48],
  ])('%s: the whole day counts, as long as it is', (_name, zone, from, to, hours) => {
    expect(timeOf({ zone, ...always }).between(at(from), at(to))).toBe(hours * HOUR);
    expect(timeOf({ zone, ...always }).intervals(at(from), at(to))).toEqual([{ from: at(from), to: at(to) }]);
  });

  it('an override for a date that did not take place opens nothing', () => {
    const samoa = timeOf({ zone: 'Pacific/Apia', overrides: { '2011-12-30': [['09:00', '17:00']] } });
    expect(samoa.neverOpens(at('2011-01-01T00:00Z'))).toBe(true);
    expect(samoa.closeOfDay(at('2011-12-01T00:00Z'), 1)).toBeUndefined();
  });

  it('an override beats a holiday, a holiday beats the week', () => {
    const time = timeOf({ weekly: onWorkdays(['09:00', '17:00']), holidays: ['2026-12-24', '2026-12-25'], overrides: { '2026-12-24': [['09:00', '12:00']], '2026-12-26': [['10:00', '14:00']] } });
    const hours = ['2026-12-23', '2026-12-24', '2026-12-25', '2026-12-26'].map((date) => time.between(at(`${date}T00:00Z`), at(`${date}T00:00Z`) + DAY) / HOUR);
    expect(hours).toEqual([8, 3, 0, 4]);
  });

  it('a target that ends at closing time is due at closing, not at the next opening', () => {
    const time = timeOf({ weekly: onWorkdays(['09:00', '17:00']) });
    expect(told(time.after(at('2026-03-02T09:00Z'), 8 * HOUR))).toBe('2026-03-02T17:00:00Z');
    expect(told(time.after(at('2026-03-02T17:00Z'), MINUTE))).toBe('2026-03-03T09:01:00Z');
    expect(told(time.after(at('2026-03-07T12:00Z'), 0))).toBe('2026-03-07T12:00:00Z');
  });

  it('business days: today counts while it still opens', () => {
    const time = timeOf({ weekly: onWorkdays(['09:00', '12:00'], ['13:00', '17:00']), holidays: ['2026-03-04'] });
    const close = (from: string, n: number): string | undefined => told(time.closeOfDay(at(from), n));
    expect(close('2026-03-02T08:00Z', 1)).toBe('2026-03-02T17:00:00Z');
    expect(close('2026-03-02T16:59Z', 1)).toBe('2026-03-02T17:00:00Z');
    expect(close('2026-03-02T17:00Z', 1)).toBe('2026-03-03T17:00:00Z');
    expect(close('2026-03-02T12:30Z', 3)).toBe('2026-03-05T17:00:00Z');
    expect(close('2026-12-31T12:00Z', 2)).toBe('2027-01-01T17:00:00Z');
    expect(close('2026-03-02T08:00Z', 520)).toBe('2028-02-28T17:00:00Z');
  });
});

describe('what never comes', () => {
  it('a calendar without hours never opens, and neither does one in a zone that does not exist', () => {
    for (const values of [{}, { overrides: { '2020-01-01': [['09:00', '17:00']] as const } }, { zone: 'Mars/Phobos', weekly: everyDay(['00:00', '24:00']) }, { memberIds: ['gone'] }]) {
      const time = timeOf(values);
      expect(time.neverOpens(at('2026-01-01T00:00Z'))).toBe(true);
      expect(time.after(at('2026-01-01T00:00Z'), 1)).toBeUndefined();
      expect(time.closeOfDay(at('2026-01-01T00:00Z'), 1)).toBeUndefined();
    }
  });

  it('nothing is promised beyond twenty years', () => {
    const rare = timeOf({ overrides: { '2040-06-01': [['09:00', '17:00']] } });
    expect(told(rare.after(at('2021-01-01T00:00Z'), HOUR))).toBe('2040-06-01T10:00:00Z');
    expect(rare.after(at('2020-01-01T00:00Z'), HOUR)).toBeUndefined();
    expect(rare.after(at('2021-01-01T00:00Z'), 9 * HOUR)).toBeUndefined();
  });

  it('absurd years are closed and cost nothing', () => {
    const time = timeOf({ zone: 'Europe/Berlin', weekly: everyDay(['00:00', '24:00']) });
    expect(time.between(at('9000-01-01T00:00Z'), at('9999-12-31T00:00Z'))).toBe(0);
    expect(time.after(at('9000-01-01T00:00Z'), 1)).toBeUndefined();
    expect(time.between(at('2026-03-02T12:00Z'), at('2026-03-01T12:00Z'))).toBe(0);
  });
});

describe('a changed calendar is a new object', () => {
  const london = calendarOf({ zone: 'Europe/London', weekly: onWorkdays(['09:00', '17:00']) });

  it('the same object is worked out once', () => {
    expect(openTimeOf(london, () => undefined)).toBe(openTimeOf(london, () => undefined));
  });

  it('a union follows its members', () => {
    const union = calendarOf({ memberIds: ['a'] });
    const from = at('2026-03-02T00:00Z');
    const before = openTimeOf(union, () => london);
    expect(openTimeOf(union, () => london)).toBe(before);
    const later = openTimeOf(union, () => ({ ...london, weekly: onWorkdays(['09:00', '18:00']) }));
    expect([before.between(from, from + DAY), later.between(from, from + DAY)]).toEqual([8 * HOUR, 9 * HOUR]);
  });
});
