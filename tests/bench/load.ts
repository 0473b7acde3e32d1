import { Agent, request } from 'node:http';
import { percentile } from './table';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly cookies: readonly string[];
}

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  /** As it is sent; `type` says what it is. */
  readonly body?: string | undefined;
  readonly type?: string;
}

/** One request over a kept connection. */
export function ask(base: string, method: string, path: string, { headers = {}, body, type = 'application/json' }: Asked = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const about = body === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) };
    const sent = request(`${base}${path}`, { method, agent, headers: { ...headers, ...about } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), cookies: response.headers['set-cookie'] ?? [] }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The same to Bellhop, by somebody. */
export function call(base: string, method: 'GET' | 'POST', path: string, person: string, body?: object): Promise<Answered> {
  return ask(base, method, path, { headers: { 'x-bellhop-user': person }, body: body && JSON.stringify(body) });
}

/** A request that must succeed; what it was for is in the error. */
export async function expectOk(answered: Promise<Answered>, what: string): Promise<string> {
  const { status, text } = await answered;
  if (status !== 200) throw new Error(`${what}: ${status} ${text.slice(0, 300)}`);
  return text;
}

export interface LoadResult {
  /** How many were done. */
  readonly count: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/**
 * Runs `count` tasks by `clients` clients, each of which starts its next task when the one before is done; fewer when
 * `mostSeconds` are over before.
 */
export async function runLoad(clients: number, count: number, task: (index: number, client: number) => Promise<unknown>, mostSeconds = Infinity): Promise<LoadResult> {
  const times: number[] = [];
  let next = 0;
  const start = performance.now();
  const work = async (client: number): Promise<void> => {
    while (next < count && performance.now() - start < mostSeconds * 1_000) {
      const index = next++;
      const began = performance.now();
      await task(index, client);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_none, client) => work(client)));
  const seconds = (performance.now() - start) / 1_000;
  times.sort((left, right) => left - right);
  return { count: times.length, perSecond: times.length / seconds, p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) };
}
