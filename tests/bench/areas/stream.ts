import { Agent, request, type ClientRequest } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fillStore } from '../fill';
import { call, expectOk } from '../load';
import { startBenchServer, type BenchServer } from '../server';
import { megabytes, ms, percentile, type Table } from '../table';

const AGENTS = 1_000;
const STORED = 10_000;
/** They are in every group. */
const ACTORS = 20;
const ACTIONS_A_SECOND = 20;
const SECONDS = 30;
/** Where the time between two refreshes of a list comes from: tab/src/lib/follow.ts. */
const GATHER_MS = 120;
const PAUSE_FACTOR = 4;
const LIST = '/api/lists/tickets.open?sort=dueAt&limit=50';
const NEWS = /"id":"(INC\d+)","version":(\d+)/g;

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

interface Run {
  /** When each action was sent, by ticket and version. */
  readonly sentAt: Map<string, number>;
  /** When each news arrived, with what it was about. */
  readonly arrivals: (readonly [key: string, at: number])[];
  /** When a list that shows it had been fetched. */
  readonly shown: (readonly [key: string, at: number])[];
}

/** A tab that hears of changes, and shows the queue as well if `fetches`: then it asks again as tabs do. */
function openTab(server: BenchServer, person: string, run: Run, fetches: boolean): Promise<ClientRequest> {
  let heard: string[] = [];
  let isWaiting = false;
  let tookMs = 0;
  async function refresh(): Promise<void> {
    isWaiting = true;
    await pause(Math.max(GATHER_MS, PAUSE_FACTOR * tookMs));
    const keys = heard;
    heard = [];
    const began = performance.now();
    await expectOk(call(server.url, 'GET', LIST, person), 'list');
    const now = performance.now();
    tookMs = now - began;
    run.shown.push(...keys.map((key) => [key, now] as const));
    isWaiting = false;
    if (heard.length > 0) void refresh();
  }
  return new Promise((resolve, reject) => {
    const opened = request(`${server.url}/api/stream`, { agent, headers: { 'x-bellhop-user': person, accept: 'text/event-stream' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`stream: ${response.statusCode}`));
      response.setEncoding('utf8').on('data', (text: string) => {
        const now = performance.now();
        for (const [, id, version] of text.matchAll(NEWS)) {
          const key = `${id}:${version}`;
          run.arrivals.push([key, now]);
          if (fetches) heard.push(key);
        }
        if (fetches && heard.length > 0 && !isWaiting) void refresh();
      });
      response.on('error', () => undefined);
      resolve(opened);
    });
    opened.on('error', reject);
    opened.end();
  });
}

const times = (seen: readonly (readonly [string, number])[], sentAt: ReadonlyMap<string, number>): number[] =>
  seen.flatMap(([key, at]) => (sentAt.has(key) ? [at - (sentAt.get(key) as number)] : [])).sort((left, right) => left - right);

/** 1,000 agents' tabs follow what happens while 20 actions a second are done; so many of them show the queue. */
async function measure(directory: string, agentIds: readonly string[], showing: number): Promise<readonly string[]> {
  const server = await startBenchServer(directory);
  const run: Run = { sentAt: new Map(), arrivals: [], shown: [] };
  const tabs: ClientRequest[] = [];
  try {
    const { items } = JSON.parse(await expectOk(call(server.url, 'GET', '/api/lists/tickets.open?sort=dueAt&limit=100', agentIds[0]!), 'list')) as { items: { id: string; version: number }[] };
    for (const [index, person] of agentIds.entries()) tabs.push(await openTab(server, person, run, index < showing));
    await pause(3_000);
    const before = server.cpuMs();
    const begin = performance.now();
    const acting: Promise<void>[] = [];
    const failures: unknown[] = [];
    for (let count = 0; count < ACTIONS_A_SECOND * SECONDS; count += 1) {
      await pause(Math.max(0, begin + (count * 1_000) / ACTIONS_A_SECOND - performance.now()));
      const ticket = items[count % items.length]!;
      const sent = performance.now();
      const act = async (): Promise<void> => {
        const text = await expectOk(call(server.url, 'POST', '/api/tickets.reply', agentIds[count % ACTORS]!, { id: ticket.id, text: `Still looking into it, ${count}.` }), 'reply');
        run.sentAt.set(`${ticket.id}:${(JSON.parse(text) as { record: { version: number } }).record.version}`, sent);
      };
      acting.push(act().catch((error: unknown) => void failures.push(error)));
    }
    await Promise.all(acting);
    if (failures.length > 0) throw failures[0];
    const busy = (server.cpuMs() - before) / ((performance.now() - begin) / 100);
    await pause(3_000);
    const arrived = times(run.arrivals, run.sentAt);
    const shown = times(run.shown, run.sentAt);
    const expected = run.sentAt.size * agentIds.length;
    return [
      String(showing), ms(percentile(arrived, 0.5)), ms(percentile(arrived, 0.95)), ms(percentile(arrived, 0.99)), `${((arrived.length / expected) * 100).toFixed(1)} %`,
      ...(showing > 0 ? [ms(percentile(shown, 0.5)), ms(percentile(shown, 0.95))] : ['', '']), `${busy.toFixed(0)} %`, megabytes(server.memory().own),
    ];
  } finally {
    for (const tab of tabs) tab.destroy();
    await server.stop();
  }
}

/** How soon tabs learn of what others do. */
export async function measureStream(): Promise<readonly Table[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'bellhop-bench-'));
  try {
    const { agentIds } = await fillStore(directory, STORED, { agents: AGENTS });
    const rows: (readonly string[])[] = [];
    for (const showing of [0, 20, 100]) rows.push(await measure(directory, agentIds, showing));
    return [{
      title: '1,000 tabs on the live stream', command: 'npm run bench -- stream',
      columns: ['tabs that show the queue', 'heard of after p50 ms', 'p95 ms', 'p99 ms', 'arrived', 'queue renewed after p50 ms', 'p95 ms', 'processor of the server', 'memory, MB'], rows,
      note: `${AGENTS.toLocaleString('en')} streams of as many agents, ${ACTIONS_A_SECOND} replies a second for ${SECONDS} seconds, from sending the action to the news in each tab; ${STORED.toLocaleString('en')} tickets stored. Tabs that show the queue ask for its first 50 rows again after what they heard, as the tab does; the others are hidden or show something else. Readers and actors share one process with one processor.`,
    }];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
