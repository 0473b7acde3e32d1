// If this fails, a screenshot is lost, a stranger reads an attachment, or an attachment runs scripts in somebody's browser.
import type { PersonKey } from '../_support/people';
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

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 7]);

const upload = (by: PersonKey, name: string, type: string, content: Uint8Array = PNG): Promise<Answer> =>
  server.as(by).post(`/api/files?name=${encodeURIComponent(name)}`, content, { 'content-type': type });

/** A ticket of Alice with this file. */
async function attached(name: string, type: string, content?: Uint8Array): Promise<{ ticketId: string; fileId: string }> {
  const { json } = await upload('alice', name, type, content);
  const reported = await server.as('alice').act('tickets.report', undefined, { title: 'See the file', files: [json.file.id], categoryId: test.categories.vpn });
  return { ticketId: reported.json.record.id, fileId: json.file.id };
}

async function download(by: PersonKey, ticketId: string, fileId: string): Promise<Response> {
  return fetch(`${server.url}/api/files/${ticketId}/${fileId}`, { headers: server.as(by).headers });
}

it('a file is sent, attached and read back unchanged', async () => {
  const sent = await upload('alice', 'screen shot.png', 'image/png');
  expect(sent.json.file).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'screen shot.png', type: 'image/png', bytes: PNG.length });
  const { ticketId, fileId } = await attached('screen shot.png', 'image/png');
  const response = await download('alice', ticketId, fileId);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(PNG);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(response.headers.get('content-disposition')).toBe(`inline; filename="screen shot.png"; filename*=UTF-8''screen%20shot.png`);
});

it.each([
  ['page.html', 'text/html'],
  ['drawing.svg', 'image/svg+xml'],
  ['script.js', 'text/javascript'],
  ['report.pdf', 'application/pdf'],
  ['anything', 'nonsense'],
  ['mixed.png', 'image/png, text/html'],
])('%s (%s) is only ever saved, never shown', async (name, type) => {
  const { ticketId, fileId } = await attached(name, type);
  const { headers } = await download('bob', ticketId, fileId);
  expect(headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  expect(headers.get('cache-control')).toBe('no-store');
});

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\alice\\secret.txt', 'secret.txt'],
  ['two\r\nlines: yes.txt', 'twolines yes.txt'],
  ['"quoted".txt', 'quoted.txt'],
  ['', 'file'],
  ['Überblick – Größe 100%.png', 'Überblick – Größe 100%.png'],
  ['x'.repeat(400), 'x'.repeat(150)],
])('the name %j is kept as %j', async (name, kept) => {
  const { ticketId, fileId } = await attached(name, 'image/png');
  const { json } = await server.as('alice').get(`/api/tickets/${ticketId}`);
  expect(json.record.attachments[0].name).toBe(kept);
  const response = await download('alice', ticketId, fileId);
  const written = /filename\*=UTF-8''(\S+)$/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  expect(decodeURIComponent(written ?? '')).toBe(kept);
});

it('25 MB pass, one byte more is refused in words', async () => {
  const largest = new Uint8Array(25 * 1024 * 1024);
  expect((await upload('alice', 'large.bin', 'application/octet-stream', largest)).json.file.bytes).toBe(largest.length);
  const answer = await upload('alice', 'larger.bin', 'application/octet-stream', new Uint8Array(largest.length + 1));
  expect([answer.status, answer.json.error.code]).toEqual([413, 'fileTooLarge']);
  expect(answer.json.error.text).toMatch(/at most 25 MB/);
});

it('an empty file is refused', async () => {
  const answer = await upload('alice', 'empty.txt', 'text/plain', new Uint8Array());
  expect([answer.status, answer.json.refused.code]).toEqual([422, 'files.empty']);
});

describe('who reads a file', () => {
  it('whoever may read the ticket; for all others ticket and file are missing alike', async () => {
    const { ticketId, fileId } = await attached('a.png', 'image/png');
    for (const person of ['alice', 'bob', 'gus'] as const) expect((await download(person, ticketId, fileId)).status).toBe(200);
    const missing = await (await download('ivy', 'INC0123456', fileId)).text();
    const hidden = await download('ivy', ticketId, fileId);
    expect([hidden.status, await hidden.text()]).toEqual([404, missing]);
  });

  it('nobody reaches a file through another ticket', async () => {
    const { fileId } = await attached('a.png', 'image/png');
    const own = await test.report({}, 'ivy');
    expect((await download('ivy', own.id, fileId)).status).toBe(404);
  });

  it('a file on an internal note is hidden from the requester', async () => {
    const ticket = await test.perform('bob', 'tickets.take', await test.report());
    const { json } = await upload('bob', 'internal.png', 'image/png');
    await server.as('bob').post('/api/tickets.addNote', { id: ticket.id, text: 'Look at this.', files: [json.file.id] });
    expect((await download('fay', ticket.id, json.file.id)).status).toBe(200);
    expect((await download('alice', ticket.id, json.file.id)).status).toBe(404);
  });

  it.each(['%2e%2e%2frows', '..%2f..%2frows', 'x', '00000000-0000-4000-8000-000000000000'])('%s is no file', async (fileId) => {
    const { ticketId } = await attached('a.png', 'image/png');
    expect((await download('alice', ticketId, fileId)).status).toBe(404);
  });
});

describe('who attaches a file', () => {
  const report = (by: PersonKey, files: string[]) => server.as(by).act('tickets.report', undefined, { title: 'With a file', files });

  it('only who has sent it', async () => {
    const { json } = await upload('alice', 'a.png', 'image/png');
    const stolen = await report('ivy', [json.file.id]);
    const missing = await report('ivy', ['00000000-0000-4000-8000-000000000000']);
    expect([stolen.status, stolen.json.refused]).toEqual([422, missing.json.refused]);
    expect((await report('alice', [json.file.id])).status).toBe(200);
  });

  it('only once', async () => {
    const { json } = await upload('alice', 'a.png', 'image/png');
    expect((await report('alice', [json.file.id])).status).toBe(200);
    expect((await report('alice', [json.file.id])).json.refused.code).toBe('tickets.fileMissing');
  });

  it('a refused action keeps the file for the next try', async () => {
    const { json } = await upload('alice', 'a.png', 'image/png');
    await server.as('alice').act('tickets.report', undefined, { title: '', files: [json.file.id] });
    expect((await report('alice', [json.file.id])).status).toBe(200);
  });
});
