export { canKeepWebhooks, decideCall, webhookIn, webhooksPractice, type Webhook, type WebhookCalled } from './webhook';
export { callWebhookSchema, MAX_SENT_ANSWERS, webhookSchema } from './webhook-schema';
