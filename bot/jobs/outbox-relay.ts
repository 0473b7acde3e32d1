import { rowKey, type ClaimedDelivery, type OutboxEntry, type StoredHead } from '../../shared/app';
import type { StoredRow } from '../../shared/storage';
import { SendError, type SendProblem } from '../teams';
import { sumAtOnce } from './at-once';
import { createChannelPeople } from './channel-people';
import { deliveriesFor } from './delivery-rules';
import type { Job, JobDeps } from './job';
import { reactTo } from './reactions';
import { createSendDelivery } from './send-delivery';

/** Places written to at the same time; within one place everything goes one after the other, in the order it happened. */
const PLACES_AT_ONCE = 8;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 5 * 60_000;
/** Given up after a day and so many tries, which take an hour at least: nobody may have been there to try for most of that day. */
const GIVE_UP_AFTER_MS = 24 * 60 * 60_000;
const FEWEST_TRIES = 20;
/** The same message will never be taken. */
const FINAL: readonly SendProblem[] = ['gone', 'refused', 'tooLarge'];

/**
 * From what was committed to what people are told (architecture.md, promise 5): outbox entries become deliveries, deliveries
 * become messages. At least once: what was sent is noted right after sending, and only a crash in between repeats it.
 */
export function outboxRelayJob(deps: JobDeps): Job {
  const { app, log, deliveries, leaseMs } = deps;
  const send = createSendDelivery(deps, createChannelPeople(deps));
  /** Places that were too busy, and until when: what comes later must not overtake what waits there. */
  const waits = new Map<string, number>();

  async function expand(stored: StoredRow): Promise<number> {
    const entry = stored.data as OutboxEntry;
    try {
      await reactTo(app, entry);
      await app.automation.react(entry);
      const head = (await app.storage.get(app.partition, rowKey.head(entry.id)))?.data as StoredHead | undefined;
      await deliveries.expand(stored, head ? deliveriesFor(entry, head.record, app.desk.directory) : []);
      return 1;
    } catch (error) {
      // It stays in the outbox; the others must not wait for it.
      log.error({ err: error, row: stored.row }, 'outbox entry not expanded');
      return 0;
    }
  }

  /** Puts a delivery off, or gives it up. Returns until when its place is left alone. */
  async function settle(claimed: ClaimedDelivery, error: unknown): Promise<number | undefined> {
    const { delivery } = claimed;
    const now = app.clock.now().getTime();
    const sendError = error instanceof SendError ? error : undefined;
    const reason = (error as Error).message.slice(0, 500);
    const note = { err: error, recordId: delivery.recordId, delivery: delivery.id, attempts: delivery.attempts };
    if (sendError) log.warn(note, 'delivery not made');
    else log.error(note, 'delivery failed');
    if (sendError && FINAL.includes(sendError.problem)) {
      await deliveries.finish(claimed, 'failed', { reason });
      return undefined;
    }
    if (delivery.attempts >= FEWEST_TRIES && now - Date.parse(delivery.at) > GIVE_UP_AFTER_MS) {
      await deliveries.finish(claimed, 'dead', { reason });
      return undefined;
    }
    const pause = Math.min(FIRST_RETRY_MS * 2 ** (delivery.attempts - 1), LONGEST_RETRY_MS);
    const retryAt = now + Math.max(sendError?.retryAfterMs ?? 0, pause);
    await deliveries.postpone(claimed, new Date(retryAt).toISOString(), reason);
    return retryAt;
  }

  /** One place, in order. What comes after a message that has to wait, waits with it. */
  async function deliverTo(place: string, queue: readonly Due[]): Promise<number> {
    let done = 0;
    for (const due of queue) {
      const claimed = await deliveries.claim(due, leaseMs);
      if (!claimed) continue;
      done += 1;
      const waitUntil = waits.get(place) ?? 0;
      if (waitUntil > app.clock.now().getTime()) {
        await deliveries.postpone(claimed, new Date(waitUntil).toISOString(), 'behind an earlier message');
        continue;
      }
      waits.delete(place);
      try {
        await send(claimed);
      } catch (error) {
        const retryAt = await settle(claimed, error);
        if (retryAt !== undefined) waits.set(place, retryAt);
      }
    }
    return done;
  }

  return {
    name: 'outbox-relay',
    everyMs: 1_000,
    async runOnce() {
      let done = 0;
      const entries = await deliveries.outbox();
      // Who is told is looked up in memory. Of two instances that tell of what happened at the same moment on both, a question
      // and who stands in for whoever is asked, the later one knows both.
      if (entries.length > 0) await app.followFeed();
      for (const entry of entries) done += await expand(entry);
      const places = [...groupByPlace(await deliveries.due())];
      return done + (await sumAtOnce(places, PLACES_AT_ONCE, ([place, queue]) => deliverTo(place, queue)));
    },
  };
}

interface Due {
  readonly row: string;
  readonly recordId: string;
  readonly id: string;
}

/** The id of a delivery is the number of its event and the place it goes to; cards and threads are places of their record. */
function placeOf({ recordId, id }: Due): string {
  const place = id.slice(id.indexOf('-') + 1);
  // A card and words for one channel keep their order.
  return place.startsWith('PER') || place.startsWith('GRP') ? (place.split('-')[0] as string) : `${recordId} ${place === 'thread' ? place : 'cards'}`;
}

/** By place, each in the order of the queue. */
function groupByPlace(due: readonly Due[]): Map<string, Due[]> {
  const places = new Map<string, Due[]>();
  for (const entry of due) {
    const place = places.get(placeOf(entry));
    if (place) place.push(entry);
    else places.set(placeOf(entry), [entry]);
  }
  return places;
}
