import { choice, multiChoice, number, structured, text } from '../kernel';

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
  /** Local dates, closed all day. */
  holidays: structured<readonly string[]>()({ label: 'field.calendar.holidays' }),
  /** Local date -> windows; beats holiday and weekly pattern. */
  overrides: structured<Readonly<Record<string, readonly Window[]>>>()({ label: 'field.calendar.overrides' }),
};

const HOLD_OPTIONS = ['requester', 'vendor', 'change', 'problem', 'other'].map((value) => ({ value, label: `holdReason.${value}` }));

/** One row of the target table: what is promised to which tickets (domain.md 5.1). */
export const targetSchema = {
  name: text({ label: 'field.target.name', required: true }),
  kind: choice(['incident', 'request'], 'kind', { label: 'field.target.kind', required: true }),
  priority: choice(['P1', 'P2', 'P3', 'P4'], 'priority', { label: 'field.target.priority', required: true }),
  responseMinutes: number({ label: 'field.target.responseMinutes', required: true, atLeast: 1 }),
  resolutionMinutes: number({ label: 'field.target.resolutionMinutes', required: true, atLeast: 1 }),
  calendarId: text({ label: 'field.target.calendar', required: true }),
  /** On-hold reasons that pause the resolution clock. */
  pauseReasons: multiChoice({ label: 'field.target.pauseReasons', options: HOLD_OPTIONS }),
};
