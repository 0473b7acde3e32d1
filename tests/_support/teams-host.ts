import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { collectComplaints, openPage, slowDown, START_MS, TIMEOUT_MS, untilThere } from './browser';

export interface TeamsHostOptions {
  /** The tab's address, e.g. `http://127.0.0.1:3978/tab/`. */
  readonly tabUrl: string;
  /** Gives the token that Teams would hand out; a rejection is what Teams reports to the tab. */
  readonly token: () => Promise<string>;
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly locale?: string;
  /** What a deep link points at. */
  readonly subPageId?: string;
  readonly width?: number;
  /** ISO instant that the page takes for the present. */
  readonly now?: string;
  /** Called with the page before it frames the tab: to see what is fetched. */
  readonly before?: (page: Page) => void;
}

export interface TeamsHost {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The tab inside. */
  readonly tab: Frame;
  readonly complaints: string[];
  /** Changes the theme of Teams, as people do in its settings. */
  changeTheme(theme: 'default' | 'dark' | 'contrast'): Promise<void>;
  /** Names of the calls that the tab made to Teams, in order. */
  calls(): Promise<readonly string[]>;
}

/** One of the addresses from which the real Teams shows its apps: teams-js talks to these only. */
const HOST = 'https://teams.microsoft.com/';

/**
 * What Teams answers to the calls that the tab makes. Runs in the host page; the library on the other side is the real one.
 * `initialize` answers frame context, client, capabilities and SDK version; `getContext` the legacy context.
 */
function hostScript(options: { theme: string; locale: string; subPageId: string | undefined; tabUrl: string }): void {
  const supports = { pages: {}, teamsCore: {} };
  const capabilities = JSON.stringify({ apiVersion: 2, hostVersionsInfo: {}, isLegacyTeams: false, supports });
  const context = {
    tid: '11111111-1111-4111-8111-111111111111', upn: 'somebody@contoso.example', userObjectId: 'unused', theme: options.theme, locale: options.locale, entityId: 'bellhop',
    subEntityId: options.subPageId, hostName: 'Teams', hostClientType: 'web', frameContext: 'content', appSessionId: 'session', sessionId: 'session',
  };
  const calls: string[] = [];
  const answers: Record<string, () => unknown[] | Promise<unknown[]>> = {
    'initialize': () => ['content', 'web', capabilities, '2.0.1'],
    'getContext': () => [context],
    'authentication.getAuthToken': () =>
      (window as unknown as { teamsToken(): Promise<string> }).teamsToken().then((token) => [true, token], (error: unknown) => [false, String(error)]),
  };
  const frame = document.createElement('iframe');
  Object.assign(window, {
    teamsCalls: calls,
    sendToTab: (message: object) => frame.contentWindow?.postMessage(message, new URL(options.tabUrl).origin),
  });
  window.addEventListener('message', (event) => {
    const { id, uuid, uuidAsString, func } = event.data as { id: number; uuid: unknown; uuidAsString: string; func: string };
    if (event.source !== frame.contentWindow) return;
    calls.push(func);
    const answer = answers[func];
    if (answer) void Promise.resolve(answer()).then((args) => frame.contentWindow?.postMessage({ id, uuid, uuidAsString, args }, event.origin));
  });
  frame.src = options.tabUrl;
  frame.title = 'Bellhop';
  frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0';
  document.body.append(frame);
}

/** Shows the tab as Teams does: framed by a page of teams.microsoft.com that speaks its protocol. Nothing leaves this machine. */
export async function openInTeams(browser: Browser, options: TeamsHostOptions): Promise<TeamsHost> {
  const { tabUrl, token, theme = 'default', locale = 'en-us', subPageId, width = 1400, now, before } = options;
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce', timezoneId: 'Europe/Berlin' });
  context.setDefaultTimeout(TIMEOUT_MS);
  context.setDefaultNavigationTimeout(START_MS);
  if (now) await context.clock.setFixedTime(now);
  const page = await openPage(context);
  const complaints = collectComplaints(page);
  await page.route(`${HOST}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Teams</title><body></body>' }));
  // The list of further hosts, which the library asks Microsoft's content network for.
  await page.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: { validOrigins: ['teams.microsoft.com'] }, headers: { 'access-control-allow-origin': '*' } }));
  await page.exposeFunction('teamsToken', token);
  await page.goto(HOST);
  before?.(page);
  await page.evaluate(hostScript, { theme, locale, subPageId, tabUrl });
  const handle = await page.waitForSelector('iframe');
  const tab = await handle.contentFrame();
  if (!tab) throw new Error('the tab was not framed');
  // Until then it is an empty frame of the host's own process.
  await tab.waitForURL((url) => url.href.startsWith(tabUrl), { waitUntil: 'commit', timeout: START_MS });
  await slowDown(context, tab);
  await untilThere(tab);
  return {
    page, context, tab, complaints,
    changeTheme: (name) => page.evaluate((value) => (window as unknown as { sendToTab(message: object): void }).sendToTab({ func: 'themeChange', args: [value] }), name),
    calls: () => page.evaluate(() => (window as unknown as { teamsCalls: string[] }).teamsCalls),
  };
}
