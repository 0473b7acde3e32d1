import { meetsExpected } from '../../../shared/sla';
import type { Vector, VectorCalendar } from '../../../shared/sla/vectors';
import type { BusinessTime } from './libraries';

const STOPS = ['resolved', 'closed'];
const METRICS = ['resolution', 'firstResponse'];
/** What a business-time library has no word for. */
type Reason = 'another metric' | 'a pause' | 'a change of priority' | 'a reopening or a cancelation' | 'a union of calendars' | 'hours of a single date';

/** Why a vector is beyond "add N business minutes" and "business minutes between"; undefined when it is not. */
export function cannotSay({ metric, events, pauseStatuses, targets }: Vector, calendars: ReadonlyMap<string, VectorCalendar>): Reason | undefined {
  const stop = events.findIndex(({ status = '' }) => STOPS.includes(status));
  const isGoingOn = stop >= 0 && events.slice(stop).some(({ status = 'closed' }) => !STOPS.includes(status));
  const used = Object.values(targets).flatMap((target) => (target ? (calendars.get(target.calendar) ?? []) : []));
  if (!METRICS.includes(metric)) return 'another metric';
  if (events.some(({ status }) => pauseStatuses.includes(status ?? ''))) return 'a pause';
  if (events.some(({ type }) => type === 'priority')) return 'a change of priority';
  if (isGoingOn || events.some(({ status }) => status === 'cancelled')) return 'a reopening or a cancelation';
  if (used.some(({ union }) => union)) return 'a union of calendars';
  return used.some(({ overrides }) => Object.keys(overrides).length > 0) ? 'hours of a single date' : undefined;
}

const MINUTE = 60_000;

/**
 * Is what a program with this library would say what the vector expects? The program is given all that such a program could
 * know: when to start and stop, and that exactly at due is met.
 */
export function judge(vector: Vector, calendars: ReadonlyMap<string, VectorCalendar>, make: (calendar: VectorCalendar) => BusinessTime): boolean {
  const { events, metric, targets, expected } = vector;
  const created = events.find(({ type }) => type === 'created');
  const target = targets[created?.priority ?? ''];
  const calendar = target && calendars.get(target.calendar);
  if (!created || !target || !calendar) return false;
  const { add, minutesBetween } = make(calendar);
  const start = Date.parse(created.receivedAt ?? created.at);
  const asOf = Date.parse(vector.asOf);
  const stop = events.find(({ at, status = '', type }) => Date.parse(at) <= asOf && (STOPS.includes(status) || (metric === 'firstResponse' && type === 'agent_reply')));
  const end = Math.max(start, stop ? Date.parse(stop.at) : asOf);
  const due = add(start, target.minutes);
  const elapsedMinutes = end === start ? 0 : minutesBetween(start, end);
  const instant = (ms: number): string => (Number.isNaN(ms) ? '' : new Date(Math.floor(ms / MINUTE) * MINUTE).toISOString());
  const percents = Object.keys(expected.thresholds ?? {});
  return meetsExpected(expected, {
    clock: stop ? 'stopped' : 'running',
    priority: created.priority,
    targetMinutes: target.minutes,
    elapsedMinutes,
    remainingMinutes: target.minutes - elapsedMinutes,
    percentElapsed: Math.floor((elapsedMinutes * 1_000) / target.minutes) / 10,
    dueAt: instant(due),
    breached: end > due,
    breachedAt: end > due ? instant(due) : null,
    thresholds: Object.fromEntries(percents.map((percent) => [percent, instant(add(start, (target.minutes * Number(percent)) / 100))])),
  });
}
