import { WANTED_ACCURACY } from './model';

/** A classified ticket whose true label is known. */
export interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
}

const BINS = 15;

export function accuracyOf(judged: readonly Judged[]): number {
  return judged.filter(({ isRight }) => isRight).length / judged.length;
}

/** Expected calibration error: the gap between confidence and accuracy in 15 equal steps of confidence, weighed by tickets. */
export function calibrationErrorOf(judged: readonly Judged[]): number {
  const gaps = new Float64Array(BINS);
  for (const { confidence, isRight } of judged) {
    const bin = Math.min(BINS - 1, Math.floor(confidence * BINS));
    gaps[bin] = (gaps[bin] as number) + confidence - (isRight ? 1 : 0);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / judged.length;
}

export interface Reach {
  /** The lowest confidence at which a decision is right often enough; undefined when there is none. */
  readonly threshold: number | undefined;
  /** The share of tickets with at least that confidence. */
  readonly coverage: number;
}

/**
 * The accuracy that so many right ones of so many prove: the lower end of their Wilson interval, `spread` standard deviations
 * wide; with 0 the plain share.
 */
function provenAccuracy(right: number, of: number, spread: number): number {
  const share = right / of;
  const square = spread * spread;
  return (share + square / (2 * of) - spread * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))) / (1 + square / of);
}

/**
 * How many tickets may be decided when those above a confidence must be right in 95 of 100 cases. A `spread` of 0 describes these
 * tickets; a higher one asks for proof that others will do as well, of which a handful of lucky ones is none. Equal confidences
 * stay together. No threshold is below `least`.
 */
export function reachOf(judged: readonly Judged[], spread: number, least = 0): Reach {
  const sorted = [...judged].sort((left, right) => right.confidence - left.confidence);
  let right = 0;
  let best: Reach = { threshold: undefined, coverage: 0 };
  sorted.forEach(({ confidence, isRight }, index) => {
    if (isRight) right += 1;
    const isLastOfEqual = sorted[index + 1]?.confidence !== confidence;
    if (isLastOfEqual && confidence >= least && provenAccuracy(right, index + 1, spread) >= WANTED_ACCURACY) best = { threshold: confidence, coverage: (index + 1) / sorted.length };
  });
  return best;
}
