import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import pino, { type Logger } from 'pino';
import { startJobs, type Jobs } from '../../bot/jobs';
import { createBot, type Bot } from '../../bot/teams';
import { launchBrowser } from './browser';
import type { ChangeDesk } from './change-desk';
import type { PersonKey } from './people';
import { startPlayground, type Playground } from './playground';
import type { TestApp } from './test-app';
import { startTestServer, type TestServer } from './test-server';

export interface PlaygroundDesk<T> {
  readonly test: T;
  readonly server: TestServer;
  readonly jobs: Jobs;
  /** Microsoft's client as somebody sees it. */
  open(user: PersonKey): Promise<Playground>;
}

const LONGEST_TEST_MS = 120_000;
const ARRIVES_MS = 15_000;
const PAUSE_MS = 50;

/** An organization with its bot and its jobs in Microsoft's client; call it once, at the top of a test file. It lives in the present, as the client does. */
export function withPlaygroundDesk<T extends TestApp | ChangeDesk>(create: () => Promise<T>): PlaygroundDesk<T> {
  let ready: { readonly test: T; readonly server: TestServer; readonly jobs: Jobs; readonly browser: Browser; readonly folder: string } | undefined;
  /** What was started, to be ended in the opposite order, also when a later step of the start fails. */
  const closers: (() => Promise<unknown>)[] = [];
  const set = (): NonNullable<typeof ready> => {
    if (!ready) throw new Error('the desk is not set up yet');
    return ready;
  };

  jest.setTimeout(LONGEST_TEST_MS);
  beforeAll(async () => {
    // PICTURES=<folder> keeps the pictures, to look at what people see.
    const folder = process.env.PICTURES ?? (await mkdtemp(join(tmpdir(), 'bellhop-playground-')));
    const test = await create();
    closers.push(() => test.close());
    test.clock.set(new Date().toISOString());
    let bot: Bot | undefined;
    let log: Logger = pino({ level: 'silent' });
    // A desk for changes is a test organization with more people in it.
    const server = await startTestServer(test as unknown as TestApp, {
      bot: (deps) => {
        log = deps.log;
        bot = createBot(deps);
        return bot;
      },
    });
    closers.push(() => server.close());
    if (!bot) throw new Error('no bot');
    const jobs = startJobs({ app: test.app, bot, config: server.config, log });
    closers.push(() => jobs.stop());
    const browser = await launchBrowser();
    closers.push(() => browser.close());
    ready = { test, server, jobs, browser, folder };
  }, LONGEST_TEST_MS);
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  return {
    get test() {
      return set().test;
    },
    get server() {
      return set().server;
    },
    get jobs() {
      return set().jobs;
    },
    async open(user) {
      const { browser, server, folder } = set();
      const playground = await startPlayground(browser, { botUrl: server.url, user, folder: join(folder, user) });
      // The last picture shows why a test waited in vain.
      closers.push(() => playground.picture('last').then(() => playground.close()));
      return playground;
    },
  };
}

/** What was pressed in the browser arrives in its own time: reads until it is so, and answers what it read last. */
export async function readUntil<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  const until = Date.now() + ARRIVES_MS;
  for (;;) {
    const value = await read();
    if (isSo(value) || Date.now() > until) return value;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
