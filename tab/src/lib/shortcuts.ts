import { useLayoutEffect, useRef } from 'react';
import { readStored, writeStored } from './stored';
import { createStore } from './store';

/** Single keys can be switched off for people who dictate (WCAG 2.1.4). */
export const shortcutsOn = createStore<boolean>(readStored('shortcuts', true));
shortcutsOn.subscribe(() => writeStored('shortcuts', shortcutsOn.get()));

const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="combobox"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/** Single-key shortcuts of a page: key -> what it does. Nothing happens while somebody types or a dialog is open. */
export function useShortcuts(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(keys);
  // Before what they act on is on the screen: a key never means what was there a moment ago.
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!shortcutsOn.get() || isTyping(event.target) || document.querySelector('[aria-modal="true"]')) return;
      const run = latest.current[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
