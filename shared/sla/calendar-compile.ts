import type { Calendar } from './calendar';
import { dayNumberOf, timeOfDay, weekdayOf } from './calendar-dates';
import type { Window } from './calendar-schema';
import { append, DAY, offsetsIn, type Stretch } from './calendar-zone';

/** The open stretches of one chunk of time, laid out for binary search. They neither touch nor overlap. */
export interface OpenChunk {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Open milliseconds of the chunk before each stretch. */
  readonly before: Float64Array;
  /** Open milliseconds of the chunk. */
  readonly total: number;
}

/** Windows of one local date, in milliseconds since local midnight, in order. */
type DayWindows = readonly Stretch[];

const CLOSED: DayWindows = [];

function readWindows(windows: readonly Window[] = []): DayWindows {
  return windows.map(([open, close]) => ({ from: timeOfDay(open), to: timeOfDay(close) })).sort((a, b) => a.from - b.from);
}

/** The windows of a local date: an override beats a holiday, a holiday beats the weekly pattern (domain.md 5.2, rule 2). */
function scheduleOf({ weekly, holidays = [], overrides = {} }: Calendar): (day: number) => DayWindows {
  const byWeekday = new Map(Object.entries(weekly).map(([weekday, windows]) => [weekday, readWindows(windows)]));
  const byDay = new Map<number | undefined, DayWindows>(holidays.map((date) => [dayNumberOf(date), CLOSED]));
  for (const [date, windows] of Object.entries(overrides)) byDay.set(dayNumberOf(date), readWindows(windows));
  return (day) => byDay.get(day) ?? byWeekday.get(weekdayOf(day)) ?? CLOSED;
}

function layOut(stretches: readonly Stretch[]): OpenChunk {
  const before = new Float64Array(stretches.length);
  let total = 0;
  stretches.forEach(({ from, to }, index) => {
    before[index] = total;
    total += to - from;
  });
  return { starts: Float64Array.from(stretches, ({ from }) => from), ends: Float64Array.from(stretches, ({ to }) => to), before, total };
}

/**
 * Works out the open time of one chunk, exactly: time is split where the UTC offset changes, and inside each part wall-clock
 * time and UTC differ by a constant (domain.md 5.2, rule 2).
 */
export function compilerOf(calendar: Calendar): (chunk: number) => OpenChunk {
  const windowsOn = scheduleOf(calendar);
  return (chunk) => {
    const open: Stretch[] = [];
    for (const part of offsetsIn(calendar.zone, chunk)) {
      const lastDay = Math.floor((part.to - 1 + part.offset) / DAY);
      for (let day = Math.floor((part.from + part.offset) / DAY); day <= lastDay; day += 1) {
        const midnight = day * DAY - part.offset;
        for (const window of windowsOn(day)) {
          const from = Math.max(part.from, midnight + window.from);
          const to = Math.min(part.to, midnight + window.to);
          if (from < to) append(open, { from, to });
        }
      }
    }
    return layOut(open);
  };
}

/** Open whenever any of several is; time in which more than one is counts once. */
export function uniteChunks(chunks: readonly OpenChunk[]): OpenChunk {
  const all = chunks.flatMap(({ starts, ends }) => Array.from(starts, (from, index) => ({ from, to: ends[index] as number })));
  const open: Stretch[] = [];
  for (const stretch of all.sort((a, b) => a.from - b.from)) append(open, stretch);
  return layOut(open);
}

/** Position of the last value below `limit` in an ordered list, or -1. */
export function lastBelow(values: Float64Array, limit: number): number {
  let low = -1;
  let high = values.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < limit) low = middle;
    else high = middle;
  }
  return low;
}

/** Open milliseconds of the chunk before an instant. */
export function openBefore({ starts, ends, before }: OpenChunk, instant: number): number {
  const index = lastBelow(starts, instant);
  if (index < 0) return 0;
  return (before[index] as number) + Math.min(instant, ends[index] as number) - (starts[index] as number);
}

/** The earliest instant with `openMs` of the chunk's open time before it; `0 < openMs <= total`. */
export function instantAfter({ starts, before }: OpenChunk, openMs: number): number {
  const index = lastBelow(before, openMs);
  return (starts[index] as number) + openMs - (before[index] as number);
}

/** The open stretches of a chunk within `[from, to)`, cut to it. */
export function openWithin({ starts, ends }: OpenChunk, from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let index = Math.max(lastBelow(starts, from), 0); index < starts.length && (starts[index] as number) < to; index += 1) {
    const stretch = { from: Math.max(starts[index] as number, from), to: Math.min(ends[index] as number, to) };
    if (stretch.from < stretch.to) found.push(stretch);
  }
  return found;
}
