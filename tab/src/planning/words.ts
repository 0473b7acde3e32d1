import { dateFormat } from '../../../shared/kernel/date-format';
import { exactTime, shortTime, timeRange } from '../../../shared/strings/dates';
import type { ChangeRow } from '../../../shared/changes/change-views';
import { useDates } from '../lib/now';
import { useSession } from '../lib/session';

export type RiskName = ChangeRow['risk'];
export type TypeName = ChangeRow['type'];
export type StateName = ChangeRow['state'];

export const TYPES: readonly TypeName[] = ['standard', 'normal', 'emergency'];
export const RISKS: readonly RiskName[] = ['low', 'moderate', 'high', 'veryHigh'];

export interface PlanningWords {
  /** "Mon, Mar 2, 4:10 – 5:00 PM". */
  range(from: string, to: string): string;
  short(at: string): string;
  exact(at: string): string;
  /** "4:10 PM". */
  clock(at: string): string;
  /** "Monday, March 2". */
  day(date: string): string;
  readonly now: string;
}

/** Times as these pages say them, in the reader's language and zone. */
export function usePlanningWords(): PlanningWords {
  const { language, zone } = useSession();
  const { now } = useDates();
  return {
    now,
    range: (from, to) => timeRange(from, to, now, language, zone),
    short: (at) => shortTime(at, language, zone),
    exact: (at) => exactTime(at, language, zone),
    clock: (at) => dateFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(new Date(at)),
    day: (date) => dateFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`)),
  };
}
