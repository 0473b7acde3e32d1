import { dryRunSchema } from '../../shared/catalog/dry-run-schema';
import type { Language } from '../../shared/kernel';
import { dutyQuerySchema } from '../../shared/routing/shift-schema';
import { calendarRangeSchema, collisionsSchema, scoresSchema, slotsSchema } from '../../shared/changes/planning-schema';
import { failure, success } from './openapi-components';
import { filterParametersOf, inputSchemaOf } from './openapi-schema';

const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const anything = { type: 'object' };
const listOf = (items: object): object => ({ type: 'array', items });
const record = (properties: Readonly<Record<string, object>>): object => ({ type: 'object', properties, required: Object.keys(properties) });

const COLLISION = record({ key: text, reason: text, severity: { type: 'string', enum: ['block', 'warn'] }, from: instant, to: instant, text });
const WINDOW = record({ id: text, name: text, from: instant, to: instant, itemIds: listOf(text) });

/** What waits for a decision, and the change calendar. */
export function planningPaths(language: Language): Readonly<Record<string, object>> {
  const get = (operationId: string, summary: string, parameters: readonly object[], answer: object): object => ({
    get: { operationId, tags: ['planning'], summary, parameters, responses: { 200: success(summary, answer), ...failure(401, 403, 422, 500, 503) } },
  });
  const post = (operationId: string, summary: string, schema: object, answer: object): object => ({
    post: {
      operationId, tags: ['planning'], summary, requestBody: { required: true, content: { 'application/json': { schema } } },
      responses: { 200: success(summary, answer), ...failure(400, 401, 403, 413, 415, 422, 500, 503) },
    },
  });
  const none = { properties: {}, required: [] };
  return {
    '/api/approvals': get('approvals', 'Everything that waits for the caller to decide, of every practice', [], record({ items: listOf(anything) })),
    '/api/collisions': post('planning.collisions', 'What work would run into at that time; nothing is stored', inputSchemaOf(collisionsSchema, language, none), record({ collisions: listOf(COLLISION) })),
    '/api/slots': post(
      'planning.slots', 'The earliest windows without any collision within 90 days, and what blocks the time before them', inputSchemaOf(slotsSchema, language, none),
      record({ slots: listOf(record({ from: instant, to: instant, latestStart: instant, freeUntil: instant })), refused: listOf(record({ from: instant, to: instant, collisions: listOf(COLLISION) })) }),
    ),
    '/api/plan-dry-run': post('catalog.dryRun', 'What another plan would have meant for the last requests of a catalog item; nothing is stored', inputSchemaOf(dryRunSchema, language, none), record({ rows: listOf(anything), asked: { type: 'integer' }, newlyAsked: { type: 'integer' }, noLongerAsked: { type: 'integer' }, refused: { type: 'integer' } })),
    '/api/calendar': get('planning.calendar', 'Changes, freezes and maintenance windows between two instants', filterParametersOf(calendarRangeSchema, language), record({ changes: listOf(anything), freezes: listOf(WINDOW), windows: listOf(WINDOW) })),
    '/api/duty': get('duty', 'Who is on duty when in the groups of the caller, and gaps and overlaps of the next two weeks', filterParametersOf(dutyQuerySchema, language), record({ from: instant, to: instant, groups: listOf(anything) })),
    '/api/change-scores': get('planning.scores', 'How changes went, by team, type or template', filterParametersOf(scoresSchema, language), record({ by: text, rows: listOf(anything) })),
    '/api/audit': get('audit', 'Refused attempts to decide, the newest first', [
      { name: 'recordId', in: 'query', schema: text, description: 'Only on this record' }, { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 500 }, description: 'How many' },
    ], record({ items: listOf(anything) })),
    '/api/calendar-feed': {
      post: { operationId: 'calendarFeed.create', tags: ['planning'], summary: 'A new address of the change calendar for calendar programs; the former one stops working', responses: { 200: success('The address', record({ url: text })), ...failure(401, 403, 500, 503) } },
      delete: { operationId: 'calendarFeed.revoke', tags: ['planning'], summary: 'The address stops working', responses: { 200: success('Done', anything), ...failure(401, 403, 500, 503) } },
    },
    '/calendar/{file}': {
      get: {
        operationId: 'calendarFeed.read', tags: ['planning'], summary: 'The change calendar as an iCalendar file', security: [],
        parameters: [{ name: 'file', in: 'path', required: true, schema: text }],
        responses: { 200: { description: 'The calendar', content: { 'text/calendar': {} } }, ...failure(404, 500, 503) },
      },
    },
  };
}
