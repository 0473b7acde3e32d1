import type { Conversation } from '../../shared/app';
import type { CardJson } from '../cards/types';
import { inSpan } from '../telemetry';
import type { BellhopAdapter } from './adapter';
import { readServiceUrl, type HostRule } from './hosts';
import { createPace } from './pace';

/** Somebody in the conversation, by their Teams user id. */
export interface Mention {
  readonly id: string;
  readonly name: string;
}

/** What is written: words, or a card with the words that a notification shows. */
export interface Outgoing {
  readonly text?: string | undefined;
  /** People whom the words are for; they are named in front, and Teams notifies them. */
  readonly mentions?: readonly Mention[] | undefined;
  readonly card?: CardJson | undefined;
  readonly summary?: string | undefined;
}

export interface Posted {
  /** With `;messageid=` when a thread was started in a channel. */
  readonly conversationId: string;
  readonly activityId: string;
}

export interface Member {
  readonly id: string;
  readonly aadObjectId?: string;
  readonly name?: string;
  readonly mail?: string;
}

/**
 * `gone`: the conversation or the bot's place in it is no more. `unavailable`: nobody answers now. `throttled`: too fast.
 * `tooLarge` and `refused`: this message will never be taken.
 */
export type SendProblem = 'throttled' | 'gone' | 'tooLarge' | 'refused' | 'unavailable';

export class SendError extends Error {
  /** For the log, without `detail`: the connector may repeat in its answer what was to be sent. */
  readonly logged: Readonly<Record<string, unknown>>;
  readonly retryAfterMs: number | undefined;

  /** `code`: what the connector or the network calls it. */
  constructor(readonly problem: SendProblem, readonly detail: string, { retryAfterMs, ...logged }: { retryAfterMs?: number | undefined; status?: number; code?: unknown } = {}) {
    super(`${problem}: ${detail}`);
    this.name = 'SendError';
    this.retryAfterMs = retryAfterMs;
    this.logged = { problem, ...logged };
  }
}

/** Writes to Teams outside of a turn. One attempt each: who calls decides what to do about a SendError. */
export interface Sender {
  post(to: Pick<Conversation, 'id' | 'serviceUrl' | 'kind' | 'botId' | 'tenantId'>, message: Outgoing): Promise<Posted>;
  /** Below an existing message: the thread of a channel, or the conversation itself. */
  reply(serviceUrl: string, conversationId: string, message: Outgoing): Promise<Posted>;
  update(serviceUrl: string, conversationId: string, activityId: string, message: Outgoing): Promise<void>;
  /** Opens the personal chat with somebody who has not written yet. */
  openPersonal(service: Pick<Conversation, 'serviceUrl' | 'botId' | 'tenantId'>, aadObjectId: string): Promise<Conversation>;
  member(serviceUrl: string, conversationId: string, userId: string): Promise<Member | undefined>;
  members(serviceUrl: string, conversationId: string): Promise<readonly Member[]>;
}

/** What is too much for a conversation for longer is put off, instead of being held here. */
const LONGEST_PAUSE_MS = 2_000;
const TIMEOUT_MS = 10_000;
const MAX_RETRY_AFTER_MS = 5 * 60_000;
export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Threads of a channel count together. */
const conversationOf = (id: string): string => id.split(';messageid=')[0] as string;

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] as string);

/** Words that begin with names. Teams finds each mention by its very text in the message; everything else is escaped. */
function mentioning(text: string, mentions: readonly Mention[]): object {
  const entities = mentions.map(({ id, name }) => ({ type: 'mention', text: `<at>${escapeXml(name)}</at>`, mentioned: { id, name } }));
  const words = escapeXml(text).replace(/\n/g, '<br/>');
  return { text: `${entities.map((entity) => entity.text).join(' ')} ${words}`, textFormat: 'xml', entities };
}

/** A message as the connector takes it. Words are plain text: what people wrote is never read as Markdown. */
export function activityOf({ text, mentions = [], card, summary }: Outgoing): object {
  return {
    type: 'message',
    ...(text !== undefined && (mentions.length > 0 ? mentioning(text, mentions) : { text, textFormat: 'plain' })),
    ...(card && { attachments: [{ contentType: ADAPTIVE_CARD, content: card }] }),
    ...(summary !== undefined && { summary }),
  };
}

function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS) : undefined;
}

/** What the connector calls the error, where it does so in one word. */
const codeOf = (answer: string): string | undefined => /"code"\s*:\s*"(\w{1,40})"/.exec(answer)?.[1];

function problemOf(status: number, answer: string): SendProblem {
  if (status === 429) return 'throttled';
  // The Agents Playground says so, with 500, about everybody who is not among its few people.
  if (status === 403 || status === 404 || answer.includes('"UserNotFound"')) return 'gone';
  if (status === 413) return 'tooLarge';
  // A token that has just expired, a slow gateway: worth another try.
  return status >= 500 || status === 401 || status === 408 || status === 412 ? 'unavailable' : 'refused';
}

/** `appId` is empty in development. */
export function createSender(adapter: Pick<BellhopAdapter, 'signedHeaders'>, isAllowed: HostRule, appId: string): Sender {
  const from = appId ? { from: { id: `28:${appId}` } } : {};

  // In development there is no Teams that could be written to too fast.
  const pace = appId ? createPace() : () => 0;

  async function keepPace(conversationId: string): Promise<void> {
    for (let wait = pace(conversationId); wait > 0; wait = pace(conversationId)) {
      if (wait > LONGEST_PAUSE_MS) throw new SendError('throttled', 'too many messages in a row', { retryAfterMs: wait });
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  async function call(method: string, serviceUrl: string, path: string, body?: object): Promise<Record<string, unknown>> {
    // Rows can be old and groups can be edited: an address that is not ours never gets a request, let alone a token.
    const base = readServiceUrl(serviceUrl, isAllowed);
    if (!base) throw new SendError('refused', 'foreign service address');
    // The path names conversations and people.
    const attributes = { 'http.request.method': method, 'server.address': new URL(base).hostname };
    return inSpan(`${method} connector`, { kind: 'client', attributes }, async (span) => {
      let response: Response;
      try {
        const headers = await adapter.signedHeaders(base);
        response = await fetch(`${base}/v3/conversations${path}`, {
          method, headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS), ...(body && { body: JSON.stringify(body) }),
        });
      } catch (error) {
        throw new SendError('unavailable', (error as Error).message, { code: ((error as Error).cause as { code?: unknown } | undefined)?.code });
      }
      const { status } = response;
      span.set({ 'http.response.status_code': status });
      const answer = await response.text();
      if (!response.ok) throw new SendError(problemOf(status, answer), `${status} ${answer.slice(0, 300)}`, { status, code: codeOf(answer), retryAfterMs: retryAfter(response.headers.get('retry-after')) });
      return readJson(answer);
    });
  }

  const path = (...parts: string[]): string => parts.map((part) => `/${encodeURIComponent(part)}`).join('');

  async function reply(serviceUrl: string, conversationId: string, message: Outgoing): Promise<Posted> {
    await keepPace(conversationOf(conversationId));
    const answer = await call('POST', serviceUrl, `${path(conversationId)}/activities`, {
      ...activityOf(message), ...from, conversation: { id: conversationId },
    });
    return { conversationId, activityId: String(answer.id ?? '') };
  }

  return {
    reply,
    async post({ id, serviceUrl, kind, botId, tenantId }, message) {
      if (kind !== 'channel') return reply(serviceUrl, id, message);
      await keepPace(id);
      const answer = await call('POST', serviceUrl, '', {
        isGroup: true,
        bot: { id: botId },
        channelData: { channel: { id }, ...(tenantId && { tenant: { id: tenantId } }) },
        ...(tenantId && { tenantId }),
        activity: { ...activityOf(message), ...from },
      });
      const conversationId = String(answer.id ?? '');
      return { conversationId, activityId: String(answer.activityId ?? conversationId.split(';messageid=')[1] ?? '') };
    },
    async update(serviceUrl, conversationId, activityId, message) {
      await keepPace(conversationOf(conversationId));
      await call('PUT', serviceUrl, `${path(conversationId)}/activities${path(activityId)}`, {
        ...activityOf(message), ...from, id: activityId, conversation: { id: conversationId },
      });
    },
    async openPersonal({ serviceUrl, botId, tenantId }, aadObjectId) {
      const answer = await call('POST', serviceUrl, '', {
        isGroup: false,
        bot: { id: botId },
        members: [{ id: aadObjectId }],
        ...(tenantId && { tenantId, channelData: { tenant: { id: tenantId } } }),
      });
      return { id: String(answer.id ?? ''), serviceUrl, kind: 'personal', botId, ...(tenantId && { tenantId }) };
    },
    async member(serviceUrl, conversationId, userId) {
      try {
        return memberOf(await call('GET', serviceUrl, `${path(conversationId)}/members${path(userId)}`));
      } catch (error) {
        // The mail address only helps to find an entry that an administrator made before; without it a new one is made.
        if (error instanceof SendError) return undefined;
        throw error;
      }
    },
    async members(serviceUrl, conversationId) {
      const answer = await call('GET', serviceUrl, `${path(conversationId)}/pagedmembers?pageSize=500`);
      const members = Array.isArray(answer.members) ? (answer.members as Record<string, unknown>[]) : [];
      return members.flatMap((entry) => memberOf(entry) ?? []);
    },
  };
}

function readJson(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text || '{}') ?? {}) as Record<string, unknown>;
  } catch {
    throw new SendError('unavailable', 'the answer is not JSON');
  }
}

function memberOf(entry: Record<string, unknown>): Member | undefined {
  const read = (...names: string[]): string | undefined => names.map((name) => entry[name]).find((value): value is string => typeof value === 'string' && value !== '');
  const id = read('id');
  const aadObjectId = read('aadObjectId', 'objectId');
  const name = read('name');
  const mail = read('email', 'userPrincipalName', 'userPrincipleName');
  return id === undefined ? undefined : { id, ...(aadObjectId && { aadObjectId }), ...(name && { name }), ...(mail && { mail }) };
}
