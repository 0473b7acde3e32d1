import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'restify';
import { actorIn } from '../../shared/catalog';
import { AppError, type Language } from '../../shared/kernel';
import { pickLanguage } from '../../shared/strings';
import { errorReply } from './errors';
import type { ApiDeps, ApiRequest, Caller, Reply, Route } from './http';
import type { Identify } from './identity/identify';
import { errorType, inSpan, type Span } from '../telemetry';
import type { RateLimit } from './rate-limit';
import { securityHeaders, send } from './respond';

/** The tab says that it is the tab; everybody else is a program. Only the history of records looks at it. */
const CHANNEL_HEADER = 'x-bellhop-channel';

interface Served {
  readonly request: ApiRequest;
  /** Id of the person, once they are known. */
  readonly by: () => string | undefined;
  /** Id of the integration key with which a program came. */
  readonly key: () => string | undefined;
}

function openRequest(raw: Request, deps: ApiDeps, forKeys: Route['forKeys'], identify: Identify, limit: RateLimit): Served {
  const { app } = deps;
  const wanted = raw.headers['accept-language'];
  const correlationId = randomUUID();
  const log = deps.log.child({ correlationId });
  let language: Language = pickLanguage(wanted);
  let calling: Promise<Caller> | undefined;
  let by: string | undefined;
  let keyId: string | undefined;
  const params = raw.params as Readonly<Record<string, string>>;

  async function findCaller(): Promise<Caller> {
    const { person, key, expiresAt } = await identify(raw, log);
    language = pickLanguage(wanted, person.language ?? 'en');
    by = person.id;
    keyId = key?.id;
    // Each key by itself: a program in a loop does not lock its person out of the tab.
    limit(key?.id ?? person.id);
    if (key && !forKeys?.(key, params)) throw new AppError('forbidden', 'keyScope');
    const channel = !key && raw.headers[CHANNEL_HEADER] === 'tab' ? 'tab' : 'api';
    const actor = { ...actorIn(app.desk.directory, person, channel, app.clock.now().toISOString()), language };
    // A key decides nothing, so it stands in for nobody either.
    return { person, actor: key ? { ...actor, actsFor: [], key } : actor, ...(expiresAt && { expiresAt }) };
  }

  const request: ApiRequest = {
    raw,
    params,
    query: new URLSearchParams(raw.url?.split('?')[1] ?? ''),
    correlationId,
    log,
    language: () => language,
    caller: () => (calling ??= findCaller()),
  };
  return { request, by: () => by, key: () => keyId };
}

type Routed = Request & { readonly route?: { readonly path: string } };

/** The pattern that the address fits, never the address itself. */
const routeOf = (raw: Request): string | undefined => (raw as Routed).route?.path;

/** What is written down of a request: never its query, body or names, which are somebody's words. */
function noteWhenDone(raw: Request, response: Response, { meter }: ApiDeps, { request, by, key }: Served): void {
  const startedAt = performance.now();
  const note = (): void => {
    const { method = '' } = raw;
    const ms = performance.now() - startedAt;
    meter.request(method, routeOf(raw), response.statusCode, ms / 1_000);
    const entry = { method, path: routeOf(raw), status: response.statusCode, ms: Math.round(ms), by: by(), key: key() };
    request.log[method === 'GET' ? 'debug' : 'info'](entry, 'request');
  };
  // The connection closes outside of what began with the request, and so outside of its trace.
  response.once('close', AsyncResource.bind(note));
}

/** Makes a restify handler of a route: headers that every answer carries, who asks, and one place for all that goes wrong. */
export function serve({ handle, forKeys }: Pick<Route, 'handle' | 'forKeys'>, deps: ApiDeps, identify: Identify, limit: RateLimit) {
  const headers = securityHeaders(deps.config.isDevelopment);

  async function answer(raw: Request, response: Response, served: Served, span: Span): Promise<void> {
    const { request } = served;
    noteWhenDone(raw, response, deps, served);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('X-Request-Id', request.correlationId);
    let reply: Reply | undefined;
    try {
      reply = await handle(request, response);
    } catch (error) {
      reply = errorReply(error, request);
      if (reply.status >= 500) span.fail(errorType(error));
    }
    if (reply) await send(response, reply, String(raw.headers['accept-encoding'] ?? ''));
    span.set({ 'http.response.status_code': response.statusCode });
  }

  return async function serveRequest(raw: Request, response: Response): Promise<void> {
    const served = openRequest(raw, deps, forKeys, identify, limit);
    const route = routeOf(raw);
    const attributes = { 'http.request.method': raw.method ?? '', ...(route && { 'http.route': route }), 'bellhop.correlation_id': served.request.correlationId };
    await inSpan(route ? `${raw.method} ${route}` : 'request', { kind: 'server', attributes, from: raw.headers }, (span) => answer(raw, response, served, span));
  };
}
