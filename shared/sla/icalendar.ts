import { IANAZone } from 'luxon';
import { refuse, type Refused } from '../kernel';
import { dayNumberOf } from './calendar-dates';
import { createHolidayList, type YearRange } from './calendar-holidays';
import { repetitionTest, type Repetition } from './calendar-recurrence';
import type { HolidayFile } from './calendar-year-views';
import { DAY, MINUTE, offsetAt } from './calendar-zone';
import { refuseRange } from './holidays';

/** As a file and as text; a holiday file of one country and ten years has some 50 KB. */
export const MAX_HOLIDAY_FILE_BYTES = 1024 * 1024;
const MAX_EVENT_DAYS = 366;
/** Days that are looked at, for all events together: a bound on the work, far above what a holiday file needs. */
const MAX_STEPS = 1_000_000;
const MAX_NAME_CHARS = 100;

const load = async () => (await import('ical.js')).default;
type Ical = Awaited<ReturnType<typeof load>>;
type Component = InstanceType<Ical['Component']>;
type Property = InstanceType<Ical['Property']>;
type Time = InstanceType<Ical['Time']>;

let loading: ReturnType<typeof load> | undefined;

/** Thrown within this file only: what a reader is told about a file that cannot be taken. */
class UnfitFile extends Error {
  constructor(readonly refused: Refused) {
    super('unfit');
  }
}

const told = (name: unknown): string => (typeof name === 'string' ? name : '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim().slice(0, MAX_NAME_CHARS);

function textOf(content: Uint8Array): string {
  if (content.length > MAX_HOLIDAY_FILE_BYTES) throw new UnfitFile(refuse('calendars.fileTooLarge', { megabytes: MAX_HOLIDAY_FILE_BYTES / 1024 / 1024 }));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new UnfitFile(refuse('calendars.fileNotUtf8'));
  }
}

/** The calendars of the file. */
function parse(ical: Ical, text: string): readonly Component[] {
  if (!/^\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 1_000))) throw new UnfitFile(refuse('calendars.notICalendar'));
  // One calendar is an array that begins with its name; several are an array of such arrays.
  const parsed = ical.parse(text) as [string] | [string][];
  const calendars = typeof parsed[0] === 'string' ? [parsed] : parsed;
  return calendars.map((calendar) => new ical.Component(calendar as [string]));
}

/** What the clock on the wall shows, as if it showed UTC; an instant in UTC is told in the given zone. */
function wallTime(time: Time, zone: string | undefined): number {
  // `Date.UTC` would take the years before 100 for those after 1900.
  const midnight = new Date(0).setUTCFullYear(time.year, time.month - 1, time.day);
  const wall = midnight + (time.hour * 60 + time.minute) * MINUTE + time.second * 1_000;
  return zone !== undefined && time.zone.tzid === 'UTC' && !time.isDate ? wall + offsetAt(zone, wall) : wall;
}

/** A date or time of an event. The library would take 30 February for 2 March. */
function timeOf(component: Component, name: 'dtstart' | 'dtend', event: string): Time {
  const property = component.getFirstProperty(name);
  const isReal = (property?.type === 'date' || property?.type === 'date-time') && dayNumberOf(String(property.jCal[3]).slice(0, 10)) !== undefined;
  if (!isReal) throw new UnfitFile(refuse('calendars.noSuchDate', { name: event }));
  return property.getFirstValue() as Time;
}

/** Milliseconds; computed here, because the library counts long ones day by day. */
function durationOf(component: Component): number {
  const duration = component.getFirstPropertyValue('duration') as { toSeconds?(): number } | null;
  return (duration?.toSeconds?.() ?? 0) * 1_000;
}

/** Whole local dates that a stretch of wall-clock time covers. An end at 23:59 means midnight. */
function coveredDays(start: number, end: number): { readonly firstDay: number; readonly count: number } {
  const firstDay = Math.ceil(start / DAY);
  return { firstDay, count: Math.floor((end + MINUTE) / DAY) - firstDay };
}

interface Rule {
  readonly isOn: (day: number) => boolean;
  readonly count: number;
  /** Day number of the last possible day. */
  readonly until: number;
}

/** What the file says about a repetition; its library drops what it does not know, which would give wrong dates. */
function readRule(property: Property, firstDay: number, dayOf: (time: Time) => number): Rule | undefined {
  const said = property.jCal[3] as Readonly<Record<string, string | number | readonly (string | number)[]>>;
  const { freq, interval = 1, until, count = Infinity, wkst = 2, ...rest } = said;
  const parts = Object.fromEntries(Object.entries(rest).map(([part, values]) => [part.toUpperCase(), Array.isArray(values) ? values : [values]])) as Repetition['parts'];
  const isOn = repetitionTest({ freq: String(freq), interval: Number(interval), weekStart: Number(wkst) - 1, parts }, firstDay);
  const end = until === undefined ? undefined : (property.getFirstValue() as { readonly until: Time }).until;
  return isOn && { isOn, count: Number(count), until: end ? dayOf(end) : Infinity };
}

/** Local dates, as day numbers, that are listed one by one. */
function listedDays(component: Component, name: 'rdate' | 'exdate', dayOf: (time: Time) => number): readonly number[] {
  const values = component.getAllProperties(name).flatMap((property) => property.getValues() as (Time | { readonly start: Time })[]);
  return values.map((value) => dayOf('start' in value ? value.start : value));
}

interface Reading {
  readonly range: YearRange;
  readonly zone: string | undefined;
  /** Recurring events whose occurrence on a day stands in the file as an event of its own. */
  readonly isReplaced: (uid: unknown, day: number) => boolean;
  /** Counts work; throws when it is too much. */
  readonly step: () => void;
}

/** Day numbers on which an event begins, as far as they matter to the range. */
function beginnings(component: Component, firstDay: number, { range, zone, isReplaced, step }: Reading, name: string): readonly number[] {
  const dayOf = (time: Time): number => Math.floor(wallTime(time, zone) / DAY);
  const uid = component.getFirstPropertyValue('uid');
  const rules = component.getAllProperties('rrule');
  if (component.hasProperty('exrule')) throw new UnfitFile(refuse('calendars.oddRepetition', { name }));
  const days = new Set(rules.length === 0 ? [firstDay, ...listedDays(component, 'rdate', dayOf)] : listedDays(component, 'rdate', dayOf));
  const earliest = Date.UTC(range.from, 0, 1) / DAY - MAX_EVENT_DAYS;
  const latest = Date.UTC(range.to, 11, 31) / DAY;
  for (const property of rules) {
    const rule = readRule(property, firstDay, dayOf);
    if (!rule) throw new UnfitFile(refuse('calendars.oddRepetition', { name }));
    let left = rule.count;
    // What is counted is counted from the first one.
    for (let day = left === Infinity ? Math.max(firstDay, earliest) : firstDay; day <= Math.min(rule.until, latest) && left > 0; day += 1) {
      step();
      if (!rule.isOn(day)) continue;
      left -= 1;
      days.add(day);
    }
  }
  const excluded = new Set(listedDays(component, 'exdate', dayOf));
  const isOwn = component.hasProperty('recurrence-id');
  return [...days].filter((day) => !excluded.has(day) && (isOwn || !isReplaced(uid, day)));
}

/** Which occurrences the file replaces by events of their own. */
function replacements(components: readonly Component[], zone: string | undefined): Reading['isReplaced'] {
  const keyOf = (uid: unknown, day: number): string => `${day} ${String(uid)}`;
  const replaced = components.flatMap((component) => {
    const time = component.getFirstPropertyValue('recurrence-id') as Time | null;
    return time ? [keyOf(component.getFirstPropertyValue('uid'), Math.floor(wallTime(time, zone) / DAY))] : [];
  });
  const keys = new Set(replaced);
  return (uid, day) => keys.has(keyOf(uid, day));
}

function read(ical: Ical, content: Uint8Array, range: YearRange, zone: string | undefined): HolidayFile {
  const list = createHolidayList(range);
  const first = Date.UTC(range.from, 0, 1) / DAY;
  const last = Date.UTC(range.to, 11, 31) / DAY;
  let steps = 0;
  let leftOut = 0;
  const step = (): void => {
    steps += 1;
    if (steps > MAX_STEPS) throw new UnfitFile(refuse('calendars.tooManyEvents'));
  };

  function take(name: string, start: number, end: number): void {
    const { firstDay, count } = coveredDays(start, end);
    if (count > 0) list.add(firstDay, count, name);
    else if (firstDay > first && firstDay <= last) leftOut += 1;
  }

  function readEvent(component: Component, reading: Reading): void {
    if (!component.hasProperty('dtstart') || component.getFirstPropertyValue('status') === 'CANCELLED') return;
    const name = told(component.getFirstPropertyValue('summary'));
    // What a refusal calls it: an event without a name by its beginning.
    const label = name || told(String(component.getFirstProperty('dtstart')?.jCal[3]));
    const start = timeOf(component, 'dtstart', label);
    // An all-day event without an end lasts its day.
    const least = start.isDate ? DAY : 0;
    const begin = wallTime(start, zone);
    const length = Math.max(component.hasProperty('dtend') ? wallTime(timeOf(component, 'dtend', label), zone) - begin : durationOf(component), least);
    if (!(length <= MAX_EVENT_DAYS * DAY)) throw new UnfitFile(refuse('calendars.eventTooLong', { name: label }));
    const firstDay = Math.floor(begin / DAY);
    for (const day of beginnings(component, firstDay, reading, label)) {
      step();
      const from = begin + (day - firstDay) * DAY;
      take(name, from, from + length);
    }
  }

  for (const calendar of parse(ical, textOf(content))) {
    const components = calendar.getAllSubcomponents('vevent');
    const isReplaced = replacements(components, zone);
    for (const component of components) readEvent(component, { range, zone, isReplaced, step });
  }
  return { holidays: list.holidays(), leftOut };
}

/**
 * Reads a holiday file (iCalendar, RFC 5545): the local dates that its events cover wholly, in a range of years. Times in UTC
 * are told in `zone`. Whatever is in the file, the answer is a list or a refusal, after a bounded amount of work.
 */
export async function readHolidayFile(content: Uint8Array, range: YearRange, zone?: string): Promise<HolidayFile | Refused> {
  const refusal = refuseRange(range);
  if (refusal) return refusal;
  if (zone !== undefined && !IANAZone.isValidZone(zone)) return refuse('kernel.invalidInput', undefined, [{ field: 'zone', code: 'notZone' }]);
  const ical = await (loading ??= load());
  try {
    return read(ical, content, range, zone);
  } catch (error) {
    // The library throws plain errors at whatever it cannot read.
    return error instanceof UnfitFile ? error.refused : refuse('calendars.notICalendar');
  }
}
