// If this fails, an approver cannot decide on a change in Microsoft's own client: the card is not drawn, or its buttons do nothing.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { startJobs, type Jobs } from '../../bot/jobs';
import { createBot, type Bot } from '../../bot/teams';
import type { ChangeView } from '../../shared/changes';
import { createChangeDesk, type ChangeDesk } from '../_support/change-desk';
import { startBrowser, startPlayground, type Playground } from '../_support/playground';
import type { TestApp } from '../_support/test-app';
import { startTestServer, type TestServer } from '../_support/test-server';

let desk: ChangeDesk;
let server: TestServer;
let jobs: Jobs;
let carol: Playground;
/** What was started, to be ended in the opposite order, also when a later step of the start fails. */
const closers: (() => Promise<unknown>)[] = [];

jest.setTimeout(120_000);

beforeAll(async () => {
  // PICTURES=<folder> keeps the pictures, to look at what people see.
  const folder = process.env.PICTURES ?? (await mkdtemp(join(tmpdir(), 'bellhop-playground-')));
  desk = await createChangeDesk();
  closers.push(() => desk.close());
  desk.clock.set(new Date().toISOString());
  let bot: Bot | undefined;
  let log: Logger = pino({ level: 'silent' });
  // It is a test organization with more people in it.
  server = await startTestServer(desk as unknown as TestApp, {
    bot: (deps) => {
      log = deps.log;
      bot = createBot(deps);
      return bot;
    },
  });
  closers.push(() => server.close());
  if (!bot) throw new Error('no bot');
  jobs = startJobs({ app: desk.app, bot, config: server.config, log });
  closers.push(() => jobs.stop());
  const browser = await startBrowser();
  closers.push(() => browser.close());
  carol = await startPlayground(browser, { botUrl: server.url, user: 'carol', folder: join(folder, 'carol') });
  closers.push(() => carol.picture('last').then(() => carol.close()));
}, 120_000);

afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

const inDays = (days: number, hours: number): string => new Date(desk.clock.now().getTime() + days * 86_400_000 + hours * 3_600_000).toISOString();

/** What was pressed in the browser arrives in its own time. */
async function becomes(id: string, isSo: (view: ChangeView) => boolean): Promise<ChangeView> {
  for (const until = Date.now() + 15_000; Date.now() < until; ) {
    const view = await desk.open(id, 'mona');
    if (isSo(view)) return view;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return desk.open(id, 'mona');
}

test('the question arrives in the personal chat with all that is needed, and one press decides', async () => {
  await carol.see(/my tickets/i);
  const { id } = await desk.submitted({ plannedStart: inDays(2, 0), plannedEnd: inDays(2, 2), title: 'Update the web server' });
  await carol.see('Your decision is needed');
  await carol.see('Install the packages.');
  await carol.picture('1-question');
  await carol.press('Approve');
  await carol.see('Carol Clark: approved');
  await carol.picture('2-approved');
  const view = await becomes(id, ({ state }) => state === 'authorize');
  expect(view.steps[0]?.votes).toMatchObject([{ name: 'Carol Clark', decision: 'approved' }]);
});

test('a refusal is written in the card, and reaches the change', async () => {
  const { id } = await desk.submitted({ plannedStart: inDays(4, 0), plannedEnd: inDays(4, 2), title: 'Replace the web server' });
  await carol.see('Replace the web server');
  await carol.press('Refuse');
  await carol.fill('Reason', 'The way back is not clear.');
  await carol.picture('3-refusing');
  await carol.press('Refuse');
  await carol.see('Carol Clark: refused – The way back is not clear.');
  await carol.picture('4-refused');
  const view = await becomes(id, ({ state }) => state === 'new');
  expect(view.steps[0]?.votes).toMatchObject([{ name: 'Carol Clark', decision: 'rejected', comment: 'The way back is not clear.' }]);
});

test('the high risk is confirmed in the card, because this client has no dialogs', async () => {
  const risky = { isOutage: true, outageMinutes: 30, reach: 'all', isVendorInvolved: true, isBackoutTested: false, experience: '3', complexity: '3', recoverability: '3', testing: '3', visibility: '3', coordination: '3' };
  const { id } = await desk.submitted({ ...risky, plannedStart: inDays(6, 0), plannedEnd: inDays(6, 2), title: 'Move payroll' });
  await carol.see('Move payroll');
  await carol.picture('5-risky');
  await carol.page.getByText('...', { exact: true }).last().click();
  await carol.page.getByText('Approve without a dialog').last().click();
  await carol.fill('Comment', 'Tested twice.');
  await carol.picture('6-confirming');
  await carol.press('Yes, approve');
  await carol.see('Carol Clark: approved – Tested twice.');
  const view = await becomes(id, ({ state }) => state === 'authorize');
  expect(view.steps[0]?.votes).toMatchObject([{ name: 'Carol Clark', comment: 'Tested twice.' }]);
});
