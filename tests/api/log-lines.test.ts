// If this fails, the log holds names, words or secrets of people, or nobody finds there what belongs to the code that a person reads out.
import { createConversations, rowKey } from '../../shared/app';
import { NETWORK_CHANNEL } from '../_support/bot-desk';
import { openEventStream } from '../_support/event-stream';
import { startFakeConnector, type FakeConnector } from '../_support/fake-connector';
import { TEST_PEOPLE, type PersonKey } from '../_support/people';
import { startServerProcess, type ServerProcess } from '../_support/server-process';
import { createTeams, memberOf } from '../_support/teams-client';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startWebhookReceiver, type WebhookReceiver } from '../_support/webhook-receiver';

jest.setTimeout(60_000);

/** In everything that people write here; a word that stands nowhere else. */
const MARK = 'Quittenbrot';
const SECRETS = ['t0ps3cret-of-the-hook', 'a test secret of enough characters', 'eyJhbGciOiJSUzI1NiJ9', 'Feed-Key-4711'];
const UNREADABLE = 'INC0099999';
/** What is said outside of requests: at start, by jobs, at the end. */
const OWN = ['history anchored', 
  'Bellhop is listening', 'clocks of open tickets are up to date', 'the shipped classifier is loaded', 'delivery not made', 'delivery failed', 'outbox entry not expanded', 'timer refused', 'job failed',
];

interface Line {
  readonly msg: string;
  readonly correlationId?: string;
  readonly err?: { readonly type: string; readonly code?: string; readonly problem?: string; readonly stack?: string };
  readonly path?: string;
}

let test_: TestApp;
let connector: FakeConnector;
let webhook: WebhookReceiver;
let webhookId: string;
let server: ServerProcess;
let everything: string;
let lines: readonly Line[];
/** The id of every answer of the API. */
const requestIds: string[] = [];
/** What each bug told the person. */
const told: string[] = [];

async function ask(who: PersonKey | undefined, path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(`${server.url}${path}`, { ...init, headers: { ...(who && { 'x-bellhop-user': test_.people[who].id }), 'content-type': 'application/json', ...init.headers } });
  requestIds.push(response.headers.get('x-request-id') ?? 'none');
  return response;
}
const act = (who: PersonKey, action: string, body: object | string): Promise<Response> => ask(who, `/api/${action}`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });

/** Does it, and returns the record as the next action names it. */
async function done(who: PersonKey, action: string, body: object): Promise<{ readonly id: string; readonly version: number }> {
  const response = await act(who, action, body);
  const text = await response.text();
  expect({ action, status: response.status, text }).toMatchObject({ status: 200 });
  const { id, version } = (JSON.parse(text) as { record: { id: string; version: number } }).record;
  return { id, version };
}

async function useTheApi(): Promise<void> {
  const ticket = await done('alice', 'tickets.report', { title: `${MARK} is stale`, description: `Ask ${MARK}, password: ${MARK}1!`, categoryId: test_.categories.vpn });
  const taken = await done('bob', 'tickets.take', ticket);
  await done('bob', 'tickets.reply', { ...taken, text: `Dear Alice Adams, eat less ${MARK}` });
  expect((await act('carol', 'tickets.take', ticket)).status).toBe(409);
  expect((await act('alice', 'tickets.report', { title: MARK, [MARK]: MARK })).status).toBe(422);
  expect((await act('alice', 'tickets.report', `{"title": ${MARK}`)).status).toBe(400);
  webhook.answer({ status: 500 });
  await done('bob', 'tickets.callWebhook', { id: ticket.id, webhookId });
  await ask('alice', `/api/files?name=${MARK}.txt`, { method: 'POST', body: MARK, headers: { 'content-type': 'text/plain' } });
  await ask('alice', `/api/search?q=${MARK}`);
  await ask('alice', `/${MARK}?mail=alice@contoso.example`);
  await ask(undefined, `/calendar/${SECRETS[3]}.ics`);
  await ask(undefined, '/api/me', { headers: { authorization: `Bearer ${SECRETS[2]}.${MARK}` } });
  await ask(undefined, '/api/messages', { method: 'POST', body: JSON.stringify({ type: MARK, text: MARK }) });
  const bug = await ask('bob', `/api/tickets/${UNREADABLE}`);
  expect(bug.status).toBe(500);
  told.push(((await bug.json()) as { error: { correlationId: string } }).error.correlationId);
  const stream = await openEventStream(`${server.url}/api/stream`, { 'x-bellhop-user': test_.people.alice.id });
  stream.close();
}

async function chat(): Promise<void> {
  const alice = createTeams(connector, () => server.url).person('alice');
  await alice.installs();
  expect((await alice.writes(`${MARK} does not print`)).status).toBe(200);
  const { messages } = await alice.writes(UNREADABLE);
  told.push(/[0-9a-f]{8}$/.exec(messages[0]?.text ?? '')?.[0] ?? 'nothing');
  await alice.invokes(`composeExtension/${MARK}`, { commandId: MARK });
  connector.quoteBack(2);
  await alice.writes(`${MARK} in the answer of Teams`);
}

beforeAll(async () => {
  [test_, connector, webhook] = await Promise.all([createTestApp(), startFakeConnector(), startWebhookReceiver()]);
  connector.open(NETWORK_CHANNEL.id, (['bob', 'carol'] as const).map(memberOf));
  await createConversations(test_.app.storage, test_.tenant).keepService({ serviceUrl: connector.url, botId: '28:bellhop' });
  await test_.perform('carol', 'groups.connectChannel', test_.groups.network.id, { channel: { conversationId: NETWORK_CHANNEL.id, serviceUrl: connector.url, name: 'Network' } });
  webhookId = (await test_.perform('erik', 'webhooks.add', undefined, { name: `${MARK} stock`, isEnabled: true, address: `${webhook.url}/hook?token=${SECRETS[0]}` })).id;
  // A head that no version of Bellhop wrote: reading it is a bug by definition.
  await test_.app.storage.commit({ partition: test_.tenant, guarded: [{ kind: 'create', row: rowKey.head(UNREADABLE), data: { practice: 'tickets', title: MARK } }] });
  // Whatever is posted first comes back in the error.
  connector.quoteBack(1);
  server = await startServerProcess(test_, { settings: { LOG_LEVEL: 'trace', BELLHOP_WEBHOOK_KEY: SECRETS[1] ?? '', BELLHOP_WEBHOOK_HOSTS: '127.0.0.1' } });
  await useTheApi();
  await server.line((line) => line.includes('"msg":"delivery not made"') && line.includes('webhook') === false);
  await chat();
  await server.line((line) => line.includes('WHK') && line.includes('"msg":"delivery not made"'));
  expect(await server.terminate()).toBe(0);
  everything = [...server.lines, ...server.errors].join('\n');
  lines = server.lines.map((line) => JSON.parse(line) as Line);
});
afterAll(async () => {
  await server.kill();
  await Promise.all([connector.close(), webhook.close()]);
  await test_.close();
});

it('nothing that somebody wrote, no name, no mail, no secret is in any line, at the finest level', () => {
  const personal = [MARK, ...SECRETS, ...Object.values(TEST_PEOPLE).flatMap(({ name, mail, aadObjectId }) => [name, mail, aadObjectId ?? mail])];
  expect(personal.filter((text) => everything.includes(text)).map((text) => lines.find((line) => JSON.stringify(line).includes(text)))).toEqual([]);
});

it('every line is JSON, and says what happened', () => {
  expect(server.errors).toEqual([]);
  expect(lines.filter(({ msg }) => !msg)).toEqual([]);
  expect(lines.length).toBeGreaterThan(20);
});

it('every line of a request carries the id of its answer; what happens by itself carries none', () => {
  expect(requestIds.filter((id) => !lines.some(({ correlationId }) => correlationId === id))).toEqual([]);
  expect(lines.filter(({ correlationId, msg }) => correlationId === undefined && !OWN.includes(msg)).map(({ msg }) => msg)).toEqual([]);
  expect(lines.filter(({ correlationId, msg }) => correlationId !== undefined && OWN.includes(msg)).map(({ msg }) => msg)).toEqual([]);
});

it('the code that a person reads out leads to the bug and to its request, on the page and in the chat', () => {
  expect(told).toHaveLength(2);
  const found = told.map((code) => lines.filter(({ correlationId }) => correlationId?.startsWith(code)).map(({ msg }) => msg).toSorted());
  expect(found).toEqual([['bug', 'request'], ['request', 'turn failed']]);
  for (const { err } of lines.filter(({ msg, correlationId }) => ['bug', 'turn failed'].includes(msg) && told.some((code) => correlationId?.startsWith(code)))) {
    expect(err).toMatchObject({ type: 'TypeError', message: expect.stringMatching(/undefined/), stack: expect.stringMatching(/^\s+at .*shared/m) });
  }
});

it('what could not be delivered says why, in words of the protocol', () => {
  const failed = lines.filter(({ msg }) => msg === 'delivery not made').map(({ err }) => err);
  expect(failed).toContainEqual(expect.objectContaining({ type: 'SendError', problem: 'refused', status: 400, code: 'BadSyntax' }));
  expect(failed).toContainEqual(expect.objectContaining({ type: 'WebhookError', problem: 'unavailable', detail: '500' }));
});
