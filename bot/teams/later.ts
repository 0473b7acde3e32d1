import type { Log } from './deps';

/** Work that goes on after the answer. `settled` resolves when none is left: for a clean stop, and for tests. */
export function createLater(log: Log) {
  const running = new Set<Promise<void>>();

  return {
    later(what: string, work: () => Promise<unknown>): void {
      const task = work()
        .then(() => undefined)
        .catch((error: unknown) => log.error({ err: error, what }, 'work after the answer failed'))
        .finally(() => running.delete(task));
      running.add(task);
    },
    async settled(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
