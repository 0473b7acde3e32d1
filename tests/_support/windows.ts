import type { Browser, BrowserContext } from 'playwright-core';
import { openTab, type OpenTab, type TabOptions } from './browser';

/** Windows of one browser on one server. */
export interface Windows {
  /** Those that are open, in the order they were opened. */
  readonly opened: readonly OpenTab[];
  /** A window of its own: it knows nothing of the others, and nothing that a window before it kept. */
  open(options: TabOptions): Promise<OpenTab>;
  closeAll(): Promise<void>;
}

/** What a context keeps for life. */
const kindOf = ({ locale, now }: TabOptions): string => `${locale} ${now}`;

/**
 * Closed windows leave their context, with the files of the tab in its cache, to the next one, as a browser does for people: a page
 * that has been loaded before is there in half the time. What the tab itself kept is cleared away.
 */
export function createWindows(browser: Browser): Windows {
  const opened: OpenTab[] = [];
  const kinds = new Map<BrowserContext, string>();
  const free: BrowserContext[] = [];

  function takeContext(kind: string): BrowserContext | undefined {
    const index = free.findIndex((context) => kinds.get(context) === kind);
    return index < 0 ? undefined : free.splice(index, 1)[0];
  }

  return {
    opened,
    async open(options) {
      const kind = kindOf(options);
      // Whoever looks at requests from the first one on wants to see them all.
      const context = options.before ? undefined : takeContext(kind);
      const tab = await openTab(browser, options, context);
      kinds.set(tab.context, kind);
      opened.push(tab);
      return tab;
    },
    async closeAll() {
      for (const { context } of opened.splice(0)) {
        for (const page of context.pages()) await page.close();
        await context.setOffline(false);
        free.push(context);
      }
    },
  };
}
