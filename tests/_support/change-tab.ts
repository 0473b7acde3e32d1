import type { Browser, Page } from 'playwright-core';
import { builtTab, launchBrowser, LONGEST_TEST_MS, openTab, START_MS, type OpenTab, type TabOptions } from './browser';
import { createChangeDesk, type ChangeDesk, type ChangePerson } from './change-desk';
import { TEST_NOW, type TestApp } from './test-app';
import { startTestServer, type TestServer } from './test-server';

export interface ChangeTab {
  readonly desk: ChangeDesk;
  /** Windows of the present test, in the order they were opened. */
  readonly opened: readonly OpenTab[];
  /** A window of its own, signed in as a person of the organization that plans changes. */
  openAs(person: ChangePerson, route?: string, more?: Partial<TabOptions>): Promise<Page>;
}

/** The built tab in a real browser, for an organization that plans changes; call it once, at the top of a test file. */
export function withChangeTab(): ChangeTab {
  let ready: { readonly desk: ChangeDesk; readonly server: TestServer; readonly browser: Browser } | undefined;
  const opened: OpenTab[] = [];
  const set = (): NonNullable<typeof ready> => {
    if (!ready) throw new Error('the desk is not set up yet');
    return ready;
  };

  jest.setTimeout(LONGEST_TEST_MS);
  beforeAll(async () => {
    const desk = await createChangeDesk();
    // The server looks at application, tenant and clock only; the desk has them under the same names.
    const server = await startTestServer(desk as unknown as TestApp, { tabDirectory: builtTab() });
    ready = { desk, server, browser: await launchBrowser() };
  });
  afterEach(async () => {
    for (const { context } of opened.splice(0)) await context.close();
  });
  afterAll(async () => {
    await ready?.browser.close();
    await ready?.server.close();
    await ready?.desk.close();
  });

  return {
    get desk() {
      return set().desk;
    },
    opened,
    async openAs(person, route = '', more = {}) {
      const { desk, server, browser } = set();
      const tab = await openTab(browser, { url: server.url, personId: desk.people[person].id, route, now: TEST_NOW, ...more });
      opened.push(tab);
      // The first page of its kind brings its code and its words with it.
      await tab.page.locator('main').getByRole('heading').first().waitFor({ timeout: START_MS });
      return tab.page;
    },
  };
}
