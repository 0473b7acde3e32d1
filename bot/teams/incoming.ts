import type { Activity } from 'botbuilder';
import type { Config } from '../config/config';
import { isLoopbackHost } from '../config/loopback';
import { readServiceUrl, type HostRule } from './hosts';

/** Why an activity is not run, with its HTTP status; `code` is a text key below `error.`. */
export interface Turned {
  readonly status: number;
  readonly code: string;
}

/** Ids and addresses go into addresses and headers. */
const PRINTABLE = /^[\x20-\x7e]+$/;

const isText = (value: unknown, max = 1_000): value is string => typeof value === 'string' && value.length <= max && PRINTABLE.test(value);

interface IdHolder {
  readonly id?: unknown;
}

const TEXTS = ['id', 'name', 'text', 'textFormat', 'replyToId', 'locale', 'localTimezone', 'timestamp', 'localTimestamp', 'action', 'summary'] as const;
const TEXTS_OF_HOLDER = ['name', 'aadObjectId', 'role', 'tenantId', 'conversationType'] as const;
const LISTS = ['attachments', 'entities', 'membersAdded', 'membersRemoved', 'reactionsAdded', 'reactionsRemoved'] as const;

type Values = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const hasTexts = (values: Values, names: readonly string[]): boolean => names.every((name) => isAbsent(values[name]) || typeof values[name] === 'string');

/** Are the members that the SDK and the bot rely on of the right type, where they are there? */
function isWellFormed(body: Values): boolean {
  const holders = [body.conversation, body.from, body.recipient] as readonly Values[];
  return (
    hasTexts(body, TEXTS) &&
    [body.id, body.replyToId].every((id) => isAbsent(id) || isText(id)) &&
    holders.every((holder) => hasTexts(holder, TEXTS_OF_HOLDER)) &&
    LISTS.every((name) => isAbsent(body[name]) || (Array.isArray(body[name]) && body[name].every((entry) => isThing(entry) && hasTexts(entry, ['id', 'type', 'name', 'contentType', 'contentUrl', 'aadObjectId'])))) &&
    (isAbsent(body.channelData) || isThing(body.channelData)) &&
    (body.type !== 'invoke' || typeof body.name === 'string')
  );
}

/** Is this an activity at all? Checked before anything else looks at it: the SDK answers such bodies with 500. */
export function readActivity(body: unknown): Activity | Turned {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { status: 400, code: 'activity.notObject' };
  const { type, channelId, serviceUrl, conversation, from, recipient } = body as Record<string, unknown>;
  if (!isText(type)) return { status: 400, code: 'activity.typeMissing' };
  if (!isText(serviceUrl)) return { status: 400, code: 'activity.serviceUrlMissing' };
  const hasIds = [conversation, from, recipient].every((holder) => isText((holder as IdHolder | undefined)?.id));
  if (!isText(channelId) || !hasIds) return { status: 400, code: 'activity.incomplete' };
  return isWellFormed(body as Values) ? (body as Activity) : { status: 400, code: 'activity.wrongType' };
}

const KINDS = new Set(['message', 'invoke', 'conversationUpdate', 'installationUpdate', 'messageReaction', 'event']);
const INVOKES = /^(adaptiveCard\/action|task\/(fetch|submit)|composeExtension\/(query|queryLink|selectItem|fetchTask|submitAction))$/;

/** What kind of activity it is, for traces: words of Teams, never of whoever sent it. */
export function turnName({ type, name }: Pick<Activity, 'type' | 'name'>): string {
  if (!KINDS.has(type)) return 'other';
  return type === 'invoke' && name && INVOKES.test(name) ? name : type;
}

/** The Entra ID tenant an activity says it comes from. */
export function tenantOf(activity: Activity): string | undefined {
  const data = activity.channelData as { tenant?: { id?: unknown } } | undefined;
  const tenant = data?.tenant?.id ?? activity.conversation.tenantId;
  return typeof tenant === 'string' ? tenant.toLowerCase() : undefined;
}

/**
 * May an activity whose token is good be run here? The SDK knows neither our tenant nor which connectors are Microsoft's.
 * Corrects `serviceUrl` to the form that is stored.
 */
export function checkOrigin(activity: Activity, config: Pick<Config, 'isDevelopment' | 'tenantId'>, isAllowed: HostRule): Turned | undefined {
  const serviceUrl = readServiceUrl(activity.serviceUrl, isAllowed);
  if (!serviceUrl) return { status: 403, code: 'activity.foreignServiceUrl' };
  activity.serviceUrl = serviceUrl;
  if (config.isDevelopment) return undefined;
  if (activity.channelId !== 'msteams') return { status: 403, code: 'activity.foreignChannel' };
  return tenantOf(activity) === config.tenantId ? undefined : { status: 403, code: 'activity.foreignTenant' };
}

/** In development nothing is signed, so at least no web page of another origin may send activities through a browser. */
export function isForeignPage(origin: string | undefined): boolean {
  return origin !== undefined && !(URL.canParse(origin) && isLoopbackHost(new URL(origin).hostname));
}
