import type { Webhook } from '../../shared/webhooks';
import type { WebhookMessage } from '../../shared/app';
import type { Config } from '../config/config';
import { inSpan, traceHeaders } from '../telemetry';
import { post, WebhookError, type PostOptions } from './post';
import { keyText, signatures, signingKey } from './signing';

export interface WebhookSender {
  /** Sends a message once, signed; returns the status. `id` tells the receiver what it has seen. `now`: when this attempt is made. */
  send(webhook: Webhook, id: string, message: WebhookMessage, now: Date): Promise<number>;
  /** What the receiver verifies by; undefined: the environment has no secret to derive it from. */
  keyOf(webhook: Webhook): string | undefined;
  /** The id of a delivery, unique among all that this organization sends. */
  idOf(recordId: string, deliveryId: string): string;
}

const TIMEOUT_MS = 5_000;

/** Writes to addresses outside, as Standard Webhooks says. One attempt each: who calls decides what to do about a WebhookError. */
export function createWebhookSender({ webhooks, tenant }: Pick<Config, 'webhooks' | 'tenant'>, options: Partial<Pick<PostOptions, 'timeoutMs' | 'resolve'>> = {}): WebhookSender {
  /** The present key first; those before it as long as receivers may know only them. */
  function keysOf({ id: webhookId, keyVersion = 1, keepsFormerKey }: Webhook): readonly Buffer[] {
    const versions = keepsFormerKey && keyVersion > 1 ? [keyVersion, keyVersion - 1] : [keyVersion];
    return webhooks.secrets.flatMap((secret) => versions.map((version) => signingKey(secret, { tenant, webhookId, version })));
  }

  return {
    keyOf(webhook) {
      const [key] = keysOf(webhook);
      return key && keyText(key);
    },
    idOf: (recordId, deliveryId) => `${tenant}_${recordId}_${deliveryId}`,
    async send(webhook, id, message, now) {
      const keys = keysOf(webhook);
      if (keys.length === 0) throw new WebhookError('noKey');
      const body = JSON.stringify(message);
      const timestamp = Math.floor(now.getTime() / 1_000);
      const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signatures(keys, id, timestamp, body) };
      // Not the address: it may hold a token.
      return inSpan('POST webhook', { kind: 'client', attributes: { 'http.request.method': 'POST', 'bellhop.webhook': webhook.id } }, async (span) => {
        const status = await post(webhook.address, { ...headers, ...traceHeaders() }, body, { allowedHosts: webhooks.hosts, timeoutMs: TIMEOUT_MS, ...options });
        span.set({ 'http.response.status_code': status });
        return status;
      });
    },
  };
}
