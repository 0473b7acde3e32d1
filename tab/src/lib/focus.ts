/** The element that fills the page; it takes the focus when what had it is gone. */
export const MAIN_ID = 'main';

/** Gives the focus to the page itself when nothing has it: after a page change, or when what had it was removed. */
export function focusPageIfLost(): void {
  const { activeElement } = document;
  if (activeElement && activeElement !== document.body && activeElement.isConnected) return;
  document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
}

/** Remembers what has the focus now; the result gives it back, or to the page when that element is gone. */
export function rememberFocus(): () => void {
  const before = document.activeElement;
  return () => {
    if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus({ preventScroll: true });
    else focusPageIfLost();
  };
}
