import type { CollisionView } from '../../../shared/changes/change-views';
import type { SlotsView } from '../../../shared/changes/planning-views';

const MINUTE_MS = 60_000;
const SHOWN = 3;

export interface Blocking {
  readonly collision: CollisionView;
  /** For how long it forbids to begin. */
  readonly minutes: number;
}

/** What forbids the most time, so that people know what to change: the same cause is counted over all its stretches. */
export function mostBlocking(refused: SlotsView['refused'], count = SHOWN): readonly Blocking[] {
  const found = new Map<string, Blocking>();
  for (const { from, to, collisions } of refused) {
    const minutes = (Date.parse(to) - Date.parse(from)) / MINUTE_MS;
    for (const key of new Set(collisions.map((collision) => collision.key))) {
      const collision = collisions.find((entry) => entry.key === key);
      if (collision) found.set(key, { collision: found.get(key)?.collision ?? collision, minutes: (found.get(key)?.minutes ?? 0) + minutes });
    }
  }
  return [...found.values()].sort((left, right) => right.minutes - left.minutes).slice(0, count);
}
