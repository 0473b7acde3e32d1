import { allActions, practices, type AnyAction } from '../../shared/app';
import { MAX_PAGE, type Language, type Schema } from '../../shared/kernel';
import { attainmentSchema, attainmentTicketsSchema } from '../../shared/sla';
import { hasText, translator } from '../../shared/strings';
import type { Config } from '../config/config';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { filterParametersOf, inputSchemaOf } from './openapi-schema';
import { components, failure, success } from './openapi-components';
import { calendarPaths } from './openapi-calendars';
import { planningPaths } from './openapi-planning';
import { automationPaths } from './openapi-automation';
import { classifierPaths } from './openapi-classifier';
import { deliveryPaths } from './openapi-deliveries';
import { webhookPaths } from './openapi-webhooks';
import { integrationKeyPaths } from './openapi-integration-keys';
import { replayPaths } from './openapi-replay';

const ENVELOPE = {
  id: { type: 'string', title: 'Record', pattern: '^[A-Z]{3}\\d{7,10}$' },
  version: { type: 'integer', title: 'Version', minimum: 1 },
};

const KEY_PARAMETER = {
  name: 'Idempotency-Key', in: 'header', schema: { type: 'string', minLength: 1, maxLength: 200 },
  description: 'The same key twice does the action once and answers both times with the record.',
};

function pathOfAction(action: AnyAction, language: Language): object {
  const t = translator(language);
  const label = `action.${action.name}`;
  const required = action.repeat === 'check' ? ['id', 'version'] : ['id'];
  const envelope = action.creates ? { properties: {}, required: [] } : { properties: ENVELOPE, required };
  const help = `help.${label}`;
  return {
    post: {
      operationId: action.name,
      tags: [action.name.split('.')[0]],
      summary: hasText(label) ? t(label) : action.name,
      ...(hasText(help) && { description: t(help) }),
      parameters: [KEY_PARAMETER],
      requestBody: { required: true, content: { 'application/json': { schema: inputSchemaOf(action.schema as Schema, language, envelope) } } },
      responses: {
        200: success('The record after the action', { $ref: '#/components/schemas/RecordAnswer' }),
        ...failure(400, 401, 403, 404, 409, 413, 415, 422, 500, 503),
      },
    },
  };
}

interface Reading {
  readonly id: string;
  readonly summary: string;
  readonly parameters?: readonly object[];
  readonly answer: object;
  /** Not for everybody who is signed in. */
  readonly isRestricted?: boolean;
}

const query = (name: string, schema: object, description: string): object => ({ name, in: 'query', schema, description });
const inPath = (name: string): object => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const itemsOf = (items: object): object => ({ type: 'object', required: ['items'], properties: { items: { type: 'array', items } } });

function reading({ id, summary, parameters = [], answer, isRestricted }: Reading): object {
  const responses = { 200: success(summary, answer), ...failure(401, ...(isRestricted ? [403] : []), 404, 422, 500, 503) };
  return { get: { operationId: id, tags: ['reading'], summary, parameters, responses } };
}

function readings(language: Language): Readonly<Record<string, object>> {
  const anything = { type: 'object' };
  const lists = practices.flatMap(({ lists: own }) => own).map(({ name, filters, sorts }): readonly [string, object] => {
    const sortNames = Object.keys(sorts ?? {});
    const parameters = [
      ...filterParametersOf(filters, language),
      ...(sortNames.length > 0 ? [query('sort', { type: 'string', enum: sortNames.flatMap((sort) => [sort, `-${sort}`]) }, 'A hyphen in front: descending.')] : []),
      query('limit', { type: 'integer', minimum: 1, maximum: MAX_PAGE }, 'Entries on a page.'),
      query('cursor', { type: 'string' }, 'Where the page before ended.'),
      query('total', { type: 'boolean' }, 'Count all matches too.'),
    ];
    return [`/api/lists/${name}`, reading({ id: `lists.${name}`, summary: `List ${name}`, parameters, answer: { $ref: '#/components/schemas/Page' } })];
  });
  const records = practices.map(({ name }): readonly [string, object] => [
    `/api/${name}/{id}`,
    reading({ id: `open.${name}`, summary: `One record of ${name}`, parameters: [inPath('id')], answer: { $ref: '#/components/schemas/RecordAnswer' } }),
  ]);
  return {
    ...Object.fromEntries(lists),
    ...Object.fromEntries(records),
    '/api/search': reading({
      id: 'search', summary: 'Search over everything active', answer: itemsOf(anything),
      parameters: [query('q', { type: 'string' }, 'Words'), query('practice', { type: 'string' }, 'Only this practice'), query('limit', { type: 'integer', minimum: 1, maximum: 50 }, 'Hits')],
    }),
    '/api/draft': reading({ id: 'draft', summary: 'A drafted ticket from free text', parameters: [query('text', { type: 'string' }, 'What the person wrote')], answer: anything }),
    '/api/draft/me-too': {
      post: {
        operationId: 'draft.meToo', tags: ['reading'], summary: 'Says that what others report hits the caller, too, or not any more; which incident that is, nobody learns',
        requestBody: { required: true, content: { 'application/json': { schema: { type: 'object', required: ['text'], properties: { text: { type: 'string', maxLength: 5_000 }, isAffected: { type: 'boolean', default: true } } } } } },
        responses: { 200: success('What the caller is told of it now', anything), ...failure(400, 401, 413, 415, 422, 500, 503) },
      },
    },
    '/api/tickets/{id}/clocks': reading({ id: 'clocks', summary: 'Why a ticket is due then, minute by minute', parameters: [inPath('id')], answer: { type: 'object', required: ['explanation'], properties: { explanation: anything } } }),
    '/api/me': reading({ id: 'me', summary: 'Who is signed in', answer: anything }),
    '/api/config': reading({ id: 'config', summary: 'Groups, categories and catalog', answer: anything }),
    '/api/people': reading({ id: 'people', summary: 'People by name', parameters: [query('q', { type: 'string' }, 'Words'), query('ids', { type: 'string' }, 'Exactly these, by id, separated by commas')], answer: itemsOf(anything) }),
    '/api/history/{id}': reading({ id: 'history', summary: 'Every version of an entry of a register, and what it changed', parameters: [inPath('id')], answer: itemsOf(anything) }),
    '/api/files/{recordId}/{fileId}': {
      get: {
        operationId: 'files.read', tags: ['files'], summary: 'An attachment', parameters: [inPath('recordId'), inPath('fileId')],
        responses: { 200: { description: 'The file', content: { '*/*': {} } }, ...failure(401, 404, 500, 503) },
      },
    },
    '/api/files': {
      post: {
        operationId: 'files.send', tags: ['files'], summary: 'Send a file that an action attaches afterwards',
        parameters: [query('name', { type: 'string' }, 'File name')],
        requestBody: { required: true, content: { '*/*': {} } },
        responses: { 200: success('The file', anything), ...failure(401, 413, 422, 500, 503) },
      },
    },
    '/api/service-levels/recompute': reading({
      id: 'serviceLevels.recompute', summary: 'How far computing clocks anew after a change of terms has come', answer: anything, isRestricted: true,
    }),
    ...replayPaths(),
    ...automationPaths(),
    ...classifierPaths(),
    ...webhookPaths(),
    ...deliveryPaths(),
    ...integrationKeyPaths(),
    ...planningPaths(language),
    ...calendarPaths(language),
    '/api/service-levels/attainment': reading({
      id: 'serviceLevels.attainment', summary: 'How well promises to customers are kept, over time and per priority, team, service or agreement', answer: anything, isRestricted: true,
      parameters: filterParametersOf(attainmentSchema, language),
    }),
    '/api/service-levels/attainment/tickets': reading({
      id: 'serviceLevels.attainment.tickets', summary: 'The promises behind a figure', answer: itemsOf(anything), isRestricted: true,
      parameters: [
        ...filterParametersOf(attainmentTicketsSchema, language),
        query('limit', { type: 'integer', minimum: 1, maximum: MAX_PAGE }, 'Entries on a page.'), query('cursor', { type: 'string' }, 'Where the page before ended.'),
      ],
    }),
    '/api/stream': {
      get: {
        operationId: 'stream', tags: ['reading'], summary: 'Changes as they happen: server-sent events hello, change, gone, recompute and reset',
        responses: { 200: { description: 'Events', content: { 'text/event-stream': {} } }, ...failure(401, 503) },
      },
    },
  };
}

/** The whole API in OpenAPI 3.1: every action that is not internal, from the same schemas that check its input. */
export function openApiDocument(config: Pick<Config, 'isDevelopment' | 'publicUrl'>, language: Language): object {
  const actions = allActions().filter((action) => !action.internal);
  return {
    openapi: '3.1.0',
    info: { title: 'Bellhop', version: '1', description: 'IT service management inside Microsoft Teams. Every change is one action; every answer says what the caller may do next.' },
    servers: [{ url: config.publicUrl }],
    security: [config.isDevelopment ? { development: [] } : { teams: [] }, { integrationKey: [] }],
    paths: {
      ...Object.fromEntries(actions.map((action) => [`/api/${action.name}`, pathOfAction(action, language)])),
      ...readings(language),
    },
    components: components(config.isDevelopment),
  };
}

/** Open to everybody: it says what there is to ask for, and nothing about anybody. */
export function openApiRoutes({ config }: ApiDeps): readonly Route[] {
  const document = async (request: ApiRequest): Promise<Reply> => ok(openApiDocument(config, request.language()));
  return [{ method: 'get', path: '/api/openapi.json', handle: document }];
}
