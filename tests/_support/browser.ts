import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { watchForNames } from './shown-names';

const ROOT = join(__dirname, '../..');
const BROWSER_PATH = process.env.CHROME_PATH ?? '/usr/bin/chromium';
/** Nothing of the machine's own: no first-run pages, no updates, no calls home. */
const BROWSER_ARGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/**
 * `BROWSER_SLOWDOWN=6` makes every page six times slower than this machine: how the tests are tried for a slow one, best
 * together with other work on every core. They must be green then too.
 */
const SLOWDOWN = Number(process.env.BROWSER_SLOWDOWN ?? 1);

/** A page of a window, slowed down where that is asked for. */
export async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await watchForNames(page);
  await slowDown(context, page);
  return page;
}

/** Slows down a page, or a frame of another site, which has a process of its own. */
export async function slowDown(context: BrowserContext, target: Page | Frame): Promise<void> {
  if (SLOWDOWN <= 1) return;
  const session = await context.newCDPSession(target);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
}

/** A real Chromium. `CHROME_PATH` names it where it is not the system's own. */
export function launchBrowser(extraArgs: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: BROWSER_PATH, args: [...BROWSER_ARGS, ...extraArgs] });
}

function newestIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs);
  }, 0);
}

/** Builds the tab when a source is newer than what was built last. Returns the folder to serve. */
export function builtTab(): string {
  const folder = join(ROOT, 'dist/tab');
  const page = join(folder, 'index.html');
  const sources = Math.max(newestIn(join(ROOT, 'tab')), newestIn(join(ROOT, 'shared')));
  if (!existsSync(page) || statSync(page).mtimeMs < sources) {
    // What people get, and not what the test runner's own mode would make of it: React for developers.
    const env = { ...process.env, NODE_ENV: 'production' };
    execFileSync(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', 'tab', '--logLevel', 'warn'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return folder;
}

/** How long people are expected to wait at most, once the tab is there. */
export const TIMEOUT_MS = 10_000;
/** Looking without a pause would take the page's processor time. */
const LOOK_EVERY_MS = 20;
const GIVEN_BACK_MS = 1_000;
/** A test is a whole conversation with a page; on a slow machine every step of it takes its time. */
export const LONGEST_TEST_MS = 120_000;
/** How long it may take to be there: the first window of a browser compiles everything. */
export const START_MS = 60_000;

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof THEMES)[number];

export interface TabOptions {
  readonly url: string;
  /** Person id of the development sign-in. */
  readonly personId?: string;
  /** Route within the tab, e.g. `#/queue/all`. */
  readonly route?: string;
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly theme?: ThemeName;
  /** ISO instant that the page takes for the present; timers run on. */
  readonly now?: string;
  /** Called with the page before the tab is asked for. */
  readonly before?: (page: Page) => Promise<void>;
}

export interface OpenTab {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained about: errors, refused resources, broken rules of the content security policy. */
  readonly complaints: string[];
  /** Addresses of everything that has arrived. */
  readonly arrived: string[];
}

/** Collects what a page complains about from now on. */
export function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`);
  });
  return complaints;
}

/** Waits until the tab shows more than that it is on its way. */
export const untilThere = (tab: Page | Frame): Promise<void> => tab.locator('header, h1, h2').first().waitFor({ timeout: START_MS });

function newContext(browser: Browser, { width, height, locale }: Required<Pick<TabOptions, 'width' | 'height' | 'locale'>>): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width, height }, locale, timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' });
}

/** Something of the tab without any script: on it a window rests that is used again. */
const RESTING_PLACE = '/tab/bell.svg';

/**
 * Leaves the tab, with everything that a test has done to the window taken back: the next one finds it as new, but in a process that
 * knows the code already.
 */
export async function rest({ page, context }: OpenTab): Promise<void> {
  await context.setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.mouse.move(-1, -1);
  await page.goto(new URL(RESTING_PLACE, page.url()).href);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
}

/**
 * A window of its own with the tab in it, signed in as a demo person; `used`: in one that rests and had the same language and clock.
 */
export async function openTab(browser: Browser, options: TabOptions, used?: OpenTab): Promise<OpenTab> {
  const { url, personId, route = '', width = 1400, height = 900, locale = 'en-US', theme = 'light', now, before } = options;
  const context = used?.context ?? (await newContext(browser, { width, height, locale }));
  context.setDefaultTimeout(TIMEOUT_MS);
  context.setDefaultNavigationTimeout(START_MS);
  if (now && !used) await context.clock.setFixedTime(now);
  const page = used?.page ?? (await openPage(context));
  if (used) await page.setViewportSize({ width, height });
  else if (theme === 'contrast') await page.goto(`${url}${RESTING_PLACE}`);
  if (theme === 'contrast') await page.evaluate(() => localStorage.setItem('bellhop.theme', '"contrast"'));
  if (theme === 'dark') await page.emulateMedia({ colorScheme: 'dark' });
  const complaints = collectComplaints(page);
  const arrived: string[] = [];
  page.on('requestfinished', (request) => arrived.push(request.url()));
  await before?.(page);
  await page.goto(`${url}/tab/${personId ? `?as=${personId}` : ''}${route}`);
  await untilThere(page);
  return { page, context, complaints, arrived };
}

/** Waits until something reads as it should, as long as for anything on the page; fails with what it read last. */
export async function expectSoon<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  const until = Date.now() + TIMEOUT_MS;
  let seen = await read();
  while (JSON.stringify(seen) !== JSON.stringify(wanted) && Date.now() < until) {
    await setTimeout(LOOK_EVERY_MS);
    seen = await read();
  }
  expect(seen).toEqual(wanted);
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

/** Switches the page over to a theme where it stands, as a choice in another window of the same person does. */
export async function showIn(page: Page, theme: ThemeName): Promise<void> {
  await page.evaluate((name) => {
    localStorage.setItem('bellhop.theme', JSON.stringify(name));
    window.dispatchEvent(new StorageEvent('storage', { key: 'bellhop.theme' }));
  }, theme);
  await page.locator(`[data-theme="${theme}"]`).waitFor();
}

/** Waits until nothing moves or fades any more. Colors go down from element to element, a frame for each. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  // After a dialog, Fluent's focus handling takes a quarter of a second to give the page back to screen readers. What it never gives back is found.
  const isGivenBack = () => document.querySelector('[role="dialog"]') !== null || document.querySelector('[aria-hidden="true"] :is(button, input, a[href])') === null;
  await page.waitForFunction(isGivenBack, undefined, { timeout: GIVEN_BACK_MS }).catch(() => undefined);
}

/** Serious and critical findings of axe-core by WCAG 2.2 A and AA, as readable lines. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await untilStill(page);
  // Evaluated by the debugger, so the page's content security policy stays as users have it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(context: object, options: object): Promise<{ violations: unknown[] }> } }).axe;
    // Fluent's focus handling leaves invisible stops that pass the focus on at once; nobody ever stays on one.
    const result = await axe.run({ include: document, exclude: ['[data-tabster-dummy]'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return result.violations;
  });
  return (violations as Violation[])
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} at ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`));
}
