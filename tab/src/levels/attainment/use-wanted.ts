import { ATTAINMENT_GROUPINGS } from '../../../../shared/sla/attainment-views';
import { METRICS } from '../../../../shared/sla/agreement-schema';
import { useNow } from '../../lib/now';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { toWallTime } from '../../lib/zone';
import type { Wanted } from './use-attainment';

export const DEFAULT_DAYS = 90;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** The local date so many days before another. */
function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}

/** What the address asks for; the last 90 days by priority unless it says otherwise. */
export function useWanted(query: URLSearchParams): Wanted {
  const { zone } = useSession();
  const today = toWallTime(useNow(), zone).slice(0, 10);
  const from = query.get('from') ?? '';
  const to = query.get('to') ?? '';
  const days = Number(query.get('days')) || DEFAULT_DAYS;
  const isRange = DATE.test(from) && DATE.test(to);
  const metric = METRICS.find((name) => name === query.get('metric'));
  return {
    from: isRange ? from : daysBefore(today, days - 1),
    to: isRange ? to : today,
    by: ATTAINMENT_GROUPINGS.find((name) => name === query.get('by')) ?? 'priority',
    ...(metric && { metric }),
  };
}

/** Puts some of it into the address; an empty text takes it away. */
export function changeWanted(changes: Readonly<Record<string, string>>): void {
  const [, words = ''] = window.location.hash.split('?');
  const query = new URLSearchParams(words);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  navigate(href('levels', 'attainment', query), true);
}
