import { SECRET_KINDS } from '../../shared/secrets';
import type { JsonSchema } from './openapi-schema';

const text = { type: 'string' };

const REFUSED: JsonSchema = {
  type: 'object',
  description: 'An expected no. `text` says what to do next; `current` is the record as it is now.',
  required: ['refused'],
  properties: {
    refused: {
      type: 'object',
      required: ['code', 'text'],
      properties: {
        code: text,
        text,
        problems: { type: 'array', items: { type: 'object', required: ['field', 'code', 'text'], properties: { field: text, code: text, text } } },
      },
    },
    current: { $ref: '#/components/schemas/Record' },
  },
};

const ERROR: JsonSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: { type: 'object', required: ['code', 'text'], properties: { code: text, text, correlationId: { type: 'string', format: 'uuid' } } },
  },
};

const RECORD: JsonSchema = {
  type: 'object',
  description: '`can` names the actions that the caller may do on this record now.',
  required: ['id', 'practice', 'version', 'can'],
  properties: { id: text, practice: text, version: { type: 'integer' }, can: { type: 'array', items: text } },
};

const MEANINGS: Readonly<Record<number, { readonly description: string; readonly schemas: readonly string[] }>> = {
  400: { description: 'The request cannot be read', schemas: ['Error'] },
  401: { description: 'Not signed in', schemas: ['Error'] },
  403: { description: 'Not allowed now', schemas: ['Refused', 'Error'] },
  404: { description: 'Not there, or not for this reader', schemas: ['Refused', 'Error'] },
  409: { description: 'Somebody else was faster', schemas: ['Refused'] },
  413: { description: 'Too large', schemas: ['Error'] },
  415: { description: 'Not JSON', schemas: ['Error'] },
  422: { description: 'The input needs attention', schemas: ['Refused', 'Error'] },
  429: { description: 'Too many requests of this caller; try again after the time in Retry-After', schemas: ['Error'] },
  500: { description: 'A fault on our side, with a code to report', schemas: ['Error'] },
  503: { description: 'Busy; try again after the time in Retry-After', schemas: ['Error'] },
};

const json = (schema: object): object => ({ 'application/json': { schema } });

export const success = (description: string, schema: object): object => ({ description, content: json(schema) });

export function failure(...statuses: readonly number[]): Readonly<Record<string, object>> {
  // Whoever is known can also be too fast.
  const all = statuses.includes(401) ? [...statuses, 429] : statuses;
  return Object.fromEntries(all.map((status) => [String(status), { $ref: `#/components/responses/${status}` }]));
}

const MASKED = { type: 'array', items: { type: 'string', enum: SECRET_KINDS }, description: 'What stood in the input and was taken out before anything was stored.' };

const SECRET = { ...text, description: 'Of an integration key that was made or rotated just now. It is shown this once, also to whoever repeats the request.' };

export function components(isDevelopment: boolean): object {
  const schemas = {
    Refused: REFUSED,
    Error: ERROR,
    Record: RECORD,
    RecordAnswer: { type: 'object', required: ['record'], properties: { record: { $ref: '#/components/schemas/Record' }, isRepeat: { type: 'boolean' }, masked: MASKED, secret: SECRET } },
    Page: {
      type: 'object',
      required: ['items'],
      properties: { items: { type: 'array', items: { type: 'object' } }, cursor: text, total: { type: 'integer' } },
    },
  };
  const responses = Object.fromEntries(
    Object.entries(MEANINGS).map(([status, { description, schemas: names }]) => {
      const refs = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
      return [status, success(description, refs.length === 1 ? (refs[0] as object) : { anyOf: refs })];
    }),
  );
  const development = { type: 'apiKey', in: 'header', name: 'x-bellhop-user', description: 'Id of a person. Development on this machine only.' };
  const teams = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Entra ID token with the scope access_as_user.' };
  const integrationKey = {
    type: 'http', scheme: 'bearer', bearerFormat: 'bhk_…',
    description: 'An integration key, for programs that cannot sign in: it does what its scopes allow of what its person may do, and never decides an approval. Not for browsers.',
  };
  return { schemas, responses, securitySchemes: { ...(isDevelopment ? { development } : { teams }), integrationKey } };
}
