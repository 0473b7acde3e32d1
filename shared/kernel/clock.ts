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

/** Making a format takes a thousand times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })));
  return format;
}

/** The day of an instant in a zone, `2026-11-20`. */
export function dayIn({ now, zone }: Moment): string {
  const parts = formatIn(zone).formatToParts(new Date(now));
  const part = (type: string): string => parts.find((entry) => entry.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
