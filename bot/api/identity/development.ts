import type { IncomingMessage } from 'node:http';
import type { App } from '../../../shared/app';
import { AppError } from '../../../shared/kernel';
import { isLoopbackAddress, isLoopbackHost } from '../../config/loopback';
import type { Identify } from './identify';

const HEADER = 'x-bellhop-user';

/**
 * Does this request come from this very machine? A name that only resolves to it (a web page can make one), or a tunnel
 * that brings strangers in, does not count.
 */
export function isLocalRequest(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const isForwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return isLoopbackAddress(request.socket.remoteAddress) && isLoopbackHost(host) && !isForwarded;
}

/** Development only: a header names the person. There is no way to reach this code with an app id configured. */
export function identifyByHeader(app: App): Identify {
  return async (request) => {
    if (!isLocalRequest(request)) throw new AppError('unauthenticated', 'notLocal');
    const id = request.headers[HEADER];
    const person = typeof id === 'string' ? app.desk.directory.person(id) : undefined;
    if (!person) throw new AppError('unauthenticated', 'developmentUser');
    if (person.retired) throw new AppError('forbidden', 'personLeft');
    return { person };
  };
}
