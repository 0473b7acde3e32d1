/** Runs a bounded number of tasks at a time. */
export interface Pool {
  /** Resolves when there is a free place. */
  free(): Promise<void>;
  /** Starts a task; the promise resolves when it has ended, well or badly. */
  add(task: () => Promise<void>): Promise<void>;
  /** Throws what the first failing task threw. */
  throwFailure(): void;
  /** Waits for all tasks, then throws like `throwFailure`. */
  drain(): Promise<void>;
}

export function createPool(size: number): Pool {
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;

  function throwFailure(): void {
    if (failure) throw failure.error;
  }

  return {
    throwFailure,
    async free() {
      while (running.size >= size) await Promise.race(running);
    },
    add(task) {
      const ended: Promise<void> = task()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => running.delete(ended));
      running.add(ended);
      return ended;
    },
    async drain() {
      await Promise.all(running);
      throwFailure();
    },
  };
}
