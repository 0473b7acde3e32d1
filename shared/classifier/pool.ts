/**
 * How the scores of the two kinds of models become likelihoods: a weight for each kind, which also cools what is too sure of
 * itself (temperature), and one number for each class. Learned from tickets that the models had not seen.
 */
export interface Pool {
  readonly linear: number;
  readonly phrases: number;
  readonly classes: Float32Array;
}

/** Scores of tickets that were held back: ticket by ticket, class by class. */
export interface HeldOut {
  readonly linear: Float32Array;
  readonly phrases: Float32Array;
  readonly labels: Uint16Array;
}

const ROUNDS = 200;
const RATE = 0.05;
/** Holds the numbers of classes near zero that have few tickets to learn from. */
const RESTRAINT = 1e-3;
const TICKETS_A_STEP = 5_000;
const [KEEP_SLOPE, KEEP_SQUARE, TINY] = [0.9, 0.99, 1e-9];

/** Likelihoods of the classes, which add up to 1, from the scores of both kinds. */
export function pooled(pool: Pool, linear: Float32Array, phrases: Float32Array): Float32Array {
  const likelihoods = new Float32Array(pool.classes.length);
  poolInto(likelihoods, pool, linear, phrases, 0);
  return likelihoods;
}

function poolInto(likelihoods: Float32Array, pool: Pool, linear: Float32Array, phrases: Float32Array, from: number): void {
  let highest = -Infinity;
  for (let label = 0; label < likelihoods.length; label += 1) {
    const score = (pool.classes[label] as number) + pool.linear * (linear[from + label] as number) + pool.phrases * (phrases[from + label] as number);
    likelihoods[label] = score;
    highest = Math.max(highest, score);
  }
  let sum = 0;
  for (let label = 0; label < likelihoods.length; label += 1) {
    const odds = Math.exp((likelihoods[label] as number) - highest);
    likelihoods[label] = odds;
    sum += odds;
  }
  for (let label = 0; label < likelihoods.length; label += 1) likelihoods[label] = (likelihoods[label] as number) / sum;
}

/** Finds the pool under which the held-out labels are likeliest, by gradient descent with momentum (Adam). The loss has one minimum. */
export function* fitPool(heldOut: HeldOut, classes: number): Generator<number, Pool> {
  const values = new Float64Array(2 + classes);
  values.set([1, 0.5]);
  const [slopes, mean, square] = [new Float64Array(values.length), new Float64Array(values.length), new Float64Array(values.length)];
  for (let round = 1; round <= ROUNDS; round += 1) {
    yield* addSlopes(slopes, poolOf(values), heldOut);
    const rate = RATE * (1 - (round - 1) / ROUNDS) * (Math.sqrt(1 - KEEP_SQUARE ** round) / (1 - KEEP_SLOPE ** round));
    for (let at = 0; at < values.length; at += 1) {
      const slope = (slopes[at] as number) / heldOut.labels.length + (at < 2 ? 0 : RESTRAINT * (values[at] as number));
      mean[at] = KEEP_SLOPE * (mean[at] as number) + (1 - KEEP_SLOPE) * slope;
      square[at] = KEEP_SQUARE * (square[at] as number) + (1 - KEEP_SQUARE) * slope * slope;
      values[at] = (values[at] as number) - (rate * (mean[at] as number)) / (Math.sqrt(square[at] as number) + TINY);
    }
  }
  return poolOf(values);
}

const poolOf = (values: Float64Array): Pool => ({
  // As exact as a model file has them.
  linear: Math.fround(values[0] as number), phrases: Math.fround(values[1] as number), classes: Float32Array.from(values.subarray(2)),
});

/** The slopes of the loss over all held-out tickets. */
function* addSlopes(slopes: Float64Array, pool: Pool, { linear, phrases, labels }: HeldOut): Generator<number, void> {
  const classes = pool.classes.length;
  const likelihoods = new Float32Array(classes);
  slopes.fill(0);
  for (let at = 0; at < labels.length; at += 1) {
    poolInto(likelihoods, pool, linear, phrases, at * classes);
    for (let label = 0; label < classes; label += 1) {
      const excess = (likelihoods[label] as number) - (labels[at] === label ? 1 : 0);
      slopes[0] = (slopes[0] as number) + excess * (linear[at * classes + label] as number);
      slopes[1] = (slopes[1] as number) + excess * (phrases[at * classes + label] as number);
      slopes[2 + label] = (slopes[2 + label] as number) + excess;
    }
    if (at % TICKETS_A_STEP === 0) yield 1;
  }
}
