const KEY = 'bellhop.reloadedAt';
const AT_MOST_EVERY_MS = 30_000;

function lastReload(): number {
  try {
    return Number(sessionStorage.getItem(KEY) ?? 0);
  } catch {
    return Date.now();
  }
}

/**
 * After an update of the server, a page that was opened before asks for parts that are no longer there. It loads itself
 * again, once; drafts are kept. Offline, nothing would come back: the page stays as it is.
 */
export function reloadWhenOutdated(): void {
  window.addEventListener('vite:preloadError', () => {
    if (!navigator.onLine || Date.now() - lastReload() < AT_MOST_EVERY_MS) return;
    try {
      sessionStorage.setItem(KEY, String(Date.now()));
      window.location.reload();
    } catch {
      // Without a memory it could reload forever: the page says what is wrong instead.
    }
  });
}
