const [KEEP_SLOPE, KEEP_SQUARE, TINY] = [0.9, 0.999, 1e-8];

/** Learning slows down evenly, to this share of the rate that it begins with. */
export const LAST_RATE = 0.02;

/** Numbers that are learned, with what the optimizer (Adam, Kingma and Ba, 2015) keeps of each. */
export interface Learned {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly mean: Float32Array;
  readonly square: Float32Array;
}

export const learned = (size: number): Learned => ({
  values: new Float32Array(size), slopes: new Float32Array(size), mean: new Float32Array(size), square: new Float32Array(size),
});

/** Moves one number along the slope that was added up for it, which is used up by that. */
export function move({ values, slopes, mean, square }: Learned, at: number, rate: number): void {
  const slope = slopes[at] as number;
  const newMean = KEEP_SLOPE * (mean[at] as number) + (1 - KEEP_SLOPE) * slope;
  const newSquare = KEEP_SQUARE * (square[at] as number) + (1 - KEEP_SQUARE) * slope * slope;
  mean[at] = newMean;
  square[at] = newSquare;
  values[at] = (values[at] as number) - (rate * newMean) / (Math.sqrt(newSquare) + TINY);
  slopes[at] = 0;
}

export function moveAll(part: Learned, rate: number): void {
  for (let at = 0; at < part.values.length; at += 1) move(part, at, rate);
}

/** By how much the rate of an early step is changed, as what is kept of earlier slopes begins at zero. */
export const warmth = (step: number): number => Math.sqrt(1 - KEEP_SQUARE ** step) / (1 - KEEP_SLOPE ** step);

/** Scores become the slopes of the loss: likelihood of each class, less one for the right one, as a share of the batch. */
export function slopesOf(scores: Float32Array, label: number, batch: number): void {
  const highest = scores.reduce((best, score) => Math.max(best, score), -Infinity);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) sum += scores[at] = Math.exp((scores[at] as number) - highest);
  for (let at = 0; at < scores.length; at += 1) scores[at] = ((scores[at] as number) / sum - (at === label ? 1 : 0)) / batch;
}
