const PAUSE_MS = 150;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Asks until the address answers with success. Resolves to false when `isOver` says that there is no point in asking on. */
export async function answers(url, isOver) {
  while (!isOver()) {
    try {
      if ((await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok) return true;
    } catch {
      // Not listening yet.
    }
    await pause();
  }
  return false;
}
