import { createChance } from '../../../shared/classifier/chance';
import { trainClassifier, TRAINING_SETTINGS, type ClassifierModel, type LabelledTicket, type TrainingSettings } from '../../../shared/classifier';

const TOPICS: Readonly<Record<string, readonly string[]>> = {
  Hardware: ['laptop', 'screen', 'docking station', 'keyboard', 'battery', 'monitor flickers'],
  Access: ['password', 'locked account', 'permission', 'cannot sign in', 'shared folder', 'token expired'],
  Purchase: ['order', 'invoice', 'new license', 'quote', 'purchase request', 'supplier'],
  Printing: ['printer', 'toner', 'paper jam', 'scanner', 'cannot print', 'tray'],
};
const FILLERS = ['hello', 'please', 'help', 'since monday', 'thanks', 'my', 'the', 'urgent', 'colleague', 'again', 'for', 'with'];

/** Tickets of four topics, each with two telling words among words that say nothing. The same seed makes the same ones. */
export function madeTickets(count: number, seed: number): readonly LabelledTicket[] {
  const chance = createChance(seed);
  const labels = Object.keys(TOPICS);
  const pick = (words: readonly string[]): string => words[chance.below(words.length)] as string;
  return Array.from({ length: count }, (_unused, at) => {
    const label = labels[at % labels.length] as string;
    const telling = TOPICS[label] as readonly string[];
    return { label, text: [pick(FILLERS), pick(telling), pick(FILLERS), pick(FILLERS), pick(telling), pick(FILLERS)].join(' ') };
  });
}

/** Smaller, with fewer rounds: enough for made tickets, and quick. */
export const QUICK: TrainingSettings = {
  ...TRAINING_SETTINGS, phraseModels: 2, phrases: { ...TRAINING_SETTINGS.phrases, detectors: 16, rounds: 4 },
  reader: { ...TRAINING_SETTINGS.reader, width: 8, depth: 8, leastRead: 0 },
};

export function trained(examples: readonly LabelledTicket[], settings: TrainingSettings = QUICK): ClassifierModel {
  const training = trainClassifier(examples, settings);
  for (;;) {
    const step = training.next();
    if (step.done) return step.value;
  }
}
