/** What a person keeps in this browser: drafts, own views, switches. Never throws: storage may be full or forbidden. */
export function readStored<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(`bellhop.${key}`);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

/** Remembers a value; `undefined` forgets it. */
export function writeStored(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(`bellhop.${key}`);
    else localStorage.setItem(`bellhop.${key}`, JSON.stringify(value));
  } catch {
    // Nothing depends on it: the page works the same, it only forgets.
  }
}

/** Calls back whenever another window of this browser has written that value. */
export function onStoredElsewhere(key: string, listener: () => void): void {
  window.addEventListener('storage', (event) => {
    if (event.key === `bellhop.${key}`) listener();
  });
}
