import { DAY, iso, MINUTE, type Stretch } from '../sla';
import { causesOf, type Cause } from './causes';
import type { ChangeCalendar } from './change-calendar';
import { collisionsAmong } from './collisions';
import type { Obstacle } from './obstacles';
import type { RefusedStretch, Slot, SlotRequest, SlotSearch } from './schedule-views';

const MAX_DAYS = 90;
const MAX_SLOTS = 100;
/** Who hears of two hundred reasons for one stretch needs no more, and of five thousand altogether neither. */
const MAX_TOLD = 200;
const MAX_TOLD_TOGETHER = 5_000;

/** Work starts at whole minutes: `[from, to)`, counted since 1970. */
type Minutes = Stretch;

interface Edge {
  readonly at: number;
  readonly cause: number;
  readonly begins: boolean;
}

/** A stretch of starts with what blocks all of them. */
interface Segment extends Minutes {
  readonly causes: readonly number[];
}

/** The whole minutes within open intervals of milliseconds, in order; those that touch or overlap become one. */
function minutesWithin(open: readonly Stretch[], { from: first, to: end }: Minutes): readonly Minutes[] {
  const found: Minutes[] = [];
  for (const { from, to } of [...open].sort((a, b) => a.from - b.from)) {
    const minutes = { from: Math.max(first, Math.floor(from / MINUTE) + 1), to: Math.min(end, Math.ceil(to / MINUTE)) };
    if (minutes.from >= minutes.to) continue;
    const last = found.at(-1);
    if (last && last.to >= minutes.from) found[found.length - 1] = { from: last.from, to: Math.max(last.to, minutes.to) };
    else found.push(minutes);
  }
  return found;
}

/** Where causes begin and end to block, in order. */
function edgesOf(causes: readonly Cause[], starts: Minutes, length: number): readonly Edge[] {
  const known = new Map<Obstacle, readonly Minutes[]>();
  const refusedBy = (obstacle: Obstacle): readonly Minutes[] => {
    let refused = known.get(obstacle);
    if (!refused) {
      const open = obstacle.refusedStarts(starts.from * MINUTE, (starts.to - 1) * MINUTE, length);
      known.set(obstacle, (refused = minutesWithin(open, starts)));
    }
    return refused;
  };
  const edges = causes.flatMap(({ obstacle }, cause) =>
    refusedBy(obstacle).flatMap(({ from, to }): readonly Edge[] => [{ at: from, cause, begins: true }, { at: to, cause, begins: false }]),
  );
  return edges.sort((a, b) => a.at - b.at);
}

/**
 * Sweeps over the edges: between two of them the same causes block, and where there is none, work may start. The set of causes
 * is always the same one: whoever wants to keep it takes a copy.
 */
function* sweep(edges: readonly Edge[], starts: Minutes): Iterable<Minutes & { readonly active: ReadonlySet<number> }> {
  const active = new Set<number>();
  let at = starts.from;
  let next = 0;
  while (at < starts.to) {
    for (let edge = edges[next]; edge && edge.at <= at; edge = edges[(next += 1)]) {
      if (edge.begins) active.add(edge.cause);
      else active.delete(edge.cause);
    }
    const to = edges[next]?.at ?? starts.to;
    yield { from: at, to, active };
    at = to;
  }
}

/** The minutes at which the work can start so that it lies between the two instants, at most ninety days apart. */
function startsIn({ earliest, latest }: SlotRequest, length: number): Minutes {
  const begin = Date.parse(earliest);
  const end = Math.min(Date.parse(latest), begin + MAX_DAYS * DAY);
  return { from: Math.ceil(begin / MINUTE), to: Math.floor((end - length) / MINUTE) + 1 };
}

/** The earliest windows without any collision, and what blocks the time before the last of them. */
export function findSlots(calendar: ChangeCalendar, request: SlotRequest, now: string): SlotSearch {
  const length = Math.max(Math.ceil(request.minutes), 1) * MINUTE;
  const starts = startsIn(request, length);
  const wanted = Math.min(Math.max(Math.floor(request.count) || 1, 1), MAX_SLOTS);
  // Also where an instant or a number cannot be read.
  if (!(starts.from < starts.to)) return { slots: [], refused: [] };
  const range = { from: starts.from * MINUTE, to: (starts.to - 1) * MINUTE + length };
  const causes = causesOf(calendar, request.work, range, Date.parse(now));
  const slots: Slot[] = [];
  const refused: Segment[] = [];
  let before = 0;
  let told = 0;
  for (const { from, to, active } of sweep(edgesOf(causes, starts, length), starts)) {
    if (active.size > 0) {
      // Causes are in the order of their weight.
      told += Math.min(active.size, MAX_TOLD);
      if (told <= MAX_TOLD_TOGETHER) refused.push({ from, to, causes: [...active].sort((a, b) => a - b).slice(0, MAX_TOLD) });
      continue;
    }
    const [start, latestStart] = [from * MINUTE, (to - 1) * MINUTE];
    slots.push({ from: iso(start), to: iso(start + length), latestStart: iso(latestStart), freeUntil: iso(latestStart + length) });
    before = refused.length;
    if (slots.length >= wanted) break;
  }
  const tell = ({ from, to, causes: blocking }: Segment): RefusedStretch => {
    const window = { from: from * MINUTE, to: from * MINUTE + length };
    const collisions = collisionsAmong(blocking.map((index) => causes[index] as Cause), window);
    return { from: iso(from * MINUTE), to: iso(to * MINUTE), collisions };
  };
  return { slots, refused: (slots.length > 0 ? refused.slice(0, before) : refused).map(tell) };
}
