import type { Language } from '../../../shared/kernel';

/** "Nov 20, 2026": the day of an instant in a zone. */
export function dayOf(at: string, language: Language, zone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: zone }).format(new Date(at));
}

/** "Fri, Nov 20, 2026" of a local date `2026-11-20`, which is the same everywhere. */
export function localDay(date: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** "94.2 %" of a part; a dash where there is no whole. */
export function shareText(part: number, whole: number, language: Language): string {
  return whole === 0 ? '–' : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(part / whole);
}
