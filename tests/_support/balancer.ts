import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer {
  readonly url: string;
  /** What went wrong with a request that had been passed on, or for which there was nobody. */
  readonly failures: readonly string[];
  /** Requests passed on to each address. */
  readonly passed: ReadonlyMap<string, number>;
  /** Adds an instance; it gets requests as soon as it says that it is ready. */
  add(url: string): void;
  /** Resolves when an instance takes requests, or does not take them any more. */
  until(url: string, isReady: boolean): Promise<void>;
  close(): Promise<void>;
}

interface Instance {
  readonly url: URL;
  /** Connections are kept open, as balancers do: the instance must say when they end. */
  readonly agent: Agent;
  isReady: boolean;
}

const LOOK_MS = 50;
/** On a busy machine an answer takes its time; who says 503, or does not even take a connection, is out at once. */
const SLOW_MS = 15_000;
/** About one connection, not about the answer. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/**
 * Passes requests on to instances in turn, and looks at `/readyz` of each twenty times a second. It tries nothing twice: what
 * an instance drops is lost, and written down.
 */
export async function startBalancer(): Promise<Balancer> {
  const instances: Instance[] = [];
  const failures: string[] = [];
  const passed = new Map<string, number>();
  let turn = 0;
  let isClosed = false;
  const watching: Promise<void>[] = [];

  function look(instance: Instance): Promise<boolean> {
    return new Promise((resolve) => {
      const probe = request(new URL('/readyz', instance.url), { agent: false, timeout: SLOW_MS }, (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      });
      probe.on('timeout', () => probe.destroy());
      probe.on('error', () => resolve(false));
      probe.end();
    });
  }

  /** Each at its own pace: one that is slow must not hide that another one leaves. */
  async function watch(instance: Instance): Promise<void> {
    while (!isClosed) {
      instance.isReady = await look(instance);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  function pass(incoming: IncomingMessage, response: ServerResponse): void {
    const ready = instances.filter(({ isReady }) => isReady);
    const instance = ready[turn % Math.max(1, ready.length)];
    const what = `${incoming.method} ${incoming.url}`;
    turn += 1;
    if (!instance) {
      failures.push(`${what}: nobody is ready`);
      response.statusCode = 503;
      return void response.end();
    }
    passed.set(instance.url.origin, (passed.get(instance.url.origin) ?? 0) + 1);
    const onward = request(new URL(incoming.url ?? '/', instance.url), { method: incoming.method, agent: instance.agent, headers: incoming.headers }, (answer) => {
      response.statusCode = answer.statusCode ?? 502;
      for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined && !HOP_BY_HOP.has(name)) response.setHeader(name, value);
      answer.on('aborted', () => response.destroyed || failures.push(`${what}: the answer was cut off`));
      answer.pipe(response);
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (response.destroyed) return;
      failures.push(`${what}: ${error.code ?? error.message}`);
      if (!response.headersSent) response.statusCode = 502;
      response.end();
    });
    response.on('close', () => onward.destroy());
    incoming.pipe(onward);
  }

  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failures, passed,
    add(url) {
      const instance: Instance = { url: new URL(url), agent: new Agent({ keepAlive: true }), isReady: false };
      instances.push(instance);
      watching.push(watch(instance));
    },
    async until(url, isReady) {
      const wanted = instances.find((instance) => instance.url.origin === new URL(url).origin);
      while (wanted && wanted.isReady !== isReady) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    },
    async close() {
      isClosed = true;
      await Promise.all(watching);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const { agent } of instances) agent.destroy();
    },
  };
}
