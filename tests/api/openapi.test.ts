// If this fails, programs that read our description of the API send what we refuse, or miss what we offer.
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { allActions, practices } from '../../shared/app';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

/* eslint-disable @typescript-eslint/no-explicit-any */
let test: TestApp;
let server: TestServer;
let document: any;

beforeAll(async () => {
  test = await createTestApp();
  server = await startTestServer(test);
  document = (await server.client().get('/api/openapi.json')).json;
});

afterAll(async () => {
  await server.close();
  await test.close();
});

const operations = (): any[] => Object.values(document.paths).flatMap((path: any) => Object.values(path));

function everyRef(value: unknown, found: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, entry] of Object.entries(value)) {
    if (key === '$ref') found.push(entry as string);
    else everyRef(entry, found);
  }
  return found;
}

const ajv = addFormats(new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false }));

function validatorOf(action: string) {
  return ajv.compile(document.paths[`/api/${action}`].post.requestBody.content['application/json'].schema);
}

it('is OpenAPI 3.1 with unique operations', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.info).toMatchObject({ title: 'Bellhop', version: expect.any(String) });
  const ids = operations().map((operation) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const operation of operations()) {
    expect(Object.keys(operation.responses)).toContain('200');
    expect(operation.summary).toMatch(/\S/);
  }
});

it('every reference leads somewhere, every path parameter is declared', () => {
  for (const ref of new Set(everyRef(document))) {
    const target = ref.replace('#/', '').split('/').reduce((value: any, key) => value?.[key], document);
    expect({ ref, found: target !== undefined }).toEqual({ ref, found: true });
  }
  for (const [path, item] of Object.entries<any>(document.paths)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const declared = Object.values<any>(item).flatMap((operation) => (operation.parameters ?? []).filter((entry: any) => entry.in === 'path').map((entry: any) => entry.name));
    expect({ path, declared }).toEqual({ path, declared: named });
  }
});

it('holds every action that is not internal, and no other', () => {
  const posted = Object.entries<any>(document.paths).filter(([, item]) => item.post).map(([path]) => path.replace('/api/', ''));
  const actions = allActions().filter((action) => !action.internal).map((action) => action.name);
  // What is asked with a body, and changes no record, has a path of its own.
  const isAction = (path: string): boolean => !['files', 'holidays/icalendar', 'calendars/preview-year', 'collisions', 'slots', 'calendar-feed', 'plan-dry-run', 'draft/me-too'].includes(path) && !/^(service-levels|automation|classifier|webhooks|deliveries)\//.test(path);
  expect(posted.filter(isAction).sort()).toEqual(actions.sort());
});

it('holds every list with its filters and sorts', () => {
  for (const list of practices.flatMap((practice) => practice.lists)) {
    const names = document.paths[`/api/lists/${list.name}`].get.parameters.map((parameter: any) => parameter.name);
    expect(names).toEqual(expect.arrayContaining([...Object.keys(list.filters), 'limit', 'cursor']));
  }
});

it('every field has a title in words, in the language that is asked for', async () => {
  const german = (await server.client().get('/api/openapi.json', { 'accept-language': 'de' })).json;
  for (const { name } of allActions().filter((action) => !action.internal)) {
    for (const language of [document, german]) {
      const { properties } = language.paths[`/api/${name}`].post.requestBody.content['application/json'].schema;
      for (const [field, property] of Object.entries<any>(properties)) expect({ name, field, title: property.title }).toMatchObject({ title: expect.stringMatching(/^[\p{Lu}„“].*(?<!\.)$|\?$/u) });
    }
  }
  const title = (language: any) => language.paths['/api/tickets.report'].post.requestBody.content['application/json'].schema.properties.title.title;
  expect(title(german)).not.toBe(title(document));
});

describe('an input that fits the description is accepted, one that does not is refused', () => {
  const cases: readonly (readonly [string, object, boolean])[] = [
    ['tickets.report', { title: 'Printer is slow' }, true],
    ['tickets.report', { title: 'Printer is slow', reach: 'team', neededBy: '2026-04-01', isRestricted: false }, true],
    ['tickets.report', {}, false],
    ['tickets.report', { title: 'Printer', colour: 'red' }, false],
    ['tickets.report', { title: 'x'.repeat(201) }, false],
    ['tickets.report', { title: 'Printer is slow', reach: 'galaxy' }, false],
    ['tickets.report', { title: 'Printer is slow', neededBy: 'tomorrow' }, false],
    ['tickets.report', { title: 'Printer is slow', files: 'one' }, false],
    ['tickets.putOnHold', { reason: 'other', why: 'Lunch', followUpAt: '2026-03-05T09:00:00Z' }, true],
    ['tickets.putOnHold', { reason: 'vendor', followUpAt: '2026-03-05T09:00:00Z' }, false],
    ['tickets.putOnHold', { reason: 'requester', followUpAt: '2026-03-05T09:00:00Z' }, false],
    ['tickets.putOnHold', { reason: 'vendor', supplier: 'Telco', reference: 'T-1', followUpAt: '2026-03-05T09:00:00Z' }, true],
    ['tickets.resolve', { code: 'fixed', notes: 'Done.' }, true],
    ['tickets.resolve', { code: 'magic', notes: 'Done.' }, false],
  ];

  it.each(cases)('%s %j: %s', async (action, input, isGood) => {
    const needsRecord = action !== 'tickets.report';
    const record = needsRecord ? await test.perform('bob', 'tickets.take', await test.report()) : undefined;
    const body = { ...(record && { id: record.id, version: record.version }), ...input };
    const validate = validatorOf(action);
    expect({ isValid: validate(body), status: (await server.as('bob').post(`/api/${action}`, body)).status }).toEqual({ isValid: isGood, status: isGood ? 200 : 422 });
  });

  it('every input schema is a valid schema', () => {
    for (const { name } of allActions().filter((action) => !action.internal)) expect(() => validatorOf(name)).not.toThrow();
  });
});

it('in production it names the real server and the real sign-in', async () => {
  const production = await startTestServer(test, { config: { isDevelopment: false } });
  const { json } = await production.client().get('/api/openapi.json');
  expect(json.servers).toEqual([{ url: 'https://bellhop.contoso.example' }]);
  expect(Object.keys(json.components.securitySchemes)).toEqual(['teams', 'integrationKey']);
  expect(json.security).toEqual([{ teams: [] }, { integrationKey: [] }]);
  await production.close();
});
