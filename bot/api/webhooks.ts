import { randomUUID } from 'node:crypto';
import { createDeliveries, type Delivery } from '../../shared/app';
import { AppError, type Actor, type Language } from '../../shared/kernel';
import { hasText, translator } from '../../shared/strings';
import { canKeepWebhooks, webhookIn, type Webhook } from '../../shared/webhooks';
import { WebhookError, type WebhookSender } from '../webhooks';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { readInteger } from './query';
import { readJson } from './read-body';
import { refusalReply } from './refusals';

const DEFAULT_SHOWN = 20;
const MAX_SHOWN = 100;
/** Samples keep a connection open for seconds: so many at a time on one instance. */
const MAX_SAMPLES = 2;

/** Why something did not arrive, in words. `reason` is that of a delivery: a code, and what there is to add. */
function outcomeText(reason: string, language: Language): string {
  const [, code = '', detail = ''] = /^(\w+)(?:: (.*))?/.exec(reason) ?? [];
  const t = translator(language);
  return hasText(`webhookOutcome.${code}`) ? t(`webhookOutcome.${code}`, { detail }) : t('webhookOutcome.other');
}

const rowOf = ({ id, recordId, at, state, attempts, dueAt, doneAt, reason }: Delivery, language: Language): object => ({
  id, recordId, at, state, attempts, ...(dueAt && { dueAt }), ...(doneAt && { doneAt }), ...(reason && { text: outcomeText(reason, language) }),
});

/** What administrators ask about a webhook beside its entry: its key, a sample, and what it was told. */
export function webhookRoutes({ app }: ApiDeps, webhooks: WebhookSender): readonly Route[] {
  const deliveries = createDeliveries(app.storage, app.partition, app.clock);
  let running = 0;

  const notFound = (language: Language): Reply => refusalReply({ refusal: { code: 'kernel.notFound' }, language, now: app.clock.now().toISOString() });

  /** For whoever keeps webhooks; nobody else learns whether it is there. */
  const ofKeeper = (answer: (webhook: Webhook, actor: Actor, request: ApiRequest) => Promise<Reply>) => async (request: ApiRequest): Promise<Reply> => {
    const { actor } = await request.caller();
    const webhook = webhookIn(app.desk.directory, request.params['id'] ?? '');
    return webhook && canKeepWebhooks(actor) ? answer(webhook, actor, request) : notFound(request.language());
  };

  async function showKey(webhook: Webhook, { id: by }: Actor, request: ApiRequest): Promise<Reply> {
    await readJson(request.raw);
    const key = webhooks.keyOf(webhook);
    request.log.info({ webhookId: webhook.id, by }, 'the signing key of a webhook was shown');
    const reply = ok(key ? { key } : { text: outcomeText('noKey', request.language()) });
    return { ...reply, headers: { 'cache-control': 'no-store' } };
  }

  async function sendSample(webhook: Webhook, _actor: Actor, request: ApiRequest): Promise<Reply> {
    await readJson(request.raw);
    if (running >= MAX_SAMPLES) throw new AppError('busy', 'tooManyReplays');
    running += 1;
    const now = app.clock.now();
    const language = request.language();
    try {
      const message = { type: 'sample', timestamp: now.toISOString(), data: { id: webhook.id, name: webhook.name } };
      const status = await webhooks.send(webhook, webhooks.idOf(webhook.id, randomUUID()), message, now);
      return ok({ isTaken: true, text: translator(language)('webhookOutcome.taken', { detail: String(status) }) });
    } catch (error) {
      if (!(error instanceof WebhookError)) throw error;
      return ok({ isTaken: false, text: outcomeText(error.message, language) });
    } finally {
      running -= 1;
    }
  }

  async function told(webhook: Webhook, _actor: Actor, request: ApiRequest): Promise<Reply> {
    const limit = readInteger(request.query, 'limit', { fallback: DEFAULT_SHOWN, max: MAX_SHOWN });
    const found = await deliveries.ofWebhook(webhook.id, limit);
    return ok({ items: found.map((delivery) => rowOf(delivery, request.language())) });
  }

  return [
    { method: 'post', path: '/api/webhooks/:id/key', handle: ofKeeper(showKey) },
    { method: 'post', path: '/api/webhooks/:id/sample', handle: ofKeeper(sendSample) },
    { method: 'get', path: '/api/webhooks/:id/deliveries', handle: ofKeeper(told) },
  ];
}
