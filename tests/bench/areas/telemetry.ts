import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillStore } from '../fill';
import { call, expectOk, runLoad } from '../load';
import { startBenchServer } from '../server';
import { megabytes, ms, percentile, type Table } from '../table';

const STORED = 2_000;
const COUNT = 400;
const CLIENTS = 8;
const ROUNDS = 3;

interface Collector {
  readonly url: string;
  close(): Promise<void>;
}

/** Takes everything and looks at nothing. */
async function startCollector(): Promise<Collector> {
  const server = createServer((request, response) => request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{}')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Round {
  readonly startMs: number;
  readonly startCpuMs: number;
  readonly idleBytes: number;
  readonly cpuMs: number;
  readonly perSecond: number;
  readonly p50: number;
}

const median = (rounds: readonly Round[], of: keyof Round): number => percentile(rounds.map((round) => round[of]).sort((left, right) => left - right), 0.5);

/** What metrics and traces cost, and what it costs that they are there and off. */
export async function measureTelemetry(): Promise<readonly Table[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'bellhop-bench-'));
  const organization = await fillStore(directory, STORED);
  const collector = await startCollector();
  const metrics = { BELLHOP_METRICS_PORT: '0' };
  const variants: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['off', {}], ['metrics', metrics], ['metrics and all traces', { ...metrics, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }],
  ];

  async function measure(settings: Readonly<Record<string, string>>): Promise<Round> {
    const server = await startBenchServer(directory, settings);
    try {
      const idleBytes = server.memory().own;
      const startCpuMs = server.cpuMs();
      const { perSecond, p50 } = await runLoad(CLIENTS, COUNT, async (index) => {
        const body = { title: `Bench ${index}`, description: 'It stopped working this morning.', categoryId: organization.categoryIds[index % 10] };
        await expectOk(call(server.url, 'POST', '/api/tickets.report', organization.employeeIds[index % 20]!, body), 'create');
      });
      return { startMs: server.startMs, startCpuMs, idleBytes, cpuMs: (server.cpuMs() - startCpuMs) / COUNT, perSecond, p50 };
    } finally {
      await server.stop();
    }
  }

  try {
    const measured = new Map<string, Round[]>(variants.map(([name]) => [name, []]));
    // In turn, so that what else the machine does meets all of them.
    for (let round = 0; round < ROUNDS; round += 1) for (const [name, settings] of variants) measured.get(name)?.push(await measure(settings));
    const rows = [...measured].map(([name, rounds]) => [
      name, median(rounds, 'startMs').toFixed(0), median(rounds, 'startCpuMs').toFixed(0), megabytes(median(rounds, 'idleBytes')), ms(median(rounds, 'cpuMs')), median(rounds, 'perSecond').toFixed(0), ms(median(rounds, 'p50')),
    ]);
    return [{
      title: 'Cost of metrics and traces', command: 'npm run bench -- telemetry',
      columns: ['what is on', 'start ms', 'processor ms of the start', 'memory after start MB', 'processor ms a create', 'creates per second', 'p50 ms'], rows,
      note: `Medians of ${ROUNDS} rounds, each variant in turn: start of the process until /readyz answers with ${STORED} tickets stored, then ${COUNT} tickets created by ${CLIENTS} clients. Embedded store, load generator and collector on the same machine. Processor time is that of the server with all that follows a create.`,
    }];
  } finally {
    await collector.close();
    await rm(directory, { recursive: true, force: true });
  }
}
