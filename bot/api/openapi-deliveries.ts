import { failure, success } from './openapi-components';

const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const DELIVERY = {
  type: 'object',
  properties: {
    id: text, recordId: text, at: instant, state: { type: 'string', enum: ['pending', 'waiting', 'sent', 'failed', 'diverted', 'dead', 'skipped'] }, attempts: { type: 'integer' }, to: text,
    dueAt: instant, doneAt: instant, words: text, text, canSendAgain: { type: 'boolean' },
  },
  required: ['id', 'recordId', 'at', 'state', 'attempts', 'to', 'canSendAgain'],
};
const list = { type: 'object', required: ['items'], properties: { items: { type: 'array', items: DELIVERY } } };

/** Who was told what, and what became of it. */
export function deliveryPaths(): Readonly<Record<string, object>> {
  return {
    '/api/deliveries': {
      get: {
        operationId: 'deliveries', tags: ['deliveries'], summary: 'Who was told about a record and what became of it, the oldest first; for those who handle records',
        parameters: [{ name: 'recordId', in: 'query', required: true, schema: text }], responses: { 200: success('What was told', list), ...failure(401, 404, 422, 500, 503) },
      },
    },
    '/api/deliveries/missing': {
      get: {
        operationId: 'deliveries.missing', tags: ['deliveries'], summary: 'What reached nobody in the last 30 days, the newest first; administrators and auditors',
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 200 }, description: 'How many' }], responses: { 200: success('What did not arrive', list), ...failure(401, 403, 422, 500, 503) },
      },
    },
    '/api/deliveries/again': {
      post: {
        operationId: 'deliveries.again', tags: ['deliveries'], summary: 'Sends something again that has failed or was given up',
        requestBody: { required: true, content: { 'application/json': { schema: { type: 'object', properties: { recordId: text, id: text }, required: ['recordId', 'id'] } } } },
        responses: { 200: success('It is on its way', { type: 'object', required: ['item'], properties: { item: DELIVERY } }), ...failure(400, 401, 404, 413, 415, 422, 500, 503) },
      },
    },
  };
}
