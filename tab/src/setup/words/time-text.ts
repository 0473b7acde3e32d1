import type { Language } from '../../../../shared/kernel';
import { dayRange, timeRange } from '../../../../shared/strings/dates';
import { toWallTime } from '../../lib/zone';
import type { Time } from './next-times';

const MINUTE_MS = 60_000;

/** "Dec 15 – Jan 6" where it is whole days in this zone, else with times. */
export function timeText({ from, to }: Time, now: string, language: Language, zone: string): string {
  const isWhole = [from, to].every((at) => toWallTime(at, zone).endsWith('T00:00'));
  // The end of the last day is not the day after it.
  return isWhole ? dayRange(from, new Date(Date.parse(to) - MINUTE_MS).toISOString(), now, language, zone) : timeRange(from, to, now, language, zone);
}
