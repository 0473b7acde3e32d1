import { IANAZone } from 'luxon';

/** Turns a text into milliseconds since 1970 UTC; undefined when it is not a time in the expected form. */
export type TimeReader = (text: string) => number | undefined;

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i;
const TOKEN = /yyyy|MM?|dd?|HH?|hh?|mm|ss|SSS|a/g;
const PATTERNS: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})', M: '(?<month>\\d{1,2})', MM: '(?<month>\\d{2})', d: '(?<day>\\d{1,2})', dd: '(?<day>\\d{2})',
  H: '(?<hour>\\d{1,2})', HH: '(?<hour>\\d{2})', h: '(?<hour>\\d{1,2})', hh: '(?<hour>\\d{2})',
  mm: '(?<minute>\\d{2})', ss: '(?<second>\\d{2})', SSS: '(?<milli>\\d{3})', a: '(?<half>[AaPp])\\.?[Mm]\\.?',
};
/** Outside of these years a time is a mistake, not history. */
const EARLIEST_YEAR = 1980;
const LATEST_YEAR = 2100;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SLOT_MS = 900_000;
const CACHED_SLOTS = 100_000;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly milli: number;
}

export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/** `iso`, `unixSeconds`, `unixMilliseconds`, or a pattern of d, M, yyyy, H, h, a, mm, ss and SSS. */
export function isTimeFormat(format: string): boolean {
  if (['iso', 'unixSeconds', 'unixMilliseconds'].includes(format)) return true;
  const tokens: readonly string[] = format.match(TOKEN) ?? [];
  const isOnce = new Set(tokens.map((token) => token.slice(0, 1))).size === tokens.length;
  return isOnce && ['y', 'M', 'd'].every((part) => tokens.some((token) => token.startsWith(part)));
}

/**
 * Reads times of one form. A time without offset is local time of `zone` (IANA): of an hour that the clock shows twice in
 * autumn the first is taken; a time that spring skips moves forward by an hour.
 */
export function timeReader(format: string, zone: string): TimeReader {
  if (format === 'unixSeconds') return (text) => readUnix(text, 1_000);
  if (format === 'unixMilliseconds') return (text) => readUnix(text, 1);
  const toInstant = zoneConverter(zone);
  if (format === 'iso') return (text) => readIso(text, toInstant);
  const pattern = patternOf(format);
  return (text) => {
    const groups = pattern.exec(text.trim())?.groups;
    const local = groups && localMs(partsOf(groups));
    return local === undefined ? undefined : toInstant(local);
  };
}

function patternOf(format: string): RegExp {
  let source = '';
  let end = 0;
  for (const match of format.matchAll(TOKEN)) {
    source += escaped(format.slice(end, match.index)) + PATTERNS[match[0]];
    end = match.index + match[0].length;
  }
  return new RegExp(`^${source}${escaped(format.slice(end))}$`);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function partsOf(groups: Readonly<Record<string, string | undefined>>): Parts {
  const part = (name: string): number => Number(groups[name] ?? 0);
  const half = groups['half']?.toLowerCase();
  const hour = half === undefined ? part('hour') : (part('hour') % 12) + (half === 'p' ? 12 : 0);
  return { year: part('year'), month: part('month'), day: part('day'), hour, minute: part('minute'), second: part('second'), milli: part('milli') };
}

/** The wall-clock time as if it were UTC; undefined for the 31st of February. */
function localMs({ year, month, day, hour, minute, second, milli }: Parts): number | undefined {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || hour > 23 || minute > 59 || second > 59) return undefined;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second, milli);
  const date = new Date(ms);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? ms : undefined;
}

function readIso(text: string, toInstant: (local: number) => number): number | undefined {
  const match = ISO.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const local = localMs({
    year: Number(year), month: Number(month), day: Number(day), hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second ?? 0),
    milli: Number((fraction ?? '0').padEnd(3, '0').slice(0, 3)),
  });
  if (local === undefined) return undefined;
  if (!offset) return toInstant(local);
  if (/z/i.test(offset)) return local;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return local - (offset.startsWith('-') ? -minutes : minutes) * MINUTE_MS;
}

function readUnix(text: string, unitMs: number): number | undefined {
  if (!/^\d{1,15}(\.\d+)?$/.test(text.trim())) return undefined;
  const ms = Math.round(Number(text) * unitMs);
  const year = new Date(ms).getUTCFullYear();
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR ? ms : undefined;
}

/** Offsets change only on quarter hours, so that one look-up serves all times of a quarter: logs have very many times. */
function zoneConverter(zone: string): (local: number) => number {
  if (zone === 'UTC') return (local) => local;
  const offsets = new Map<number, number>();
  return (local) => {
    const slot = Math.floor(local / SLOT_MS);
    let offset = offsets.get(slot);
    if (offset === undefined) {
      if (offsets.size >= CACHED_SLOTS) offsets.clear();
      offset = offsetOfLocal(IANAZone.create(zone), slot * SLOT_MS);
      offsets.set(slot, offset);
    }
    return local - offset;
  };
}

/** Milliseconds to take from a wall-clock time: the offset of the day before where it fits, else that of the day after. */
function offsetOfLocal(zone: IANAZone, local: number): number {
  const at = (ms: number): number => zone.offset(ms) * MINUTE_MS;
  const [before, after] = [at(local - DAY_MS), at(local + DAY_MS)];
  if (at(local - before) === before) return before;
  return at(local - after) === after ? after : before;
}
