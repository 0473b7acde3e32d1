import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillStore } from '../fill';
import { objectIdOf } from '../organization';
import { call, expectOk } from '../load';
import { startBenchServer } from '../server';
import { ms, percentile, type Table } from '../table';

const TURNS = 200;
const WARM_UP = 20;

interface Execute { readonly type: string; readonly verb: string; readonly data: object; readonly title?: string }

/** Everything of one type in a card, wherever it stands. */
function findAll<T>(node: unknown, matches: (node: Record<string, unknown>) => boolean): T[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = !Array.isArray(node) && matches(node as Record<string, unknown>) ? [node as T] : [];
  return [...own, ...Object.values(node).flatMap((child) => findAll<T>(child, matches))];
}

const executes = (card: unknown): Execute[] => findAll<Execute>(card, (node) => node.type === 'Action.Execute');

function inputsOf(card: unknown): Record<string, string> {
  const inputs = findAll<{ id: string; value?: string }>(card, (node) => String(node.type).startsWith('Input.'));
  return Object.fromEntries(inputs.map(({ id, value }) => [id, value ?? '']));
}

interface Connector { readonly url: string; readonly server: Server; takeCards(): readonly unknown[] }

/** Takes what the bot sends, at once, as a connector without any delay of its own. */
async function startConnector(): Promise<Connector> {
  let cards: unknown[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const activity = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as { attachments?: { content: unknown }[] }) : {};
      // Updates of cards posted before are PUT; what a turn answers is POSTed.
      if (request.method === 'POST' && activity.attachments?.[0]) cards.push(activity.attachments[0].content);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`, server,
    takeCards: () => {
      const taken = cards;
      cards = [];
      return taken;
    },
  };
}

/** A chat turn from the activity in to the card out, and a press from the invoke in to the new card out, one after the other. */
export async function measureChat(): Promise<readonly Table[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'bellhop-bench-'));
  await fillStore(directory, 10_000);
  const server = await startBenchServer(directory);
  const connector = await startConnector();
  const times: Record<'turn' | 'create' | 'take', number[]> = { turn: [], create: [], take: [] };
  let sent = 0;

  async function send(person: { id: string; aadObjectId: string }, activity: object): Promise<string> {
    sent += 1;
    const body = {
      channelId: 'msteams', serviceUrl: connector.url, id: `a${sent}`, timestamp: new Date().toISOString(), locale: 'en-US',
      from: { ...person, name: person.id }, recipient: { id: 'bot', name: 'Bellhop' },
      conversation: { id: `chat-${person.id}`, conversationType: 'personal' }, ...activity,
    };
    return expectOk(call(server.url, 'POST', '/api/messages', '', body), 'activity');
  }

  async function timed<T>(name: keyof typeof times, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await work();
    times[name].push(performance.now() - began);
    return result;
  }

  const press = (person: { id: string; aadObjectId: string }, action: Execute, card: unknown): Promise<string> =>
    send(person, {
      type: 'invoke', name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: action.verb, data: { ...inputsOf(card), ...action.data } }, trigger: 'manual' },
    });

  try {
    const employee = { id: 'employee', aadObjectId: objectIdOf('employee', 3) };
    const agent = { id: 'agent', aadObjectId: objectIdOf('agent', 3) };
    for (let turn = 0; turn < TURNS + WARM_UP; turn += 1) {
      await timed('turn', () => send(employee, { type: 'message', text: `topic3 stopped working on my laptop, number ${turn}` }));
      const cards = connector.takeCards();
      const draft = cards.find((card) => executes(card).some(({ verb }) => verb === 'tickets.report'));
      const confirm = executes(draft).find(({ verb }) => verb === 'tickets.report');
      if (!confirm) throw new Error(`no button that creates a ticket on ${JSON.stringify(cards).slice(0, 300)}`);
      const answer = JSON.parse(await timed('create', () => press(employee, confirm, draft))) as { value: unknown };
      const id = /INC\d{7}/.exec(JSON.stringify(answer))?.[0];
      if (!id) throw new Error(`no ticket on ${JSON.stringify(answer).slice(0, 300)}`);
      const take: Execute = { type: 'Action.Execute', verb: 'tickets.take', data: { id, version: 1 } };
      const taken = await timed('take', () => press(agent, take, {}));
      if (!taken.includes('AdaptiveCard')) throw new Error(`no card after take: ${taken.slice(0, 300)}`);
    }
  } finally {
    connector.server.close();
    connector.server.closeAllConnections();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
  const rows = Object.entries({ 'message in, draft card out': times.turn, 'confirm pressed, ticket card back': times.create, 'take pressed, new card back': times.take }).map(([name, all]) => {
    const sorted = all.slice(WARM_UP).sort((left, right) => left - right);
    return [name, ms(percentile(sorted, 0.5)), ms(percentile(sorted, 0.95)), ms(percentile(sorted, 0.99))];
  });
  return [{
    title: 'Chat', command: 'npm run bench -- chat', columns: ['what', 'p50 ms', 'p95 ms', 'p99 ms'], rows,
    note: `${TURNS} conversations after ${WARM_UP} to warm up, 10,000 tickets stored, embedded store; the connector answers at once, so this is Bellhop's own time over HTTP.`,
  }];
}
