import { startBellhop } from '../compare/bellhop';
import { connectRedmine } from '../compare/redmine';
import { connectRequestTracker } from '../compare/request-tracker';
import { onLoopback, workReply, workTicket, type TicketSystem } from '../compare/system';
import { runLoad, type LoadResult } from '../load';
import { megabytes, ms, type Table } from '../table';

/** Every phase ends after so many calls, or so many seconds. */
const [CALLS, SECONDS] = [3_000, 20];
const CLIENTS = [1, 8] as const;
const MOST_CLIENTS = Math.max(...CLIENTS);
// An answer opens a ticket, too: its state is changed before.
const ACTIONS = ['create', 'queue page', 'ticket', 'status change', 'reply', 'search'] as const;

type Figures = ReadonlyMap<string, LoadResult>;

const setting = (name: string, otherwise: string): string => process.env[`BELLHOP_COMPARE_${name}`] ?? otherwise;

/** The installed system that BELLHOP_COMPARE names: `rt=http://127.0.0.1:8101` or `redmine=http://127.0.0.1:8102`. */
async function connectOther(): Promise<TicketSystem> {
  const [kind, address = ''] = setting('WITH', '').split('=');
  const account = { user: setting('USER', ''), password: setting('PASSWORD', ''), queue: setting('QUEUE', 'General') };
  if (kind === 'rt') return connectRequestTracker(onLoopback(address), account, MOST_CLIENTS);
  if (kind === 'redmine') return connectRedmine(onLoopback(address), account);
  throw new Error('say what to compare with: BELLHOP_COMPARE_WITH=rt=http://127.0.0.1:8101 or redmine=http://…, see docs/compare.md');
}

async function measure(system: TicketSystem, word: string): Promise<Figures> {
  const figures = new Map<string, LoadResult>();
  for (const clients of CLIENTS) {
    const created: string[] = [];
    const listed = await system.queuePage(0);
    const some = (index: number): string => listed[index % listed.length] as string;
    const tasks: Readonly<Record<(typeof ACTIONS)[number], (index: number, client: number) => Promise<unknown>>> = {
      create: async (index, client) => created.push(await system.create(workTicket(index), client)),
      'queue page': (_index, client) => system.queuePage(client),
      ticket: (index, client) => system.open(some(index), client),
      reply: (index, client) => system.reply(created[index % created.length] as string, workReply(index), client),
      'status change': (index, client) => system.changeStatus(created[index] as string, client),
      search: (_index, client) => system.search(word, client),
    };
    for (const action of ACTIONS) {
      process.stderr.write(`${system.name}, ${clients}: ${action}\n`);
      // A ticket changes its state once.
      const calls = action === 'status change' ? created.length : CALLS;
      figures.set(`${action} ${clients}`, await runLoad(clients, calls, tasks[action], SECONDS));
      system.memory?.();
    }
  }
  return figures;
}

/** Bellhop and another ticket system one after the other on this machine, with the same work. */
export async function measureComparison(): Promise<readonly Table[]> {
  const tickets = Number(setting('TICKETS', '100000'));
  const other = await connectOther();
  const others = await measure(other, setting('WORD', 'bench1'));
  const bellhop = await startBellhop(tickets);
  try {
    const own = await measure(bellhop, 'kw140');
    const cells = ({ perSecond, p50, p95 }: LoadResult): string[] => [perSecond.toFixed(perSecond < 100 ? 1 : 0), ms(p50), ms(p95)];
    const rows = CLIENTS.flatMap((clients) => ACTIONS.map((action) => {
      const [theirs, ours] = [others.get(`${action} ${clients}`) as LoadResult, own.get(`${action} ${clients}`) as LoadResult];
      return [action, String(clients), ...cells(theirs), ...cells(ours), `${(ours.perSecond / theirs.perSecond).toFixed(0)}x`];
    }));
    const head = (name: string): string[] => [`${name}: per second`, 'p50 ms', 'p95 ms'];
    return [{
      title: `Against ${other.name}`, command: 'npm run bench -- compare', columns: ['action', 'clients', ...head(other.name), ...head('Bellhop'), 'per second'], rows,
      note: `${tickets.toLocaleString('en')} tickets stored in each; at most ${CALLS} calls or ${SECONDS} seconds a row. Bellhop on the embedded store with durable commits, ${megabytes(bellhop.memory?.() ?? 0)} MB of its own at most, without the pages of the store that the system keeps at hand. One in twenty of its tickets is open, and its search looks through those only.`,
    }];
  } finally {
    await bellhop.close();
    await other.close();
  }
}
