import type { Stretch } from '../sla';
import type { Booked } from './booking-index';
import type { Timeline } from './timeline';

/** The part of some work's window that is in the way, and when the obstacle itself ends, as far as anybody can tell. */
export interface Part extends Stretch {
  readonly until?: number;
}

/** What stands in the way of work. Instants are milliseconds since 1970. */
export interface Obstacle {
  /** Where work in `[from, to)` runs into it; undefined when it does not. */
  part(from: number, to: number): Part | undefined;
  /** Starts within `[from, to]` from which work of this length runs into it, as open intervals; they may overlap. */
  refusedStarts(from: number, to: number, length: number): readonly Stretch[];
}

/** Another change. */
export function bookingObstacle({ from: begin, to: end }: Booked): Obstacle {
  return {
    part: (from, to) => (begin < to && from < end ? { from: Math.max(from, begin), to: Math.min(to, end), until: end } : undefined),
    refusedStarts: (_from, _to, length) => [{ from: begin - length, to: end }],
  };
}

/** Cuts closed intervals out of open ones; what is left is open again. */
function without(open: readonly Stretch[], closed: readonly Stretch[]): readonly Stretch[] {
  return closed.reduce<readonly Stretch[]>(
    (left, { from, to }) => left.flatMap((stretch) => [{ from: stretch.from, to: Math.min(stretch.to, from) }, { from: Math.max(stretch.from, to), to: stretch.to }].filter((part) => part.from < part.to)),
    open,
  );
}

/** A freeze; work that lies in one of the exempt stretches as a whole does not collide with it. */
export function freezeObstacle(timeline: Timeline, exempt: readonly Stretch[]): Obstacle {
  return {
    part(from, to) {
      if (exempt.some((stretch) => stretch.from <= from && to <= stretch.to)) return undefined;
      const hull = timeline.hull(from, to);
      if (!hull) return undefined;
      const until = timeline.endAfter(hull.to - 1);
      return { ...hull, ...(until !== undefined && { until }) };
    },
    refusedStarts(from, to, length) {
      const frozen = timeline.within(from, to + length).map((stretch) => ({ from: stretch.from - length, to: stretch.to }));
      const free = exempt.map((stretch) => ({ from: stretch.from, to: stretch.to - length })).filter((stretch) => stretch.from <= stretch.to);
      return without(frozen, free);
    },
  };
}

/** Everything outside of maintenance windows. */
export function outsideObstacle(timeline: Timeline): Obstacle {
  return {
    part: (from, to) => timeline.gapHull(from, to),
    refusedStarts(from, to, length) {
      const refused: Stretch[] = [];
      let begin = from - 1;
      for (const stretch of timeline.within(from, to + length)) {
        if (stretch.to - stretch.from < length) continue;
        refused.push({ from: begin, to: stretch.from });
        begin = stretch.to - length;
      }
      return [...refused, { from: begin, to: to + 1 }];
    },
  };
}
