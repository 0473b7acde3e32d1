import { parentPort, workerData } from 'node:worker_threads';
import { trainClassifier, type HeldOutGuess, type LabelledTicket, type TrainingSettings } from '../../shared/classifier';
import { packModel } from './model-store';

/** What this thread is told: tickets in portions, then that these were all. */
export type ToWorker = { readonly tickets: readonly LabelledTicket[] } | 'train';

const SAY_MS = 250;
const tickets: LabelledTicket[] = [];

async function train(): Promise<void> {
  const { settings } = workerData as { readonly settings?: TrainingSettings };
  let heldOut: readonly HeldOutGuess[] = [];
  const training = trainClassifier(tickets, settings, (guesses) => (heldOut = guesses));
  let saidAt = 0;
  for (;;) {
    const step = training.next();
    if (step.done) {
      const packed = Uint8Array.from(await packModel(step.value));
      const trained = { packed, threshold: step.value.threshold, training: step.value.training, heldOut };
      return parentPort?.postMessage({ trained }, [packed.buffer]);
    }
    if (performance.now() - saidAt < SAY_MS) continue;
    saidAt = performance.now();
    parentPort?.postMessage({ share: step.value });
  }
}

parentPort?.on('message', (message: ToWorker) => {
  if (message !== 'train') return void tickets.push(...message.tickets);
  // Nothing more will be said: the thread ends when it is done. What goes wrong ends it, and is told by that.
  parentPort?.removeAllListeners('message');
  void train();
});
