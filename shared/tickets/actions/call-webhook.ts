import { refuse } from '../../kernel';
import { decideCall, MAX_SENT_ANSWERS } from '../../webhooks';
import { callWebhookSchema } from '../ticket-schema';
import { onTicket } from './define';

const isNames = (value: unknown): value is readonly string[] => Array.isArray(value) && value.length <= MAX_SENT_ANSWERS && value.every((name) => typeof name === 'string' && name.length <= 60);

/** Somebody outside is told of it after the transaction; here it is only written down. */
export const callWebhook = onTicket('callWebhook', callWebhookSchema, 'safe', (_ticket, { webhookId, event, answers }, { config }) => {
  if (answers !== undefined && !isNames(answers)) return refuse('kernel.invalidInput', undefined, [{ field: 'answers', code: 'notStructured' }]);
  return decideCall({ webhookId, ...(event && { event }), ...(answers && { answers }) }, config);
});
