import { failure, success } from './openapi-components';

const text = { type: 'string' };
const named = { name: text, label: text };

/** Descriptions of what is asked about integration keys beside their entries. */
export function integrationKeyPaths(): Readonly<Record<string, object>> {
  const action = { type: 'object', required: ['name', 'label', 'needsReading'], properties: { ...named, needsReading: { type: 'boolean', description: 'The key has to read the practice as well.' } } };
  const practice = { type: 'object', required: ['name', 'label', 'actions'], properties: { ...named, actions: { type: 'array', items: action } } };
  const use = { type: 'object', required: ['id', 'day'], properties: { id: text, day: { type: 'string', format: 'date', description: 'By UTC.' } } };
  return {
    '/api/integration-keys/scopes': {
      get: {
        operationId: 'integrationKeyScopes', tags: ['integrationKeys'], summary: 'What integration keys can be made for',
        responses: { 200: success('Practices to read, and actions', { type: 'object', required: ['practices'], properties: { practices: { type: 'array', items: practice } } }), ...failure(401, 500, 503) },
      },
    },
    '/api/integration-keys/uses': {
      get: {
        operationId: 'integrationKeyUses', tags: ['integrationKeys'], summary: 'On which day each integration key was used last; of those that the caller may see',
        responses: { 200: success('Keys that were used', { type: 'object', required: ['items'], properties: { items: { type: 'array', items: use } } }), ...failure(401, 500, 503) },
      },
    },
  };
}
