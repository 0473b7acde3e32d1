import { createHash, randomBytes } from 'node:crypto';
import type { GuardedWrite, Storage } from '../storage/port';
import { rowKey } from './rows';

/** Programs that show calendars cannot sign in: the address itself is the key, and only its hash is kept. */
interface FeedRow {
  readonly personId: string;
  readonly at: string;
}

const TOKEN = /^[\w-]{32}$/;
const hashOf = (token: string): string => createHash('sha256').update(`calendar feed ${token}`).digest('hex');

/** Addresses of calendar feeds: one for each person, replaced by the next one, revoked at any time. */
export function createCalendarFeeds(storage: Storage, partition: string) {
  async function former(personId: string): Promise<GuardedWrite[]> {
    const pointer = await storage.get(partition, rowKey.calendarFeedOf(personId));
    if (!pointer) return [];
    const feed = await storage.get(partition, rowKey.calendarFeed((pointer.data as { hash: string }).hash));
    return [{ kind: 'delete', row: pointer.row, etag: pointer.etag }, ...(feed ? [{ kind: 'delete' as const, row: feed.row, etag: feed.etag }] : [])];
  }

  async function revoke(personId: string): Promise<void> {
    const [first, ...rest] = await former(personId);
    if (first) await storage.commit({ partition, guarded: [first, ...rest] });
  }

  return {
    revoke,
    /** A new address for this person; the former one stops working. Returns the token, which is not kept. */
    async create(personId: string, at: string): Promise<string> {
      await revoke(personId);
      const token = randomBytes(24).toString('base64url');
      const hash = hashOf(token);
      const feed: FeedRow = { personId, at };
      await storage.commit({
        partition,
        guarded: [{ kind: 'create', row: rowKey.calendarFeed(hash), data: feed }],
        derived: [{ kind: 'put', row: rowKey.calendarFeedOf(personId), data: { hash } }],
      });
      return token;
    },
    /** Whose feed it is; undefined for a token that does not exist, or not any more. */
    async personOf(token: string): Promise<string | undefined> {
      if (!TOKEN.test(token)) return undefined;
      const row = await storage.get(partition, rowKey.calendarFeed(hashOf(token)));
      return (row?.data as FeedRow | undefined)?.personId;
    },
  };
}

export type CalendarFeeds = ReturnType<typeof createCalendarFeeds>;
