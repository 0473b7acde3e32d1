import type { TurnContext } from 'botbuilder';
import { originOf } from './turn';

/** Work that goes on after the answer of a turn. `settled` resolves when none is left: for a clean stop, and for tests. */
export function createLater() {
  const running = new Set<Promise<void>>();

  return {
    later(context: TurnContext, what: string, work: () => Promise<unknown>): void {
      const { log } = originOf(context);
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
