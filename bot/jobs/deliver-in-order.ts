import type { ClaimedDelivery, Delivery, DueDelivery } from '../../shared/app';
import { inSpan } from '../telemetry';
import { sumAtOnce } from './at-once';
import type { JobDeps } from './job';

/** Places written to at the same time; within one place everything goes one after the other, in the order it happened. */
const PLACES_AT_ONCE = 8;

/** Nothing is given up before so many tries: nobody may have been there to try for most of the time. */
const FEWEST_TRIES = 20;
/** After its turn a place stands behind the others. */
const NEXT_TURN_MS = 1_000;

/** What an error means for a delivery. */
export interface Verdict {
  /** The same will never be taken. */
  readonly isFinal: boolean;
  readonly retryAfterMs?: number | undefined;
}

export interface Delivering {
  /** Makes one delivery that is claimed, and ends it. Throws when it has to be tried again, or cannot be made. */
  readonly send: (claimed: ClaimedDelivery) => Promise<void>;
  readonly placeOf: (due: DueDelivery) => string;
  /** Two deliveries about one record as one, or undefined; absent: each is made by itself. */
  readonly join?: (first: Delivery, second: Delivery) => Promise<Delivery | undefined>;
  /** What is not due yet and must not be overtaken by what happened later, whichever instance is at it; absent: it may be. */
  readonly notYetDue?: () => Promise<readonly DueDelivery[]>;
  /** undefined: nobody expected this error. */
  readonly verdictOn: (error: unknown) => Verdict | undefined;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  readonly giveUpAfterMs: number;
  /** How long at most a place is left alone for what it did not take, unless it asks for more: the next message may be taken. */
  readonly longestWaitMs: number;
  /** How long one place is written to in one go while others may have to wait for their turn; absent: until all is said. */
  readonly longestTurnMs?: number;
}

/** Makes what is due, in order at each place, at least once: what was sent is noted right after sending, and only a crash in between repeats it. */
export function createDeliverInOrder({ app, log, deliveries, leaseMs, isStopping = () => false }: JobDeps, by: Delivering): (due: readonly DueDelivery[]) => Promise<number> {
  /** Places that were too busy, and until when: what comes later must not overtake what waits there. */
  const waits = new Map<string, number>();

  /** Puts a delivery off, or gives it up. Returns until when its place is left alone. */
  async function settle(claimed: ClaimedDelivery, error: unknown): Promise<number | undefined> {
    const { delivery } = claimed;
    const now = app.clock.now().getTime();
    const verdict = by.verdictOn(error);
    const reason = (error as Error).message.slice(0, 500);
    const note = { err: error, recordId: delivery.recordId, delivery: delivery.id, attempts: delivery.attempts };
    if (verdict) log.warn(note, 'delivery not made');
    else log.error(note, 'delivery failed');
    if (verdict?.isFinal) {
      await deliveries.finish(claimed, 'failed', { reason });
      return undefined;
    }
    if (delivery.attempts >= FEWEST_TRIES && now - Date.parse(delivery.at) > by.giveUpAfterMs) {
      await deliveries.finish(claimed, 'dead', { reason });
      return undefined;
    }
    const pause = Math.min(by.firstRetryMs * 2 ** (delivery.attempts - 1), by.longestRetryMs);
    const asked = verdict?.retryAfterMs ?? 0;
    await deliveries.postpone(claimed, new Date(now + Math.max(asked, pause)).toISOString(), reason);
    return now + Math.max(asked, Math.min(pause, by.longestWaitMs));
  }

  /** What can be told in the same message, taken from the queue. */
  async function withFollowers(first: ClaimedDelivery, left: DueDelivery[]): Promise<{ readonly delivery: Delivery; readonly others: readonly ClaimedDelivery[] }> {
    let { delivery } = first;
    const others: ClaimedDelivery[] = [];
    for (let next = left[0]; by.join && next?.recordId === delivery.recordId; next = left[0]) {
      const stored = await deliveries.read(next.recordId, next.id);
      const together = stored && (await by.join(delivery, stored));
      const claimed = together && (await deliveries.claim(next, leaseMs));
      if (!together || typeof claimed !== 'object') break;
      left.shift();
      delivery = together;
      others.push(claimed);
    }
    return { delivery, others };
  }

  /**
   * One place, in order. What comes after a message that has to wait, waits with it; what comes after one that another instance
   * is at, is left to the next look.
   */
  async function deliverTo(place: string, queue: readonly DueDelivery[]): Promise<number> {
    let done = 0;
    const left = [...queue];
    const endsAt = performance.now() + (by.longestTurnMs ?? Number.POSITIVE_INFINITY);
    for (let due = left.shift(); due; due = left.shift()) {
      if (performance.now() > endsAt) waits.set(place, app.clock.now().getTime() + NEXT_TURN_MS);
      if (isStopping()) break;
      const claimed = await deliveries.claim(due, leaseMs);
      if (claimed === 'done') continue;
      if (claimed === 'elsewhere') break;
      done += 1;
      const waitUntil = waits.get(place) ?? 0;
      if (waitUntil > app.clock.now().getTime()) {
        await deliveries.putBack(claimed, new Date(waitUntil).toISOString(), 'behind an earlier message');
        continue;
      }
      waits.delete(place);
      const { delivery, others } = await withFollowers(claimed, left);
      done += others.length;
      try {
        await inSpan(`deliver ${delivery.target.to}`, { attributes: { 'bellhop.record': delivery.recordId } }, () => by.send({ ...claimed, delivery }));
        for (const other of others) await deliveries.endLike(other, claimed.delivery);
      } catch (error) {
        for (const each of [claimed, ...others]) {
          const retryAt = await settle(each, error);
          if (retryAt !== undefined) waits.set(place, retryAt);
        }
      }
    }
    return done;
  }

  return async (due) => {
    const held = due.length > 0 && by.notYetDue ? byPlace(await by.notYetDue(), by.placeOf) : undefined;
    return sumAtOnce([...byPlace(due, by.placeOf)], PLACES_AT_ONCE, ([place, queue]) => {
      const [first] = held?.get(place) ?? [];
      return deliverTo(place, first ? queue.filter((entry) => asItHappened(entry, first) < 0) : queue);
    });
  };
}

const asItHappened = (left: DueDelivery, right: DueDelivery): number => {
  const [one, other] = [left, right].map(({ at, recordId, id }) => `${at} ${recordId} ${id}`) as [string, string];
  return one < other ? -1 : Number(one > other);
};

/** By place, each in the order in which it happened. */
function byPlace(queue: readonly DueDelivery[], placeOf: Delivering['placeOf']): Map<string, DueDelivery[]> {
  const places = new Map<string, DueDelivery[]>();
  for (const entry of [...queue].sort(asItHappened)) {
    const place = places.get(placeOf(entry));
    if (place) place.push(entry);
    else places.set(placeOf(entry), [entry]);
  }
  return places;
}
