import { DateTime } from 'luxon';
import type { FieldProblem } from '../kernel';
import type { AttainmentStep } from './attainment-views';

/** A stretch of whole local days. */
export interface LocalPeriod {
  /** First and last local date, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Up to this ISO instant, exclusive. */
  readonly endsAt: string;
}

export interface LocalRange {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly step: AttainmentStep;
  /** Without gaps; the first and the last may be cut. */
  readonly periods: readonly LocalPeriod[];
}

const DEFAULT_DAYS = 90;
const MAX_DAYS = 732;
const MAX_PERIODS = 120;

const iso = (moment: DateTime): string => moment.toUTC().toISO() as string;
const local = (moment: DateTime): string => moment.toISODate() as string;

function usualStep(days: number): AttainmentStep {
  if (days <= 31) return 'day';
  return days <= 186 ? 'week' : 'month';
}

/**
 * Days, weeks from Monday, or calendar months between two local dates, both included: a day begins at local midnight, so
 * that days of 23 and 25 hours are whole days. `today` is what is not given.
 */
export function rangeOf(
  wanted: { readonly from?: string | undefined; readonly to?: string | undefined; readonly step?: AttainmentStep | undefined },
  now: string, zone: string,
): LocalRange | { readonly problems: readonly FieldProblem[] } {
  const day = (date: string): DateTime => DateTime.fromISO(date, { zone }).startOf('day');
  const last = wanted.to ? day(wanted.to) : DateTime.fromISO(now, { zone }).startOf('day');
  const first = wanted.from ? day(wanted.from) : last.minus({ days: DEFAULT_DAYS - 1 });
  const days = Math.round(last.diff(first, 'days').days) + 1;
  if (days < 1) return { problems: [{ field: 'to', code: 'periodBackwards' }] };
  if (days > MAX_DAYS) return { problems: [{ field: 'from', code: 'periodTooLong', params: { days: MAX_DAYS } }] };
  const step = wanted.step ?? usualStep(days);
  const end = last.plus({ days: 1 }).startOf('day');
  const periods: LocalPeriod[] = [];
  for (let from = first; from < end; ) {
    const next = DateTime.min(from.startOf(step).plus({ [step]: 1 }).startOf('day'), end);
    periods.push({ from: local(from), to: local(next.minus({ days: 1 })), endsAt: iso(next) });
    from = next;
  }
  if (periods.length > MAX_PERIODS) return { problems: [{ field: 'step', code: 'tooManySteps', params: { steps: periods.length, max: MAX_PERIODS } }] };
  return { startsAt: iso(first), endsAt: iso(end), step, periods };
}
