import type { Browser, Locator, Page } from 'playwright-core';
import { builtTab, expectSoon, launchBrowser, LONGEST_TEST_MS, type OpenTab, type TabOptions } from './browser';
import type { Config } from '../../bot/config/config';
import type { PersonKey } from './people';
import { createTestApp, TEST_NOW, type TestApp } from './test-app';
import { startTestServer, type TestServer } from './test-server';
import { createWindows, type Windows } from './windows';

export interface TabDesk {
  readonly test: TestApp;
  readonly server: TestServer;
  readonly browser: Browser;
  /** Windows of the present test, in the order they were opened. */
  readonly opened: readonly OpenTab[];
  /** A window of its own, signed in as a person of the test organization. */
  openAs(person: PersonKey, route?: string, more?: Partial<TabOptions>): Promise<Page>;
}

type Ready = Pick<TabDesk, 'test' | 'server' | 'browser'> & { readonly windows: Windows };

/**
 * The built tab in a real browser against a real server, with other settings where they are given; call it once, at the top of a test file. Set up before the first
 * test, windows closed after each.
 */
export function withTabDesk(config: Partial<Config> = {}): TabDesk {
  let desk: Ready | undefined;
  const ready = (): Ready => {
    if (!desk) throw new Error('the desk is not set up yet');
    return desk;
  };

  jest.setTimeout(LONGEST_TEST_MS);
  beforeAll(async () => {
    const test = await createTestApp();
    const server = await startTestServer(test, { tabDirectory: builtTab(), config });
    const browser = await launchBrowser();
    desk = { test, server, browser, windows: createWindows(browser) };
  });
  afterEach(() => desk?.windows.closeAll());
  afterAll(async () => {
    await desk?.browser.close();
    await desk?.server.close();
    await desk?.test.close();
  });

  return {
    get test() {
      return ready().test;
    },
    get server() {
      return ready().server;
    },
    get browser() {
      return ready().browser;
    },
    get opened() {
      return ready().windows.opened;
    },
    async openAs(person, route = '', more = {}) {
      const { test, server, windows } = ready();
      const { page } = await windows.open({ url: server.url, personId: test.people[person].id, route, now: TEST_NOW, ...more });
      return page;
    },
  };
}

/** A notice at the edge of the screen. Screen readers get the same text a second time. */
export const said = (page: Page, text: string): Locator => page.locator('.fui-ToastTitle', { hasText: text });

/** The row or the card of a ticket. */
export const ticketIn = (page: Page, id: string): Locator => page.locator(`[data-row="${id}"]`);

/** Types into a field that the page itself has put the cursor in, as people do: they look where it is first. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  await untilFocused(field);
  await field.page().keyboard.type(text);
}

/** Waits until the cursor is in a field. */
export const untilFocused = (field: Locator): Promise<void> => expectSoon(() => field.evaluate((element) => element === document.activeElement), true);
