/** A ticket whose category is known. */
export interface LabelledTicket {
  readonly text: string;
  readonly label: string;
}

export const TRAINING_LIMITS = { labels: 200, tickets: 500_000, fewestTickets: 20 } as const;

/** Why no classifier can be made of some tickets. */
export interface TrainingProblem {
  readonly code: 'tooFewTickets' | 'tooManyTickets' | 'oneLabel' | 'tooManyLabels';
  readonly count: number;
  readonly limit: number;
}

/** Labels in the order of the alphabet, so that a model does not depend on the order of its tickets. */
export function labelsOf(examples: readonly LabelledTicket[]): readonly string[] {
  return [...new Set(examples.map(({ label }) => label))].sort();
}

/** What is in the way of training, or undefined. */
export function findTrainingProblem(examples: readonly LabelledTicket[]): TrainingProblem | undefined {
  const { tickets, labels, fewestTickets } = TRAINING_LIMITS;
  if (examples.length < fewestTickets) return { code: 'tooFewTickets', count: examples.length, limit: fewestTickets };
  if (examples.length > tickets) return { code: 'tooManyTickets', count: examples.length, limit: tickets };
  const found = labelsOf(examples).length;
  if (found < 2) return { code: 'oneLabel', count: found, limit: 2 };
  return found > labels ? { code: 'tooManyLabels', count: found, limit: labels } : undefined;
}

/**
 * A number for a set of labelled tickets, whatever their order (the sum of two 32-bit hashes of each ticket). It recognizes
 * the same tickets again; it is no protection against somebody who wants to deceive.
 */
export function fingerprintOf(examples: readonly LabelledTicket[]): string {
  let [low, high] = [0, 0];
  for (const { text, label } of examples) {
    let [first, second] = [0x811c9dc5, 0x9747b28c];
    const whole = `${label}\n${text}`;
    for (let at = 0; at < whole.length; at += 1) {
      first = Math.imul(first ^ whole.charCodeAt(at), 0x01000193);
      second = Math.imul(second ^ whole.charCodeAt(at), 0x5bd1e995) ^ (second >>> 13);
    }
    low = (low + (first >>> 0)) >>> 0;
    high = (high + (second >>> 0)) >>> 0;
  }
  return [examples.length, high, low].map((part) => part.toString(16).padStart(8, '0')).join('');
}
