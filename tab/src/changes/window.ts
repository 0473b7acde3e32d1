import { timeRange } from '../../../shared/strings/dates';
import { useNow } from '../lib/now';
import { useSession } from '../lib/session';
import { fromWallTime, toWallTime } from '../lib/zone';

const DAY_MS = 86_400_000;

/** Monday of the week that `now` lies in, and the one after, as instants at midnight of the zone. */
export function weekOf(now: string, zone: string): { readonly from: string; readonly until: string } {
  const today = new Date(`${toWallTime(now, zone).slice(0, 10)}T00:00:00Z`);
  const monday = today.getTime() - ((today.getUTCDay() + 6) % 7) * DAY_MS;
  const midnight = (day: number): string => fromWallTime(`${new Date(day).toISOString().slice(0, 10)}T00:00`, zone) ?? now;
  return { from: midnight(monday), until: midnight(monday + 7 * DAY_MS) };
}

/** "Wed, Mar 4, 9:00 – 11:00 PM" in the reader's zone. */
export function useWindowText(): (window: { readonly plannedStart?: string; readonly plannedEnd?: string }) => string | undefined {
  const { language, zone } = useSession();
  const now = useNow();
  return ({ plannedStart, plannedEnd }) => (plannedStart && plannedEnd ? timeRange(plannedStart, plannedEnd, now, language, zone) : undefined);
}
