import { join } from 'node:path';
import type { Logger } from 'pino';
import type { BotEndpoint } from '../../bot/api/messages';
import type { Issuer } from '../../bot/api/identity/entra-token';
import type { Config } from '../../bot/config/config';
import { createServer } from '../../bot/server';
import { createLog } from '../../bot/telemetry';
import type { App } from '../../shared/app';
import type { RecordView } from '../../shared/kernel';
import type { PersonKey } from './people';
import type { TestApp } from './test-app';

export const TEST_TENANT_ID = '11111111-1111-4111-8111-111111111111';
export const TEST_CLIENT_ID = '22222222-2222-4222-8222-222222222222';
const BOT_ID = '33333333-3333-4333-8333-333333333333';
const TEAMS_APP_ID = '44444444-4444-4444-8444-444444444444';

/** Development on a free port of this machine. */
export function testConfig(changes: Partial<Config> = {}): Config {
  return {
    port: 0, host: '127.0.0.1', dataDirectory: '.data', storage: 'embedded', tenant: 'test', isDevelopment: true,
    publicUrl: 'http://localhost:3978', teamsAppId: TEAMS_APP_ID, microsoftAppId: '', microsoftAppPassword: '', microsoftAppType: 'SingleTenant',
    tenantId: '', clientId: '', administrators: [], readsPresence: false, requestsPerSecond: 0, drainSeconds: 0, webhooks: { secrets: [], hosts: [] }, logLevel: 'silent',
    ...changes,
  };
}

/** As an organization runs it: credentials, a tenant, sign-in by token only. */
export function productionConfig(changes: Partial<Config> = {}): Config {
  return testConfig({
    isDevelopment: false, publicUrl: 'https://bellhop.contoso.example', microsoftAppId: BOT_ID, microsoftAppPassword: 'not-a-real-secret',
    tenantId: TEST_TENANT_ID, clientId: TEST_CLIENT_ID, ...changes,
  });
}

/** An answer with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON in the body, as the test expects it. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

export interface TestClient {
  readonly headers: Readonly<Record<string, string>>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: object | string | Uint8Array, headers?: Record<string, string>): Promise<Answer>;
  /** `POST /api/<action>` with id and version of the record, if there is one. */
  act(action: string, record: Pick<RecordView, 'id' | 'version'> | undefined, input?: object, headers?: Record<string, string>): Promise<Answer>;
}

export interface TestServer {
  readonly url: string;
  readonly config: Config;
  /** What was logged, one JSON object per line. */
  readonly logLines: readonly string[];
  as(person: PersonKey): TestClient;
  client(headers?: Record<string, string>): TestClient;
  close(): Promise<void>;
}

export interface TestServerOptions {
  readonly config?: Partial<Config>;
  readonly bot?: BotEndpoint | ((deps: { app: App; config: Config; log: Logger }) => BotEndpoint);
  readonly issuer?: Issuer;
  readonly frameAncestors?: readonly string[];
  readonly tabDirectory?: string;
  /** Another instance than that of the test application. */
  readonly app?: App;
}

/** Bellhop over real HTTP on a free port. `config` with `isDevelopment: false` turns sign-in by token on. */
export async function startTestServer(test: TestApp, options: TestServerOptions = {}): Promise<TestServer> {
  const app = options.app ?? test.app;
  const base = options.config?.isDevelopment === false ? productionConfig() : testConfig();
  const config: Config = { ...base, tenant: test.tenant, ...options.config };
  const logLines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void logLines.push(line) });
  const bot = typeof options.bot === 'function' ? options.bot({ app, config, log }) : options.bot;
  const server = createServer({
    app, config, log,
    tabDirectory: options.tabDirectory ?? join(__dirname, '../../dist/tab'),
    ...(bot && { bot }),
    ...(options.issuer && { issuer: options.issuer }),
    ...(options.frameAncestors && { frameAncestors: options.frameAncestors }),
  });
  const url = await server.listen();
  const client = (headers: Record<string, string> = {}): TestClient => createClient(url, headers);
  return {
    url, config, logLines, client,
    as: (person) => client({ 'x-bellhop-user': test.people[person].id }),
    close: () => server.close(),
  };
}

function createClient(url: string, own: Record<string, string>): TestClient {
  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  }

  const post: TestClient['post'] = (path, body, headers = {}) => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    return ask(path, {
      method: 'POST',
      body: isRaw ? (body as BodyInit) : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...own, ...headers },
    });
  };
  return {
    headers: own,
    get: (path, headers = {}) => ask(path, { headers: { ...own, ...headers } }),
    post,
    act: (action, record, input = {}, headers = {}) =>
      post(`/api/${action}`, { ...(record && { id: record.id, version: record.version }), ...input }, headers),
  };
}
