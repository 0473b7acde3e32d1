import { DateTime } from 'luxon';
import type { Calendar } from './calendar';
import type { Weekday } from './calendar-schema';
import type { OpenCalendar } from './service-levels';

/** Why no time counts in a stretch in which the calendar is closed. */
export type ClosedReason =
  | { readonly kind: 'night' | 'break' | 'weekend' | 'closedDay' | 'outsideHours' }
  | { readonly kind: 'holiday'; readonly name?: string };

/** Nobody reads more reasons than this; a calendar that opens so rarely is explained by its name. */
const MAX_DAYS = 60;
const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Days that are a weekend somewhere: a closed Wednesday is none. */
const WEEKEND: ReadonlySet<Weekday> = new Set(['fri', 'sat', 'sun']);

function holidayOn(calendars: readonly Calendar[], date: string): ClosedReason | undefined {
  const named = calendars.find((calendar) => calendar.holidays?.includes(date) && !calendar.overrides?.[date]);
  if (!named) return undefined;
  const name = named.holidayNames?.[date];
  return { kind: 'holiday', ...(name && { name }) };
}

function closedDay(calendars: readonly Calendar[], day: DateTime): ClosedReason {
  const weekday = WEEKDAYS[day.weekday - 1] as Weekday;
  const isByPattern = calendars.every((calendar) => (calendar.weekly[weekday] ?? []).length === 0);
  if (isByPattern) return { kind: WEEKEND.has(weekday) ? 'weekend' : 'closedDay' };
  return holidayOn(calendars, day.toISODate() ?? '') ?? { kind: 'closedDay' };
}

/** Is the calendar open both before and after this, on the same local date? */
function isBreak({ calendar, time }: OpenCalendar, from: number, to: number): boolean {
  const day = DateTime.fromMillis(from, { zone: calendar.zone }).startOf('day');
  const start = day.toMillis();
  const end = day.plus({ days: 1 }).toMillis();
  return to < end && time.between(start, from) > 0 && time.between(to, end) > 0;
}

/**
 * The reasons for a stretch in which the calendar is closed, in order, each once: weekend and holidays by their names; when
 * there are none, the night or a break. Dates are those of the calendar's zone.
 */
export function closedReasons(open: OpenCalendar, members: readonly Calendar[], from: number, to: number): readonly ClosedReason[] {
  const { calendar, time } = open;
  const calendars = members.length > 0 ? members : [calendar];
  const reasons = new Map<string, ClosedReason>();
  let day = DateTime.fromMillis(from, { zone: calendar.zone }).startOf('day');
  for (let count = 0; day.toMillis() < to && count < MAX_DAYS; count += 1) {
    const next = day.plus({ days: 1 });
    if (time.between(day.toMillis(), next.toMillis()) === 0) {
      const reason = closedDay(calendars, day);
      reasons.set(JSON.stringify(reason), reason);
    }
    day = next;
  }
  if (reasons.size > 0) return [...reasons.values()];
  if (isBreak(open, from, to)) return [{ kind: 'break' }];
  const isOneDay = DateTime.fromMillis(from, { zone: calendar.zone }).hasSame(DateTime.fromMillis(to - 1, { zone: calendar.zone }), 'day');
  return [{ kind: isOneDay ? 'outsideHours' : 'night' }];
}
