import { dateFormat } from './date-format';

/** Where "now" comes from. Decisions get an instant; only the edges hold a clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A moment as a person lives it: forms that ask for a day look at it. */
export interface Moment {
  /** UTC instant, ISO 8601. */
  readonly now: string;
  /** IANA zone. */
  readonly zone: string;
}

/** The day of an instant in a zone, `2026-11-20`. */
export function dayIn({ now, zone }: Moment): string {
  const parts = dateFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(now));
  const part = (type: string): string => parts.find((entry) => entry.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
