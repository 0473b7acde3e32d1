import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ModelTools, Trained } from '../../shared/app';
import type { LabelledTicket, TrainingSettings } from '../../shared/classifier';
import type { ToWorker } from './train-worker';

/** Beside this file, and compiled like it. */
const WORKER = path.join(__dirname, `train-worker${path.extname(__filename)}`);
/** So many are handed over in less than a millisecond or two. */
const TICKETS_A_PORTION = 200;

export interface WorkerOptions {
  readonly settings?: TrainingSettings;
  /** Options of Node for the thread, for tests that run the sources. */
  readonly execArgv?: readonly string[];
}

type Said = { readonly share: number } | { readonly trained: Trained };

/** Trains in a thread of its own, so that requests never wait for it. Aborting ends the thread. */
export function trainInWorker({ settings, execArgv }: WorkerOptions = {}): ModelTools['train'] {
  return async (examples, { onProgress, signal }) => {
    const worker = new Worker(WORKER, { workerData: { settings }, ...(execArgv && { execArgv: [...execArgv] }) });
    const abort = (): void => void worker.terminate();
    signal.addEventListener('abort', abort);
    const trained = new Promise<Trained>((resolve, reject) => {
      worker.on('message', (said: Said) => ('trained' in said ? resolve(said.trained) : onProgress(said.share)));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the training ended early (${code})`)));
    });
    // While tickets are handed over nobody awaits it yet.
    trained.catch(() => undefined);
    try {
      await handOver(worker, examples);
      return await trained;
    } finally {
      signal.removeEventListener('abort', abort);
      await worker.terminate();
    }
  };
}

async function handOver(worker: Worker, examples: readonly LabelledTicket[]): Promise<void> {
  const say = (message: ToWorker): void => worker.postMessage(message);
  for (let from = 0; from < examples.length; from += TICKETS_A_PORTION) {
    say({ tickets: examples.slice(from, from + TICKETS_A_PORTION) });
    await nextTurn();
  }
  say('train');
}
