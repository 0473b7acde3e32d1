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
/** Twelve notches of a wheel a second, and as fast as people turn it to get somewhere else. */
const SPEEDS = [1_200, 4_800] as const;
const SCROLL_SECONDS = 4;
/** Numbers of tickets: each of these keys leaves other rows than the one before. */
const KEYS = ['2', '8', 'Backspace', '6', 'Backspace', 'Backspace', '3', '7', 'Backspace', 'Backspace', '7', 'Backspace'];
const BETWEEN_KEYS_MS = 300;
/** What may be needed later is fetched until then. */
const SETTLED_MS = 6_000;

const sorted = (values: readonly number[]): number[] => [...values].sort((left, right) => left - right);

async function slowPage(browser: Awaited<ReturnType<typeof launchBrowser>>, agent: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1_400, height: 900 } });
  await context.addInitScript((id) => localStorage.setItem('bellhop.person', id), agent);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return page;
}

interface Scrolled {
  /** Milliseconds between frames of the page. */
  readonly frames: readonly number[];
  /** Frames in which rows were missing on the screen. */
  readonly blank: number;
}

/** Turns the mouse wheel over the queue, so many pixels a second. */
async function scrolled(page: Page, pixelsPerSecond: number): Promise<Scrolled> {
  const session = await page.context().newCDPSession(page);
  const watched = await page.evaluateHandle(() => {
    const list = document.querySelector('[role="grid"]') as HTMLElement;
    const seen = { frames: [] as number[], blank: 0, isOver: false };
    let last = performance.now();
    const look = (time: number): void => {
      seen.frames.push(time - last);
      last = time;
      const { left, width, top, bottom } = list.getBoundingClientRect();
      const isRow = (y: number): boolean => Boolean(document.elementFromPoint(left + width / 2, y)?.closest('[data-row]'));
      if (![top + 40, (top + bottom) / 2, bottom - 5].every(isRow)) seen.blank += 1;
      if (!seen.isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return seen;
  });
  await session.send('Input.synthesizeScrollGesture', { x: 700, y: 500, yDistance: -pixelsPerSecond * SCROLL_SECONDS, speed: pixelsPerSecond, gestureSourceType: 'mouse', preventFling: true });
  return watched.evaluate((seen) => {
    seen.isOver = true;
    return { frames: seen.frames.slice(2), blank: seen.blank };
  });
}

/** From pressing a key in the filter until the list shows something else, in milliseconds of the page. */
async function keystroke(page: Page, key: string): Promise<number> {
  // Set up before the key is pressed: it reaches the page on another way than this does, and may overtake it.
  const taken = await page.evaluateHandle(() => {
    const list = document.querySelector('[role="grid"]') ?? document.body;
    const changed = new Promise<number>((resolve, reject) => {
      let pressed = 0;
      setTimeout(() => reject(new Error('the list did not change')), 10_000);
      addEventListener('keydown', () => (pressed = performance.now()), { once: true, capture: true });
      new MutationObserver((_changes, observer) => {
        if (pressed === 0) return;
        observer.disconnect();
        // What was changed is seen with the next frame.
        requestAnimationFrame(() => resolve(performance.now() - pressed));
      }).observe(list, { childList: true, subtree: true, characterData: true });
    });
    return { changed };
  });
  await page.keyboard.press(key);
  const took = await taken.evaluate(({ changed }) => changed);
  await page.waitForTimeout(BETWEEN_KEYS_MS);
  return took;
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
  const scrolls: Scrolled[] = [];
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
    await page.waitForTimeout(SETTLED_MS);
    for (const speed of SPEEDS) {
      await page.keyboard.press('Home');
      await page.waitForTimeout(1_000);
      scrolls.push(await scrolled(page, speed));
    }
    await page.keyboard.press('Home');
    await page.waitForTimeout(1_000);
    await page.keyboard.press('/');
    for (const key of KEYS) keys.push(await keystroke(page, key));
  } finally {
    await browser.close();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
  const row = (what: string, values: readonly number[], note = ''): string[] => {
    const inOrder = sorted(values);
    return [what, ms(percentile(inOrder, 0.5)), ms(percentile(inOrder, 0.95)), ms(inOrder.at(-1) ?? Number.NaN), note];
  };
  return {
    title: 'On a processor four times slower', command: 'npm run bench -- tab', columns: ['what', 'p50 ms', 'p95 ms', 'worst ms', 'frames with rows missing'],
    rows: [
      row('from navigation to the first ticket', loads),
      ...scrolls.map(({ frames, blank }, index) => row(`a frame, wheel turned by ${SPEEDS[index]} pixels a second`, frames, `${blank} of ${frames.length}`)),
      row('a key in the filter until the list has changed', keys),
    ],
    note: `${STORED.toLocaleString('en')} tickets stored, one in twenty open; headless Chromium with its page slowed down ${SLOWDOWN} times, without a graphics card, server on the same machine; ${RUNS} loads, ${KEYS.length} keys.`,
  };
}
