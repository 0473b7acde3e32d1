import { DAY, instantsOf, MINUTE } from '../sla';
import { wallTimes } from './occurrence-times';
import type { Occurrence } from './window-schema';

/** What clocks jump over in spring begins when they are through; the longest jump but for a moved date line is two hours. */
const LONGEST_GAP = 2 * 60 * MINUTE;

/** Only the beginning counts: with ends, days that follow one another would be one stretch. */
function pointAt(occurrence: Occurrence): Occurrence {
  if (occurrence.kind === 'yearly') return { ...occurrence, to: occurrence.from };
  const [date, time] = occurrence.kind === 'once' ? [occurrence.from.slice(0, 11), occurrence.from.slice(11)] : ['', occurrence.from];
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 1;
  const next = minutes === 24 * 60 ? undefined : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  // At 23:59 a weekly one may end on the next day; a single one is given its day.
  if (occurrence.kind === 'once') return { ...occurrence, to: next ? `${date}${next}` : `${date}23:59:30` };
  return { ...occurrence, to: next ?? '00:00' };
}

/** The instant at which the wall clocks of a zone first show this; after the gap, where they never do. */
function instantOf(zone: string, wall: number): number | undefined {
  return instantsOf(zone, wall, wall + MINUTE)[0]?.from ?? instantsOf(zone, wall, wall + LONGEST_GAP)[0]?.from;
}

/**
 * When these occurrences begin within `(after, until]`, in order, each moment once. Instants in milliseconds since 1970; an hour
 * that an autumn change repeats counts the first time.
 */
export function startsBetween(occurrences: readonly Occurrence[], zone: string, after: number, until: number): readonly number[] {
  const starts = occurrences.flatMap((occurrence) => wallTimes([pointAt(occurrence)], after - 2 * DAY, until + 2 * DAY).map(({ from }) => instantOf(zone, from)));
  const inside = starts.filter((at): at is number => at !== undefined && at > after && at <= until);
  return [...new Set(inside)].sort((a, b) => a - b);
}
