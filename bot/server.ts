import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createServer as createRestify, type Request, type Response } from 'restify';
import pino, { type Logger } from 'pino';
import type { App } from '../shared/app';
import { actionRoutes } from './api/actions';
import { deliveryRoutes } from './api/deliveries';
import { directoryRoutes } from './api/directory';
import { HttpError } from './api/errors';
import { explainRoutes } from './api/explain';
import { fileRoutes } from './api/files';
import { healthRoutes } from './api/health';
import { integrationKeyRoutes } from './api/integration-keys';
import { historyRoutes } from './api/history';
import { holidayRoutes } from './api/holidays';
import type { ApiDeps, Route } from './api/http';
import type { Issuer } from './api/identity/entra-token';
import { classifierRoutes } from './api/classifier';
import { createIdentify } from './api/identity/identify';
import { listRoutes } from './api/lists';
import { meRoutes } from './api/me';
import { messageRoutes, type BotEndpoint } from './api/messages';
import { openApiRoutes } from './api/openapi';
import { createRateLimit } from './api/rate-limit';
import { recordRoutes } from './api/records';
import { automationRoutes } from './api/automation';
import { webhookRoutes } from './api/webhooks';
import { replayRoutes } from './api/replay';
import { searchRoutes } from './api/search';
import { serve } from './api/serve';
import { serviceLevelRoutes } from './api/service-levels';
import { calendarFeedRoutes } from './api/calendar-feed';
import { catalogRoutes } from './api/catalog';
import { dutyRoutes } from './api/duty';
import { planningRoutes } from './api/planning';
import { createStreams } from './api/stream';
import { tabRoutes } from './api/tab-files';
import type { Config } from './config/config';
import { noMeter, type Meter } from './telemetry';
import { createWebhookSender } from './webhooks';

export interface ServerOptions {
  readonly app: App;
  readonly config: Config;
  readonly log: Logger;
  /** Absent: nothing is counted. */
  readonly meter?: Meter;
  /** Absent: `POST /api/messages` answers 404. */
  readonly bot?: BotEndpoint;
  /** Where the built tab lies. */
  readonly tabDirectory: string;
  /** For tests that run an issuer of their own. */
  readonly issuer?: Issuer;
  /** For tests that show the tab in a host page of their own. */
  readonly frameAncestors?: readonly string[];
}

export interface BellhopServer {
  /** Starts to listen where the configuration says; resolves with the address, e.g. `http://127.0.0.1:3978`. */
  listen(): Promise<string>;
  /** Browsers that follow changes now. */
  openStreams(): number;
  /**
   * Says that it is not ready and goes on for `drainSeconds`, so that balancers look elsewhere. Then it ends streams, stops
   * accepting, lets running requests finish, and closes.
   */
  close(): Promise<void>;
}

/** Load balancers keep connections open for a minute; the server must not be the first to hang up. */
const KEEP_ALIVE_MS = 65_000;
/** How long running requests may take to finish when the process stops. */
const DRAIN_MS = 10_000;
const IDLE_CHECK_MS = 50;

/** One server for browsers, programs and the Bot Framework. It holds no state but open streams. */
export function createServer(options: ServerOptions): BellhopServer {
  const { app, config, log, bot, tabDirectory, meter = noMeter } = options;
  const deps: ApiDeps = { app, config, log, meter };
  const identify = createIdentify(app, config, options.issuer);
  const limit = createRateLimit(config.requestsPerSecond);
  const streams = createStreams(deps);
  // No name, so that no header tells which software answers.
  // Its own lines quote addresses, which may hold words and tokens.
  const restify = createRestify({ name: '', log: pino({ level: 'silent' }) as never });
  restify.server.keepAliveTimeout = KEEP_ALIVE_MS;
  let isClosing = false;
  // Whoever keeps a connection open learns with the next answer that it ends here.
  restify.server.prependListener('request', (_request, response) => {
    if (isClosing) response.setHeader('Connection', 'close');
  });

  // Probes and caches ask these by HEAD, too.
  const pages: readonly Route[] = [...healthRoutes(deps, () => isClosing), ...tabRoutes(tabDirectory, options.frameAncestors ?? [])];
  for (const page of pages) restify.head(page.path, serve(page, deps, identify, limit));
  const routes: readonly Route[] = [
    ...pages,
    ...messageRoutes(deps, bot),
    ...meRoutes(deps),
    ...directoryRoutes(deps),
    ...deliveryRoutes(deps),
    ...searchRoutes(deps),
    ...fileRoutes(deps),
    ...openApiRoutes(deps),
    ...serviceLevelRoutes(deps),
    ...holidayRoutes(deps),
    ...replayRoutes(deps),
    ...automationRoutes(deps),
    ...classifierRoutes(deps),
    ...webhookRoutes(deps, createWebhookSender(config)),
    ...integrationKeyRoutes(deps),
    ...planningRoutes(deps),
    ...dutyRoutes(deps),
    ...catalogRoutes(deps),
    ...calendarFeedRoutes(deps),
    ...streams.routes,
    ...listRoutes(deps),
    ...explainRoutes(deps),
    ...historyRoutes(deps),
    ...recordRoutes(deps),
    ...actionRoutes(deps),
  ];
  for (const route of routes) restify[route.method](route.path, serve(route, deps, identify, limit));

  // Restify's own refusals (no such address, no such method) in the words and with the headers of all others.
  restify.on('restifyError', (request: Request, response: Response, error: { statusCode?: number }) => {
    const isMethod = error.statusCode === 405;
    const handle = async (): Promise<never> => {
      throw new HttpError(isMethod ? 405 : 404, isMethod ? 'methodNotAllowed' : 'notFound');
    };
    void serve({ handle }, deps, identify, limit)(request, response);
  });

  return {
    async listen() {
      await new Promise<void>((resolve, reject) => {
        // Restify passes errors of the server on to itself, and would end the process when nobody listens there.
        restify.once('error', reject);
        restify.server.listen(config.port, config.host, () => resolve());
      });
      const { port } = restify.server.address() as AddressInfo;
      return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    },
    openStreams: streams.count,
    async close() {
      isClosing = true;
      if (config.drainSeconds > 0) await delay(config.drainSeconds * 1_000);
      // Not earlier: readers who came back at once would be sent here again.
      streams.close();
      const closed = new Promise<void>((resolve) => restify.server.close(() => resolve()));
      const idle = setInterval(() => restify.server.closeIdleConnections(), IDLE_CHECK_MS);
      const force = setTimeout(() => restify.server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(force);
    },
  };
}
