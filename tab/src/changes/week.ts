import { fromWallTime, toWallTime } from '../lib/zone';

const DAY_MS = 86_400_000;

/** Monday of the week that `now` lies in, and the one after, as instants at midnight of the zone. */
export function weekOf(now: string, zone: string): { readonly from: string; readonly until: string } {
  const today = new Date(`${toWallTime(now, zone).slice(0, 10)}T00:00:00Z`);
  const monday = today.getTime() - ((today.getUTCDay() + 6) % 7) * DAY_MS;
  const midnight = (day: number): string => fromWallTime(`${new Date(day).toISOString().slice(0, 10)}T00:00`, zone) ?? now;
  return { from: midnight(monday), until: midnight(monday + 7 * DAY_MS) };
}
