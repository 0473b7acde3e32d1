/**
 * Lets work on the same record through one after the other within this process. Writers of other processes still meet at
 * the ETag; here it spares them a lost race, a read and a retry.
 */
export function createTurnstile(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const waiting = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = waiting.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    waiting.set(key, settled);
    try {
      return await mine;
    } finally {
      if (waiting.get(key) === settled) waiting.delete(key);
    }
  };
}
