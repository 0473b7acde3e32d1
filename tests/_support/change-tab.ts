import type { Browser, Page } from 'playwright-core';
import { builtTab, launchBrowser, LONGEST_TEST_MS, START_MS, type OpenTab, type TabOptions } from './browser';
import { createChangeDesk, type ChangeDesk, type ChangePerson } from './change-desk';
import { TEST_NOW, type TestApp } from './test-app';
import { startTestServer, type TestServer } from './test-server';
import { createWindows, type Windows } from './windows';

export interface ChangeTab {
  readonly desk: ChangeDesk;
  readonly server: TestServer;
  /** Windows of the present test, in the order they were opened. */
  readonly opened: readonly OpenTab[];
  /** A window of its own, signed in as a person of the organization that plans changes. */
  openAs(person: ChangePerson, route?: string, more?: Partial<TabOptions>): Promise<Page>;
}

/** The built tab in a real browser, for an organization that plans changes; call it once, at the top of a test file. */
export function withChangeTab(): ChangeTab {
  let ready: { readonly desk: ChangeDesk; readonly server: TestServer; readonly browser: Browser; readonly windows: Windows } | undefined;
  const set = (): NonNullable<typeof ready> => {
    if (!ready) throw new Error('the desk is not set up yet');
    return ready;
  };

  jest.setTimeout(LONGEST_TEST_MS);
  beforeAll(async () => {
    const desk = await createChangeDesk();
    // The server looks at application, tenant and clock only; the desk has them under the same names.
    const server = await startTestServer(desk as unknown as TestApp, { tabDirectory: builtTab() });
    const browser = await launchBrowser();
    ready = { desk, server, browser, windows: createWindows(browser) };
  });
  afterEach(() => ready?.windows.closeAll());
  afterAll(async () => {
    await ready?.browser.close();
    await ready?.server.close();
    await ready?.desk.close();
  });

  return {
    get desk() {
      return set().desk;
    },
    get server() {
      return set().server;
    },
    get opened() {
      return set().windows.opened;
    },
    async openAs(person, route = '', more = {}) {
      const { desk, server, windows } = set();
      const { page } = await windows.open({ url: server.url, personId: desk.people[person].id, route, now: TEST_NOW, ...more });
      // The first page of its kind brings its code and its words with it.
      await page.locator('main').getByRole('heading').first().waitFor({ timeout: START_MS });
      return page;
    },
  };
}
