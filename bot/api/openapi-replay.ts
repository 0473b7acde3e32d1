import { MAX_REPLAY_DAYS } from '../../shared/app';
import { failure, success } from './openapi-components';

const DRAFT = { type: 'object', description: 'As it would be saved; with the `id` of a present entry it is laid over that one.' };
const PROPERTIES = {
  days: { type: 'integer', minimum: 1, maximum: MAX_REPLAY_DAYS, description: 'Tickets received in so many days.' },
  until: { type: 'string', description: 'The end of the period: an instant, or `newest`; by default now.' },
  agreement: DRAFT,
  calendar: DRAFT,
};

const bodyOf = (properties: object, required: readonly string[]): object => ({
  required: true, content: { 'application/json': { schema: { type: 'object', required, properties, additionalProperties: false } } },
});

/** Descriptions of the replay, whose answer comes line by line. */
export function replayPaths(): Readonly<Record<string, object>> {
  const { agreement, calendar } = PROPERTIES;
  return {
    '/api/service-levels/replay': {
      post: {
        operationId: 'serviceLevels.replay', tags: ['reading'], summary: 'How past and open tickets would go under another agreement or calendar; nothing is saved',
        requestBody: bodyOf(PROPERTIES, ['days']),
        responses: {
          200: { description: 'Lines of JSON: `progress` while it runs, at last `result` or `error`', content: { 'application/x-ndjson': {} } },
          ...failure(400, 401, 403, 413, 415, 422, 500, 503),
        },
      },
    },
    '/api/service-levels/replay/explain': {
      post: {
        operationId: 'serviceLevels.replay.explain', tags: ['reading'], summary: 'Why a ticket would be due then under another agreement or calendar',
        requestBody: bodyOf({ id: { type: 'string' }, agreement, calendar }, ['id']),
        responses: { 200: success('The explanation', { type: 'object', required: ['explanation'], properties: { explanation: { type: 'object' } } }), ...failure(400, 401, 403, 404, 413, 415, 422, 500, 503) },
      },
    },
  };
}
