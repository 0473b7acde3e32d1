import type { Window } from './calendar-schema';

/** A day that calendars can be closed on. */
export interface Holiday {
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  /** What it is called; several that fall on one date are named together. */
  readonly name: string;
}

/** A part of a country with holidays of its own. */
export interface HolidayRegion {
  readonly code: string;
  readonly name: string;
}

export interface HolidayCountry {
  /** ISO 3166-1. */
  readonly code: string;
  readonly name: string;
  readonly regions: readonly HolidayRegion[];
}

/** What a holiday file holds for a range of years. */
export interface HolidayFile {
  readonly holidays: readonly Holiday[];
  /** Events that cover only a part of a day, so that nothing closes for them. */
  readonly leftOut: number;
}

/** Which rule decides on the hours of a date: an override beats a holiday, a holiday beats the weekly pattern. */
export type DayReason = 'weekly' | 'holiday' | 'override' | 'union';

export interface CalendarDay {
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  readonly reason: DayReason;
  /** Windows in force by the wall clock; of a union the hours in which any member is open. */
  readonly windows: readonly Window[];
  /** Name of the holiday on this date, also where an override beats it; empty when it has none. */
  readonly holiday?: string;
  /** Open minutes, exact also on the days on which clocks change. */
  readonly openMinutes: number;
  /** Length of the day, where it is not 24 hours: clocks change, or the date does not exist at all (0). */
  readonly dayMinutes?: number;
}

/** A calendar over a year of its local dates, for the eye. */
export interface CalendarYear {
  readonly year: number;
  readonly zone: string;
  readonly openMinutes: number;
  readonly days: readonly CalendarDay[];
}
