import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../../shared/kernel';
import { HttpError } from './errors';
import type { ApiDeps, ApiRequest, Route } from './http';
import { isLocalRequest } from './identity/development';
import { readJson } from './read-body';

/** The bot as the server sees it: it authenticates, answers, and writes to the response itself. */
export interface BotEndpoint {
  /** `request.body` holds the activity; `origin`: the request as the log knows it. */
  handle(request: IncomingMessage & { body?: unknown }, response: ServerResponse, origin: Pick<ApiRequest, 'log' | 'correlationId'>): Promise<void>;
}

/** `POST /api/messages`, the endpoint of the Bot Framework. Without credentials it serves this machine only. */
export function messageRoutes({ config }: ApiDeps, bot: BotEndpoint | undefined): readonly Route[] {
  async function receive(request: ApiRequest, response: ServerResponse): Promise<undefined> {
    if (!bot) throw new HttpError(404, 'notFound');
    if (config.isDevelopment && !isLocalRequest(request.raw)) throw new AppError('unauthenticated', 'notLocal');
    const body = await readJson(request.raw);
    if (typeof body.type !== 'string') throw new HttpError(400, 'notActivity');
    await bot.handle(Object.assign(request.raw, { body }), response, request);
    return undefined;
  }

  return [{ method: 'post', path: '/api/messages', handle: receive }];
}
