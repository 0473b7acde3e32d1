import { failure, success } from './openapi-components';

const text = { type: 'string' };
const id = { name: 'id', in: 'path', required: true, schema: text };
const empty = { required: true, content: { 'application/json': { schema: { type: 'object' } } } };

/** Descriptions of what administrators ask about webhooks. */
export function webhookPaths(): Readonly<Record<string, object>> {
  return {
    '/api/webhooks/{id}/key': {
      post: {
        operationId: 'webhookKey', tags: ['webhooks'], summary: 'What the receiver verifies signatures by, or why there is no key; administrators',
        parameters: [id], requestBody: empty,
        responses: { 200: success('The key, as Standard Webhooks writes it', { type: 'object', properties: { key: text, text } }), ...failure(400, 401, 404, 415, 500, 503) },
      },
    },
    '/api/webhooks/{id}/sample': {
      post: {
        operationId: 'webhookSample', tags: ['webhooks'], summary: 'Sends a sample at once and says what came of it; administrators',
        parameters: [id], requestBody: empty,
        responses: { 200: success('What came of it', { type: 'object', required: ['isTaken', 'text'], properties: { isTaken: { type: 'boolean' }, text } }), ...failure(400, 401, 404, 415, 500, 503) },
      },
    },
    '/api/webhooks/{id}/deliveries': {
      get: {
        operationId: 'webhookDeliveries', tags: ['webhooks'], summary: 'What a webhook was told in the last 30 days and what came of it, the newest first; administrators',
        parameters: [id, { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 }, description: 'How many' }],
        responses: { 200: success('What it was told', { type: 'object', required: ['items'], properties: { items: { type: 'array', items: { type: 'object' } } } }), ...failure(401, 404, 422, 500, 503) },
      },
    },
  };
}
