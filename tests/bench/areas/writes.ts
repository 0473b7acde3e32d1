import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillStore } from '../fill';
import { call, expectOk, runLoad } from '../load';
import { startBenchServer } from '../server';
import { ms, type Table } from '../table';

const COUNT = 800;

/** Create, reply and change of state over HTTP, at 1, 8 and 32 clients, with 10,000 tickets stored. */
export async function measureWrites(): Promise<readonly Table[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'bellhop-bench-'));
  const organization = await fillStore(directory, 10_000);
  const server = await startBenchServer(directory);
  const rows: string[][] = [];
  try {
    const agent = organization.agentIds[1]!;
    for (const clients of [1, 8, 32]) {
      const ids: { id: string; version: number }[] = [];
      const create = async (index: number): Promise<void> => {
        const employee = organization.employeeIds[index % 20]!;
        const body = { title: `Bench ${clients} ${index}`, description: 'It stopped working this morning.', categoryId: organization.categoryIds[index % 10] };
        const text = await expectOk(call(server.url, 'POST', '/api/tickets.report', employee, body), 'create');
        ids.push((JSON.parse(text) as { record: { id: string; version: number } }).record);
      };
      const step = (action: string, input: object) => async (index: number): Promise<void> => {
        const ticket = ids[index]!;
        const text = await expectOk(call(server.url, 'POST', `/api/tickets.${action}`, agent, { id: ticket.id, version: ticket.version, ...input }), action);
        ids[index] = (JSON.parse(text) as { record: { id: string; version: number } }).record;
      };
      for (const [name, task] of [['create', create], ['reply', step('reply', { text: 'We are on it.' })], ['status change (take)', step('take', {})]] as const) {
        const result = await runLoad(clients, COUNT, task);
        rows.push([name, String(clients), result.perSecond.toFixed(0), ms(result.p50), ms(result.p95), ms(result.p99)]);
      }
    }
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
  return [{
    title: 'Writes over HTTP', command: 'npm run bench -- writes',
    columns: ['action', 'clients', 'per second', 'p50 ms', 'p95 ms', 'p99 ms'], rows,
    note: `${COUNT} requests a row, 10,000 tickets stored, embedded store, durable commits, load generator on the same machine.`,
  }];
}
