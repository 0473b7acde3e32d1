import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A card as JSON; tests read it as they expect it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** A message of the bot as it stands in a conversation now. */
export interface BotMessage {
  /** With `;messageid=` in a channel. */
  readonly conversationId: string;
  readonly id: string;
  text: string | undefined;
  card: Json;
  summary: string | undefined;
  /** What the notification said when the message came; updates make none. */
  readonly announced: string | undefined;
  /** Who is mentioned, by Teams user id. */
  readonly mentions: readonly string[];
  /** How often it was changed in place. */
  updates: number;
  /** By the clock of the test, in milliseconds. */
  readonly postedAt: number;
  /** When it was posted or changed last, by the clock of the test, in milliseconds. */
  changedAt: number;
  /** What single readers see instead, until the message is changed for all (user-specific views). */
  readonly views: Map<string, Json>;
}

export interface ConnectorRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Json;
  readonly status: number;
}

export interface ConnectorMember {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly email: string;
  readonly userPrincipalName: string;
}

export interface FakeConnector {
  /** The `serviceUrl` of activities. */
  readonly url: string;
  /** Everything the bot asked for, with the answer it got. */
  readonly requests: readonly ConnectorRequest[];
  /** Messages of the bot, oldest first; for a channel with all its threads. */
  messages(conversationId: string): readonly BotMessage[];
  /** Makes a conversation known. Channels and group chats have members. */
  open(conversationId: string, members?: readonly ConnectorMember[]): void;
  /** People whom the bot may open a chat with; the others have not installed it (403). */
  setReachable(people: ReadonlyMap<string, string>): void;
  /** The next `count` writes to a conversation (or to any) are refused with 429. */
  throttle(count: number, retryAfterSeconds?: number, conversationId?: string): void;
  /** The next message to a conversation gets there, but the bot hears so only after `release`. */
  holdAnswer(conversationId: string): HeldAnswer;
  /** Writes that came before the `Retry-After` of a refusal was over: Teams throttles such a bot the longer. */
  impatient(): number;
  /** The bot was removed there: 403 from now on. */
  remove(conversationId: string): void;
  /** The bot was added there again. */
  readmit(conversationId: string): void;
  /** The next `count` writes are refused with 400, and the answer repeats what was to be sent, as gateways do. */
  quoteBack(count: number): void;
  /** Every request is answered with 503 until `comeBack`. */
  goAway(): void;
  comeBack(): void;
  /** A file that lies at the connector, such as a pasted picture; returns its address. */
  serveFile(name: string, type: string, content: Buffer): string;
  close(): Promise<void>;
}

export interface HeldAnswer {
  /** The message is there. */
  readonly arrived: Promise<void>;
  release(): void;
}

/** Teams takes messages of up to about 28 KB, card included. */
const MAX_MESSAGE_BYTES = 28 * 1024;
const MAX_VIEWERS = 60;
const CARD = 'application/vnd.microsoft.card.adaptive';

interface Throttle {
  left: number;
  readonly retryAfterSeconds: number;
  readonly conversationId: string | undefined;
}

interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

const baseOf = (conversationId: string): string => conversationId.split(';messageid=')[0] as string;
const refusal = (status: number, code: string): Answer => ({ status, body: { error: { code, message: code } } });

async function readBody(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}

/** What Teams says about a message before it is shown. */
function messageProblem(activity: Json, members: readonly ConnectorMember[]): Answer | undefined {
  for (const { type, text, mentioned } of activity.entities ?? []) {
    if (type !== 'mention') continue;
    if (!/^<at>[^<]+<\/at>$/.test(text) || !activity.text?.includes(text) || activity.textFormat === 'plain') return refusal(400, 'BadSyntax');
    if (!members.some(({ id }) => id === mentioned.id)) return refusal(400, 'BadArgument');
  }
  if (Buffer.byteLength(JSON.stringify(activity)) > MAX_MESSAGE_BYTES) return refusal(413, 'MessageSizeTooBig');
  for (const attachment of activity.attachments ?? []) {
    if (attachment.contentType !== CARD) return refusal(400, 'BadSyntax');
    const card = attachment.content;
    if (card?.type !== 'AdaptiveCard' || Number(card.version) > 1.5) return refusal(400, 'BadSyntax');
    if ((card.refresh?.userIds?.length ?? 0) > MAX_VIEWERS) return refusal(400, 'TooManyUserIds');
  }
  return undefined;
}

/** The connector of Teams as far as a bot can tell: real HTTP, real limits, and faults on demand. */
export async function startFakeConnector(now: () => number = Date.now): Promise<FakeConnector> {
  const requests: ConnectorRequest[] = [];
  const messages: BotMessage[] = [];
  const conversations = new Map<string, readonly ConnectorMember[]>();
  const files = new Map<string, { type: string; content: Buffer }>();
  const removed = new Set<string>();
  const throttles: Throttle[] = [];
  let reachable: ReadonlyMap<string, string> = new Map();
  /** By conversation: called when a message is there, resolves when the bot may hear so. */
  const held = new Map<string, () => Promise<void>>();
  let isAway = false;
  let impatient = 0;
  let quotes = 0;
  /** Until when a conversation must be left alone. */
  const quietUntil = new Map<string, number>();
  let lastId = 1_700_000_000_000;

  const membersOf = (conversationId: string): readonly ConnectorMember[] => conversations.get(baseOf(conversationId)) ?? [];

  function post(conversationId: string, activity: Json): Answer {
    const problem = messageProblem(activity, membersOf(conversationId));
    if (problem) return problem;
    lastId += 1;
    const message: BotMessage = {
      id: String(lastId), conversationId, text: activity.text, card: activity.attachments?.[0]?.content, summary: activity.summary, announced: activity.summary, updates: 0, postedAt: now(), changedAt: now(),
      mentions: (activity.entities ?? []).filter(({ type }: Json) => type === 'mention').map(({ mentioned }: Json) => mentioned.id), views: new Map(),
    };
    messages.push(message);
    return { status: 201, body: { id: message.id } };
  }

  function update(conversationId: string, id: string, activity: Json): Answer {
    const message = messages.find((entry) => entry.id === id && baseOf(entry.conversationId) === baseOf(conversationId));
    if (!message) return refusal(404, 'ActivityNotFoundInConversation');
    const problem = messageProblem(activity, membersOf(conversationId));
    if (problem) return problem;
    message.text = activity.text;
    message.card = activity.attachments?.[0]?.content;
    message.summary = activity.summary;
    message.updates += 1;
    message.changedAt = now();
    message.views.clear();
    return { status: 200, body: { id } };
  }

  function create({ isGroup, channelData, members, activity }: Json): Answer {
    if (!isGroup) {
      const chat = reachable.get(members?.[0]?.id);
      if (!chat) return refusal(403, 'ForbiddenOperationException');
      if (!conversations.has(chat)) conversations.set(chat, []);
      return { status: 201, body: { id: chat } };
    }
    const channel = channelData?.channel?.id;
    if (!conversations.has(channel)) return refusal(404, 'ConversationNotFound');
    if (removed.has(channel)) return refusal(403, 'BotNotInConversationRoster');
    const root = String(lastId + 1);
    const posted = post(`${channel};messageid=${root}`, activity);
    return posted.status === 201 ? { status: 201, body: { id: `${channel};messageid=${root}`, activityId: root } } : posted;
  }

  function throttled(conversationId: string | undefined): Answer | undefined {
    if (now() < (quietUntil.get(conversationId ?? '') ?? 0)) impatient += 1;
    const rule = throttles.find((entry) => entry.left > 0 && (!entry.conversationId || entry.conversationId === conversationId));
    if (!rule) return undefined;
    rule.left -= 1;
    quietUntil.set(conversationId ?? '', now() + rule.retryAfterSeconds * 1_000);
    return { ...refusal(429, 'TooManyRequests'), headers: { 'retry-after': String(rule.retryAfterSeconds) } };
  }

  function answer(method: string, path: string, body: Json): Answer {
    if (isAway) return refusal(503, 'ServiceUnavailable');
    const parts = path.split('?')[0]?.split('/').filter(Boolean).map(decodeURIComponent) ?? [];
    const [version, kind, conversationId, what, id] = parts;
    if (version !== 'v3' || kind !== 'conversations') return refusal(404, 'NotFound');
    const place = conversationId ?? body?.channelData?.channel?.id;
    if (method !== 'GET' && quotes > 0) {
      quotes -= 1;
      return { status: 400, body: { error: { code: 'BadSyntax', message: `cannot take ${body.text ?? JSON.stringify(body)}` } } };
    }
    if (method !== 'GET') {
      const slow = throttled(place && baseOf(place));
      if (slow) return slow;
    }
    if (!conversationId) return create(body);
    const base = baseOf(conversationId);
    const members = conversations.get(base);
    if (!members) return refusal(404, 'ConversationNotFound');
    if (removed.has(base)) return refusal(403, 'BotNotInConversationRoster');
    if (what === 'pagedmembers') return { status: 200, body: { members: [...members] } };
    if (what === 'members') {
      const member = members.find((entry) => entry.id === id);
      return member ? { status: 200, body: member } : refusal(404, 'MemberNotFoundInConversation');
    }
    if (what !== 'activities') return refusal(404, 'NotFound');
    if (method === 'PUT') return update(conversationId, id ?? '', body);
    return method === 'POST' ? post(conversationId, body) : refusal(405, 'MethodNotAllowed');
  }

  async function heldFor(path: string): Promise<void> {
    const conversationId = baseOf(decodeURIComponent(path.split('/')[3] ?? ''));
    const hold = held.get(conversationId);
    held.delete(conversationId);
    await hold?.();
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const file = files.get(path);
    const body = await readBody(request);
    if (file && !isAway) {
      requests.push({ method: 'GET', path, authorization: request.headers.authorization, body, status: 200 });
      response.setHeader('content-type', file.type);
      response.end(file.content);
      return;
    }
    const { status, body: said, headers = {} } = answer(request.method ?? '', path, body);
    requests.push({ method: request.method ?? '', path, authorization: request.headers.authorization, body, status });
    if (request.method === 'POST' && status === 201) await heldFor(path);
    for (const [name, value] of Object.entries({ 'content-type': 'application/json', ...headers })) response.setHeader(name, value);
    response.statusCode = status;
    response.end(JSON.stringify(said ?? {}));
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url, requests,
    messages: (conversationId) => messages.filter((message) => baseOf(message.conversationId) === baseOf(conversationId)),
    open: (conversationId, members = []) => void conversations.set(conversationId, members),
    setReachable: (people) => (reachable = people),
    throttle: (count, retryAfterSeconds = 1, conversationId) => void throttles.push({ left: count, retryAfterSeconds, conversationId }),
    holdAnswer(conversationId) {
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => (release = resolve));
      const arrived = new Promise<void>((resolve) => held.set(conversationId, () => {
        resolve();
        return released;
      }));
      return { arrived, release: () => release() };
    },
    impatient: () => impatient,
    remove: (conversationId) => void removed.add(conversationId),
    readmit: (conversationId) => void removed.delete(conversationId),
    quoteBack: (count) => (quotes = count),
    goAway: () => (isAway = true),
    comeBack: () => (isAway = false),
    serveFile(name, type, content) {
      files.set(`/v3/attachments/${name}/views/original`, { type, content });
      return `${url}/v3/attachments/${name}/views/original`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
