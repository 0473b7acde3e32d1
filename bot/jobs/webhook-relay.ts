import { webhookMessage, type ClaimedDelivery } from '../../shared/app';
import { webhookIn } from '../../shared/webhooks';
import { WebhookError, type WebhookProblem } from '../webhooks';
import { createDeliverInOrder } from './deliver-in-order';
import type { Job, JobDeps } from './job';

const MINUTE_MS = 60_000;
const TRIM_MS = 10 * MINUTE_MS;
/** The same message will never be taken. A missing key is the operator's, and can come. */
const FINAL: readonly WebhookProblem[] = ['refused', 'privateAddress', 'badAddress'];

/**
 * Tells webhooks that they were called. Apart from what people are told: a receiver that is slow or down holds up nobody but
 * itself. At least once, with the same id every time.
 */
export function webhookRelayJob(deps: JobDeps): Job {
  const { app, deliveries, webhooks } = deps;

  async function send(claimed: ClaimedDelivery): Promise<void> {
    const { target, recordId, id } = claimed.delivery;
    if (target.to !== 'webhook') return deliveries.finish(claimed, 'skipped', { reason: 'notReadable' });
    const webhook = webhookIn(app.desk.directory, target.webhookId);
    if (!webhook || webhook.retired || !webhook.isEnabled) return deliveries.finish(claimed, 'skipped', { reason: 'switchedOff' });
    const message = await webhookMessage(app.storage, app.partition, recordId, target);
    if (!message) return deliveries.finish(claimed, 'skipped', { reason: 'notReadable' });
    await webhooks.send(webhook, webhooks.idOf(recordId, id), message, app.clock.now());
    await deliveries.finish(claimed, 'sent');
  }

  const deliver = createDeliverInOrder(deps, {
    send,
    // `000007-WHK0000001-7`: receivers are places.
    placeOf: ({ id }) => id.split('-')[1] as string,
    verdictOn: (error) => (error instanceof WebhookError ? { isFinal: FINAL.includes(error.problem), retryAfterMs: error.retryAfterMs } : undefined),
    firstRetryMs: 5_000, longestRetryMs: 60 * MINUTE_MS, giveUpAfterMs: 3 * 24 * 60 * MINUTE_MS, longestWaitMs: 30_000, longestTurnMs: 10_000,
  });

  return {
    name: 'webhook-relay',
    everyMs: 1_000,
    // Where nobody has ever made a webhook there is nothing to look for.
    runOnce: async () => (app.desk.count('webhooks') === 0 ? 0 : deliver(await deliveries.due('webhooks'))),
  };
}

/** Removes what need not be shown any longer of what webhooks were told. */
export const webhookTrimJob = ({ app, deliveries }: JobDeps): Job => ({
  name: 'webhook-trim',
  everyMs: TRIM_MS,
  async runOnce() {
    let removed = 0;
    for (const { id } of app.desk.directory.summaries('webhooks')) removed += await deliveries.trimWebhook(id);
    return removed;
  },
});
