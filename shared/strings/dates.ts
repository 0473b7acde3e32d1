import { dateFormat, type Language } from '../kernel';

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000], ['month', 2_629_800_000], ['week', 604_800_000], ['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000],
];

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
const SHORT: Intl.DateTimeFormatOptions = { ...DAY, hour: 'numeric', minute: '2-digit' };
const FORMATS = {
  monthDay: { day: 'numeric', month: 'short' }, day: DAY, dayOfYear: { ...DAY, year: 'numeric' }, short: SHORT, exact: { ...SHORT, year: 'numeric' }, zoned: { ...SHORT, timeZoneName: 'short' }, year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatOf = (name: keyof typeof FORMATS, language: Language, zone: string): Intl.DateTimeFormat => dateFormat(language, { ...FORMATS[name], timeZone: zone });

const relative = new Map<Language, Intl.RelativeTimeFormat>();

function relativeOf(language: Language): Intl.RelativeTimeFormat {
  let format = relative.get(language);
  if (!format) relative.set(language, (format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })));
  return format;
}

const numbers = new Map<Language, Intl.NumberFormat>();

/** "1,200", "1.200". */
export function wholeNumber(value: number, language: Language): string {
  let format = numbers.get(language);
  if (!format) numbers.set(language, (format = new Intl.NumberFormat(language)));
  return format.format(value);
}

/** "in 2 hours", "vor 3 Tagen". Instants are ISO 8601. */
export function relativeTime(at: string, now: string, language: Language): string {
  const distance = Date.parse(at) - Date.parse(now);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(distance) >= length) ?? ['minute', 60_000];
  return relativeOf(language).format(Math.round(distance / size), unit);
}

/** "Fri, Nov 20, 2026, 5:30 PM" in the reader's language and IANA zone. */
export function exactTime(at: string, language: Language, zone: string): string {
  return formatOf('exact', language, zone).format(new Date(at));
}

/** "Fri, Nov 20, 2026": a day that has no zone, like `2026-11-20`. */
export function dayText(day: string, language: Language): string {
  return formatOf('dayOfYear', language, 'UTC').format(new Date(day));
}

/** "Nov 20": where the hour does not matter. */
export function monthDay(at: string, language: Language, zone: string): string {
  return formatOf('monthDay', language, zone).format(new Date(at));
}

/** "Fri 5:30 PM": short, for cards and tables. */
export function shortTime(at: string, language: Language, zone: string): string {
  return formatOf('short', language, zone).format(new Date(at));
}

/** "Fri, Nov 20, 5:30 PM GMT+1": for readers in different zones. */
export function zonedTime(at: string, language: Language, zone: string): string {
  return formatOf('zoned', language, zone).format(new Date(at));
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The year is said only where it is not that of `now`. */
function isThisYear(instants: readonly string[], now: string, zone: string): boolean {
  const format = formatOf('year', 'en', zone);
  const present = format.format(new Date(now));
  return instants.every((at) => format.format(new Date(at)) === present);
}

/** "Fri, Nov 20, 5:30 PM", with the year where it is another one than that of `now`. */
export function nearTime(at: string, now: string, language: Language, zone: string): string {
  return isThisYear([at], now, zone) ? shortTime(at, language, zone) : exactTime(at, language, zone);
}

/** "Mon, Mar 2, 4:10 – 5:00 PM", "Mo., 2. März, 16:10–17:00 Uhr": what two ends have in common is said once. */
export function timeRange(from: string, to: string, now: string, language: Language, zone: string): string {
  return formatOf(isThisYear([from, to], now, zone) ? 'short' : 'exact', language, zone).formatRange(new Date(from), new Date(to));
}

/** "Wed, Mar 4 – Fri, Mar 6": the days from one instant to another. */
export function dayRange(from: string, to: string, now: string, language: Language, zone: string): string {
  return formatOf(isThisYear([from, to], now, zone) ? 'day' : 'dayOfYear', language, zone).formatRange(new Date(from), new Date(to));
}

/** "€1,200.50", "1.200,50 €". `currency` is ISO 4217; one that nobody knows is written beside the amount. */
export function money(amount: number, currency: string, language: Language): string {
  const isWhole = Number.isInteger(amount);
  return new Intl.NumberFormat(language, { style: 'currency', currency: /^[A-Z]{3}$/.test(currency) ? currency : 'EUR', minimumFractionDigits: isWhole ? 0 : 2, maximumFractionDigits: 2 }).format(amount);
}

/** "50 min", "3 h 10 min": working time, where a day is no unit; begun minutes are left out. */
export function workingTime(ms: number, language: Language): string {
  const minutes = Math.floor(Math.max(ms, 0) / MINUTE_MS);
  const hours = `${wholeNumber(Math.floor(minutes / 60), language)} h`;
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? hours : `${hours} ${minutes % 60} min`;
}

/** "51%", "51 %": a share in whole percent. */
export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share / 100);
}

/** The same around the clock, where two days and more are said as days: "13 days 4 h". */
export function wallTime(ms: number, language: Language): string {
  if (ms < 2 * DAY_MS) return workingTime(ms, language);
  const days = new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(Math.floor(ms / DAY_MS));
  const hours = Math.floor((ms % DAY_MS) / (60 * MINUTE_MS));
  return hours === 0 ? days : `${days} ${hours} h`;
}
