import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../../_support/browser';
import { fillStore } from '../fill';
import { ROOT, startBenchServer } from '../server';
import { ms, percentile, type Table } from '../table';

const RUNS = 7;
const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(0);

/** Scripts that the page names itself. Texts, theme and, in Teams, teams-js are fetched by them and not counted here. */
function firstScreenScripts(directory: string): readonly string[] {
  const html = readFileSync(path.join(directory, 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => path.join(directory, 'assets', path.basename(match[1]!)));
}

function sizes(): Table {
  const directory = path.join(ROOT, 'dist/tab');
  if (!existsSync(directory)) throw new Error('dist/tab is missing: run npm run build first');
  const gzipped = (files: readonly string[]): number => files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  const all = readdirSync(path.join(directory, 'assets')).filter((file) => file.endsWith('.js')).map((file) => path.join(directory, 'assets', file));
  return {
    title: 'JavaScript of the tab', command: 'npm run bench -- tab', columns: ['what', 'files', 'KB, gzip'],
    rows: [['named by the page (texts, theme and teams-js come on top)', String(firstScreenScripts(directory).length), kilobytes(gzipped(firstScreenScripts(directory)))], ['everything', String(all.length), kilobytes(gzipped(all))]],
  };
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
  return [sizes(), await timeToQueue()];
}
