import type { DateTime } from 'luxon';

/** A day as it was said; `notBefore` decides the year of `24.12.` and which Friday is meant. Undefined when there is no such day. */
export type SaidDay = (notBefore: DateTime) => DateTime | undefined;

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

export type TimeWord =
  | { readonly kind: 'day'; readonly day: SaidDay; readonly isWeekday?: true }
  | { readonly kind: 'time'; readonly time: ClockTime; readonly isVague?: true }
  | { readonly kind: 'length'; readonly minutes: number; readonly days?: number }
  /** From now on: `in 2 hours`. */
  | { readonly kind: 'ahead'; readonly minutes: number }
  | { readonly kind: 'stretch'; readonly from: DateTime; readonly until: DateTime }
  | { readonly kind: 'part'; readonly fromHour: number; readonly untilHour: number };

export interface FoundWord {
  readonly word: TimeWord;
  readonly index: number;
  readonly length: number;
  /** `from`: a beginning with an open end; `end`: of something that was begun, `to 23:00`, `bis 3.1.`; `before`: up to it, without it. */
  readonly role: 'start' | 'from' | 'end' | 'before';
}

interface Said {
  readonly now: DateTime;
  readonly isDayFirst: boolean;
}

interface Pattern {
  readonly regex: RegExp;
  /** One word, or two where a whole range was said; undefined: no time after all. */
  readonly read: (match: RegExpExecArray, said: Said) => readonly TimeWord[] | undefined;
}

const MONTHS: readonly RegExp[] = [
  /^jan|^jän/, /^feb/, /^mar|^mär|^mae|^mrz/, /^apr/, /^ma[iy]/, /^jun/, /^jul/, /^aug/, /^sep/, /^o[ck]t/, /^nov/, /^de[cz]/,
];
const MONTH =
  '(jan(?:uary?|uar)?|jänner|feb(?:ruary?|ruar)?|mar(?:ch)?|märz|maerz|mrz|apr(?:il)?|ma[iy]|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)';
const WEEKDAYS: readonly RegExp[] = [/^mo/, /^(tu|di)/, /^(we|mi)/, /^(th|do)/, /^fr/, /^sa/, /^(su|so)/];
const WEEKDAY =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)';
/** Two letters are other words too: only before a time or a date. */
const SHORT_WEEKDAY = '(mo|di|mi|do|fr|sa|so)\\.?,?(?=\\s+(?:\\d{1,2}[:.]\\d|\\d{1,2}\\s*uhr|den\\s+\\d|um\\s+\\d))';
const NUMBERS = ['one|a|an|eine?[nrm]?', 'two|zwei', 'three|drei', 'four|vier', 'five|fünf', 'six|sechs', 'seven|sieben', 'eight|acht', 'nine|neun', 'ten|zehn', 'eleven|elf', 'twelve|zwölf'];
const COUNT = `(\\d+(?:[.,]\\d+)?|${NUMBERS.join('|')})`;
const UNIT = '(minutes?|minuten?|mins?|hours?|hrs?|h|stunden?|std|days?|tage?n?|weeks?|wochen?)';
const TO = '\\s*(?:-|–|—|bis(?:\\s+zum)?|to|until|till|through|and|und)\\s*';
/** Not inside of a word, a number or a name like `DB-01`. */
const START = '(?<![\\p{L}\\p{N}./:]|\\p{L}[-_])';
const END = '(?![\\p{L}\\p{N}])';

const pattern = (source: string, read: Pattern['read']): Pattern => ({ regex: new RegExp(START + source + END, 'iuy'), read });

const monthOf = (name: string): number => MONTHS.findIndex((month) => month.test(name.toLowerCase())) + 1;
const yearOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text) + (text.length === 2 ? 2_000 : 0));

/** The day with this date; without a year the first one that is not over. The 29th of February may be years ahead. */
function dated(month: number, day: number, year: number | undefined, { now }: Said): readonly TimeWord[] | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  // What looks like a day long ago is a version or a part number.
  if (year !== undefined && (year < now.year || year > now.year + 10)) return undefined;
  const at = (base: DateTime, wanted: number): DateTime | undefined => {
    const found = base.set({ year: wanted, month: 1, day: 1 }).startOf('day').set({ month, day });
    return found.month === month && found.day === day ? found : undefined;
  };
  const said: SaidDay = (notBefore) => {
    if (year !== undefined) return at(notBefore, year);
    for (let ahead = 0; ahead <= 8; ahead += 1) {
      const found = at(notBefore, notBefore.year + ahead);
      if (found && found >= notBefore.startOf('day')) return found;
    }
    return undefined;
  };
  return said(now) ? [{ kind: 'day', day: said }] : undefined;
}

const inDays = (days: number) => (_match: RegExpExecArray, { now }: Said): readonly TimeWord[] => [{ kind: 'day', day: () => now.plus({ days }).startOf('day') }];

function clock(hour: number, minute: number, half?: string): ClockTime | undefined {
  const isAfternoon = half?.toLowerCase().startsWith('p') === true;
  const isMorning = half?.toLowerCase().startsWith('a') === true;
  if ((isAfternoon || isMorning) && (hour < 1 || hour > 12)) return undefined;
  const exact = isAfternoon ? (hour % 12) + 12 : isMorning ? hour % 12 : hour;
  return exact < 24 && minute < 60 ? { hour: exact, minute } : exact === 24 && minute === 0 ? { hour: 24, minute } : undefined;
}

const times = (...found: readonly (ClockTime | undefined)[]): readonly TimeWord[] | undefined =>
  found.every((time) => time !== undefined) ? found.map((time) => ({ kind: 'time', time })) : undefined;

function countOf(text: string): number {
  const index = NUMBERS.findIndex((words) => new RegExp(`^(?:${words})$`, 'iu').test(text));
  return index >= 0 ? index + 1 : Number(text.replace(',', '.'));
}

function lengthOf(count: number, unit: string): Extract<TimeWord, { kind: 'length' }> {
  const first = unit.toLowerCase();
  if (/^(d|t)/.test(first)) return { kind: 'length', minutes: Math.round(count * 1_440), days: count };
  if (/^w/.test(first)) return { kind: 'length', minutes: Math.round(count * 10_080), days: count * 7 };
  return { kind: 'length', minutes: Math.round(/^m/.test(first) ? count : count * 60) };
}

function weekday(name: string, isNext: boolean): readonly TimeWord[] {
  const number = WEEKDAYS.findIndex((day) => day.test(name.toLowerCase())) + 1;
  const day: SaidDay = (notBefore) => {
    const ahead = (number - notBefore.weekday + 7) % 7;
    return notBefore.startOf('day').plus({ days: ahead === 0 && isNext ? 7 : ahead });
  };
  return [{ kind: 'day', day, isWeekday: true }];
}

const stretch = (from: DateTime, until: DateTime): readonly TimeWord[] => [{ kind: 'stretch', from, until }];
const part = (fromHour: number, untilHour: number) => (): readonly TimeWord[] => [{ kind: 'part', fromHour, untilHour }];
const HALF_DAY = '\\s*(a\\.?m\\.?|p\\.?m\\.?)';
const YEAR = '(?:,?\\s+(\\d{4})(?!\\d))?';

/** Tried in this order at every word: what is longer and more certain comes first. */
const PATTERNS: readonly Pattern[] = [
  pattern('(\\d{4})-(\\d{2})-(\\d{2})(?:t|\\s+)(\\d{1,2}):(\\d{2})(?::\\d{2})?', ([, year, month, day, hour, minute], said) => {
    const date = dated(Number(month), Number(day), Number(year), said);
    const time = times(clock(Number(hour), Number(minute)));
    return date && time && [...date, ...time];
  }),
  pattern('(\\d{4})-(\\d{2})-(\\d{2})', ([, year, month, day], said) => dated(Number(month), Number(day), Number(year), said)),
  // 20.–23.12.
  pattern(`(\\d{1,2})\\.${TO}(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?`, ([, first, last, month, year], said) => both(dated(Number(month), Number(first), yearOf(year), said), dated(Number(month), Number(last), yearOf(year), said))),
  pattern(`(\\d{1,2})(?:st|nd|rd|th|\\.)?${TO}(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s*(?:of\\s+)?${MONTH}\\.?${YEAR}`, ([, first, last, month, year], said) =>
    both(dated(monthOf(month!), Number(first), yearOf(year), said), dated(monthOf(month!), Number(last), yearOf(year), said))),
  pattern(`${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?${TO}(\\d{1,2})(?:st|nd|rd|th)?${YEAR}`, ([, month, first, last, year], said) =>
    both(dated(monthOf(month!), Number(first), yearOf(year), said), dated(monthOf(month!), Number(last), yearOf(year), said))),
  pattern('(\\d{1,2})[:.](\\d{2})\\s*uhr', ([, hour, minute]) => times(clock(Number(hour), Number(minute)))),
  pattern('(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})?(?![\\d.])', ([, day, month, year], said) => dated(Number(month), Number(day), yearOf(year), said)),
  pattern('(?<=(?<!\\p{L})(?:vom|am|bis|zum|ab|den|on)\\s)(\\d{1,2})\\.(\\d{1,2})(?![.\\d])', ([, day, month], said) => dated(Number(month), Number(day), undefined, said)),
  pattern('(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![\\d/])', ([all, left, right, year], said) => {
    if (all === '24/7') return undefined;
    const isDayFirst = Number(left) > 12 || (said.isDayFirst && Number(right) <= 12);
    return isDayFirst ? dated(Number(right), Number(left), yearOf(year), said) : dated(Number(left), Number(right), yearOf(year), said);
  }),
  pattern(`(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s*(?:of\\s+)?${MONTH}\\.?${YEAR}`, ([, day, month, year], said) => dated(monthOf(month!), Number(day), yearOf(year), said)),
  pattern(`${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\s*(?:h|uhr|:|min))${YEAR}`, ([, month, day, year], said) => dated(monthOf(month!), Number(day), yearOf(year), said)),
  pattern(`in\\s+${COUNT}\\s*${UNIT}`, ([, count, unit], { now }) => {
    const { minutes, days } = lengthOf(countOf(count!), unit!);
    return days === undefined ? [{ kind: 'ahead', minutes }] : [{ kind: 'day', day: () => now.plus({ days: Math.round(days) }).startOf('day') }];
  }),
  pattern('(\\d+)\\s*(?:h|hours?|hrs?|stunden?|std)\\.?\\s*(?:and\\s+|und\\s+)?(\\d{1,2})\\s*(?:m|mins?|minutes?|minuten?)?(?![:.]\\d)', ([, hours, minutes]) => [{ kind: 'length', minutes: Number(hours) * 60 + Number(minutes) }]),
  pattern('(?:half\\s+an?\\s+hour|(?:einer?\\s+)?halben?\\s+stunde)', () => [{ kind: 'length', minutes: 30 }]),
  pattern('(?:an?\\s+hour\\s+and\\s+a\\s+half|one\\s+and\\s+a\\s+half\\s+hours?|anderthalb\\s+stunden|eineinhalb\\s+stunden)', () => [{ kind: 'length', minutes: 90 }]),
  pattern(`${COUNT}(?:\\s*|-)${UNIT}\\.?`, ([, count, unit]) => {
    const length = lengthOf(countOf(count!), unit!);
    return length.minutes > 0 && length.minutes <= 400_000 ? [length] : undefined;
  }),
  pattern(`(\\d{1,2})(?::(\\d{2}))?${TO}(\\d{1,2})(?::(\\d{2}))?\\s*uhr`, ([, h1, m1, h2, m2]) => times(clock(Number(h1), Number(m1 ?? 0)), clock(Number(h2), Number(m2 ?? 0)))),
  pattern(`(\\d{1,2})(?::(\\d{2}))?${TO}(\\d{1,2})(?::(\\d{2}))?${HALF_DAY}`, ([, h1, m1, h2, m2, half]) => times(clock(Number(h1), Number(m1 ?? 0), half), clock(Number(h2), Number(m2 ?? 0), half))),
  pattern(`(\\d{1,2})(?::(\\d{2}))?${HALF_DAY}`, ([, hour, minute, half]) => times(clock(Number(hour), Number(minute ?? 0), half))),
  pattern('(\\d{1,2})\\s*uhr(?:\\s+(\\d{2}))?', ([, hour, minute]) => times(clock(Number(hour), Number(minute ?? 0)))),
  pattern('(\\d{1,2}):(\\d{2})(?::\\d{2})?', ([, hour, minute]) => times(clock(Number(hour), Number(minute)))),
  pattern('(?<=(?:at|um|ab)\\s)(\\d{1,2})(?![.,/]\\d)', ([, hour]) => {
    const time = clock(Number(hour), 0);
    return time && [{ kind: 'time', time, isVague: true }];
  }),
  pattern('(?:noon|midday|mittags)', () => times({ hour: 12, minute: 0 })),
  pattern('(?:midnight|mitternacht)', () => times({ hour: 24, minute: 0 })),
  pattern('(?:the\\s+)?day\\s+after\\s+tomorrow', inDays(2)),
  pattern('übermorgen|uebermorgen', inDays(2)),
  pattern('(?:today|heute)', inDays(0)),
  pattern('(?:tomorrow|morgen)', inDays(1)),
  pattern('tonight', (_match, { now }) => [{ kind: 'day', day: () => now.startOf('day') }, { kind: 'part', fromHour: 18, untilHour: 30 }]),
  pattern('(?:next|coming|nächste[nrs]?|naechste[nrs]?|kommende[nrs]?)\\s+(?:week|woche)', (_match, { now }) => {
    const monday = now.startOf('week').plus({ weeks: 1 });
    return stretch(monday, monday.plus({ weeks: 1 }));
  }),
  pattern('(?:this|diese[rn]?)\\s+(?:week|woche)', (_match, { now }) => stretch(now, now.startOf('week').plus({ weeks: 1 }))),
  pattern('(?:next|nächste[nrs]?|naechste[nrs]?|kommende[nrs]?)\\s+(?:month|monat)', (_match, { now }) => stretch(now.startOf('month').plus({ months: 1 }), now.startOf('month').plus({ months: 2 }))),
  pattern('(?:(?:this|next|the|on|diese[sm]?|nächste[sn]?|am|kommende[sn]?)\\s+)*(?:weekend|wochenende)', ([all], { now }) => {
    const isLater = /next|nächst|naechst/i.test(all) && now.weekday > 5;
    const saturday = now.startOf('week').plus({ days: 5, weeks: isLater ? 1 : 0 });
    return stretch(saturday < now ? now : saturday, saturday.plus({ days: 2 }));
  }),
  pattern(`((?:next|coming|nächste[nrs]?|naechste[nrs]?|kommende[nrs]?)\\s+)?${WEEKDAY}\\.?`, ([, next, name]) => weekday(name!, next !== undefined && !/^(com|kom)/i.test(next))),
  pattern('(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(nacht|abend|nachmittag|vormittag|morgen)', ([, name, time]) => {
    const hours = { nacht: [22, 30], abend: [18, 24], nachmittag: [12, 18], vormittag: [6, 12], morgen: [6, 12] }[time!.toLowerCase()] ?? [0, 24];
    return [...weekday(name!, false), { kind: 'part', fromHour: hours[0]!, untilHour: hours[1]! }];
  }),
  pattern(SHORT_WEEKDAY, ([, name]) => weekday(name!, false)),
  pattern('(?:(?:in\\s+the\\s+|am\\s+)?(?:morning|vormittag|früh)|vormittags|morgens)', part(6, 12)),
  pattern('(?:in\\s+the\\s+|am\\s+)?(?:afternoon|nachmittags?)', part(12, 18)),
  pattern('(?:in\\s+the\\s+|am\\s+)?(?:evening|abends?)', part(18, 24)),
  pattern('(?:at\\s+|in\\s+der\\s+)?(?:night|nachts?)', part(22, 30)),
];

function both(first: readonly TimeWord[] | undefined, last: readonly TimeWord[] | undefined): readonly TimeWord[] | undefined {
  return first && last && [...first, ...last];
}

const TO_BEFORE = /(?:(?<![\p{L}\p{N}])(?:to|until|till|through|thru|bis|by)\s+(?:the\s+|zum\s+|and\s+|including\s+|einschließlich\s+)*|[\p{N}\p{L}.]\s*[-–—]\s*)$/iu;
const AND_BEFORE = /(?:between|zwischen)\s[^]{0,40}\s(?:and|und)\s+(?:dem\s+|the\s+)?$/iu;
const FROM_IT = /(?<![\p{L}\p{N}])(?:from|starting|beginning|after|as\s+of|ab|vom|von|seit)\s+(?:the\s+|dem\s+|on\s+)*$/iu;
const BEFORE_IT = /(?<![\p{L}\p{N}])(?:before|vor)\s+(?:the\s+|dem\s+)?$/iu;

function roleOf(before: string): FoundWord['role'] {
  if (BEFORE_IT.test(before)) return 'before';
  if (TO_BEFORE.test(before) || AND_BEFORE.test(before)) return 'end';
  return FROM_IT.test(before) ? 'from' : 'start';
}

/** Everything in a text that tells a time, from left to right. Pure. */
export function timeWords(text: string, now: DateTime, isDayFirst: boolean): readonly FoundWord[] {
  const found: FoundWord[] = [];
  const said = { now, isDayFirst };
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    const last = found.at(-1);
    if (last && index < last.index + last.length) continue;
    for (const { regex, read } of PATTERNS) {
      regex.lastIndex = index;
      const match = regex.exec(text);
      const words = match && read(match, said);
      if (!match || !words) continue;
      const role = roleOf(text.slice(0, index));
      // Two of a kind in one match are its two ends.
      words.forEach((word, place) => found.push({ word, index, length: match[0].length, role: place > 0 && word.kind === words[place - 1]?.kind ? 'end' : role }));
      break;
    }
  }
  return found;
}
