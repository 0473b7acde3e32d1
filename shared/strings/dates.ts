import type { Language } from '../kernel';

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000], ['month', 2_629_800_000], ['week', 604_800_000], ['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000],
];

/** "in 2 hours", "vor 3 Tagen". Instants are ISO 8601. */
export function relativeTime(at: string, now: string, language: Language): string {
  const distance = Date.parse(at) - Date.parse(now);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(distance) >= length) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(distance / size), unit);
}

/** "Fri, Nov 20, 2026, 5:30 PM" in the reader's language and IANA zone. */
export function exactTime(at: string, language: Language, zone: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: zone,
  }).format(new Date(at));
}

/** "Fri 5:30 PM": short, for cards and tables. */
export function shortTime(at: string, language: Language, zone: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', timeZone: zone,
  }).format(new Date(at));
}
