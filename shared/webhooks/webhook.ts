import type { Directory } from '../catalog';
import { defineRegister, hasRole, isAgent, refuse, type Actor, type FieldProblem, type RegisterRecord, type RegisterSummary, type Refused } from '../kernel';
import { webhookSchema } from './webhook-schema';

export type Webhook = RegisterRecord<typeof webhookSchema>;

/** The event of a record whose webhook is called; told after the transaction. */
export interface WebhookCalled {
  readonly type: 'WebhookCalled';
  readonly webhookId: string;
  /** The name as it was then. */
  readonly name: string;
  /** What the receiver is told has happened; absent: that it was called. */
  readonly event?: string;
  /** Names of the answers that are sent along. */
  readonly answers?: readonly string[];
}

/** Where data leave the house is decided by whoever keeps the rest of the system. */
export const canKeepWebhooks = (actor: Actor): boolean => hasRole(actor, 'administrator', 'system');

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** What is wrong with an address, whatever the operator allows beyond it. Plain http never leaves the machine. */
function addressProblems(address: unknown): readonly FieldProblem[] {
  const problem = (code: string): readonly FieldProblem[] => [{ field: 'address', code }];
  if (typeof address !== 'string' || !URL.canParse(address)) return problem('notUrl');
  const { protocol, username, password, hash, hostname } = new URL(address);
  if (username || password || hash) return problem('webhook.credentials');
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname)) ? [] : problem('webhook.notHttps');
}

/** Whoever may call it knows it by name; where it leads is for those who keep it. */
function presented(entry: Webhook, actor: Actor): object {
  if (canKeepWebhooks(actor)) return entry;
  const { id, version, createdAt, updatedAt, retired, name, description, isEnabled } = entry;
  return { id, version, createdAt, updatedAt, retired, name, ...(description && { description }), ...(isEnabled !== undefined && { isEnabled }) };
}

/** The register of webhooks. */
export const webhooksPractice = defineRegister({
  practice: 'webhooks',
  prefix: 'WHK',
  schema: webhookSchema,
  canRead: (actor) => canKeepWebhooks(actor) || isAgent(actor),
  canEdit: canKeepWebhooks,
  check: ({ address }) => addressProblems(address),
  sortKey: ({ name }) => name.toLowerCase(),
  present: presented,
});

/** The webhook of this id as it is now; undefined: there never was one. */
export function webhookIn(config: Directory, id: string): Webhook | undefined {
  const found = config.summary(id);
  return found?.practice === 'webhooks' ? (found as unknown as RegisterSummary<typeof webhookSchema>) : undefined;
}

/** What calling a webhook decides, on whatever record: it is there and switched on. */
export function decideCall({ webhookId, event, answers }: Omit<WebhookCalled, 'type' | 'name'>, config: Directory): { readonly events: readonly [WebhookCalled] } | Refused {
  const webhook = webhookIn(config, webhookId);
  if (!webhook || webhook.retired) return refuse('kernel.invalidInput', undefined, [{ field: 'webhookId', code: 'notFound' }]);
  if (!webhook.isEnabled) return refuse('webhooks.switchedOff', { name: webhook.name });
  return { events: [{ type: 'WebhookCalled', webhookId, name: webhook.name, ...(event && { event }), ...(answers && answers.length > 0 && { answers }) }] };
}
