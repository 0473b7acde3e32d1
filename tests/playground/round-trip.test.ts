// If this fails, the main job does not work in Microsoft's own client: an employee gets help in the chat, an agent works from the channel and the tab.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { startJobs, type Jobs } from '../../bot/jobs';
import { createBot, type Bot } from '../../bot/teams';
import { createDeliveries } from '../../shared/app';
import type { TicketView } from '../../shared/tickets';
import { startBrowser, startPlayground, type Playground } from '../_support/playground';
import type { PersonKey } from '../_support/people';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

let test_: TestApp;
let server: TestServer;
let jobs: Jobs;
let alice: Playground;
let carol: Playground;
/** What was started, to be ended in the opposite order, also when a later step of the start fails. */
const closers: (() => Promise<unknown>)[] = [];

jest.setTimeout(120_000);

beforeAll(async () => {
  // PICTURES=<folder> keeps the pictures, to look at what people see.
  const folder = process.env.PICTURES ?? (await mkdtemp(join(tmpdir(), 'bellhop-playground-')));
  test_ = await createTestApp();
  closers.push(() => test_.close());
  test_.clock.set(new Date().toISOString());
  let bot: Bot | undefined;
  let log: Logger = pino({ level: 'silent' });
  server = await startTestServer(test_, {
    bot: (deps) => {
      log = deps.log;
      bot = createBot(deps);
      return bot;
    },
  });
  closers.push(() => server.close());
  if (!bot) throw new Error('no bot');
  jobs = startJobs({ app: test_.app, bot, config: server.config, log });
  closers.push(() => jobs.stop());
  const browser = await startBrowser();
  closers.push(() => browser.close());
  const open = async (user: PersonKey): Promise<Playground> => {
    const playground = await startPlayground(browser, { botUrl: server.url, user, folder: join(folder, user) });
    // The last picture shows why a test waited in vain.
    closers.push(() => playground.picture('last').then(() => playground.close()));
    return playground;
  };
  alice = await open('alice');
  carol = await open('carol');
}, 120_000);

afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

/** The first ticket of this desk. */
const ID = 'INC0000001';

async function ticketOf(id: string): Promise<TicketView> {
  const { json } = await server.as('bob').get(`/api/tickets/${id}`);
  return json.record as TicketView;
}

const ticketNow = (): Promise<TicketView> => ticketOf(ID);

/** What was pressed in the browser arrives in its own time. */
async function becomes(expected: object): Promise<void> {
  for (const until = Date.now() + 15_000; Date.now() < until; ) {
    try {
      return expect(await ticketNow()).toMatchObject(expected);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  expect(await ticketNow()).toMatchObject(expected);
}

test('the bot greets, and says what it can do', async () => {
  await alice.see(/my tickets/i);
  await alice.picture('1-welcome');
});

test('the lead connects the channel of the group', async () => {
  await carol.open('IT - Network');
  await carol.see(/@Bellhop connect/);
  await carol.write('connect Network', { isMention: true });
  await carol.see(/new tickets for Network are posted in this channel/);
  await carol.picture('2-channel-connected');
});

test('one message and one press make a ticket', async () => {
  await alice.write('VPN drops every hour');
  await alice.see('Shall I create this ticket?');
  await alice.picture('3-draft');
  await alice.press('Create ticket');
  await alice.see(ID);
  await alice.picture('4-created');
  await becomes({ title: 'VPN drops every hour', requesterName: 'Alice Adams', groupName: 'Network' });
});

test('its card stands in the channel; an agent takes it there', async () => {
  await carol.see(ID);
  await carol.picture('5-triage-card');
  await carol.press('Show details to me');
  await carol.press('Take');
  await carol.see(/Carol Clark/);
  await carol.picture('6-taken');
  await becomes({ assigneeName: 'Carol Clark', state: 'inProgress' });
  await alice.see(/Carol Clark is now working on it|Carol Clark is now working on INC/);
});

test("the agent's answer arrives in the chat", async () => {
  const ticket = await ticketNow();
  await server.as('carol').act('tickets.reply', ticket, { text: 'Please install client version 6.' });
  await alice.see(/Please install client version 6/);
  await alice.picture('7-answered');
});

test('the employee answers from the card', async () => {
  await alice.press('Add message');
  await alice.fill('Reply', 'Installed, I will watch it.');
  await alice.picture('8-answering');
  await alice.press('Send');
  await alice.see(/Installed, I will watch it/);
  await becomes({ lastMessageFrom: 'requester' });
  expect((await ticketNow()).timeline.at(-1)).toMatchObject({ text: 'Installed, I will watch it.', byName: 'Alice Adams' });
});

test('the resolution arrives with its buttons; she accepts and rates', async () => {
  const ticket = await ticketNow();
  await server.as('carol').act('tickets.resolve', ticket, { code: 'fixed', notes: 'Client version 6 keeps the tunnel open.' });
  await alice.see(/Client version 6 keeps the tunnel open/);
  await alice.picture('9-resolved');
  await alice.press('It works');
  await alice.see('How did we do?');
  await alice.picture('10-accepted');
  await becomes({ state: 'closed' });
  await alice.choose('How did we do?', /★★★★★/);
  await alice.fill('Anything you want to tell us?', 'Fast and friendly.');
  await alice.press('Send');
  await alice.see(/Your rating/);
  await alice.picture('11-rated');
  await becomes({ rating: { stars: 5, comment: 'Fast and friendly.' } });
});

test('in the channel a mention makes a draft in its own thread', async () => {
  await carol.write('The printer on floor 3 is jammed', { isMention: true });
  await carol.see('Shall I create this ticket?');
  await carol.picture('12-channel-draft');
  await carol.press('Create ticket');
  await carol.see(/INC0000002/);
  await carol.picture('13-channel-created');
  expect(await ticketOf('INC0000002')).toMatchObject({ requesterName: 'Carol Clark' });
});

test('in a group chat too, and only its number stands there for everybody', async () => {
  await alice.open('Office move');
  await alice.write('I need access to the move plan', { isMention: true });
  await alice.see('Shall I create this ticket?');
  await alice.picture('14-group-draft');
  await alice.press('Create ticket');
  await alice.see(/(INC|REQ)0000\d{3}/);
  await alice.picture('15-group-created');
});

test('what is meant for people who have no window open here waits for them', async () => {
  const { id, version } = await ticketOf('INC0000002');
  await server.as('fay').act('tickets.assign', { id, version }, { assigneeId: test_.people.fay.id });
  await server.as('carol').act('tickets.reply', { id, version: version + 1 }, { text: 'Still jammed.' });
  await jobs.drain();
  const told = await createDeliveries(test_.app.storage, test_.tenant, test_.clock).of(id);
  const forFay = told.filter(({ target }) => target.to === 'person' && target.personId === test_.people.fay.id);
  expect(forFay.map(({ state, waitsFor }) => ({ state, waitsFor }))).toContainEqual({ state: 'pending', waitsFor: test_.people.fay.id });
  expect(told.filter(({ state }) => state === 'failed' || state === 'dead')).toEqual([]);
});
