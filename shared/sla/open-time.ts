import { once } from '../kernel';
import type { Calendar } from './calendar';
import { compilerOf, instantAfter, lastBelow, openBefore, openWithin, uniteChunks, type OpenChunk } from './calendar-compile';
import { append, CHUNK, chunkOf, DAY, instantsOf, type Stretch } from './calendar-zone';

/** When a calendar is open, exactly (domain.md 5.2, rule 2). Instants are milliseconds since 1970, UTC. */
export interface OpenTime {
  /** Open milliseconds in `[from, to)`; 0 when `to` is not after `from`. */
  between(from: number, to: number): number;
  /**
   * The earliest instant with `openMs` of open time after `from`, so a target that ends at closing time is due at closing
   * (rule 6); `from` itself for nothing. Undefined when the calendar does not open that much within the horizon.
   */
  after(from: number, openMs: number): number | undefined;
  /** Open stretches within `[from, to)`, cut to it, in order. */
  intervals(from: number, to: number): readonly Stretch[];
  /**
   * Close of the n-th business day (rule 16), counting the day of `from` when it still opens; undefined when there is none
   * within the horizon. Days are local dates of the calendar's zone: a night shift closes at midnight and opens again.
   */
  closeOfDay(from: number, n: number): number | undefined;
  /** Is there no open time at all within the horizon? */
  neverOpens(from: number): boolean;
}

/** A calendar that has not opened for this long counts as never opening: nobody is promised anything beyond. */
const HORIZON = 20 * CHUNK;
/** Local dates are worked through this many at a time. */
const DAYS_AT_ONCE = 366;

function remembered<T>(compute: (index: number) => T): (index: number) => T {
  const known = new Map<number, T>();
  return (index) => {
    let value = known.get(index);
    if (value === undefined) known.set(index, (value = compute(index)));
    return value;
  };
}

function createOpenTime(zone: string, chunkAt: (chunk: number) => OpenChunk): OpenTime {
  const closesAt = remembered(closesOf);

  /** Closing instants of the business days among some local dates, in order. */
  function closesOf(block: number): Float64Array {
    const closes: number[] = [];
    for (let day = block * DAYS_AT_ONCE; day < (block + 1) * DAYS_AT_ONCE; day += 1) {
      const open = instantsOf(zone, day * DAY, (day + 1) * DAY).flatMap(({ from, to }) => intervals(from, to));
      const close = open.at(-1)?.to;
      if (close !== undefined) closes.push(close);
    }
    return Float64Array.from(closes);
  }

  function between(from: number, to: number): number {
    if (to <= from) return 0;
    const first = chunkOf(from);
    const last = chunkOf(to);
    let open = -openBefore(chunkAt(first), from);
    for (let chunk = first; chunk < last; chunk += 1) open += chunkAt(chunk).total;
    return open + openBefore(chunkAt(last), to);
  }

  function after(from: number, openMs: number): number | undefined {
    if (openMs <= 0) return from;
    const latest = from + HORIZON;
    const first = chunkOf(from);
    let left = openMs + openBefore(chunkAt(first), from);
    for (let chunk = first; chunk * CHUNK < latest; chunk += 1) {
      const open = chunkAt(chunk);
      if (left <= open.total) {
        const reached = instantAfter(open, left);
        return reached <= latest ? reached : undefined;
      }
      left -= open.total;
    }
    return undefined;
  }

  function intervals(from: number, to: number): readonly Stretch[] {
    const found: Stretch[] = [];
    for (let chunk = chunkOf(from); chunk * CHUNK < to; chunk += 1) {
      for (const stretch of openWithin(chunkAt(chunk), from, to)) append(found, stretch);
    }
    return found;
  }

  function closeOfDay(from: number, n: number): number | undefined {
    const latest = from + HORIZON;
    let left = n;
    // The local date of an instant is at most two days from its date in UTC.
    for (let block = Math.floor((from / DAY - 2) / DAYS_AT_ONCE); block * DAYS_AT_ONCE * DAY < latest; block += 1) {
      const closes = closesAt(block);
      const past = lastBelow(closes, from + 1) + 1;
      const close = closes[past + left - 1];
      if (close !== undefined) return close <= latest ? close : undefined;
      left -= closes.length - past;
    }
    return undefined;
  }

  return { between, after, intervals, closeOfDay, neverOpens: (from) => after(from, 1) === undefined };
}

interface Union {
  readonly members: readonly Calendar[];
  readonly time: OpenTime;
}

const unions = new WeakMap<Calendar, Union>();

const chunksOf = once((calendar: Calendar): ((chunk: number) => OpenChunk) => remembered(compilerOf(calendar)));
const single = once((calendar: Calendar): OpenTime => createOpenTime(calendar.zone, chunksOf(calendar)));

function unionOf(calendar: Calendar, members: readonly Calendar[]): OpenTime {
  const known = unions.get(calendar);
  if (known && known.members.length === members.length && known.members.every((entry, index) => entry === members[index])) return known.time;
  const chunks = members.map((entry) => chunksOf(entry));
  const time = createOpenTime(calendar.zone, remembered((chunk) => uniteChunks(chunks.map((chunkAt) => chunkAt(chunk)))));
  unions.set(calendar, { members, time });
  return time;
}

/** Of a union its members count (no union is a member of another); they are open by their own zones. */
const isMember = (calendar: Calendar | undefined): calendar is Calendar => calendar !== undefined && !calendar.memberIds;

/**
 * The open time of a calendar, worked out as far as it is asked for. Memoised by the calendar object and those of its
 * members: a changed calendar is a new object. A zone that does not exist never opens.
 */
export function openTimeOf(calendar: Calendar, member: (id: string) => Calendar | undefined): OpenTime {
  if (calendar.memberIds) return unionOf(calendar, calendar.memberIds.map(member).filter(isMember));
  return single(calendar);
}
