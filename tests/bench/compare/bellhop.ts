import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillStore } from '../fill';
import { call, expectOk } from '../load';
import { startBenchServer } from '../server';
import { settle } from '../settle';
import { must, type TicketSystem } from './system';

interface Row {
  readonly id: string;
}

/** Bellhop as a process of its own on the embedded store, with so many tickets, one in twenty of them open. */
export async function startBellhop(tickets: number): Promise<TicketSystem> {
  const directory = await mkdtemp(path.join(tmpdir(), 'bellhop-compare-'));
  const { agentIds, employeeIds, categoryIds } = await fillStore(directory, tickets);
  const server = await startBenchServer(directory);
  await settle(directory);
  const agentOf = (client: number): string => agentIds[client % agentIds.length] as string;
  const ask = (method: 'GET' | 'POST', address: string, person: string, body?: object): Promise<string> => expectOk(call(server.url, method, address, person, body), address);
  const versions = new Map<string, number>();
  let peak = 0;

  return {
    name: 'Bellhop',
    async create({ title, text }, client) {
      const employee = employeeIds[client % employeeIds.length] as string;
      const answer = await ask('POST', '/api/tickets.report', employee, { title, description: text, categoryId: categoryIds[client % categoryIds.length] });
      const { record } = JSON.parse(answer) as { record: { id: string; version: number } };
      versions.set(record.id, record.version);
      return record.id;
    },
    async queuePage(client) {
      const { items } = JSON.parse(await ask('GET', '/api/lists/tickets.open?sort=priority&limit=50', agentOf(client))) as { items: Row[] };
      must(items.length === 50, 'no full page');
      return items.map(({ id }) => id);
    },
    async open(id, client) {
      const { record } = JSON.parse(await ask('GET', `/api/tickets/${id}`, agentOf(client))) as { record: { timeline: unknown[] } };
      must(record.timeline.length > 0, 'no history');
    },
    async reply(id, text, client) {
      await ask('POST', '/api/tickets.reply', agentOf(client), { id, text });
    },
    async changeStatus(id, client) {
      await ask('POST', '/api/tickets.take', agentOf(client), { id, version: versions.get(id) });
    },
    async search(word, client) {
      const { items } = JSON.parse(await ask('GET', `/api/search?q=${word}&limit=50`, agentOf(client))) as { items: Row[] };
      must(items.length > 0, `nothing found for ${word}`);
    },
    memory: () => (peak = Math.max(peak, server.memory().own)),
    async close() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
