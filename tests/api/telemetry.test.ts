// If this fails, whoever runs Bellhop sees wrong figures or none, reads names and words of people in them, or pays for what they did not switch on.
import path from 'node:path';
import { allActions, createConversations, practices } from '../../shared/app';
import { hasText } from '../../shared/strings';
import { NETWORK_CHANNEL } from '../_support/bot-desk';
import { openEventStream } from '../_support/event-stream';
import { startFakeConnector, type FakeConnector } from '../_support/fake-connector';
import { startOtlpReceiver, type OtlpReceiver, type ReceivedSpan } from '../_support/otlp-receiver';
import { TEST_PEOPLE, type PersonKey } from '../_support/people';
import { startServerProcess, type ServerProcess } from '../_support/server-process';
import { createTeams, memberOf } from '../_support/teams-client';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startWebhookReceiver, type WebhookReceiver } from '../_support/webhook-receiver';

jest.setTimeout(60_000);

const PRELOAD = path.resolve(__dirname, '../_support/loaded-packages.cjs');
const MARK = 'Xylophonbau';
const TOKEN = 'c0llect0r-secret';
const CALLER = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };

let test_: TestApp;
let connector: FakeConnector;
let webhook: WebhookReceiver;
let collector: OtlpReceiver;
let server: ServerProcess;
let webhookId: string;
/** Text of `/metrics` after the story. */
let scraped: string;
let ticketId: string;

interface Answer {
  readonly status: number;
  // What a record looks like is for the test to say.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

async function act(who: PersonKey, action: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${server.url}/api/${action}`, {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'x-bellhop-user': test_.people[who].id, ...headers },
  });
  return { status: response.status, json: await response.json().catch(() => undefined) };
}

const metricsAddress = (): string => (JSON.parse(server.lines.find((line) => line.includes('"metrics":')) ?? '{}') as { metrics: string }).metrics;
const scrape = async (): Promise<string> => (await fetch(metricsAddress())).text();
/** Value of one series; undefined when it is not there. */
const value = (name: string, labels = ''): number | undefined => {
  const line = scraped.split('\n').find((text) => text.startsWith(labels ? `${name}{${labels}}` : `${name} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
};
const labelsOf = (text: string, label: string): readonly string[] => [...new Set([...text.matchAll(new RegExp(`[{,]${label}="([^"]*)"`, 'g'))].map(([, found]) => found ?? ''))];

async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A ticket from a program with its own trace, a refusal, a conflict, a chat, a webhook, addresses that somebody made up. */
async function tellStory(): Promise<void> {
  const reported = await act('alice', 'tickets.report', { title: `${MARK} is broken`, description: `${MARK} again`, categoryId: test_.categories.vpn }, { traceparent: `00-${CALLER.traceId}-${CALLER.spanId}-01` });
  ticketId = reported.json.record.id;
  const { version } = reported.json.record;
  expect((await act('bob', 'tickets.take', { id: ticketId, version })).status).toBe(200);
  expect((await act('carol', 'tickets.take', { id: ticketId, version })).status).toBe(409);
  expect((await act('ivy', 'tickets.take', { id: ticketId, version })).status).toBe(404);
  expect((await act('bob', 'tickets.callWebhook', { id: ticketId, webhookId })).status).toBe(200);
  expect((await createTeams(connector, () => server.url).person('alice').writes(`${MARK} does not answer`)).status).toBe(200);
  await Promise.all(Array.from({ length: 20 }, (_, number) => act('alice', `${MARK}${number}.do`, { title: MARK })));
  await Promise.all(Array.from({ length: 20 }, (_, number) => fetch(`${server.url}/${MARK}/${number}`)));
  await until(() => webhook.received.length > 0 && connector.messages(NETWORK_CHANNEL.id).length > 0);
}

beforeAll(async () => {
  [test_, connector, webhook, collector] = await Promise.all([createTestApp(), startFakeConnector(), startWebhookReceiver(), startOtlpReceiver()]);
  connector.open(NETWORK_CHANNEL.id, (['bob', 'carol'] as const).map(memberOf));
  await createConversations(test_.app.storage, test_.tenant).keepService({ serviceUrl: connector.url, botId: '28:bellhop' });
  await test_.perform('carol', 'groups.connectChannel', test_.groups.network.id, { channel: { conversationId: NETWORK_CHANNEL.id, serviceUrl: connector.url, name: 'Network' } });
  webhookId = (await test_.perform('erik', 'webhooks.add', undefined, { name: 'Stock', isEnabled: true, address: `${webhook.url}/hook?token=t0ps3cret` })).id;
  server = await startServerProcess(test_, {
    preload: PRELOAD,
    settings: {
      BELLHOP_METRICS_PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer ${TOKEN}`, OTEL_SERVICE_NAME: 'bellhop-test',
      BELLHOP_WEBHOOK_KEY: 'a test secret of enough characters', BELLHOP_WEBHOOK_HOSTS: '127.0.0.1', LOG_LEVEL: 'debug',
    },
  });
  const stream = await openEventStream(`${server.url}/api/stream`, { 'x-bellhop-user': test_.people.bob.id });
  await tellStory();
  scraped = await scrape();
  stream.close();
});
afterAll(async () => {
  await server.kill();
  await Promise.all([connector.close(), webhook.close(), collector.close()]);
  await test_.close();
});

describe('metrics', () => {
  it('count requests by route and status, and actions by how they ended', () => {
    const request = (status: number): number | undefined =>
      value('http_server_request_duration_seconds_count', `http_request_method="POST",http_route="/api/:action",http_response_status_code="${status}"`);
    expect([request(200), request(409), request(404)]).toEqual([3, 1, 21]);
    const action = (name: string, outcome: string, code = ''): number | undefined => value('bellhop_actions_total', `action="${name}",outcome="${outcome}",code="${code}"`);
    expect([action('tickets.report', 'done'), action('tickets.take', 'done'), action('tickets.take', 'conflict', 'kernel.stale'), action('tickets.take', 'refused', 'kernel.notFound')]).toEqual([1, 1, 1, 1]);
  });

  it('show storage, deliveries, what waits, streams, active records, event loop and memory', () => {
    for (const operation of ['get', 'range', 'commit']) {
      expect(value('db_client_operation_duration_seconds_count', `db_operation_name="${operation}",error_type=""`)).toBeGreaterThan(0);
      expect(value('bellhop_storage_rows_total', `db_operation_name="${operation}"`)).toBeGreaterThan(0);
    }
    expect(value('bellhop_deliveries_total', 'channel="channel",outcome="sent"')).toBe(1);
    expect(labelsOf(scraped, 'queue').toSorted()).toEqual(['deliveries', 'outbox', 'timers', 'webhooks']);
    for (const queue of ['outbox', 'deliveries', 'webhooks', 'timers']) {
      expect(value('bellhop_backlog_entries', `queue="${queue}"`)).toBeGreaterThanOrEqual(0);
      expect(value('bellhop_backlog_oldest_seconds', `queue="${queue}"`)).toBeGreaterThanOrEqual(0);
    }
    expect(value('bellhop_open_streams')).toBe(1);
    expect(value('bellhop_active_records', 'practice="tickets"')).toBe(1);
    expect(value('bellhop_active_records', 'practice="people"')).toBe(Object.keys(TEST_PEOPLE).length);
    expect(value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  });

  it('hold nothing of people, and no label that a caller can make up', async () => {
    const personal = [MARK, ticketId, ...Object.values(TEST_PEOPLE).flatMap(({ name, mail }) => [name, mail]), ...Object.values(test_.people).map(({ id }) => id)];
    expect(personal.filter((text) => scraped.includes(text))).toEqual([]);
    expect(labelsOf(scraped, 'http_route').filter((route) => !/^(\/[\w:.*-]+)*$/.test(route) || /\d{3}/.test(route))).toEqual([]);
    const actions = new Set(allActions().map(({ name }) => name));
    expect(labelsOf(scraped, 'action').filter((name) => !actions.has(name))).toEqual([]);
    expect(labelsOf(scraped, 'code').filter((code) => code !== '' && !hasText(`refusal.${code}`) && !hasText(`error.${code}`))).toEqual([]);
    expect(labelsOf(scraped, 'practice').filter((name) => !practices.some((practice) => practice.name === name))).toEqual([]);
    expect(labelsOf(scraped, 'channel').filter((channel) => !['person', 'channel', 'words', 'thread', 'webhook', 'cards'].includes(channel))).toEqual([]);

    // Only what callers bring: a job that runs for the first time in between has its own series.
    const ofCallers = async (): Promise<number> => (await scrape()).split('\n').filter((line) => /[{,](http_route|action|code)="/.test(line)).length;
    const before = await ofCallers();
    expect(before).toBeGreaterThan(0);
    await Promise.all(Array.from({ length: 20 }, (_, number) => act('alice', `other${number}.do`, {})));
    await Promise.all(Array.from({ length: 20 }, (_, number) => fetch(`${server.url}/other/${number}`)));
    expect(await ofCallers()).toBe(before);
  });

  it('are served on loopback on a port of their own, and nowhere else', async () => {
    expect(new URL(metricsAddress()).hostname).toBe('127.0.0.1');
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
    expect((await fetch(new URL('/', metricsAddress()))).status).toBe(404);
    expect((await fetch(metricsAddress(), { method: 'POST' })).status).toBe(404);
    expect((await fetch(metricsAddress())).headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  });
});

describe('traces', () => {
  let spans: readonly ReceivedSpan[];
  const named = (name: string): readonly ReceivedSpan[] => spans.filter((span) => span.name === name);
  const childrenOf = (parent: ReceivedSpan): readonly ReceivedSpan[] => spans.filter((span) => span.parentSpanId === parent.spanId && span.traceId === parent.traceId);
  /** From a span up to where its trace begins here. */
  function wayUp(span: ReceivedSpan): readonly string[] {
    const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
    return [span.name, ...(parent ? wayUp(parent) : [])];
  }

  beforeAll(async () => {
    expect(await server.terminate()).toBe(0);
    spans = collector.spans;
  });

  it('lead from the caller through the request and the action to the storage', () => {
    const request = spans.find((span) => span.parentSpanId === CALLER.spanId);
    expect(request).toMatchObject({ traceId: CALLER.traceId, name: 'POST /api/:action', attributes: { 'http.request.method': 'POST', 'http.route': '/api/:action', 'http.response.status_code': 200 } });
    const [performed, ...others] = childrenOf(request!);
    expect(others).toEqual([]);
    expect(performed).toMatchObject({ name: 'perform tickets.report', attributes: { 'bellhop.action': 'tickets.report', 'bellhop.outcome': 'done' } });
    expect(new Set(childrenOf(performed!).map(({ name }) => name))).toEqual(new Set(['storage get', 'storage commit']));
    expect(named('perform tickets.take').map(({ attributes }) => attributes['bellhop.outcome']).toSorted()).toEqual(['conflict', 'done', 'refused']);
  });

  it('lead from a message in the chat to the storage', () => {
    const [turn] = named('turn message');
    expect(wayUp(turn!)).toEqual(['turn message', 'POST /api/messages']);
  });

  it('lead from the outbox through a delivery to Teams and to a webhook, which continues them', () => {
    const calls = named('POST connector').map(wayUp).filter((way) => way[1] !== 'turn message');
    expect(calls).toContainEqual(['POST connector', 'deliver channel', 'outbox relay']);
    expect(named('outbox entry').map(wayUp)).toContainEqual(['outbox entry', 'outbox relay']);
    const [sent] = named('POST webhook');
    expect(wayUp(sent!)).toEqual(['POST webhook', 'deliver webhook']);
    expect(webhook.received[0]?.headers.traceparent).toBe(`00-${sent!.traceId}-${sent!.spanId}-01`);
  });

  it('begin with work, not with looking for it', () => {
    expect(spans.filter((span) => span.name.startsWith('storage ') && span.parentSpanId === undefined)).toEqual([]);
  });

  it('hold nothing of people and no secret, and say which process they come from', () => {
    const personal = [MARK, TOKEN, 't0ps3cret', ...Object.values(TEST_PEOPLE).flatMap(({ name, mail }) => [name, mail])];
    expect(personal.filter((text) => collector.bodies.join('\n').includes(text))).toEqual([]);
    expect(collector.resource).toMatchObject({ 'service.name': 'bellhop-test' });
    expect(new Set(collector.authorizations)).toEqual(new Set([`Bearer ${TOKEN}`]));
  });

  it('are named in the log of their request, together with its own id', () => {
    const line = server.lines.map((text) => JSON.parse(text) as Record<string, unknown>).find(({ trace_id }) => trace_id === CALLER.traceId);
    const request = spans.find((span) => span.parentSpanId === CALLER.spanId);
    expect(line).toMatchObject({ msg: 'request', span_id: request?.spanId, correlationId: request?.attributes['bellhop.correlation_id'] });
  });
});

test('what is not switched on is not loaded', async () => {
  const loadedBy = ({ errors }: ServerProcess): readonly string[] =>
    (errors.find((line) => line.startsWith('loaded: ')) ?? '').split(' ').filter((name) => name.startsWith('@opentelemetry/') || name === 'prom-client');
  expect(loadedBy(server)).toEqual(expect.arrayContaining(['prom-client', '@opentelemetry/api', '@opentelemetry/sdk-trace']));
  const plain = await startServerProcess(test_, { preload: PRELOAD });
  expect(await plain.terminate()).toBe(0);
  expect(plain.errors.some((line) => line.startsWith('loaded: '))).toBe(true);
  expect(loadedBy(plain)).toEqual([]);
});
