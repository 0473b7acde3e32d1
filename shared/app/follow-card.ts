import type { Storage } from '../storage/port';
import type { Conversations, PostedCard, StoredCard } from './conversations';
import type { Deliveries } from './deliveries';
import { rowKey, type StoredHead } from './rows';

interface StoreDeps {
  readonly app: { readonly storage: Storage; readonly partition: string };
}

interface FollowDeps extends StoreDeps {
  readonly conversations: Conversations;
  readonly deliveries: Deliveries;
}

/** Has anything happened to a record since this version of it? */
export async function hasMovedOn({ app }: StoreDeps, recordId: string, version: number): Promise<boolean> {
  const head = (await app.storage.get(app.partition, rowKey.head(recordId)))?.data as StoredHead | undefined;
  return head !== undefined && head.record.version > version;
}

/**
 * From now on a card that has just been posted follows its record. What happened to the record while the card was on its way has
 * passed it by, because nobody knew of it yet: then it is brought up to date at once.
 */
export async function followCard(deps: FollowDeps, card: PostedCard): Promise<void> {
  const { conversations, deliveries } = deps;
  await conversations.rememberCard(card);
  if (await hasMovedOn(deps, card.recordId, card.version)) await deliveries.refresh(card.recordId);
}

/** Does a newer card of its record stand in the same personal chat? There one card follows the record, the newest. */
export function isSucceeded(card: PostedCard, cards: readonly StoredCard[]): boolean {
  return card.personId !== undefined && cards.some((other) => other.card.conversationId === card.conversationId && isNewer(other.card, card));
}

/** Teams numbers messages by the millisecond, so the number tells which one stands further down. */
export function isNewer(left: PostedCard, right: PostedCard): boolean {
  const order = Number(left.activityId) - Number(right.activityId);
  return Number.isNaN(order) ? left.at > right.at : order > 0;
}
