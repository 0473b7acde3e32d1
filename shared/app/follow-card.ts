import type { Storage } from '../storage/port';
import type { Conversations, PostedCard } from './conversations';
import type { Deliveries } from './deliveries';
import { rowKey, type StoredHead } from './rows';

interface FollowDeps {
  readonly app: { readonly storage: Storage; readonly partition: string };
  readonly conversations: Conversations;
  readonly deliveries: Deliveries;
}

/**
 * From now on a card that has just been posted follows its record. What happened to the record while the card was on its way has
 * passed it by, because nobody knew of it yet: then it is brought up to date at once.
 */
export async function followCard({ app, conversations, deliveries }: FollowDeps, card: PostedCard): Promise<void> {
  await conversations.rememberCard(card);
  const head = (await app.storage.get(app.partition, rowKey.head(card.recordId)))?.data as StoredHead | undefined;
  if (head && head.record.version > card.version) await deliveries.refresh(card.recordId);
}
