import { createHash } from 'node:crypto';
import { isEqual } from '../kernel';
import { rowsUnder, type DerivedWrite, type GuardedWrite, type Storage } from '../storage/port';
import { rowKey } from './rows';

/** Where the bot can write: a conversation reference of the Bot Framework, reduced to what sending needs. */
export interface Conversation {
  /** Of a channel: without the `;messageid=` of one of its threads. */
  readonly id: string;
  /** Base address of the connector, without a slash at the end. */
  readonly serviceUrl: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  /** The bot as this channel knows it (`28:…`). */
  readonly botId: string;
  /** Personal chats: the person as this channel knows them (`29:…`). */
  readonly userId?: string;
  readonly tenantId?: string;
  readonly name?: string;
}

/** A card of a record that stands somewhere, so that it can be brought up to date in place. */
export interface PostedCard {
  readonly recordId: string;
  /** For whom it is laid out; a value of `Audience` in bot/cards. */
  readonly audience: string;
  readonly kind: Conversation['kind'];
  /** As the message was posted to: with `;messageid=` in a channel thread. */
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly activityId: string;
  /** The only reader, in personal chats. */
  readonly personId?: string;
  /** Version of the record that it shows; 0 when that is not known. */
  readonly version: number;
  readonly at: string;
}

export interface StoredCard {
  readonly row: string;
  readonly etag: string;
  readonly card: PostedCard;
}

/** Conversation and message ids may hold characters that row keys may not. */
const hash = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

const placeOfConversation = (conversationId: string): string => rowKey.place(`@${hash(conversationId)}`);
const SERVICE = rowKey.place('@service');
const TRIES = 5;

/** Stores what was heard last: the newer one is right, so a lost race is simply tried again. */
async function keep(storage: Storage, partition: string, row: string, data: unknown): Promise<'new' | 'changed' | 'same'> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await storage.get(partition, row);
    if (found && isEqual(found.data, data)) return 'same';
    const write: GuardedWrite = found ? { kind: 'replace', row, etag: found.etag, data } : { kind: 'create', row, data };
    const result = await storage.commit({ partition, guarded: [write] });
    if (result.ok) return found ? 'changed' : 'new';
  }
  return 'same';
}

async function read<T>(storage: Storage, partition: string, row: string): Promise<T | undefined> {
  return (await storage.get(partition, row))?.data as T | undefined;
}

async function forget(storage: Storage, partition: string, row: string): Promise<void> {
  const found = await storage.get(partition, row);
  if (found) await storage.commit({ partition, guarded: [{ kind: 'delete', row, etag: found.etag }] });
}

const cardRow = ({ recordId, conversationId, activityId }: PostedCard): string => rowKey.card(recordId, hash(conversationId, activityId));
const threadWrite = ({ recordId, conversationId, activityId }: PostedCard): DerivedWrite => ({
  kind: 'put', row: threadRow(conversationId, activityId), data: { recordId },
});

/** In a channel the thread is part of the conversation id; in a chat people quote the message itself. */
function threadRow(conversationId: string, activityId: string): string {
  return rowKey.thread(conversationId.includes(';messageid=') ? hash(conversationId) : hash(conversationId, activityId));
}

/** Conversation references and posted cards of one tenant. */
export function createConversations(storage: Storage, partition: string) {
  return {
    /** Keeps where a person is reached; `new` when nothing was known before. */
    keepPersonal: (personId: string, conversation: Conversation) => keep(storage, partition, rowKey.place(personId), conversation),
    personal: (personId: string) => read<Conversation>(storage, partition, rowKey.place(personId)),
    forgetPersonal: (personId: string) => forget(storage, partition, rowKey.place(personId)),
    keepShared: (conversation: Conversation) => keep(storage, partition, placeOfConversation(conversation.id), conversation),
    shared: (conversationId: string) => read<Conversation>(storage, partition, placeOfConversation(conversationId)),
    forgetShared: (conversationId: string) => forget(storage, partition, placeOfConversation(conversationId)),
    /** The connector that was heard from last: through it new personal chats are opened. */
    keepService: (service: Pick<Conversation, 'serviceUrl' | 'botId' | 'tenantId'>) => keep(storage, partition, SERVICE, service),
    service: () => read<Pick<Conversation, 'serviceUrl' | 'botId' | 'tenantId'>>(storage, partition, SERVICE),

    async cardsOf(recordId: string): Promise<readonly StoredCard[]> {
      const found: StoredCard[] = [];
      for await (const { row, etag, data } of rowsUnder(storage, partition, rowKey.cards(recordId))) {
        found.push({ row, etag, card: data as PostedCard });
      }
      return found;
    },
    /**
     * Remembers a card and the thread below it, together with `more`. False when it was known already; nothing is written
     * then.
     */
    async rememberCard(card: PostedCard, more: { readonly guarded: readonly GuardedWrite[]; readonly derived: readonly DerivedWrite[] } = { guarded: [], derived: [] }): Promise<boolean> {
      const row = cardRow(card);
      if (await storage.get(partition, row)) return false;
      const guarded: [GuardedWrite, ...GuardedWrite[]] = [{ kind: 'create', row, data: card }, ...more.guarded];
      const result = await storage.commit({ partition, guarded, derived: [threadWrite(card), ...more.derived] });
      return result.ok;
    },
    /** Notes what a card shows now. False when somebody else has noted something since. */
    async noteVersion({ row, etag, card }: StoredCard, version: number): Promise<boolean> {
      const result = await storage.commit({ partition, guarded: [{ kind: 'replace', row, etag, data: { ...card, version } }] });
      return result.ok;
    },
    /** The thread stays the record's: people may still write there. False when somebody else has noted something since. */
    async forgetCard({ row, etag }: StoredCard): Promise<boolean> {
      const result = await storage.commit({ partition, guarded: [{ kind: 'delete', row, etag }] });
      return result.ok;
    },
    /** A message in a chat shows something else from now on: it no longer follows the record it showed. */
    async forgetMessage(conversationId: string, activityId: string): Promise<void> {
      const row = threadRow(conversationId, activityId);
      const thread = await storage.get(partition, row);
      if (!thread) return;
      const { recordId } = thread.data as { recordId: string };
      const card = rowKey.card(recordId, hash(conversationId, activityId));
      await storage.commit({ partition, guarded: [{ kind: 'delete', row, etag: thread.etag }], derived: [{ kind: 'drop', row: card }] });
    },
    /** The record whose card starts this thread, or is quoted. `messageId` is needed in chats, which have no threads. */
    async recordOfThread(conversationId: string, messageId = ''): Promise<string | undefined> {
      return (await read<{ recordId: string }>(storage, partition, threadRow(conversationId, messageId)))?.recordId;
    },
  };
}

export type Conversations = ReturnType<typeof createConversations>;
