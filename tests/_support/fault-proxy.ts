import { Agent, createServer, request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What can go wrong between a client and its store: an error status instead of an answer, a connection cut before or after
 * the store has done its work (`swallow` and `truncate` leave the client in doubt), or no answer at all.
 */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'swallow' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'workThenHang' };

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly bodyBytes: number;
}

export interface FaultProxy {
  readonly address: string;
  readonly seen: SeenRequest[];
  /** Decides for each request; set by the test. */
  faultFor: (request: SeenRequest) => Fault | undefined | Promise<Fault | undefined>;
  /** These faults for the next requests, one each (undefined: none), and then none. */
  failNext(...faults: (Fault | undefined)[]): void;
  close(): Promise<void>;
}

/** A small HTTP proxy in front of `target` (`http://host:port`) that breaks requests on demand. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true });
  // Who asks may be killed in the middle, and so may who is asked.
  const server = createServer((request, response) => void handle(request, response).catch(() => request.socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const proxy: FaultProxy = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: [],
    faultFor: () => undefined,
    failNext(...faults) {
      proxy.faultFor = () => faults.shift();
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
  return proxy;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    const seen = { method: request.method ?? '', url: request.url ?? '', bodyBytes: body.length };
    proxy.seen.push(seen);
    const fault = await proxy.faultFor(seen);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'reset') return void request.socket.destroy();
    if (fault?.kind === 'status') return answer(response, fault);
    const upstream = await forward(request, body);
    if (fault?.kind === 'workThenHang') return;
    if (fault?.kind === 'swallow') return void request.socket.destroy();
    response.writeHead(upstream.status, upstream.headers);
    if (fault?.kind !== 'truncate') return void response.end(upstream.body);
    response.write(upstream.body.subarray(0, upstream.body.length / 2), () => request.socket.destroy());
  }

  async function forward(request: IncomingMessage, body: Buffer) {
    return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
      const { method, headers } = request;
      const upstream = sendRequest(`${target}${request.url}`, { method, headers, agent }, (answered) => {
        void readAll(answered).then((content) => resolve({ status: answered.statusCode ?? 0, headers: answered.headers, body: content }));
      });
      upstream.on('error', reject);
      upstream.end(body);
    });
  }
}

function answer(response: ServerResponse, fault: { readonly status: number; readonly retryAfterSeconds?: number }): void {
  const { status, retryAfterSeconds } = fault;
  response.writeHead(status, retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) });
  response.end();
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
