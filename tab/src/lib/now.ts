import { exactTime, relativeTime, shortTime } from '../../../shared/strings/dates';
import { createStore, useStore } from './store';
import { useSession } from './session';

const TICK_MS = 20_000;

/** The present as an ISO instant; pages draw again when it ticks. */
const now = createStore(new Date().toISOString());
const tick = (): void => now.set(new Date().toISOString());

setInterval(tick, TICK_MS);
document.addEventListener('visibilitychange', tick);

export function useNow(): string {
  return useStore(now);
}

export interface Dates {
  /** "2 hours ago". */
  relative(at: string): string;
  /** "Fri, Nov 20, 2026, 5:30 PM". */
  exact(at: string): string;
  /** "Fri, Nov 20, 5:30 PM". */
  short(at: string): string;
  readonly now: string;
}

/** Instants in the reader's language and zone. */
export function useDates(): Dates {
  const { language, zone } = useSession();
  const present = useNow();
  return {
    now: present,
    // Something that just happened is never in the future, whatever the two clocks say.
    relative: (at) => relativeTime(at > present && Date.parse(at) - Date.parse(present) < TICK_MS * 2 ? present : at, present, language),
    exact: (at) => exactTime(at, language, zone),
    short: (at) => shortTime(at, language, zone),
  };
}
