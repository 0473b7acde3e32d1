import type { Config } from '../config/config';
import { isLoopbackHost } from '../config/loopback';

/** Connectors of Teams (commercial and government clouds) and of the Bot Framework. No other name below trafficmanager.net: anybody can have one. */
const CONNECTORS = ['smba.trafficmanager.net'];
const CONNECTOR_DOMAINS = ['.botframework.com', '.botframework.azure.us', '.infra.gcc.teams.microsoft.com', '.infra.gov.teams.microsoft.us', '.infra.dod.teams.microsoft.us'];
/** Files that people attach in a chat lie in their OneDrive; the address carries its own short-lived key. */
const FILE_DOMAINS = ['.sharepoint.com', '.sharepoint.us', '.sharepoint-mil.us'];

export type HostRule = (url: URL) => boolean;

const isBelow = (host: string, domains: readonly string[]): boolean => domains.some((domain) => host.endsWith(domain));

function microsoftConnector(url: URL): boolean {
  return url.protocol === 'https:' && (CONNECTORS.includes(url.hostname) || isBelow(url.hostname, CONNECTOR_DOMAINS));
}

/** Which connector this process talks to: Microsoft's in production; without authentication only what runs on this machine. */
export function connectorRule(config: Pick<Config, 'isDevelopment'>): HostRule {
  return config.isDevelopment ? (url) => isLoopbackHost(url.hostname) : microsoftConnector;
}

/** An address of ours, or undefined: a forged one must not make the server call somewhere else (and send its token there). */
export function readServiceUrl(text: unknown, isAllowed: HostRule): string | undefined {
  if (typeof text !== 'string' || text.length > 500 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '' && /^https?:$/.test(url.protocol);
  return isPlain && isAllowed(url) ? text.replace(/\/+$/, '') : undefined;
}

/**
 * Where a file may be fetched from: the connector that delivered the activity (with our token), or a person's OneDrive
 * (without). Everything else is refused.
 */
export function downloadKind(text: string, serviceUrl: string): 'connector' | 'drive' | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.origin === new URL(serviceUrl).origin) return 'connector';
  return url.protocol === 'https:' && isBelow(url.hostname, FILE_DOMAINS) ? 'drive' : undefined;
}
