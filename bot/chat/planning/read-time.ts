import { DateTime } from 'luxon';
import { timeWords, type ClockTime, type FoundWord, type SaidDay } from './time-words';

/** Whose words they are: the present instant, and the zone and habits of the writer. */
export interface TimeReader {
  /** UTC instant, ISO 8601. */
  readonly now: string;
  /** IANA zone. */
  readonly zone: string;
  /** `3/4` is the third of April. */
  readonly isDayFirst?: boolean;
}

/** Times that somebody wrote. All instants are UTC, ISO 8601. */
export interface When {
  /** An exact beginning, and its end where one was said. */
  readonly start?: string;
  readonly end?: string;
  readonly minutes?: number;
  /** A length in days: `for two weeks`. */
  readonly days?: number;
  /** Days without an hour: from the first one's beginning to the last one's end. */
  readonly from?: string;
  readonly until?: string;
  /** The text without its times. */
  readonly rest: string;
}

const CONNECTORS =
  /(?:[\s,;(]*(?<![\p{L}\p{N}])(?:at|on|from|to|until|till|through|for|lasting|by|before|between|starting|beginning|in|around|um|am|vom|von|bis|zum|für|ab|zwischen|vor|gegen|the|den|dem|this|next|coming|diese[nrsm]?|nächste[nrs]?|kommende[nrs]?|jeweils|window)(?![\p{L}\p{N}]))+[\s,;(]*$/iu;
const RANGE_SIGN = /\s*(?:[-–—]|\s(?:and|und))\s*$/iu;
const AFTER = /^\s*(?:lang|long|o['’]clock|in total|window)(?![\p{L}])/iu;

/** The text without the words that told a time, and without what led to them. */
function withoutTimes(text: string, words: readonly FoundWord[]): string {
  let rest = '';
  let from = 0;
  for (const { index, length, role } of words) {
    if (index < from) continue;
    const before = text.slice(from, index);
    rest += `${(role === 'end' ? before.replace(RANGE_SIGN, ' ') : before).replace(CONNECTORS, ' ')} `;
    from = index + length;
    from += AFTER.exec(text.slice(from))?.[0].length ?? 0;
  }
  return tidy(rest + text.slice(from));
}

const tidy = (text: string): string =>
  text.replace(/\(\s*\)/g, ' ').replace(/[ \t]+/g, ' ').replace(/\s+([,.;:!?])/g, '$1').replace(/([,;:])(?:\s*[,;:])+/g, '$1').replace(/^[\s,;:.–-]+|[\s,;:–-]+$/g, '').trim();

const utc = (at: DateTime): string => at.toUTC().toISO() ?? '';
/** 24:00 is the next day's beginning; an hour that the clock skips in spring is the one after it. */
const at = (day: DateTime, { hour, minute }: ClockTime): DateTime => (hour === 24 ? day.startOf('day').plus({ days: 1 }) : day.startOf('day').set({ hour, minute }));

interface Parts {
  startDay?: FoundWord;
  startTime?: FoundWord;
  endDay?: FoundWord;
  endTime?: FoundWord;
}

const EMPTY: readonly FoundWord[] = [];

/** Which word is the day or the hour of the beginning and of the end: the first is the beginning, unless it was said to be an end. */
function partsOf(words: readonly FoundWord[]): Parts {
  const parts: Parts = {};
  let isEnding = false;
  for (const found of words) {
    const { kind } = found.word;
    if (kind !== 'day' && kind !== 'time') continue;
    // "until Friday 12:00" and "until 12:00 on Friday" go on with the end, "22:00 to 2:00 on Friday" names the day of the beginning.
    const goesOn = kind === 'time' ? parts.endTime === undefined : parts.startDay !== undefined || parts.startTime === undefined;
    isEnding = found.role === 'end' || found.role === 'before' || (isEnding && found.role === 'start' && goesOn);
    const place = `${isEnding ? 'end' : 'start'}${kind === 'day' ? 'Day' : 'Time'}` as const;
    parts[place] ??= found;
  }
  return parts;
}

const dayOf = (found: FoundWord | undefined): SaidDay | undefined => (found?.word.kind === 'day' ? found.word.day : undefined);

/** "Saturday night at 10" is ten in the evening. */
function timeOf(found: FoundWord | undefined, words: readonly FoundWord[]): ClockTime | undefined {
  if (found?.word.kind !== 'time') return undefined;
  const { time, isVague } = found.word;
  const isLate = words.some(({ word }) => word.kind === 'part' && word.fromHour >= 18);
  return isVague && isLate && time.hour >= 6 && time.hour < 12 ? { ...time, hour: time.hour + 12 } : time;
}

function startOf(parts: Parts, time: ClockTime, now: DateTime): DateTime {
  const said = parts.startDay?.word;
  const day = dayOf(parts.startDay)?.(now) ?? now.startOf('day');
  const start = at(day, time);
  if (start >= now || said?.kind !== 'day') return start >= now ? start : at(day.plus({ days: 1 }), time);
  // "Friday 9:00", said on a Friday afternoon, is the next one.
  return said.isWeekday ? at(day.plus({ weeks: 1 }), time) : start;
}

function endOf(parts: Parts, words: readonly FoundWord[], start: DateTime): DateTime | undefined {
  const time = timeOf(parts.endTime, words);
  const day = dayOf(parts.endDay)?.(start);
  if (!time) return day && (parts.endDay?.role === 'before' ? day : day.plus({ days: 1 }));
  const end = at(day ?? start, time);
  return end > start || day ? end : at(start.plus({ days: 1 }), time);
}

/** Days without an hour, or a part of a day: the whole of it, but nothing that is over. */
function stretchOf(parts: Parts, words: readonly FoundWord[], now: DateTime): { readonly from: DateTime; readonly until?: DateTime } | undefined {
  const week = words.find(({ word }) => word.kind === 'stretch')?.word;
  const part = words.find(({ word }) => word.kind === 'part')?.word;
  const first = dayOf(parts.startDay)?.(now);
  if (!first && !parts.endDay && !parts.endTime) {
    if (week?.kind === 'stretch') return { from: week.from, until: week.until };
    if (part?.kind !== 'part') return undefined;
  }
  const from = first ?? now.startOf('day');
  const end = parts.endDay || parts.endTime ? endOf(parts, words, first ?? now) : undefined;
  if (end) return { from: from < now ? now : from, until: end };
  if (part?.kind === 'part') return { from: latest(hourOf(from, part.fromHour), now), until: hourOf(from, part.untilHour) };
  const days = words.find(({ word }) => word.kind === 'length' && word.days !== undefined)?.word;
  if (days?.kind === 'length' && days.days !== undefined) return { from: latest(from, now), until: from.plus({ days: Math.max(1, Math.round(days.days)) }) };
  return { from: latest(from, now), ...(parts.startDay?.role !== 'from' && { until: from.plus({ days: 1 }) }) };
}

/** Hour 30 is six o'clock on the day after. */
const hourOf = (day: DateTime, hour: number): DateTime => day.startOf('day').plus({ days: Math.floor(hour / 24) }).set({ hour: hour % 24 });

const latest = (left: DateTime, right: DateTime): DateTime => (left > right ? left : right);

/**
 * Reads the times in a text, English and German side by side: `Saturday 22:00 for 1 h`, `vom 20.12. bis 3.1.`, `next week`.
 * Days without a year are those to come. Pure.
 */
export function readWhen(text: string, { now: instant, zone, isDayFirst = false }: TimeReader): When {
  const now = DateTime.fromISO(instant, { zone });
  const words = now.isValid ? timeWords(text, now, isDayFirst) : EMPTY;
  const parts = partsOf(words);
  const lengths = words.flatMap(({ word }) => (word.kind === 'length' ? [word] : []));
  const length = lengths[0];
  const common = { ...(length && { minutes: length.minutes, ...(length.days !== undefined && { days: length.days }) }), rest: withoutTimes(text, words) };
  const ahead = words.find(({ word }) => word.kind === 'ahead')?.word;
  const time = timeOf(parts.startTime, words);
  if (!time && ahead?.kind !== 'ahead') {
    const stretch = stretchOf(parts, words, now);
    return { ...common, ...(stretch && { from: utc(stretch.from), ...(stretch.until && { until: utc(stretch.until) }) }) };
  }
  const start = time ? startOf(parts, time, now) : now.plus({ minutes: ahead?.kind === 'ahead' ? ahead.minutes : 0 }).startOf('minute');
  const end = endOf(parts, words, start) ?? (length && start.plus({ minutes: length.minutes }));
  const minutes = end && !length ? Math.round(end.diff(start, 'minutes').minutes) : undefined;
  return { ...common, start: utc(start), ...(end && { end: utc(end) }), ...(minutes !== undefined && minutes > 0 && { minutes }) };
}
