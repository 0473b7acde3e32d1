import { IANAZone } from 'luxon';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
/** Time is worked through in stretches of this length, counted from 1970: about a year, found without knowing dates. */
export const CHUNK = 365.25 * DAY;
/** Nothing is open before 1900 or from 2200 on: whoever types such a year must not keep everybody waiting. */
const FIRST_CHUNK = -70;
const END_CHUNK = 230;
/** Offsets are looked up this often to find where they change. Since 1970 no zone changed twice within a week. */
const STEP = 2 * DAY;
/** No wall clock is further from UTC than this, and no change of the date line moved one further. */
const WIDEST_OFFSET = DAY + 2 * 60 * MINUTE;

/** Instants in milliseconds since 1970, half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of time during which wall clocks of a zone differ from UTC by the same `offset`, in milliseconds. */
export interface OffsetStretch extends Stretch {
  readonly offset: number;
}

export const chunkOf = (instant: number): number => Math.floor(instant / CHUNK);

const known = new Map<string, Map<number, readonly OffsetStretch[]>>();

/** How far wall clocks of a zone are ahead of UTC, in milliseconds. Some offsets before 1972 have seconds. */
export const offsetAt = (zone: string, instant: number): number => Math.round(IANAZone.create(zone).offset(instant) * MINUTE);

/** The instant in `(low, high]` at which the offset begins to differ from the one at `low`. */
function changeBetween(zone: string, low: number, high: number): number {
  const before = offsetAt(zone, low);
  let same = low;
  let other = high;
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(zone, middle) === before) same = middle;
    else other = middle;
  }
  return other;
}

function scan(zone: string, from: number, to: number): readonly OffsetStretch[] {
  const found: OffsetStretch[] = [];
  let begin = from;
  let offset = offsetAt(zone, from);
  for (let at = from; at < to; at += STEP) {
    const next = Math.min(at + STEP, to - 1);
    if (offsetAt(zone, next) === offset) continue;
    const change = changeBetween(zone, at, next);
    found.push({ from: begin, to: change, offset });
    begin = change;
    offset = offsetAt(zone, change);
  }
  return [...found, { from: begin, to, offset }];
}

/** The stretches of constant offset that make up a chunk of time, in order; none for a zone that does not exist, or far away. */
export function offsetsIn(zone: string, chunk: number): readonly OffsetStretch[] {
  if (chunk < FIRST_CHUNK || chunk >= END_CHUNK || !IANAZone.create(zone).isValid) return [];
  const name = zone.toLowerCase();
  let chunks = known.get(name);
  if (!chunks) known.set(name, (chunks = new Map<number, readonly OffsetStretch[]>()));
  let stretches = chunks.get(chunk);
  if (!stretches) chunks.set(chunk, (stretches = scan(zone, chunk * CHUNK, (chunk + 1) * CHUNK)));
  return stretches;
}

/** Adds a stretch that does not begin before the last one; touching and overlapping ones become one. */
export function append(stretches: Stretch[], { from, to }: Stretch): void {
  const last = stretches.at(-1);
  if (!last || last.to < from) stretches.push({ from, to });
  else if (last.to < to) stretches[stretches.length - 1] = { from: last.from, to };
}

/**
 * When the wall clocks of a zone show `[localFrom, localTo)`, given as if they showed UTC: nothing in the gap of a spring
 * change, both passes of the hour that an autumn change repeats (domain.md 5.2, rule 2).
 */
export function instantsOf(zone: string, localFrom: number, localTo: number): readonly Stretch[] {
  const found: Stretch[] = [];
  const last = chunkOf(localTo + WIDEST_OFFSET);
  for (let chunk = chunkOf(localFrom - WIDEST_OFFSET); chunk <= last; chunk += 1) {
    for (const part of offsetsIn(zone, chunk)) {
      const from = Math.max(part.from, localFrom - part.offset);
      const to = Math.min(part.to, localTo - part.offset);
      if (from < to) append(found, { from, to });
    }
  }
  return found;
}
