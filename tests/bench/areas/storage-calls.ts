import { createTestApp } from '../../_support/test-app';
import { startAzurite } from '../../_support/azurite';
import type { Table } from '../table';

/** Storage requests and rows per action on the Azure adapter: what costs money and time in the cloud. */
export async function measureStorageCalls(): Promise<readonly Table[]> {
  const azurite = await startAzurite();
  const desk = await createTestApp({ store: 'azure', azurite });
  const rows: string[][] = [];
  const measure = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    desk.storage.takeCounts();
    const result = await work();
    const counts = desk.storage.takeCounts();
    const calls = counts.get.calls + counts.range.calls + counts.commit.calls;
    const read = counts.get.rowsRead + counts.range.rowsRead;
    rows.push([name, String(calls), String(read), String(counts.commit.rowsWritten)]);
    return result;
  };
  try {
    await desk.report();
    const ticket = await measure('report', () => desk.report());
    const actor = desk.actor('bob');
    const act = async (action: string, input: object = {}): Promise<void> => {
      const current = desk.app.desk.get(ticket.id);
      const done = await desk.app.perform({ action: `tickets.${action}`, id: ticket.id, version: current?.version, input, actor });
      if ('refused' in done) throw new Error(`${action}: ${done.refused.code}`);
    };
    await measure('take', () => act('take'));
    await measure('reply', () => act('reply', { text: 'On it.' }));
    await measure('internal note', () => act('addNote', { text: 'Hm.' }));
    await measure('put on hold', () => act('putOnHold', { reason: 'requester', comment: 'Which one?', followUpAt: '2026-03-10T09:00:00Z' }));
    await measure('resume', () => act('resume'));
    await measure('resolve', () => act('resolve', { code: 'fixed', notes: 'Done' }));
    await measure('open a ticket', () => desk.app.open(ticket.id, actor));
    await measure('queue page', () => desk.app.list({ list: 'tickets.open', filters: {}, actor }));
    await measure('search', async () => desk.app.search.find({ q: 'vpn', actor }));
    await measure('my tickets page', () => desk.app.list({ list: 'tickets.mine', filters: {}, actor: desk.actor('alice') }));
  } finally {
    await desk.close();
    await azurite.stop();
  }
  return [{
    title: 'Storage requests per action (Azure adapter)', command: 'npm run bench -- storage',
    columns: ['action', 'requests', 'rows read', 'rows written'], rows,
    note: 'Counted by a wrapper around the adapter on the emulator; its times say nothing about Azure and are left out.',
  }];
}
