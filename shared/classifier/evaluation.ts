import type { Classification } from './classify';
import type { LabelledTicket } from './examples';
import { accuracyOf, calibrationErrorOf, reachOf } from './quality';

/** How well one class is found. Shares are 0 to 1; one that would divide by zero is 0. */
export interface ClassFigures {
  readonly label: string;
  /** Of the tickets given this label, the share that has it. */
  readonly precision: number;
  /** Of the tickets that have this label, the share that was given it. */
  readonly recall: number;
  readonly f1: number;
  /** Tickets that have this label. */
  readonly support: number;
}

export interface Evaluation {
  readonly tickets: number;
  readonly accuracy: number;
  /** The mean F1 of the labels that occur among the tickets, each counting the same. */
  readonly macroF1: number;
  /** Expected calibration error, in 15 steps of confidence. */
  readonly calibrationError: number;
  /** The largest share of these tickets that could be decided with 95 of 100 right, had one known the best threshold for them. */
  readonly coverageAt95: number;
  readonly thresholdAt95: number | null;
  /** What really happens with these tickets: the share that the model decides by itself, and how often that is right. */
  readonly decided: { readonly threshold: number | null; readonly coverage: number; readonly accuracy: number | null };
  readonly perClass: readonly ClassFigures[];
}

/** Compares classifications with the labels that people gave the same tickets, which must be at least one. */
export function evaluate(examples: readonly LabelledTicket[], classified: readonly Classification[], threshold: number | undefined): Evaluation {
  const judged = classified.map(({ label, confidence, isSure }, at) => ({ confidence, isSure, isRight: examples[at]?.label === label }));
  const reach = reachOf(judged, 0);
  const decided = judged.filter(({ isSure }) => isSure);
  const perClass = classFigures(examples, classified);
  const present = perClass.filter(({ support }) => support > 0);
  return {
    tickets: examples.length,
    accuracy: accuracyOf(judged),
    macroF1: present.reduce((sum, { f1 }) => sum + f1, 0) / present.length,
    calibrationError: calibrationErrorOf(judged),
    coverageAt95: reach.coverage,
    thresholdAt95: reach.threshold ?? null,
    decided: { threshold: threshold ?? null, coverage: decided.length / judged.length, accuracy: decided.length > 0 ? accuracyOf(decided) : null },
    perClass,
  };
}

function classFigures(examples: readonly LabelledTicket[], classified: readonly Classification[]): ClassFigures[] {
  const counts = new Map<string, { given: number; support: number; hits: number }>();
  const countOf = (label: string) => {
    const found = counts.get(label) ?? { given: 0, support: 0, hits: 0 };
    counts.set(label, found);
    return found;
  };
  examples.forEach(({ label }, at) => {
    const guess = classified[at]?.label ?? '';
    countOf(label).support += 1;
    countOf(guess).given += 1;
    if (guess === label) countOf(label).hits += 1;
  });
  return [...counts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([label, { given, support, hits }]) => ({
    label, precision: share(hits, given), recall: share(hits, support), f1: share(2 * hits, given + support), support,
  }));
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
