import { isLoopbackHost } from './loopback';
import { readEnv, type Env } from './env';
import { readMetrics, readTracing, type MetricsConfig, type TracingConfig } from './telemetry-config';

export type BotAppType = 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

export interface WebhookConfig {
  /** What signing keys are derived from, the present one first. Never logged. Empty: webhooks cannot be called. */
  readonly secrets: readonly string[];
  /** Hosts that may be written to although their address is private; on loopback without TLS. */
  readonly hosts: readonly string[];
}

/** What the process runs with, decided once at the start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  /** `embedded`, a connection string, or the address of an Azure table service. May hold a key: never logged. */
  readonly storage: string;
  /** The partition of this organization. */
  readonly tenant: string;
  /** Sign-in by header and a bot without credentials. Only on loopback, without an app id, outside production. */
  readonly isDevelopment: boolean;
  /** Where browsers and Teams reach this server, without a slash at the end. */
  readonly publicUrl: string;
  readonly teamsAppId: string;
  /** Empty in development, together with the password. */
  readonly microsoftAppId: string;
  readonly microsoftAppPassword: string;
  readonly microsoftAppType: BotAppType;
  /** Entra ID tenant; empty in development. */
  readonly tenantId: string;
  /** Entra ID application that the tab signs in to. */
  readonly clientId: string;
  /** Object ids or mail addresses of people who administer from their first sign-in on. */
  readonly administrators: readonly string[];
  readonly playgroundUrl?: string;
  readonly webhooks: WebhookConfig;
  /** Asks Microsoft Graph who is out of office; takes the permission Presence.Read.All. */
  readonly readsPresence: boolean;
  /** Requests of one caller per second on average; 0: as many as they like. */
  readonly requestsPerSecond: number;
  /** How long a process that is to stop still takes requests while it says that it is not ready. */
  readonly drainSeconds: number;
  /** Absent: nothing is counted. */
  readonly metrics?: MetricsConfig;
  /** Absent: nothing is traced. */
  readonly tracing?: TracingConfig;
  readonly logLevel: LogLevel;
}

/** Every setting that must be changed before Bellhop can start, one sentence each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Bellhop cannot start with these settings:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TENANT = /^[a-z0-9][a-z0-9-]{0,39}$/;
const LOG_LEVELS: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const APP_TYPES: readonly BotAppType[] = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'];
const DEFAULT_PORT = 3978;
const LOOPBACK = '127.0.0.1';
/** As long as 24 random bytes in base64. */
const WEBHOOK_KEY_CHARS = 32;
const HOST = /^[a-z0-9:][a-z0-9.:-]{0,252}$/;
const REQUESTS_PER_SECOND = 30;
/** Longer than most balancers take between two looks at `/readyz`. */
const DRAIN_SECONDS = 5;
const MOST_DRAIN_SECONDS = 300;
const NO_APP = '00000000-0000-0000-0000-000000000000';

type Check = (isRight: unknown, problem: string) => void;

/** Decides on the settings, or throws a ConfigError that names all that is wrong with them. */
export function decideConfig(env: Env): Config {
  const problems: string[] = [];
  const check: Check = (isRight, problem) => {
    if (!isRight) problems.push(problem);
  };
  const port = Number(env.port ?? DEFAULT_PORT);
  const host = env.host ?? (env.microsoftAppId ? '0.0.0.0' : LOOPBACK);
  const isProduction = env.nodeEnv === 'production';
  const isDevelopment = !env.microsoftAppId && isLoopbackHost(host) && !isProduction;
  const appType = readAppType(env.microsoftAppType, check);
  const publicUrl = (env.publicUrl ?? (isDevelopment ? `http://localhost:${port}` : '')).replace(/\/+$/, '');

  check(Number.isInteger(port) && port >= 0 && port <= 65_535, `PORT must be a number from 0 to 65535, not "${env.port}".`);
  check(TENANT.test(env.tenant ?? 'main'), 'BELLHOP_TENANT may hold lower-case letters, digits and hyphens, at most 40.');
  check(LOG_LEVELS.includes(env.logLevel as LogLevel) || !env.logLevel, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  check(!env.presence || ['graph', 'off'].includes(env.presence), `BELLHOP_PRESENCE must be graph or off, not "${env.presence}".`);
  const requestsPerSecond = Number(env.requestsPerSecond ?? (isDevelopment ? 0 : REQUESTS_PER_SECOND));
  check(requestsPerSecond >= 0 && requestsPerSecond <= 100_000, `BELLHOP_REQUESTS_PER_SECOND must be a number from 0 (no limit) to 100000, not "${env.requestsPerSecond}".`);
  const drainSeconds = Number(env.drainSeconds ?? (isDevelopment ? 0 : DRAIN_SECONDS));
  check(drainSeconds >= 0 && drainSeconds <= MOST_DRAIN_SECONDS, `BELLHOP_DRAIN_SECONDS must be a number from 0 to ${MOST_DRAIN_SECONDS}, not "${env.drainSeconds}".`);
  const metrics = readMetrics(env, check);
  const tracing = readTracing(env, check);
  const hosts = listOf(env.webhookHosts);
  check(hosts.every((name) => HOST.test(name)), 'BELLHOP_WEBHOOK_HOSTS takes names or addresses of hosts, separated by commas, without https:// and without ports.');
  for (const [name, key] of [['BELLHOP_WEBHOOK_KEY', env.webhookKey], ['BELLHOP_WEBHOOK_KEY_FORMER', env.formerWebhookKey]] as const) {
    check(!key || key.length >= WEBHOOK_KEY_CHARS, `${name} must have at least ${WEBHOOK_KEY_CHARS} characters; make one with: openssl rand -base64 32`);
  }
  check(env.webhookKey || !env.formerWebhookKey, 'BELLHOP_WEBHOOK_KEY_FORMER is the key before BELLHOP_WEBHOOK_KEY; set that, too.');
  if (!isDevelopment) checkForTeams(env, { host, isProduction, appType, publicUrl }, check);
  if (problems.length > 0) throw new ConfigError(problems);

  return {
    port,
    host,
    isDevelopment,
    publicUrl,
    dataDirectory: env.dataDirectory ?? '.data',
    storage: env.storage ?? 'embedded',
    tenant: env.tenant ?? 'main',
    teamsAppId: env.teamsAppId ?? NO_APP,
    microsoftAppId: env.microsoftAppId ?? '',
    microsoftAppPassword: isDevelopment ? '' : (env.microsoftAppPassword ?? ''),
    microsoftAppType: appType,
    tenantId: (env.microsoftAppTenantId ?? '').toLowerCase(),
    clientId: env.clientId ?? env.microsoftAppId ?? '',
    administrators: listOf(env.administrators),
    webhooks: { secrets: [env.webhookKey, env.formerWebhookKey].filter((key) => key !== undefined), hosts },
    ...(env.playgroundUrl && isDevelopment && { playgroundUrl: env.playgroundUrl }),
    readsPresence: env.presence === 'graph' && !isDevelopment,
    requestsPerSecond,
    drainSeconds,
    ...(metrics && { metrics }),
    ...(tracing && { tracing }),
    logLevel: (env.logLevel as LogLevel | undefined) ?? 'info',
  };
}

const listOf = (text = ''): readonly string[] => text.split(/[,;\s]+/).filter(Boolean).map((entry) => entry.toLowerCase());

/** The same from the environment of this process. */
export function loadConfig(source?: Readonly<Record<string, string | undefined>>): Config {
  return decideConfig(readEnv(source));
}

function readAppType(value: string | undefined, check: Check): BotAppType {
  const found = APP_TYPES.find((type) => type.toLowerCase() === (value ?? 'SingleTenant').toLowerCase());
  check(found, `MicrosoftAppType must be one of ${APP_TYPES.join(', ')}, not "${value}".`);
  return found ?? 'SingleTenant';
}

interface Decided {
  readonly host: string;
  readonly isProduction: boolean;
  readonly appType: BotAppType;
  readonly publicUrl: string;
}

/** Everything that a server for others needs: without credentials anybody could act as anybody. */
function checkForTeams(env: Env, { host, isProduction, appType, publicUrl }: Decided, check: Check): void {
  if (!env.microsoftAppId) {
    const why = isProduction ? 'NODE_ENV is production' : `HOST is ${host}, which others can reach`;
    check(false, `Set MicrosoftAppId (or BOT_ID) to the app id of the bot: without it anybody could act as anybody, and ${why}. To try Bellhop on this machine only, unset HOST and NODE_ENV.`);
  } else {
    check(UUID.test(env.microsoftAppId), 'MicrosoftAppId (or BOT_ID) must be the app id of the bot: 32 hexadecimal digits with hyphens.');
  }
  if (appType !== 'UserAssignedMSI') {
    check(env.microsoftAppPassword, 'Set MicrosoftAppPassword (or SECRET_BOT_PASSWORD) to a client secret of the bot, or MicrosoftAppType to UserAssignedMSI.');
  }
  check(env.microsoftAppTenantId && UUID.test(env.microsoftAppTenantId), 'Set MicrosoftAppTenantId to the id of your Entra ID tenant; tokens of other tenants are refused.');
  check(env.teamsAppId && UUID.test(env.teamsAppId), 'Set TEAMS_APP_ID to the id in the app manifest; links from cards into the tab need it.');
  check(!env.clientId || UUID.test(env.clientId), 'AAD_APP_CLIENT_ID must be the client id of the Entra ID application of the tab, or empty when it is the same as MicrosoftAppId.');
  check(isHttps(publicUrl), 'Set PUBLIC_URL to the address under which Teams reaches this server, e.g. https://bellhop.example.com.');
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}
