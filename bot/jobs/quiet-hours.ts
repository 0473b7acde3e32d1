import { DateTime } from 'luxon';
import type { DeliveryPlan } from '../../shared/app';
import type { Person } from '../../shared/people';

/** The end of the quiet hours in which somebody is at `now`, ISO instants; undefined: they are not. */
export function quietUntil({ quietFrom, quietTo, zone }: Pick<Person, 'quietFrom' | 'quietTo' | 'zone'>, now: string): string | undefined {
  if (!quietFrom || !quietTo) return undefined;
  const here = DateTime.fromISO(now, { zone: zone ?? 'UTC' });
  if (!here.isValid) return undefined;
  const time = here.toFormat('HH:mm');
  const isOverNight = quietFrom > quietTo;
  const isQuiet = isOverNight ? time >= quietFrom || time < quietTo : time >= quietFrom && time < quietTo;
  if (!isQuiet) return undefined;
  const [hour, minute] = quietTo.split(':').map(Number) as [number, number];
  const end = here.set({ hour, minute, second: 0, millisecond: 0 });
  return (end > here ? end : end.plus({ days: 1 })).toUTC().toISO();
}

/** What goes to somebody's chat waits until their quiet hours are over, unless it is urgent. */
export function afterQuietHours(plan: DeliveryPlan, personOf: (id: string) => Person | undefined, now: string): DeliveryPlan {
  if (plan.target.to !== 'person' || plan.isUrgent) return plan;
  const person = personOf(plan.target.personId);
  const notBefore = person && quietUntil(person, now);
  return notBefore ? { ...plan, notBefore } : plan;
}
