export { createWebhookSender, type WebhookSender } from './webhook-sender';
export { WebhookError, type PostOptions, type WebhookProblem } from './post';
