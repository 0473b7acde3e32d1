import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type ClientRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopbackAddress } from '../config/loopback';
import { isPublicAddress } from './public-address';

/**
 * Why something did not arrive. `throttled`: the receiver wants less; `unavailable`: it cannot now, or nobody is there; `timeout`:
 * it took too long. These are tried again. `refused`: it said no, or sent us elsewhere; `privateAddress`: its name leads into a
 * network that is not open; `badAddress`: no address that may be written to; `noKey`: nothing to sign with.
 */
export type WebhookProblem = 'throttled' | 'unavailable' | 'timeout' | 'refused' | 'privateAddress' | 'badAddress' | 'noKey';

/** Names no address: those may hold tokens. `detail`: a status, or what the network calls it. */
export class WebhookError extends Error {
  /** For the log. */
  readonly logged: Readonly<Record<string, unknown>>;

  constructor(readonly problem: WebhookProblem, readonly detail = '', readonly retryAfterMs?: number) {
    super(detail ? `${problem}: ${detail}` : problem);
    this.name = 'WebhookError';
    this.logged = { problem, ...(detail && { detail }) };
  }
}

type ResolveAll = (hostname: string, options: { readonly all: true }, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

export interface PostOptions {
  /** Hosts that may be anywhere, also in a private network; on loopback they may speak plain http. */
  readonly allowedHosts: readonly string[];
  readonly timeoutMs: number;
  /** For tests: how names become addresses. */
  readonly resolve?: ResolveAll | undefined;
}

const MAX_RETRY_AFTER_MS = 60 * 60_000;

/** So long the receiver wants to be left alone. `now` in milliseconds. */
function retryAfter(header: string | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS) : undefined;
}

/** Worth another try: too fast, too slow, or not now. */
function errorOf(status: number, header: string | undefined, now: number): WebhookError {
  const after = retryAfter(header, now);
  if (status === 429) return new WebhookError('throttled', String(status), after);
  return status >= 500 || status === 408 || status === 425 ? new WebhookError('unavailable', String(status), after) : new WebhookError('refused', String(status));
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

/**
 * Names become addresses once, here, and the connection is made to just these: a name that leads somewhere else the next time it is
 * asked for gains nothing.
 */
function guardedLookup(resolve: ResolveAll, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [first] = addresses;
      if (!first) return done(new WebhookError('unavailable', 'ENOTFOUND'), '', 0);
      if (!addresses.every(({ address }) => isAllowed(address))) return done(new WebhookError('privateAddress'), '', 0);
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}

/** Which addresses may be connected to, for this URL; a WebhookError where none may. */
function rulesFor(url: URL, allowedHosts: readonly string[]): (address: string) => boolean {
  const host = bare(url.hostname);
  const isListed = allowedHosts.includes(host);
  if (url.username || url.password) throw new WebhookError('badAddress');
  if (url.protocol === 'https:') return isListed ? () => true : isPublicAddress;
  // Nobody but this machine reads along.
  if (url.protocol === 'http:' && isListed) return isLoopbackAddress;
  throw new WebhookError('badAddress');
}

/** Sends a body once and returns the status, if that is a good one; everything else is a WebhookError. The answer is not read. */
export function post(address: string, headers: Readonly<Record<string, string>>, body: string, { allowedHosts, timeoutMs, resolve = dnsLookup }: PostOptions): Promise<number> {
  return new Promise((done, fail) => {
    if (!URL.canParse(address)) throw new WebhookError('badAddress');
    const url = new URL(address);
    const isAllowed = rulesFor(url, allowedHosts);
    const host = bare(url.hostname);
    // Nobody looks up what is an address already.
    if (isIP(host) && !isAllowed(host)) throw new WebhookError('privateAddress');
    const options: RequestOptions = {
      method: 'POST', agent: false, lookup: guardedLookup(resolve, isAllowed),
      headers: { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), 'user-agent': 'Bellhop-Webhooks/1', connection: 'close' },
    };
    const request: ClientRequest = url.protocol === 'https:' ? httpsRequest(url, options) : httpRequest(url, options);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      // Also what would still come: neither its length nor its content is of interest.
      request.destroy();
    };
    const timer = setTimeout(() => end(() => fail(new WebhookError('timeout'))), timeoutMs);
    request.on('error', (error: NodeJS.ErrnoException) => end(() => fail(error instanceof WebhookError ? error : new WebhookError('unavailable', error.code ?? error.name))));
    request.on('response', ({ statusCode = 0, headers: answered }) => {
      const isTaken = statusCode >= 200 && statusCode < 300;
      end(() => (isTaken ? done(statusCode) : fail(errorOf(statusCode, answered['retry-after'], Date.now()))));
    });
    request.end(body);
  });
}
