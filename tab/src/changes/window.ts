import { timeRange } from '../../../shared/strings/dates';
import { useNow } from '../lib/now';
import { useSession } from '../lib/session';

/** "Wed, Mar 4, 9:00 – 11:00 PM" in the reader's zone. */
export function useWindowText(): (window: { readonly plannedStart?: string; readonly plannedEnd?: string }) => string | undefined {
  const { language, zone } = useSession();
  const now = useNow();
  return ({ plannedStart, plannedEnd }) => (plannedStart && plannedEnd ? timeRange(plannedStart, plannedEnd, now, language, zone) : undefined);
}
