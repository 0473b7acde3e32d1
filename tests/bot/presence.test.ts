// If this fails, tickets go to people who are out of office by Teams, or nobody gets any because Teams does not say who is there.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraphPresence } from '../../bot/presence';
import type { TicketView } from '../../shared/tickets';
import { startBotDesk, type BotDesk } from '../_support/bot-desk';
import type { PersonKey } from '../_support/people';

const MINUTE = 60_000;
const TOKEN = 'a-token-of-the-bot';

/** Microsoft Graph as far as presence goes: a token is needed, and at most 650 people are told of at once. */
function startGraph() {
  const out = new Map<string, object>();
  const asked: number[] = [];
  let status = 200;
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { ids } = JSON.parse(Buffer.concat(parts).toString()) as { ids: readonly string[] };
      const isRight = request.method === 'POST' && request.url === '/v1.0/communications/getPresencesByUserId' && request.headers.authorization === `Bearer ${TOKEN}` && ids.length <= 650;
      asked.push(ids.length);
      response.writeHead(isRight ? status : 400, { 'content-type': 'application/json' });
      response.end(JSON.stringify(status === 200 ? { value: ids.map((id) => ({ id, availability: 'Available', activity: 'Available', outOfOfficeSettings: { isOutOfOffice: false }, ...out.get(id) })) } : { error: {} }));
    });
  });
  return new Promise<{ url: string; asked: number[]; setOut: (id: string | undefined, how: object | undefined) => void; answerWith: (code: number) => void; close: () => Promise<void> }>((done) => {
    server.listen(0, '127.0.0.1', () =>
      done({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked,
        setOut: (id = '', how) => void (how ? out.set(id, how) : out.delete(id)),
        answerWith: (code) => void (status = code),
        close: () => new Promise((closed) => server.close(() => closed())),
      }));
  });
}

let graph: Awaited<ReturnType<typeof startGraph>>;
let desk: BotDesk;

beforeEach(async () => {
  graph = await startGraph();
  desk = await startBotDesk({ withoutChannel: true, presence: createGraphPresence({ token: async () => TOKEN, graphUrl: graph.url }) });
  await desk.test.perform('erik', 'groups.change', desk.test.groups.network.id, { strategy: 'leastLoaded' });
});

afterEach(async () => {
  await desk.close();
  await graph.close();
});

const isOut = (key: PersonKey, how: object | undefined): void => graph.setOut(desk.test.people[key].aadObjectId, how);

/** After a look at who is there. */
async function reported(title: string): Promise<TicketView> {
  await desk.drain();
  const { id } = await desk.test.report({ title });
  await desk.drain();
  return seen(id);
}

async function seen(id: string): Promise<TicketView> {
  const opened = await desk.test.app.open(id, desk.test.actor('carol'));
  if (!('record' in opened)) throw new Error(`carol does not see ${id}`);
  return opened.record as TicketView;
}

it('whoever is out of office gets nothing new, and the ticket says so', async () => {
  isOut('bob', { activity: 'OutOfOffice' });
  const ticket = await reported('First');
  expect(ticket.assigneeName).toBe('Carol Clark');
  expect(ticket.picked?.ruledOut).toEqual([expect.objectContaining({ name: 'Bob Brown', text: 'out of office in Teams' })]);
});

it('with nobody there it waits, until somebody is back', async () => {
  isOut('bob', { outOfOfficeSettings: { isOutOfOffice: true } });
  isOut('carol', { activity: 'OutOfOffice', availability: 'Offline' });
  const { id, assigneeName } = await reported('Nobody there');
  expect(assigneeName).toBeUndefined();
  isOut('carol', undefined);
  await desk.drain();
  expect((await seen(id)).assigneeName).toBe('Carol Clark');
});

it('while Teams does not say who is there, what was known counts for ten minutes, and then everybody is asked', async () => {
  isOut('bob', { activity: 'OutOfOffice' });
  await desk.drain();
  graph.answerWith(503);
  expect((await reported('Known')).assigneeName).toBe('Carol Clark');
  desk.test.clock.advance(11 * MINUTE);
  expect((await reported('Unknown')).assigneeName).toBe('Bob Brown');
});

it('asks for many people in portions', async () => {
  const source = createGraphPresence({ token: async () => TOKEN, graphUrl: graph.url });
  const ids = Array.from({ length: 1_400 }, (_none, index) => `person-${index}`);
  graph.setOut('person-1399', { activity: 'OutOfOffice' });
  const before = graph.asked.length;
  expect([...(await source.outOfOffice(ids))]).toEqual(['person-1399']);
  expect(graph.asked.slice(before)).toEqual([650, 650, 100]);
});
