/** So many messages in so long a time. */
interface Rule {
  readonly count: number;
  readonly windowMs: number;
}

/** What Teams takes of one bot in one conversation, and in one tenant (learn.microsoft.com, "Rate limiting for bots"). */
const IN_CONVERSATION: readonly Rule[] = [
  { count: 7, windowMs: 1_000 }, { count: 8, windowMs: 2_000 }, { count: 60, windowMs: 30_000 }, { count: 1_800, windowMs: 3_600_000 },
];
const IN_TENANT: readonly Rule[] = [{ count: 50, windowMs: 1_000 }];
/** Conversations that were written to in the last hour; the oldest is forgotten first. */
const MOST_CONVERSATIONS = 5_000;

/**
 * Keeps to the pace that Teams allows, in this process: says how long to wait before a message to a conversation, and counts it
 * when there is nothing to wait for. Two instances together may still be too fast: Teams then says so itself, with 429.
 */
export function createPace(now: () => number = () => performance.now()): (conversation: string) => number {
  const conversations = new Map<string, number[]>();
  const tenant: number[] = [];

  const waitFor = (sent: readonly number[], rules: readonly Rule[], at: number): number =>
    Math.max(0, ...rules.map(({ count, windowMs }) => (sent.length < count ? 0 : (sent.at(-count) as number) + windowMs - at)));
  const keep = (sent: number[], rules: readonly Rule[], at: number): void => {
    sent.push(at);
    const most = Math.max(...rules.map(({ count }) => count));
    if (sent.length > most) sent.splice(0, sent.length - most);
  };

  return (conversation) => {
    const at = now();
    const sent = conversations.get(conversation) ?? [];
    const wait = Math.max(waitFor(sent, IN_CONVERSATION, at), waitFor(tenant, IN_TENANT, at));
    if (wait > 0) return wait;
    // Put behind the others: the map forgets what was written to longest ago.
    conversations.delete(conversation);
    conversations.set(conversation, sent);
    if (conversations.size > MOST_CONVERSATIONS) conversations.delete(conversations.keys().next().value as string);
    keep(sent, IN_CONVERSATION, at);
    keep(tenant, IN_TENANT, at);
    return 0;
  };
}
