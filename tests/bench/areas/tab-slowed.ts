import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../_support/browser';
import { fillStore } from '../fill';
import { startBenchServer } from '../server';
import { settle } from '../settle';
import { ms, percentile, type Table } from '../table';

const STORED = 100_000;
const SLOWDOWN = 4;
const RUNS = 7;
const FRAMES = 240;
/** Of a mouse wheel that is turned fast: about two rows a frame. */
const STEP = 80;
const KEYSTROKES = 12;
const FRAME_MS = 1_000 / 60;

const sorted = (values: readonly number[]): number[] => [...values].sort((left, right) => left - right);

async function slowPage(browser: Awaited<ReturnType<typeof launchBrowser>>, agent: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1_400, height: 900 } });
  await context.addInitScript((id) => localStorage.setItem('bellhop.person', id), agent);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return page;
}

/** Milliseconds between frames while the queue is scrolled from its beginning. */
const scrolled = (page: Page): Promise<number[]> =>
  page.evaluate(
    ({ frames, step }) =>
      new Promise<number[]>((resolve) => {
        const row = document.querySelector('[role="row"][data-row]');
        let list = row?.parentElement ?? null;
        while (list && list.scrollHeight <= list.clientHeight + 10) list = list.parentElement;
        const times: number[] = [];
        const next = (time: number): void => {
          times.push(time);
          if (list) list.scrollTop += step;
          if (times.length <= frames) requestAnimationFrame(next);
          else resolve(times.slice(1).map((at, index) => at - (times[index] ?? at)));
        };
        requestAnimationFrame(next);
      }),
    { frames: FRAMES, step: STEP },
  );

/** From pressing a key in the filter until the list shows something else, in milliseconds of the page; NaN: it does not. */
async function keystroke(page: Page, key: string): Promise<number> {
  const taken = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressed = 0;
        setTimeout(() => resolve(Number.NaN), 10_000);
        const list = document.querySelector('[role="row"][data-row]')?.parentElement?.parentElement ?? document.body;
        addEventListener('keydown', () => (pressed = performance.now()), { once: true, capture: true });
        new MutationObserver((_changes, observer) => {
          if (pressed === 0) return;
          observer.disconnect();
          // What was changed is seen with the next frame.
          requestAnimationFrame(() => resolve(performance.now() - pressed));
        }).observe(list, { childList: true, subtree: true, characterData: true });
      }),
  );
  await page.keyboard.press(key);
  return taken;
}

/** The queue of an agent on a machine four times slower than this one, with 100,000 tickets behind it, 5,000 of them open. */
export async function measureSlowedTab(): Promise<Table> {
  const directory = await mkdtemp(path.join(tmpdir(), 'bellhop-bench-'));
  const { agentIds } = await fillStore(directory, STORED);
  const server = await startBenchServer(directory);
  await settle(directory);
  const browser = await launchBrowser();
  const agent = agentIds[1] as string;
  const loads: number[] = [];
  const frames: number[] = [];
  const keys: number[] = [];
  try {
    for (let run = 0; run < RUNS; run += 1) {
      const page = await slowPage(browser, agent);
      const began = performance.now();
      await page.goto(`${server.url}/tab/#/queue/all`);
      await page.locator('[role="row"][data-row]').first().waitFor();
      loads.push(performance.now() - began);
      await page.context().close();
    }
    const page = await slowPage(browser, agent);
    await page.goto(`${server.url}/tab/#/queue/all`);
    await page.locator('[role="row"][data-row]').first().waitFor();
    await page.waitForTimeout(1_000);
    frames.push(...(await scrolled(page)));
    await page.keyboard.press('Home');
    await page.keyboard.press('/');
    for (let index = 0; index < KEYSTROKES; index += 1) keys.push(await keystroke(page, index % 2 === 0 ? '7' : 'Backspace'));
  } finally {
    await browser.close();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
  const [load, frame, key] = [sorted(loads), sorted(frames), sorted(keys)];
  const late = frames.filter((length) => length > FRAME_MS * 1.5).length / frames.length;
  return {
    title: 'On a processor four times slower', command: 'npm run bench -- tab', columns: ['what', 'p50 ms', 'p95 ms', 'worst ms'],
    rows: [
      ['from navigation to the first ticket', ms(percentile(load, 0.5)), ms(percentile(load, 0.95)), ms(load.at(-1) ?? Number.NaN)],
      ['a frame while the queue is scrolled', ms(percentile(frame, 0.5)), ms(percentile(frame, 0.95)), ms(frame.at(-1) ?? Number.NaN)],
      ['a key in the filter until the list has changed', ms(percentile(key, 0.5)), ms(percentile(key, 0.95)), ms(key.at(-1) ?? Number.NaN)],
    ],
    note: `${STORED.toLocaleString('en')} tickets stored, one in twenty open; headless Chromium slowed down ${SLOWDOWN} times, without a graphics card, server on the same machine. ${(late * 100).toFixed(1)} % of ${FRAMES} frames came later than one and a half sixtieths of a second.`,
  };
}
