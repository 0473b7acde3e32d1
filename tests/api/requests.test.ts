// If this fails, wrong or hostile requests break the server, are half-written, or get answers that help nobody.
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type Answer, type TestServer } from '../_support/test-server';

let test: TestApp;
let server: TestServer;

beforeAll(async () => {
  test = await createTestApp();
  server = await startTestServer(test);
});

afterAll(async () => {
  await server.close();
  await test.close();
});

const valid = { title: 'Printer is on fire', description: 'Well, nearly.' };

function expectProblem(answer: Answer, field: string, code: string): void {
  expect(answer.status).toBe(422);
  expect(answer.json.refused.code).toBe('kernel.invalidInput');
  expect(answer.json.refused.problems).toContainEqual({ field, code, text: expect.stringMatching(/\S{3}/) });
  expect(answer.json.refused.text).toMatch(/needs? your attention/);
}

/** Runs the request and makes sure that it left nothing behind. */
async function nothingWritten(request: () => Promise<Answer>): Promise<Answer> {
  const before = test.app.desk.count('tickets');
  test.storage.takeCounts();
  const answer = await request();
  expect(test.storage.takeCounts().commit.rowsWritten).toBe(0);
  expect(test.app.desk.count('tickets')).toBe(before);
  return answer;
}

describe('bodies that cannot be read', () => {
  const post = (body: string | Uint8Array, headers?: Record<string, string>) =>
    nothingWritten(() => server.as('alice').post('/api/tickets.report', body, headers));

  it.each([
    ['an open brace', '{"title": "x'],
    ['nothing', ''],
    ['a comma too many', '{"title":"x",}'],
    ['bytes that are no text', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ])('%s is refused as malformed', async (_name, body) => {
    const answer = await post(body);
    expect([answer.status, answer.json.error.code]).toEqual([400, 'malformedJson']);
    expect(answer.json.error.text).toMatch(/not valid JSON/);
  });

  it.each([['a list', '[]'], ['a number', '7'], ['null', 'null'], ['text', '"title"']])('%s is refused: an object is needed', async (_name, body) => {
    const answer = await post(body);
    expect([answer.status, answer.json.error.code]).toEqual([400, 'notObject']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('%s is refused', async (type) => {
    const answer = await post(JSON.stringify(valid), { 'content-type': type });
    expect([answer.status, answer.json.error.code]).toEqual([415, 'unsupportedType']);
  });

  it('a compressed body is refused', async () => {
    const answer = await post('x', { 'content-encoding': 'gzip' });
    expect([answer.status, answer.json.error.code]).toEqual([415, 'unsupportedEncoding']);
  });

  it('a body of 100,000 brackets is refused without harm', async () => {
    const answer = await post(`{"answers":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect([answer.status, answer.json.error.code]).toEqual([400, 'tooDeep']);
  });

  it('a title of 1 MB is refused before it is read to the end, and the connection survives', async () => {
    const answer = await post(JSON.stringify({ ...valid, title: 'x'.repeat(1_000_000) }));
    expect([answer.status, answer.json.error.code]).toEqual([413, 'bodyTooLarge']);
    expect((await server.as('alice').get('/api/me')).status).toBe(200);
  });

  it('a body without a length is cut off at the same limit', async () => {
    const piece = new TextEncoder().encode(' '.repeat(64 * 1024));
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let sent = 0; sent < 20; sent += 1) controller.enqueue(piece);
        controller.close();
      },
    });
    const response = await fetch(`${server.url}/api/tickets.report`, {
      method: 'POST', body: pieces, duplex: 'half', headers: { ...server.as('alice').headers, 'content-type': 'application/json' },
    } as RequestInit);
    expect(response.status).toBe(413);
  });
});

describe('inputs that are not what a field wants', () => {
  const report = (input: object) => nothingWritten(() => server.as('alice').act('tickets.report', undefined, input));

  it('an unknown field is named, so that a misspelled one is not lost', async () => {
    expectProblem(await report({ ...valid, titel: 'Printer' }), 'titel', 'unknownField');
  });

  it.each(['__proto__', 'constructor', 'toString'])('a field called %s is unknown too', async (name) => {
    const answer = await nothingWritten(() => server.as('alice').post('/api/tickets.report', `{"title":"Printer","${name}":{"roles":["administrator"]}}`));
    expectProblem(answer, name, 'unknownField');
  });

  it.each([
    ['a number as title', { title: 7 }, 'title', 'notText'],
    ['a list as title', { title: ['x'] }, 'title', 'notText'],
    ['an object as title', { title: { $ne: '' } }, 'title', 'notText'],
    ['no title', { title: undefined }, 'title', 'required'],
    ['spaces as title', { title: '   ' }, 'title', 'required'],
    ['a title of 201 characters', { title: 'x'.repeat(201) }, 'title', 'tooLong'],
    ['a title of two lines', { title: 'one\ntwo' }, 'title', 'oneLine'],
    ['a bell in the title', { title: 'ding\u0007' }, 'title', 'controlCharacters'],
    ['a zero byte in the description', { description: 'a\u0000b' }, 'description', 'controlCharacters'],
    ['an escape sequence in the description', { description: '\u001b[2J' }, 'description', 'controlCharacters'],
    ['a description of 20,001 characters', { description: 'x'.repeat(20_001) }, 'description', 'tooLong'],
    ['a choice that is not offered', { reach: 'galaxy' }, 'reach', 'notOffered'],
    ['a yes/no in words', { isRestricted: 'yes' }, 'isRestricted', 'notYesNo'],
    ['a date that is none', { neededBy: '31.12.2026' }, 'neededBy', 'notDate'],
    ['files as one text', { files: 'a' }, 'files', 'notList'],
    ['a category id of another shape', { categoryId: 'vpn' }, 'categoryId', 'notFound'],
    ['a category that is not there', { categoryId: 'CAT0009999' }, 'categoryId', 'notFound'],
    ['an id on a new record', { id: 'INC0000001' }, 'id', 'unknownField'],
  ])('%s', async (_name, change, field, code) => {
    expectProblem(await report({ ...valid, ...change }), field, code);
  });

  it('tells all problems at once', async () => {
    const answer = await report({ title: 7, reach: 'galaxy', titel: 'x' });
    expect(answer.json.refused.problems.map((problem: { field: string }) => problem.field).sort()).toEqual(['reach', 'titel', 'title']);
    expect(answer.json.refused.text).toMatch(/^3 fields need your attention/);
  });

  it('answers in the language that is asked for', async () => {
    const answer = await server.as('alice').act('tickets.report', undefined, { title: '' }, { 'accept-language': 'de-AT,de;q=0.9' });
    expect(answer.json.refused.text).toMatch(/^Ein Feld braucht/);
  });

  it('takes a line of 10,000 characters, and gives it back unchanged', async () => {
    const description = `${'lorem ipsum '.repeat(833)}end!`;
    expect(description).toHaveLength(10_000);
    const reported = await server.as('alice').act('tickets.report', undefined, { ...valid, description });
    expect(reported.status).toBe(200);
    const opened = await server.as('alice').get(`/api/tickets/${reported.json.record.id}`);
    expect(opened.json.record.description).toBe(description);
  });

  it('keeps markup as the text that it is', async () => {
    const title = '<img src=x onerror=alert(1)> **bold** [link](javascript:alert(1))';
    const { json } = await server.as('alice').act('tickets.report', undefined, { title });
    expect(json.record.title).toBe(title);
  });

  it.each([
    ['no id', {}, 'id', 'required'],
    ['a number as id', { id: 7 }, 'id', 'notText'],
    ['a version in words', { id: 'INC0000001', version: 'latest' }, 'version', 'notNumber'],
    ['half a version', { id: 'INC0000001', version: 1.5 }, 'version', 'notNumber'],
  ])('%s on an existing record', async (_name, envelope, field, code) => {
    const answer = await nothingWritten(() => server.as('bob').post('/api/tickets.take', envelope));
    expectProblem(answer, field, code);
  });
});

describe('addresses', () => {
  it('an unknown action', async () => {
    const answer = await server.as('erik').act('tickets.destroyEverything', undefined);
    expect([answer.status, answer.json.refused.code]).toEqual([404, 'kernel.unknownAction']);
    expect(answer.json.refused.text).toMatch(/openapi\.json/);
  });

  it('an action of imports is unknown to everybody', async () => {
    const answer = await server.as('erik').act('tickets.import', undefined, {});
    expect([answer.status, answer.json.refused.code]).toEqual([404, 'kernel.unknownAction']);
  });

  it.each(['/nothing', '/api', '/api/tickets/INC0000001/more', '/api/%', `/api/tickets/${'x'.repeat(300)}`])(
    '%s answers 404 in the same form as everything else',
    async (path) => {
      const answer = await server.as('alice').get(path);
      expect(answer.status).toBe(404);
      expect(answer.json.error?.text ?? answer.json.refused.text).toMatch(/\w{3}/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it('the wrong method is told apart', async () => {
    const answer = await server.as('alice').get('/api/files');
    expect([answer.status, answer.json.error.code]).toEqual([405, 'methodNotAllowed']);
  });

  it('nobody is asked to sign in to learn that an address does not exist, everybody is to do something', async () => {
    expect((await server.client().get('/nothing')).status).toBe(404);
    expect((await server.client().post('/api/tickets.report', valid)).status).toBe(401);
  });
});

describe('every answer', () => {
  it.each(['/healthz', '/api/me', '/api/lists/tickets.open', '/nothing', '/api/openapi.json'])('%s carries the headers that keep browsers safe', async (path) => {
    const { headers } = await server.as('alice').get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; frame-ancestors 'none'/);
    expect(headers.get('server')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('a fault on our side shows a code to report and nothing else; the log has the rest', async () => {
    const broken = { kind: 'create' as const, row: 'r:INC0099999:!', data: { practice: 'tickets' } };
    await test.storage.commit({ partition: test.tenant, guarded: [broken] });
    const answer = await server.as('alice').get('/api/tickets/INC0099999');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/TypeError|undefined| at /);
    const correlationId = answer.headers.get('x-request-id');
    expect(answer.json.error).toEqual({ code: 'bug', text: expect.stringContaining(correlationId as string), correlationId });
    expect(server.logLines.find((line) => line.includes(`"msg":"bug"`) && line.includes(correlationId as string))).toMatch(/TypeError/);
  });

  it('no log line holds what people wrote or searched for', async () => {
    await server.as('alice').act('tickets.report', undefined, { title: 'Unmistakable words', description: 'pineapple' });
    await server.as('alice').get('/api/search?q=pineapple');
    await server.as('alice').act('tickets.report', undefined, { title: 'pineapple', nonsense: 1 });
    await server.as('alice').post('/api/tickets.report', '{"title": pineapple');
    await server.as('alice').get('/healthz');
    expect(server.logLines.filter((line) => /unmistakable|pineapple/i.test(line))).toEqual([]);
  });
});
