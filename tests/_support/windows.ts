import type { Browser } from 'playwright-core';
import { openTab, rest, type OpenTab, type TabOptions } from './browser';
import { SHOWN_NAME } from './shown-names';

/** Windows of one browser on one server. */
export interface Windows {
  /** Those that are open, in the order they were opened. */
  readonly opened: readonly OpenTab[];
  /** A window of its own: it knows nothing of the others, and nothing that a window before it kept. */
  open(options: TabOptions): Promise<OpenTab>;
  closeAll(): Promise<void>;
}

/** What a window keeps for life. */
const kindOf = ({ locale, now }: TabOptions): string => `${locale} ${now}`;

/**
 * Windows that are done rest until they are needed again, as people keep theirs: what was loaded before is there in less than half
 * the time.
 */
export function createWindows(browser: Browser): Windows {
  const opened: OpenTab[] = [];
  const kinds = new Map<OpenTab['page'], string>();
  const resting: OpenTab[] = [];

  function takeResting(kind: string): OpenTab | undefined {
    const index = resting.findIndex(({ page }) => kinds.get(page) === kind);
    return index < 0 ? undefined : resting.splice(index, 1)[0];
  }

  return {
    opened,
    async open(options) {
      const kind = kindOf(options);
      // Whoever looks at requests from the first one on wants to see them all.
      const tab = await openTab(browser, options, options.before ? undefined : takeResting(kind));
      kinds.set(tab.page, kind);
      opened.push(tab);
      return tab;
    },
    async closeAll() {
      const closed = opened.splice(0);
      for (const tab of closed) {
        const [first, ...others] = tab.context.pages();
        for (const page of others) await page.close();
        if (first !== tab.page || first.isClosed()) {
          await tab.context.close();
          continue;
        }
        await rest(tab);
        resting.push(tab);
      }
      // Whatever the test was about: nobody may read the name of a text.
      expect(closed.flatMap(({ complaints }) => complaints.filter((line) => line.includes(SHOWN_NAME)))).toEqual([]);
    },
  };
}
