import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillStore } from '../fill';
import { call, expectOk, runLoad } from '../load';
import { startBenchServer } from '../server';
import { settle } from '../settle';
import { megabytes, ms, type Table } from '../table';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const COUNT = 400;

/** The largest size takes some twenty minutes. */
const say = (size: number, what: string): void => void process.stderr.write(`${size.toLocaleString('en')} tickets: ${what}\n`);

/** Queue pages of 50 as history grows; start and memory at the largest size. */
export async function measureQueue(): Promise<readonly Table[]> {
  const rows: string[][] = [];
  const starts: string[][] = [];
  for (const size of SIZES) {
    const directory = await mkdtemp(path.join(tmpdir(), 'bellhop-bench-'));
    try {
      say(size, 'filling');
      const filling = performance.now();
      const { agentIds, groupIds } = await fillStore(directory, size);
      const fillSeconds = (performance.now() - filling) / 1_000;
      const server = await startBenchServer(directory);
      const atStart = server.memory();
      say(size, 'waiting until it is calm');
      await settle(directory);
      say(size, 'reading');
      const agent = agentIds[1]!;
      const pages: readonly (readonly [string, string])[] = [
        ['50 by due time', '/api/lists/tickets.open?sort=dueAt&limit=50'],
        ['50 by due time, three filters that all match', '/api/lists/tickets.open?sort=dueAt&limit=50&kind=incident&state=inProgress,new&priority=P1,P2,P3,P4'],
        ['50 by due time, three filters, one in ten matches', `/api/lists/tickets.open?sort=dueAt&limit=50&priority=P1,P2&groupId=${groupIds[0]}&state=inProgress,new`],
        ['search for a word', `/api/search?q=kw${20 * 7}&limit=20`],
        ['ticket with history', '/api/tickets/INC0000021'],
      ];
      for (const [name, url] of pages) {
        const get = (): Promise<string> => expectOk(call(server.url, 'GET', url, agent), name);
        await runLoad(1, 100, get);
        const result = await runLoad(1, COUNT, get);
        rows.push([name, size.toLocaleString('en'), ms(result.p50), ms(result.p95), ms(result.p99)]);
      }
      const afterReads = server.memory();
      starts.push([size.toLocaleString('en'), server.startMs.toFixed(0), megabytes(atStart.own), megabytes(afterReads.own), megabytes(afterReads.mapped), (size / fillSeconds).toFixed(0)]);
      await server.stop();
      say(size, 'done');
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
  const note = 'Once the clocks that ran out before the start were noticed; one client after 100 warm-up requests, 400 requests a row, one in twenty tickets open, embedded store. With 1,000 stored only 50 are open, so there the last filter fills a tenth of the page.';
  return [
    { title: 'Reads as history grows', command: 'npm run bench -- queue', columns: ['read', 'stored tickets', 'p50 ms', 'p95 ms', 'p99 ms'], rows, note },
    {
      title: 'Cold start', command: 'npm run bench -- queue', columns: ['stored tickets', 'to readyz, ms', 'memory after, MB', 'after catching up and the reads, MB', 'of the store at hand, MB', 'filled per second'], rows: starts,
      note: 'From the start of the process of the built app to the first good answer of /readyz. Memory is what the process itself holds; pages of the store that it has looked at stay at hand as long as nobody else needs the room, and count as its memory in many tools.',
    },
  ];
}
