import type { Language } from '../../../shared/kernel';
import { wholeNumber } from '../../../shared/strings/dates';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One letter each: the narrow forms of the browser mix letters and abbreviations in German. */
const LETTERS: Readonly<Record<Language, Readonly<Record<'day' | 'hour' | 'minute', string>>>> = {
  en: { day: 'd', hour: 'h', minute: 'm' },
  de: { day: 'T', hour: 'h', minute: 'm' },
};

const unit = (value: number, name: 'day' | 'hour' | 'minute', language: Language): string => `${wholeNumber(value, language)}${LETTERS[language][name]}`;

/** "2h 10m", "3d 4h", "25m": short enough for a table. Never less than a minute. */
export function shortDuration(ms: number, language: Language): string {
  const length = Math.max(Math.abs(ms), MINUTE);
  if (length < HOUR) return unit(Math.floor(length / MINUTE), 'minute', language);
  const [big, small, name, rest] = length < DAY ? ([HOUR, MINUTE, 'hour', 'minute'] as const) : ([DAY, HOUR, 'day', 'hour'] as const);
  const whole = Math.floor(length / big);
  const left = Math.floor((length % big) / small);
  // Past a week the hours do not matter to anybody.
  if (left === 0 || (name === 'day' && whole >= 7)) return unit(whole, name, language);
  return `${unit(whole, name, language)} ${unit(left, rest, language)}`;
}

/** Minutes of calendar time as a target says them: "4h", "2d 4h" of 8-hour days would mislead, so hours stay hours. */
export function targetDuration(minutes: number, language: Language): string {
  if (minutes < 60) return unit(minutes, 'minute', language);
  const hours = Math.floor(minutes / 60);
  const left = minutes % 60;
  return left === 0 ? unit(hours, 'hour', language) : `${unit(hours, 'hour', language)} ${unit(left, 'minute', language)}`;
}

const SIZES = ['byte', 'kilobyte', 'megabyte'] as const;

/** "320 kB". */
export function fileSize(bytes: number, language: Language): string {
  const step: 0 | 1 | 2 = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(language, { style: 'unit', unit: SIZES[step], unitDisplay: 'short', maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 }).format(value);
}
