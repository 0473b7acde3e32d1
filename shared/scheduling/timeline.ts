import { append, CHUNK, chunkOf, DAY, offsetsIn, type Stretch } from '../sla';
import { wallTimes } from './occurrence-times';
import type { Occurrence } from './window-schema';

/** Time is worked through in stretches of this length, so that nobody pays for years that nobody asks for. */
const SPAN = 32 * DAY;
/** Nothing takes place before or after: whoever plans for the year 9999 must not keep everybody waiting. */
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
const KEPT_SPANS = 64;
/** Whoever would have to wait longer than this for an end is not told when it is. */
const PATIENCE = 400 * DAY;

/** When something takes place: stretches that neither touch nor overlap, in order. Instants are milliseconds since 1970, UTC. */
export interface Timeline {
  /** The stretches of `[from, to)`, cut to it. */
  within(from: number, to: number): readonly Stretch[];
  /** The first and the last instant of `[from, to)` at which it takes place, half-open; undefined when it does not. */
  hull(from: number, to: number): Stretch | undefined;
  /** The same for the time in which it does not take place. */
  gapHull(from: number, to: number): Stretch | undefined;
  /** When the stretch ends that this instant is in; undefined when that is too far away. */
  endAfter(instant: number): number | undefined;
  /** When the stretch began that this instant is in, or long before. */
  beginBefore(instant: number): number;
}

type SpanOf = (span: number) => readonly Stretch[];

function remembered(compute: SpanOf): SpanOf {
  const known = new Map<number, readonly Stretch[]>();
  return (span) => {
    let found = known.get(span);
    if (!found) {
      if (known.size >= KEPT_SPANS) known.clear();
      known.set(span, (found = compute(span)));
    }
    return found;
  };
}

/**
 * What the wall clocks of a zone make of these occurrences: nothing in the gap of a spring change, both passes of the hour
 * that an autumn change repeats, as everywhere else (domain.md 5.2, rule 2).
 */
function instantsIn(zone: string, occurrences: readonly Occurrence[], from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let chunk = chunkOf(from); chunk * CHUNK < to; chunk += 1) {
    for (const part of offsetsIn(zone, chunk)) {
      const [begin, end] = [Math.max(part.from, from), Math.min(part.to, to)];
      if (begin >= end) continue;
      for (const wall of wallTimes(occurrences, begin + part.offset, end + part.offset)) {
        append(found, { from: Math.max(begin, wall.from - part.offset), to: Math.min(end, wall.to - part.offset) });
      }
    }
  }
  return found;
}

/** Position of the first stretch that ends after an instant. */
function firstAfter(stretches: readonly Stretch[], instant: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Stretch).to > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

function createTimeline(spanOf: SpanOf): Timeline {
  const spanAt = (instant: number): number => Math.floor(instant / SPAN);
  const clip = (from: number, to: number): Stretch => ({ from: Math.max(from, EARLIEST), to: Math.min(to, LATEST) });

  /** The first instant from `from` on, and before `to`, at which it takes place. */
  function nextStart(from: number, to: number): number | undefined {
    const end = Math.min(to, LATEST);
    for (let span = spanAt(Math.max(from, EARLIEST)); span * SPAN < end; span += 1) {
      const stretches = spanOf(span);
      const next = stretches[firstAfter(stretches, from)];
      if (next) return next.from < end ? Math.max(next.from, from) : undefined;
    }
    return undefined;
  }

  /** The end of the last stretch that begins before `to`, cut to it; undefined when there is none after `from`. */
  function previousEnd(from: number, to: number): number | undefined {
    const begin = Math.max(from, EARLIEST);
    for (let span = spanAt(Math.min(to, LATEST) - 1); (span + 1) * SPAN > begin; span -= 1) {
      const stretches = spanOf(span);
      const after = firstAfter(stretches, to - 1);
      const last = (stretches[after]?.from ?? to) < to ? stretches[after] : stretches[after - 1];
      if (last) return last.to > begin ? Math.min(last.to, to) : undefined;
    }
    return undefined;
  }

  /** Where the stretch ends that `from` is in, as far as `to`; `from` itself when it is in none. */
  function coveredUntil(from: number, to: number): number {
    let at = from;
    while (at < to && at >= EARLIEST && at < LATEST) {
      const stretches = spanOf(spanAt(at));
      const next = stretches[firstAfter(stretches, at)];
      if (!next || next.from > at) break;
      at = next.to;
    }
    return Math.min(at, to);
  }

  /** Where the stretch begins that ends at `to` or holds it, as far as `from`; `to` itself when there is none. */
  function coveredFrom(from: number, to: number): number {
    let at = to;
    while (at > from && at > EARLIEST && at <= LATEST) {
      const stretches = spanOf(spanAt(at - 1));
      const before = stretches[firstAfter(stretches, at - 1)];
      if (!before || before.from >= at) break;
      at = before.from;
    }
    return Math.max(at, from);
  }

  return {
    within(from, to) {
      const range = clip(from, to);
      const found: Stretch[] = [];
      for (let span = spanAt(range.from); span * SPAN < range.to; span += 1) {
        const stretches = spanOf(span);
        for (let index = firstAfter(stretches, range.from); index < stretches.length; index += 1) {
          const stretch = stretches[index] as Stretch;
          if (stretch.from >= range.to) break;
          append(found, { from: Math.max(stretch.from, range.from), to: Math.min(stretch.to, range.to) });
        }
      }
      return found;
    },
    hull(from, to) {
      const begin = nextStart(from, to);
      return begin === undefined ? undefined : { from: begin, to: previousEnd(begin, to) ?? to };
    },
    gapHull(from, to) {
      const begin = coveredUntil(from, to);
      return begin < to ? { from: begin, to: coveredFrom(begin, to) } : undefined;
    },
    endAfter(instant) {
      const end = coveredUntil(instant, instant + PATIENCE);
      return end < instant + PATIENCE ? end : undefined;
    },
    beginBefore: (instant) => coveredFrom(instant - PATIENCE, instant),
  };
}

/** When occurrences take place by the wall clocks of their zone. */
export function timelineOf(zone: string, occurrences: readonly Occurrence[]): Timeline {
  return createTimeline(remembered((span) => instantsIn(zone, occurrences, span * SPAN, (span + 1) * SPAN)));
}

/** Whenever any of several takes place. */
export function uniteTimelines(timelines: readonly Timeline[]): Timeline {
  const [only] = timelines;
  if (only && timelines.length === 1) return only;
  return createTimeline(
    remembered((span) => {
      const all = timelines.flatMap((timeline) => timeline.within(span * SPAN, (span + 1) * SPAN));
      const united: Stretch[] = [];
      for (const stretch of all.sort((a, b) => a.from - b.from)) append(united, stretch);
      return united;
    }),
  );
}
