import { Agent, request } from 'node:http';
import { percentile } from './table';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** One request over a kept connection. */
export function call(base: string, method: 'GET' | 'POST', path: string, person: string, body?: object): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const headers = { 'x-bellhop-user': person, ...(payload && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }) };
    const sent = request(`${base}${path}`, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(payload);
  });
}

/** A request that must succeed; what it was for is in the error. */
export async function expectOk(answered: Promise<Answered>, what: string): Promise<string> {
  const { status, text } = await answered;
  if (status !== 200) throw new Error(`${what}: ${status} ${text.slice(0, 300)}`);
  return text;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Runs `count` tasks by `clients` clients, each of which starts its next task when the one before is done. */
export async function runLoad(clients: number, count: number, task: (index: number) => Promise<unknown>): Promise<LoadResult> {
  const times: number[] = [];
  let next = 0;
  const start = performance.now();
  const client = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      const began = performance.now();
      await task(index);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1_000;
  times.sort((left, right) => left - right);
  return { perSecond: count / seconds, p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) };
}
