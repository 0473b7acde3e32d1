/** The kinds of models that have a say, in the order of their weights. */
export const VOICES = ['linear', 'phrases', 'reader'] as const;

/** For each kind of model what it scores: class by class, and ticket by ticket where there are several. */
export type Scores = Readonly<Record<(typeof VOICES)[number], Float32Array>>;

/**
 * How the scores of the kinds of models become likelihoods: a weight for each kind, which also cools what is too sure of
 * itself (temperature), and one number for each class. Learned from tickets that the models had not seen.
 */
export interface Pool {
  readonly weights: Float32Array;
  readonly classes: Float32Array;
}

/** Scores of tickets that were held back. */
export interface HeldOut extends Scores {
  readonly labels: Uint16Array;
}

const ROUNDS = 200;
const RATE = 0.05;
/** Near what comes out, so that it is reached in those rounds. */
const FIRST_WEIGHT = 0.4;
/** Holds the numbers of classes near zero that have few tickets to learn from. */
const RESTRAINT = 1e-3;
const TICKETS_A_STEP = 5_000;
const [KEEP_SLOPE, KEEP_SQUARE, TINY] = [0.9, 0.99, 1e-9];

/** Likelihoods of the classes, which add up to 1, from the scores of all kinds; those of the ticket at that place. */
export function pooled(pool: Pool, scores: Scores, ticket = 0): Float32Array {
  const likelihoods = new Float32Array(pool.classes.length);
  poolInto(likelihoods, pool, scores, ticket * likelihoods.length);
  return likelihoods;
}

function poolInto(likelihoods: Float32Array, { weights, classes }: Pool, { linear, phrases, reader }: Scores, from: number): void {
  const [ofLinear, ofPhrases, ofReader] = weights as unknown as [number, number, number];
  let highest = -Infinity;
  for (let label = 0; label < likelihoods.length; label += 1) {
    const at = from + label;
    const score = (classes[label] as number) + ofLinear * (linear[at] as number) + ofPhrases * (phrases[at] as number) + ofReader * (reader[at] as number);
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
  const values = new Float64Array(VOICES.length + classes).fill(FIRST_WEIGHT, 0, VOICES.length);
  const [slopes, mean, square] = [new Float64Array(values.length), new Float64Array(values.length), new Float64Array(values.length)];
  for (let round = 1; round <= ROUNDS; round += 1) {
    yield* addSlopes(slopes, poolOf(values), heldOut);
    const rate = RATE * (1 - (round - 1) / ROUNDS) * (Math.sqrt(1 - KEEP_SQUARE ** round) / (1 - KEEP_SLOPE ** round));
    for (let at = 0; at < values.length; at += 1) {
      const slope = (slopes[at] as number) / heldOut.labels.length + (at < VOICES.length ? 0 : RESTRAINT * (values[at] as number));
      mean[at] = KEEP_SLOPE * (mean[at] as number) + (1 - KEEP_SLOPE) * slope;
      square[at] = KEEP_SQUARE * (square[at] as number) + (1 - KEEP_SQUARE) * slope * slope;
      values[at] = (values[at] as number) - (rate * (mean[at] as number)) / (Math.sqrt(square[at] as number) + TINY);
    }
  }
  return poolOf(values);
}

/** As exact as a model file has them. */
const poolOf = (values: Float64Array): Pool => ({
  weights: Float32Array.from(values.subarray(0, VOICES.length)), classes: Float32Array.from(values.subarray(VOICES.length)),
});

/** The slopes of the loss over all held-out tickets. */
function* addSlopes(slopes: Float64Array, pool: Pool, heldOut: HeldOut): Generator<number, void> {
  const classes = pool.classes.length;
  const likelihoods = new Float32Array(classes);
  slopes.fill(0);
  for (let at = 0; at < heldOut.labels.length; at += 1) {
    poolInto(likelihoods, pool, heldOut, at * classes);
    for (let label = 0; label < classes; label += 1) {
      const excess = (likelihoods[label] as number) - (heldOut.labels[at] === label ? 1 : 0);
      for (let voice = 0; voice < VOICES.length; voice += 1) {
        slopes[voice] = (slopes[voice] as number) + excess * (heldOut[VOICES[voice] as keyof Scores][at * classes + label] as number);
      }
      slopes[VOICES.length + label] = (slopes[VOICES.length + label] as number) + excess;
    }
    if (at % TICKETS_A_STEP === 0) yield 1;
  }
}
