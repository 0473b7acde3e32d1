import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';

/** A probe asks often; the store need not hear of every one. */
const FRESH_MS = 1_000;

/**
 * `healthz`: the process lives. `readyz`: storage answers, the desk view is loaded, and the process is not about to stop, so that
 * requests can be sent here.
 */
export function healthRoutes({ app }: ApiDeps, isClosing: () => boolean): readonly Route[] {
  let last: { readonly at: number; readonly reply: Promise<Reply> } | undefined;

  async function ping({ log }: ApiRequest): Promise<Reply> {
    try {
      await app.storage.ping();
      return ok({ status: 'ready' });
    } catch (error) {
      log.warn({ err: error }, 'storage does not answer');
      return { status: 503, headers: { 'Retry-After': '2' }, body: { status: 'storage does not answer' } };
    }
  }

  async function ready(request: ApiRequest): Promise<Reply> {
    if (isClosing()) return { status: 503, body: { status: 'stopping' } };
    const now = Date.now();
    if (!last || now - last.at > FRESH_MS) last = { at: now, reply: ping(request) };
    return last.reply;
  }

  return [
    { method: 'get', path: '/healthz', handle: async () => ok({ status: 'alive' }) },
    { method: 'get', path: '/readyz', handle: ready },
  ];
}
