import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillStore } from '../fill';
import { call, expectOk, runLoad } from '../load';
import { startBenchServer } from '../server';
import { ms, percentile, type Table } from '../table';
import { rowKey, type StoredHead } from '../../../shared/app';
import { marksOf, sealHistory } from '../../../shared/app/seals';
import type { Recorded, Summary } from '../../../shared/kernel';
import { createTestApp } from '../../_support/test-app';

const COUNT = 800;

const SEALED = 300;
const ROUNDS = 20_000;

/** What sealing adds to a write: the same work on the rows that were written, beside the time of the whole action without HTTP. */
async function sealCost(): Promise<Table> {
  const test = await createTestApp();
  try {
    const { id } = await test.report();
    const times: number[] = [];
    for (let index = 0; index < SEALED; index += 1) {
      const began = performance.now();
      await test.perform('bob', 'tickets.reply', id, { text: `We are looking into it, for the ${index + 1}. time, and will come back to you today.` });
      times.push(performance.now() - began);
    }
    const read = async <T>(row: string): Promise<T> => (await test.storage.get(test.tenant, row))?.data as T;
    const head = await read<StoredHead>(rowKey.head(id));
    const { seal: _seal, ...entry } = await read<Recorded>(rowKey.event(id, head.record.version));
    const summary = await read<Summary>(head.rows.find((row) => row.startsWith('x:')) ?? '');
    const work = (): void => {
      sealHistory(head.tip, [entry]);
      marksOf(head, summary);
    };
    for (let round = 0; round < ROUNDS; round += 1) work();
    const began = performance.now();
    for (let round = 0; round < ROUNDS; round += 1) work();
    const sealMs = (performance.now() - began) / ROUNDS;
    times.sort((left, right) => left - right);
    const writeMs = percentile(times, 0.5);
    return {
      title: 'Sealing what is written', command: 'npm run bench -- writes', columns: ['what', 'ms'],
      rows: [['a reply, without HTTP, p50', writeMs.toFixed(3)], ['of it sealing its event and the head', sealMs.toFixed(4)], ['share', `${((sealMs / writeMs) * 100).toFixed(1)} %`]],
      note: `${SEALED} replies on one ticket, one after the other, embedded store, durable commits, with opening the record before each; sealing repeated ${ROUNDS.toLocaleString('en')} times on the last of them.`,
    };
  } finally {
    await test.close();
  }
}

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
  return [await sealCost(), {
    title: 'Writes over HTTP', command: 'npm run bench -- writes',
    columns: ['action', 'clients', 'per second', 'p50 ms', 'p95 ms', 'p99 ms'], rows,
    note: `${COUNT} requests a row, 10,000 tickets stored, embedded store, durable commits, load generator on the same machine.`,
  }];
}
