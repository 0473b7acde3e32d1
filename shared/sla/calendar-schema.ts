import { structured, text } from '../kernel';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
/** Half-open local wall-clock window `[start, end)`, `HH:MM`; the end may be `24:00`. */
export type Window = readonly [start: string, end: string];
export type Weekly = Partial<Readonly<Record<Weekday, readonly Window[]>>>;

/** Business calendar (domain.md 5.1): zone, weekly windows, holidays, date overrides. */
export const calendarSchema = {
  name: text({ label: 'field.calendar.name', required: true }),
  /** IANA zone. */
  zone: text({ label: 'field.calendar.zone', required: true, max: 60 }),
  weekly: structured<Weekly>()({ label: 'field.calendar.weekly', required: true }),
  /** Local dates `YYYY-MM-DD`, closed all day. */
  holidays: structured<readonly string[]>()({ label: 'field.calendar.holidays', max: 40_000 }),
  /** What holidays are called, by date; only for the eye. */
  holidayNames: structured<Readonly<Record<string, string>>>()({ label: 'field.calendar.holidayNames', max: 80_000 }),
  /** Local date -> windows; beats holiday and weekly pattern. */
  overrides: structured<Readonly<Record<string, readonly Window[]>>>()({ label: 'field.calendar.overrides', max: 40_000 }),
  /** A union: open whenever one of these calendars is; then zone is for showing only, and windows are not used. */
  memberIds: structured<readonly string[]>()({ label: 'field.calendar.members', max: 1_000 }),
  /** Names of the sites that this calendar serves (domain.md 5.2, rule 15). */
  sites: structured<readonly string[]>()({ label: 'field.calendar.sites', max: 5_000 }),
};
