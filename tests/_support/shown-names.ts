import type { Page } from 'playwright-core';
import { en } from '../../shared/strings/en';

/** How a complaint begins that somebody would have read the name of a text in place of the text. */
export const SHOWN_NAME = 'shown by its name: ';

/** What names of texts begin with: `tab` of `tab.view.mine`. */
const BEGINNINGS = [...new Set(Object.keys(en).map((key) => key.split('.')[0]))].join('|');
const NAME = `^(?:${BEGINNINGS})(?:\\.[A-Za-z0-9]+)+$`;
const IS_NAME = new RegExp(NAME);

/** Fails where somebody in Teams would read the name of a text in place of the text; `words` are lines. */
export function refuseNames(words: string): void {
  const shown = words.split('\n').find((line) => IS_NAME.test(line.trim()));
  if (shown) throw new Error(`${SHOWN_NAME}${shown}`);
}

/** Runs in the page: looks at every text and label that appears, however short. */
function watch([name, complaint]: readonly [string, string]): void {
  const isName = new RegExp(name);
  const said = new Set<string>();
  const look = (text: string | null | undefined): void => {
    const shown = (text ?? '').trim();
    if (!isName.test(shown) || said.has(shown)) return;
    said.add(shown);
    reportError(new Error(`${complaint}${shown}`));
  };
  const lookIn = (node: Node): void => {
    if (node instanceof Text) look(node.textContent);
    if (!(node instanceof Element)) return;
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) look(texts.currentNode.textContent);
    for (const element of [node, ...node.querySelectorAll('[aria-label], [placeholder], [title]')]) for (const attribute of ['aria-label', 'placeholder', 'title']) look(element.getAttribute(attribute));
  };
  new MutationObserver((changes) => changes.forEach(({ target, addedNodes }) => [target.nodeType === Node.TEXT_NODE ? target : undefined, ...addedNodes].forEach((node) => node && lookIn(node))))
    .observe(document, { subtree: true, childList: true, characterData: true });
}

/** From now on the page complains where a text is missing. */
export const watchForNames = (page: Page): Promise<unknown> => page.addInitScript(watch, [NAME, SHOWN_NAME] as const);
