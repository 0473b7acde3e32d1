import type { Stream } from './stream';

/** Of the time between two answers at most a fifth is waiting for one: many who look at a busy desk do not keep it busy by looking. */
const PAUSE_FACTOR = 4;
/** Promises break and holds end without anybody doing anything. */
const ROUTINE_MS = 60_000;

/**
 * Calls `run` once for a burst of changes of a practice, `waitMs()` after the first, later when the last run took long; not while the
 * page is hidden, and once when it is shown again. Returns what ends it.
 */
export function followChanges(stream: Stream, practice: string, run: () => unknown, waitMs: () => number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isMissed = false;
  let isRunning = false;
  let isWanted = false;
  let hasEnded = false;
  let tookMs = 0;
  const timed = async (): Promise<void> => {
    timer = undefined;
    isWanted = false;
    isRunning = true;
    const began = performance.now();
    try {
      await run();
    } finally {
      rest(performance.now() - began);
    }
  };
  const rest = (ran: number): void => {
    tookMs = ran;
    isRunning = false;
    // It may not have seen what was heard of meanwhile.
    if (isWanted) soon();
  };
  const soon = (): void => {
    if (document.hidden) {
      isMissed = true;
      return;
    }
    isWanted = true;
    if (!isRunning && !hasEnded) timer ??= setTimeout(() => void timed(), Math.max(waitMs(), PAUSE_FACTOR * tookMs));
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
    hasEnded = true;
    for (const end of ends) end();
    document.removeEventListener('visibilitychange', onVisible);
    clearInterval(routine);
    clearTimeout(timer);
  };
}
