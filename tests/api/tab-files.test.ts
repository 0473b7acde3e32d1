// If this fails, Teams shows an empty tab, browsers keep an old one, or a stranger's page can frame ours.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

let test: TestApp;
let server: TestServer;
let directory: string;

const SCRIPT = `export const answer = 42;\n${'// more\n'.repeat(500)}`;
const ASSET = 'assets/index-BX1a2_c9.js';

beforeAll(async () => {
  test = await createTestApp();
  directory = await mkdtemp(join(tmpdir(), 'bellhop-tab-'));
  await mkdir(join(directory, 'tab/assets'), { recursive: true });
  await writeFile(join(directory, 'secret.json'), '{"secret":true}');
  await writeFile(join(directory, 'tab/index.html'), '<!doctype html><title>Bellhop</title>');
  await writeFile(join(directory, 'tab/icon.png'), 'not really');
  await writeFile(join(directory, 'tab/.hidden.json'), '{}');
  await writeFile(join(directory, 'tab', ASSET), SCRIPT);
  server = await startTestServer(test, { tabDirectory: join(directory, 'tab'), frameAncestors: ['https://localhost:4443'] });
});

afterAll(async () => {
  await server.close();
  await test.close();
  await rm(directory, { recursive: true, force: true });
});

/** Exactly this path and these headers, as no browser would tidy them. */
function raw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(server.url, { path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    outgoing.on('error', reject).end();
  });
}

it('the tab opens without a sign-in, and always asks whether it is new', async () => {
  const page = await raw('/tab/');
  expect([page.status, page.body.toString()]).toEqual([200, '<!doctype html><title>Bellhop</title>']);
  expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
});

it.each(['/tab/', '/healthz', '/readyz'])('%s answers HEAD with the headers alone', async (path) => {
  const [whole, head] = await Promise.all(['GET', 'HEAD'].map((method) => fetch(`${server.url}${path}`, { method, headers: { 'accept-encoding': 'identity' } })));
  expect([head?.status, await head?.text()]).toEqual([200, '']);
  for (const name of ['content-type', 'content-length', 'content-security-policy']) expect(head?.headers.get(name)).toBe(whole?.headers.get(name));
});

it('only Teams and its hosts may frame it, and only its own scripts run', async () => {
  const policy = String((await raw('/tab/')).headers['content-security-policy']);
  expect(policy).toMatch(/default-src 'none'; script-src 'self';/);
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  const framing = /frame-ancestors ([^;]+)/.exec(policy)?.[1]?.split(' ') ?? [];
  expect(framing).toEqual(expect.arrayContaining(["'self'", 'https://teams.microsoft.com', 'https://*.cloud.microsoft', 'https://localhost:4443']));
  expect(framing).not.toContain('*');
});

it.each(['/', '/tab'])('%s leads to the tab', async (path) => {
  const answer = await raw(path);
  expect([answer.status, answer.headers.location]).toEqual([302, '/tab/']);
});

it('files with a hash in their name are kept for a year, others are asked for again', async () => {
  expect((await raw(`/tab/${ASSET}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await raw('/tab/icon.png')).headers['cache-control']).toBe('no-cache');
});

it.each([
  ['br', 'gzip, deflate, br', brotliDecompressSync],
  ['gzip', 'gzip, deflate', gunzipSync],
] as const)('texts travel packed with %s', async (encoding, accepted, unpack) => {
  const answer = await raw(`/tab/${ASSET}`, { 'accept-encoding': accepted });
  expect(answer.headers).toMatchObject({ 'content-encoding': encoding, 'content-type': 'text/javascript; charset=utf-8', vary: 'Accept-Encoding' });
  expect(answer.body.length).toBeLessThan(SCRIPT.length / 10);
  expect(unpack(answer.body).toString()).toBe(SCRIPT);
});

it('whoever cannot unpack gets it plain', async () => {
  const answer = await raw(`/tab/${ASSET}`);
  expect([answer.headers['content-encoding'], answer.body.toString()]).toEqual([undefined, SCRIPT]);
});

it('a rebuilt page is served at once', async () => {
  await writeFile(join(directory, 'tab/index.html'), '<!doctype html><title>New</title>');
  expect((await raw('/tab/')).body.toString()).toContain('New');
});

it.each([
  '/tab/../secret.json', '/tab/%2e%2e/secret.json', '/tab/..%2fsecret.json', '/tab/%2e%2e%2fsecret.json', '/tab/..%5csecret.json', '/tab//secret.json', '/tab/assets/../../secret.json',
  '/tab/.hidden.json', '/tab/%00', '/tab/assets', '/tab/missing.js', '/tab/index.html%00.js', '/tab/index.php',
])('%s is not there', async (path) => {
  const answer = await raw(path);
  expect(answer.status).toBe(404);
  expect(answer.body.toString()).not.toContain('secret":');
});

it('a tab that is not built says how to build it', async () => {
  const other = await startTestServer(test, { tabDirectory: join(directory, 'nothing') });
  const answer = await other.client().get('/tab/');
  expect([answer.status, answer.json.error.code]).toEqual([404, 'tabNotBuilt']);
  expect(answer.json.error.text).toMatch(/npm run build/);
  await other.close();
});
