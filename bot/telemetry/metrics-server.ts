import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Metrics } from './metrics';

export interface MetricsServer {
  /** e.g. `http://127.0.0.1:9464/metrics`. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves `GET /metrics` on a port of its own: what is not reachable from outside cannot be read there, and nobody has to look
 * after one more token.
 */
export async function serveMetrics({ text, contentType }: Metrics, { host, port }: { readonly host: string; readonly port: number }, log: Logger): Promise<MetricsServer> {
  let collecting: Promise<string> | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isMetrics = request.url?.split('?')[0] === '/metrics' && ['GET', 'HEAD'].includes(request.method ?? '');
    response.statusCode = isMetrics ? 200 : 404;
    let body = '';
    try {
      // However many ask at once, the store is looked at once.
      if (isMetrics) body = await (collecting ??= text().finally(() => (collecting = undefined)));
    } catch (error) {
      log.error({ err: error }, 'metrics could not be collected');
      response.statusCode = 500;
    }
    response.setHeader('content-type', isMetrics ? contentType : 'text/plain');
    response.setHeader('cache-control', 'no-store');
    response.end(body);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
