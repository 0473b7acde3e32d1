import { iso, type Stretch } from '../sla';
import { causesOf, type Cause } from './causes';
import type { ChangeCalendar } from './change-calendar';
import type { Obstacle, Part } from './obstacles';
import type { Collision, PlannedWork } from './schedule-views';

const inOrder = (a: Collision, b: Collision): number =>
  Number(a.severity === 'warn') - Number(b.severity === 'warn') || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) || (a.key < b.key ? -1 : 1);

/** Which of these causes are collisions for work in this window: freezes first, then in the order of time. */
export function collisionsAmong(causes: readonly Cause[], { from, to }: Stretch): readonly Collision[] {
  // One freeze is the obstacle of many items.
  const parts = new Map<Obstacle, Part | undefined>();
  const partOf = (obstacle: Obstacle): Part | undefined => {
    if (!parts.has(obstacle)) parts.set(obstacle, obstacle.part(from, to));
    return parts.get(obstacle);
  };
  const found: Collision[] = [];
  for (const { collision, obstacle } of causes) {
    const part = partOf(obstacle);
    if (part) found.push({ ...collision, from: iso(part.from), to: iso(part.to), ...(part.until !== undefined && { until: iso(part.until) }) });
  }
  return found.sort(inOrder);
}

/** Every reason why this work should not be done in its window; none for a window that takes no time. */
export function collisionsOf(calendar: ChangeCalendar, work: PlannedWork, now: string): readonly Collision[] {
  const window = { from: Date.parse(work.from), to: Date.parse(work.to) };
  if (!(window.from < window.to)) return [];
  return collisionsAmong(causesOf(calendar, work, window, Date.parse(now)), window);
}
