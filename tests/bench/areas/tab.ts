import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Frame, Page, Response } from 'playwright-core';
import { launchBrowser } from '../../_support/browser';
import { startTestIssuer } from '../../_support/issuer';
import { openInTeams } from '../../_support/teams-host';
import { createTestApp, TEST_NOW, type TestApp } from '../../_support/test-app';
import { startTestServer } from '../../_support/test-server';
import { fillStore } from '../fill';
import { ROOT, startBenchServer } from '../server';
import { ms, percentile, type Table } from '../table';
import { measureSlowedTab } from './tab-slowed';

const TAB = path.join(ROOT, 'dist/tab');
const RUNS = 7;
const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(0);

interface Loaded {
  readonly files: number;
  readonly bytes: number;
}

const gzipped = (contents: readonly Buffer[]): Loaded => ({ files: contents.length, bytes: contents.reduce((sum, content) => sum + gzipSync(content).length, 0) });

/** Every script that a page fetches from now on, its frames included; the result sums up what came until it is called. */
function countScripts(page: Page): () => Promise<Loaded> {
  const scripts: Response[] = [];
  page.on('response', (response) => response.request().resourceType() === 'script' && scripts.push(response));
  return async () => gzipped(await Promise.all([...scripts].map((script) => script.body())));
}

const firstTicket = (page: Page | Frame): Promise<void> => page.getByText(/^INC\d+/).first().waitFor();

/** In a browser, signed in as in development: everything fetched until the first ticket is on the screen. */
async function inBrowser(browser: Browser, test: TestApp): Promise<Loaded> {
  const server = await startTestServer(test, { tabDirectory: TAB });
  const page = await browser.newPage();
  await page.clock.setFixedTime(TEST_NOW);
  const scripts = countScripts(page);
  await page.goto(`${server.url}/tab/?as=${test.people.bob.id}#/queue`);
  await firstTicket(page);
  const loaded = await scripts();
  await page.close();
  await server.close();
  return loaded;
}

/** The same framed by a page that speaks the protocol of Teams, with a token: what people with Teams download. */
async function inTeams(browser: Browser, test: TestApp): Promise<Loaded> {
  const issuer = await startTestIssuer(() => test.clock.now());
  const server = await startTestServer(test, { config: { isDevelopment: false }, issuer: issuer.issuer, tabDirectory: TAB });
  let scripts: (() => Promise<Loaded>) | undefined;
  const host = await openInTeams(browser, {
    tabUrl: `${server.url}/tab/`, token: () => issuer.token('bob'), now: TEST_NOW,
    before: (page) => (scripts = countScripts(page)),
  });
  await firstTicket(host.tab);
  const loaded = await scripts?.();
  await host.context.close();
  await server.close();
  await issuer.close();
  if (!loaded) throw new Error('nothing was loaded in Teams');
  return loaded;
}

async function sizes(): Promise<Table> {
  if (!existsSync(TAB)) throw new Error('dist/tab is missing: run npm run build first');
  const assets = path.join(TAB, 'assets');
  const read = (files: readonly string[]): Loaded => gzipped(files.map((file) => readFileSync(path.join(assets, file))));
  const html = readFileSync(path.join(TAB, 'index.html'), 'utf8');
  const named = read([...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => path.basename(match[1]!)));
  const all = read(readdirSync(assets).filter((file) => file.endsWith('.js')));
  const test = await createTestApp();
  const ticket = await test.report({ title: 'Somebody works on it' });
  await test.perform('bob', 'tickets.take', ticket);
  const browser = await launchBrowser(['--disable-features=LocalNetworkAccessChecks,PrivateNetworkAccessChecks']);
  try {
    const line = (what: string, { files, bytes }: Loaded): readonly string[] => [what, String(files), kilobytes(bytes)];
    return {
      title: 'JavaScript of the tab', command: 'npm run bench -- tab', columns: ['what', 'files', 'KB, gzip'],
      rows: [
        line('fetched until the queue is usable, in Teams', await inTeams(browser, test)),
        line('fetched until the queue is usable, in a browser', await inBrowser(browser, test)),
        line('of these, named by the page itself', named),
        line('everything that is built', all),
      ],
      note: 'Counted in Chromium with an empty cache: every script that arrived before the first ticket was on the screen, texts and theme of the reader and, in Teams, its client library included.',
    };
  } finally {
    await browser.close();
    await test.close();
  }
}

async function timeToQueue(): Promise<Table> {
  const directory = await mkdtemp(path.join(tmpdir(), 'bellhop-bench-'));
  const { agentIds } = await fillStore(directory, 10_000);
  const server = await startBenchServer(directory);
  const browser = await launchBrowser();
  const times: number[] = [];
  try {
    for (let run = 0; run < RUNS; run += 1) {
      const context = await browser.newContext();
      await context.addInitScript((id) => localStorage.setItem('bellhop.person', id), agentIds[1]);
      const page = await context.newPage();
      const began = performance.now();
      await page.goto(`${server.url}/tab/#/queue`);
      await page.getByText(/^INC\d+/).first().waitFor();
      times.push(performance.now() - began);
      await context.close();
    }
  } finally {
    await browser.close();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
  times.sort((left, right) => left - right);
  return {
    title: 'Time to a usable queue', command: 'npm run bench -- tab', columns: ['runs', 'median ms', 'worst ms'],
    rows: [[String(RUNS), ms(percentile(times, 0.5)), ms(times.at(-1) ?? Number.NaN)]],
    note: 'Headless Chromium with an empty cache, server and browser on the same machine, from navigation to the first ticket on the screen; 10,000 tickets stored.',
  };
}

/** What the tab ships, and how soon an agent sees the queue. */
export async function measureTab(): Promise<readonly Table[]> {
  return [await sizes(), await timeToQueue(), await measureSlowedTab()];
}
