import type { Stream } from './stream';

/** Promises break and holds end without anybody doing anything. */
const ROUTINE_MS = 60_000;

/**
 * Calls `run` once for a burst of changes of a practice, `waitMs()` after the first; not while the page is hidden, and once
 * when it is shown again. Returns what ends it.
 */
export function followChanges(stream: Stream, practice: string, run: () => void, waitMs: () => number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isMissed = false;
  const soon = (): void => {
    if (document.hidden) {
      isMissed = true;
      return;
    }
    timer ??= setTimeout(() => {
      timer = undefined;
      run();
    }, waitMs());
  };
  const onVisible = (): void => {
    if (document.hidden || !isMissed) return;
    isMissed = false;
    soon();
  };
  const ends = [stream.onChange((change) => change.practice === practice && soon()), stream.onResync(soon)];
  document.addEventListener('visibilitychange', onVisible);
  const routine = setInterval(soon, ROUTINE_MS);
  return () => {
    for (const end of ends) end();
    document.removeEventListener('visibilitychange', onVisible);
    clearInterval(routine);
    clearTimeout(timer);
  };
}
