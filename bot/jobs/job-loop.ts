import { AsyncResource } from 'node:async_hooks';
import type { Log } from '../teams/deps';
import type { Job } from './job';

export interface JobLoop {
  /** Runs soon: something has just come up. */
  wake(): void;
  /** Resolves when no run is going on. */
  idle(): Promise<void>;
  /** Finishes what is running and does nothing more. */
  stop(): Promise<void>;
}

/** Runs a job at its pace, never twice at a time. A failed run is logged, and tried again at the next look. */
export function startLoop(job: Job, log: Log): JobLoop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isWoken = false;
  let isStopped = false;

  async function run(): Promise<void> {
    do {
      isWoken = false;
      try {
        if ((await job.runOnce()) > 0) isWoken = true;
      } catch (error) {
        log.error({ err: error, job: job.name }, 'job failed');
        return;
      }
    } while (isWoken && !isStopped);
  }

  // Woken up by a request it would belong to the trace of that one for ever.
  const start = AsyncResource.bind((): void => {
    clearTimeout(timer);
    running ??= run().finally(() => {
      running = undefined;
      if (isStopped) return;
      timer = setTimeout(start, Math.max(1, Math.min(job.everyMs, job.restMs?.() ?? job.everyMs)));
      // A process that has nothing else to do may end.
      timer.unref();
    });
  });

  start();
  return {
    wake() {
      isWoken = true;
      if (!isStopped && !running) start();
    },
    async idle() {
      while (running) await running;
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
