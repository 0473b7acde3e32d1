import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'restify';
import type { Logger } from 'pino';
import { actorIn } from '../../shared/catalog';
import { AppError, type Language } from '../../shared/kernel';
import { pickLanguage } from '../../shared/strings';
import { errorReply } from './errors';
import type { ApiDeps, ApiRequest, Caller, Reply, Route } from './http';
import type { Identify } from './identity/identify';
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

function openRequest(raw: Request, { app }: ApiDeps, forKeys: Route['forKeys'], identify: Identify, limit: RateLimit): Served {
  const wanted = raw.headers['accept-language'];
  let language: Language = pickLanguage(wanted);
  let calling: Promise<Caller> | undefined;
  let by: string | undefined;
  let keyId: string | undefined;
  const params = raw.params as Readonly<Record<string, string>>;

  async function findCaller(): Promise<Caller> {
    const { person, key, expiresAt } = await identify(raw);
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
    correlationId: randomUUID(),
    language: () => language,
    caller: () => (calling ??= findCaller()),
  };
  return { request, by: () => by, key: () => keyId };
}

/** What is written down of a request: never its query, body or names, which are somebody's words. */
function logWhenDone(raw: Request, response: Response, log: Logger, { request, by, key }: Served): void {
  const startedAt = performance.now();
  response.once('close', () => {
    const { method = '', route } = raw as Request & { route?: { path: string } };
    const entry = {
      method, path: route?.path, status: response.statusCode, ms: Math.round(performance.now() - startedAt), by: by(), key: key(), correlationId: request.correlationId,
    };
    log[method === 'GET' ? 'debug' : 'info'](entry, 'request');
  });
}

/** Makes a restify handler of a route: headers that every answer carries, who asks, and one place for all that goes wrong. */
export function serve({ handle, forKeys }: Pick<Route, 'handle' | 'forKeys'>, deps: ApiDeps, identify: Identify, limit: RateLimit) {
  const { config, log } = deps;
  const headers = securityHeaders(config.isDevelopment);

  return async function serveRequest(raw: Request, response: Response): Promise<void> {
    const served = openRequest(raw, deps, forKeys, identify, limit);
    const { request } = served;
    logWhenDone(raw, response, log, served);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('X-Request-Id', request.correlationId);
    let reply: Reply | undefined;
    try {
      reply = await handle(request, response);
    } catch (error) {
      reply = errorReply(error, request.language(), request.correlationId, log);
    }
    if (reply) await send(response, reply, String(raw.headers['accept-encoding'] ?? ''));
  };
}
