import { MAX_DRY_RUN_DAYS } from '../../shared/app';
import { failure, success } from './openapi-components';

const text = { type: 'string' };
const anything = { type: 'object' };

/** Descriptions of what is asked about rules. */
export function automationPaths(): Readonly<Record<string, object>> {
  return {
    '/api/automation/dry-run': {
      post: {
        operationId: 'automation.dryRun', tags: ['automation'], summary: 'What a rule would have done in the last days, and what it gets in the way of; nothing is saved',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object', required: ['rule', 'days'], additionalProperties: false,
                properties: {
                  id: { ...text, description: 'Of a saved rule: what it did itself is left out of the past.' },
                  rule: { ...anything, description: 'As it would be saved.' },
                  days: { type: 'integer', minimum: 1, maximum: MAX_DRY_RUN_DAYS },
                },
              },
            },
          },
        },
        responses: { 200: success('What it would have done', { type: 'object', required: ['rows', 'conflicts'], properties: { rows: { type: 'array', items: anything }, conflicts: { type: 'array', items: anything } } }), ...failure(400, 401, 403, 413, 415, 422, 500, 503) },
      },
    },
    '/api/tickets/{id}/responses': {
      get: {
        operationId: 'ticketResponses', tags: ['automation'], summary: 'Canned responses for this ticket, with everything filled in',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        responses: { 200: success('Texts by name', { type: 'object', required: ['items'], properties: { items: { type: 'array', items: anything } } }), ...failure(401, 403, 404, 500, 503) },
      },
    },
    '/api/automation/runs': {
      get: {
        operationId: 'automation.runs', tags: ['automation'], summary: 'What rules did in the last 30 days, the newest first, with what was refused',
        parameters: [
          { name: 'ruleId', in: 'query', schema: text, description: 'Only this rule' }, { name: 'recordId', in: 'query', schema: text, description: 'Only on this record' },
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 500 }, description: 'How many' },
        ],
        responses: { 200: success('What rules did', { type: 'object', required: ['items'], properties: { items: { type: 'array', items: anything } } }), ...failure(401, 403, 422, 500, 503) },
      },
    },
  };
}
