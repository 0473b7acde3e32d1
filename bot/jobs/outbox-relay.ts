import { rowKey, type Delivery, type DueDelivery, type OutboxEntry, type StoredHead } from '../../shared/app';
import type { StoredRow } from '../../shared/storage';
import { SendError, type SendProblem } from '../teams';
import { inSpan } from '../telemetry';
import { createChannelPeople } from './channel-people';
import { createDeliverInOrder } from './deliver-in-order';
import { deliveriesFor } from './delivery-rules';
import type { Job, JobDeps } from './job';
import { afterQuietHours } from './quiet-hours';
import { joinNotices } from './join-notices';
import { reactTo } from './reactions';
import { createSendDelivery } from './send-delivery';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 5 * 60_000;
const GIVE_UP_AFTER_MS = 24 * 60 * 60_000;
/** The same message will never be taken. */
const FINAL: readonly SendProblem[] = ['gone', 'refused', 'tooLarge'];

/**
 * From what was committed to what people are told (architecture.md, promise 5): outbox entries become deliveries, deliveries
 * become messages.
 */
export function outboxRelayJob(deps: JobDeps): Job {
  const { app, log, conversations, deliveries, isStopping = () => false } = deps;
  const deliver = createDeliverInOrder(deps, {
    send: createSendDelivery(deps, createChannelPeople(deps)),
    placeOf,
    join: async (first, second) => ((await hasCard(first)) ? joinNotices(first, second) : undefined),
    notYetDue: async () => (await deliveries.notYetDue(LONGEST_RETRY_MS)).filter((entry) => placeOf(entry) !== cardsOf(entry)),
    verdictOn: (error) => (error instanceof SendError ? { isFinal: FINAL.includes(error.problem), retryAfterMs: error.retryAfterMs } : undefined),
    // A place keeps its order, whatever comes later.
    firstRetryMs: FIRST_RETRY_MS, longestRetryMs: LONGEST_RETRY_MS, giveUpAfterMs: GIVE_UP_AFTER_MS, longestWaitMs: LONGEST_RETRY_MS,
  });

  /** A first card comes by itself: what happened is said below it. */
  async function hasCard({ target, recordId }: Delivery): Promise<boolean> {
    const chat = target.to === 'person' ? await conversations.personal(target.personId) : undefined;
    return chat !== undefined && (await conversations.cardsOf(recordId)).some(({ card }) => card.conversationId === chat.id);
  }

  async function expand(stored: StoredRow): Promise<number> {
    const entry = stored.data as OutboxEntry;
    try {
      await inSpan('outbox entry', { attributes: { 'bellhop.record': entry.id } }, async () => {
        await reactTo(app, entry);
        await app.automation.react(entry);
        const head = (await app.storage.get(app.partition, rowKey.head(entry.id)))?.data as StoredHead | undefined;
        const now = app.clock.now().toISOString();
        const plans = head ? deliveriesFor(entry, head.record, app.desk.directory) : [];
        await deliveries.expand(stored, plans.map((plan) => afterQuietHours(plan, app.desk.directory.person, now)));
      });
      return 1;
    } catch (error) {
      // It stays in the outbox; the others must not wait for it.
      log.error({ err: error, row: stored.row }, 'outbox entry not expanded');
      return 0;
    }
  }

  async function relay(entries: readonly StoredRow[]): Promise<number> {
    let done = 0;
    // Who is told is looked up in memory. Of two instances that tell of what happened at the same moment on both, a question
    // and who stands in for whoever is asked, the later one knows both.
    await app.followFeed();
    for (const entry of entries) if (!isStopping()) done += await expand(entry);
    return done + (await deliver(await deliveries.due()));
  }

  return {
    name: 'outbox-relay',
    everyMs: 1_000,
    async runOnce() {
      const entries = await deliveries.outbox();
      return entries.length === 0 ? deliver(await deliveries.due()) : inSpan('outbox relay', {}, () => relay(entries));
    },
  };
}

/** Cards are drawn as their record is now, and overtake each other without harm. */
const cardsOf = ({ recordId }: DueDelivery): string => `${recordId} cards`;

/** The id of a delivery is the number of its event and the place it goes to; cards and threads are places of their record. */
function placeOf(due: DueDelivery): string {
  const place = due.id.slice(due.id.indexOf('-') + 1);
  // A card and words for one channel keep their order.
  if (place.startsWith('PER') || place.startsWith('GRP')) return place.split('-')[0] as string;
  return place === 'thread' ? `${due.recordId} thread` : cardsOf(due);
}
