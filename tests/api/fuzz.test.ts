// If this fails, somebody brings the server down with an odd request, learns how it is built, or sees what they must not.
//
// BELLHOP_FUZZ=20000 tries so many; BELLHOP_SEED=7 tries others.
import { practiceOf, verifyStore } from '../../shared/app';
import { brokenText, hostileValue, leaksIn, objectFor } from '../_support/hostile';
import { randomFrom, type Random } from '../_support/random';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

/* eslint-disable @typescript-eslint/no-explicit-any */

const INPUTS = Number(process.env.BELLHOP_FUZZ ?? 400);
/** Administrators may bring an organization into any state: each so many requests meet a new one. */
const PER_DESK = 400;
const SECRET = 'Kassandra-Komplex-4711';
const BUG_LEVEL = 50;

interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: any }[];
  readonly body: any;
}

function operationsOf(document: any): readonly Operation[] {
  return Object.entries<any>(document.paths).flatMap(([path, methods]) => Object.entries<any>(methods).map(([method, { parameters = [], requestBody }]) => ({
    method: method.toUpperCase() as Operation['method'], path, parameters, body: requestBody?.content?.['application/json']?.schema,
  })));
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : String(JSON.stringify(value)));

function addressOf({ path, parameters }: Operation, random: Random, ids: readonly string[]): string {
  const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent((random.once(6) ? asText(hostileValue(random)).slice(0, 2_000).replace(/[\ud800-\udfff]/g, '?') : random.pick(ids)) || '-'));
  const query = new URLSearchParams();
  for (const { name, in: where } of parameters) if (where === 'query' && random.once(2)) query.append(name, asText(random.once(2) ? hostileValue(random) : random.pick([...ids, '1', 'new'])).slice(0, 3_000));
  if (random.once(8)) query.append(random.pick(['__proto__', 'limit', 'cursor', 'sort', 'q']), asText(hostileValue(random)).slice(0, 3_000));
  return `${filled}?${query.toString()}`;
}

function bodyOf({ path, body }: Operation, random: Random, ids: readonly string[]): Buffer | string {
  // A record of another kind is not found: most requests are about one of the right kind.
  const fitting = ids.filter((id) => path.startsWith(`/api/${practiceOf(id)?.name}.`));
  const own = fitting.length > 0 && !random.once(6) && body?.properties?.id ? { id: random.pick(fitting) } : {};
  const text = JSON.stringify(random.once(12) ? hostileValue(random) : { ...objectFor(body ?? {}, random, ids), ...own });
  return random.once(12) ? brokenText(text, random) : text;
}

test('whatever is sent to the API is answered, says nothing about its inside, and leaves the store whole', async () => {
  const random = randomFrom(Number(process.env.BELLHOP_SEED ?? 1));
  const problems: string[] = [];
  const statuses = new Map<number, number>();
  for (let tried = 0; tried < INPUTS && problems.length === 0; tried += PER_DESK) {
    const desk = await createTestApp();
    const server = await startTestServer(desk);
    try {
      problems.push(...(await attack(desk, server, random, Math.min(PER_DESK, INPUTS - tried), statuses)));
    } finally {
      await server.close();
      await desk.close();
    }
    if (INPUTS > PER_DESK) process.stderr.write(`tried ${tried + PER_DESK}: ${JSON.stringify(Object.fromEntries(statuses))}\n`);
  }
  expect(problems).toEqual([]);
  // Inputs that never get past the front door try nothing.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(INPUTS / 50);
}, 7_200_000);

async function attack(desk: TestApp, server: TestServer, random: Random, count: number, statuses: Map<number, number>): Promise<readonly string[]> {
  const { json: document } = await server.client().get('/api/openapi.json');
  const operations = operationsOf(document);
  const open = await desk.report();
  const hidden = await desk.report({ title: `Complaint ${SECRET}`, description: SECRET, isRestricted: true }, 'dora');
  await desk.perform('bob', 'tickets.take', open.id);
  const ids = [open.id, hidden.id, ...Object.values(desk.people).map(({ id }) => id), ...Object.values(desk.groups).map(({ id }) => id), ...Object.values(desk.categories), ...Object.values(desk.offerings), ...Object.values(desk.articles)];
  const problems: string[] = [];
  for (let index = 0; index < count && problems.length === 0; index += 1) {
    const operation = random.pick(operations);
    const person = random.pick(['alice', 'bob', 'ivy', 'gus', 'erik'] as const);
    const address = addressOf(operation, random, ids);
    const body = operation.method === 'GET' ? undefined : bodyOf(operation, random, ids);
    const headers = { 'x-bellhop-user': desk.people[person].id, ...(body !== undefined && { 'content-type': random.once(25) ? 'text/plain' : 'application/json' }), ...(random.once(20) && { 'idempotency-key': asText(hostileValue(random)).replace(/[^\x21-\x7e]/g, '').slice(0, 300) }) };
    const what = `${person} ${operation.method} ${address.slice(0, 300)} ${String(body ?? '').slice(0, 600)}`;
    // The live stream never ends by itself.
    const response = await fetch(`${server.url}${address}`, { method: operation.method, headers, ...(body !== undefined && { body: body as BodyInit }), signal: AbortSignal.timeout(operation.path.endsWith('/stream') ? 200 : 20_000) })
      .then(async (answer) => ({ status: answer.status, text: operation.path.endsWith('/stream') ? '' : await answer.text() }))
      .catch((error: unknown) => (operation.path.endsWith('/stream') ? { status: 0, text: '' } : { status: -1, text: String(error) }));
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (response.status === -1 || response.status === 500) problems.push(`${response.status} ${what} -> ${response.text.slice(0, 300)}`);
    const isOutsider = person === 'alice' || person === 'ivy';
    const leaks = leaksIn(response.text, isOutsider ? [SECRET] : []);
    if (leaks.length > 0 && !what.includes(leaks[0] as string)) problems.push(`told ${leaks.join()} to ${what}`);
  }
  const bugs = server.logLines.filter((line) => (JSON.parse(line) as { level: number }).level >= BUG_LEVEL);
  const { problems: stored } = await verifyStore(desk.app.storage, desk.tenant);
  return [...problems, ...bugs.slice(0, 3), ...stored.slice(0, 3).map((problem) => JSON.stringify(problem))];
}
