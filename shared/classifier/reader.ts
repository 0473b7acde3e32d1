import { outputInto } from './phrases';

/**
 * The reader: a recurrent network (GRU, Cho et al., 2014) that goes over the words of a ticket once from the beginning and once
 * from the end, and carries some numbers along that each word changes. So it knows in which order things were said, and what
 * stands far apart, which phrase detectors do not. What it remembers at the end, and the highest value of each number on the
 * way, make the scores.
 */
export interface ReaderModel {
  readonly classes: number;
  /** How many numbers it carries in each direction; a multiple of eight. */
  readonly width: number;
  /** For every word what it says to the gates of both directions, whole numbers from -127 to 127. */
  readonly table: Int8Array;
  /** What a number of the table means, for each gate. */
  readonly unit: Float32Array;
  readonly memory: Memory;
  /** For every number that it has in the end a weight of each class. */
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

/** How what is carried along acts on the gates. For each direction one part, forward first. */
export interface Memory {
  /** For every eight gates, and each number carried, its weights for those gates beside each other. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  /** Added to what the new value takes from the old ones, before the reset gate. */
  readonly recall: Float32Array;
}

export const DIRECTIONS = 2;
/** Each number has three: how much of it stays, how much of the old ones the new value sees, and the new value. */
export const GATES = 3;
/** So many gates are reckoned at a time. */
export const BESIDE = 8;
/** Of each number of each direction: the last value, and the highest. */
export const VIEWS = 2;

/** What happens while a ticket is read, all that learning needs to go the same way back. */
export interface Reading {
  readonly width: number;
  /** What each word says to all gates, one after the other, wherever `from` says that its numbers begin. */
  readonly inputs: Float32Array;
  readonly from: Int32Array;
  /** For each direction the numbers carried, before the first word and after each. */
  readonly carried: Float32Array;
  /** For each direction and word in the order of reading: stays, reset, new value, and what the new value took from the old ones. */
  readonly gates: Float32Array;
}

/** What is kept of the gates of one number at one word. */
export const KEPT = 4;

export const readingOf = (width: number, words: number, inputs: Float32Array, from: Int32Array): Reading => ({
  width, inputs, from,
  carried: new Float32Array(DIRECTIONS * (words + 1) * width), gates: new Float32Array(DIRECTIONS * words * KEPT * width),
});

/** Reads so many words in one direction. */
export function read(reading: Reading, memory: Memory, direction: number, words: number): void {
  const { width, inputs, from, carried, gates } = reading;
  const size = GATES * width;
  const [firstWeight, firstBias, firstRecall] = [direction * size * width, direction * size, direction * width];
  let before = direction * (carried.length / DIRECTIONS);
  let kept = direction * (gates.length / DIRECTIONS);
  const taken = new Float64Array(size);
  carried.fill(0, before, before + width);
  for (let step = 0; step < words; step += 1) {
    takeInto(taken, memory.weights, firstWeight, carried, before, width);
    const input = (from[direction === 0 ? step : words - 1 - step] as number) + firstBias;
    for (let at = 0; at < width; at += 1) {
      const stays = sigmoid((inputs[input + at] as number) + (memory.bias[firstBias + at] as number) + (taken[at] as number));
      const reset = sigmoid((inputs[input + width + at] as number) + (memory.bias[firstBias + width + at] as number) + (taken[width + at] as number));
      const old = (taken[2 * width + at] as number) + (memory.recall[firstRecall + at] as number);
      const value = 2 * sigmoid(2 * ((inputs[input + 2 * width + at] as number) + (memory.bias[firstBias + 2 * width + at] as number) + reset * old)) - 1;
      gates[kept + at] = stays;
      gates[kept + width + at] = reset;
      gates[kept + 2 * width + at] = value;
      gates[kept + 3 * width + at] = old;
      carried[before + width + at] = value + stays * ((carried[before + at] as number) - value);
    }
    before += width;
    kept += KEPT * width;
  }
}

const SIGMOID_END = 12;
const SIGMOID_STEPS = 64;
/** Values from -12 to 12: asking for an exponent three times a number and word took a third of the time of reading (measured). */
const SIGMOIDS = Float32Array.from({ length: 2 * SIGMOID_END * SIGMOID_STEPS + 1 }, (_unused, at) => 1 / (1 + Math.exp(SIGMOID_END - at / SIGMOID_STEPS)));

/** 1 / (1 + e^-x), right to five digits. */
function sigmoid(value: number): number {
  const place = (value + SIGMOID_END) * SIGMOID_STEPS;
  if (place <= 0) return SIGMOIDS[0] as number;
  if (place >= SIGMOIDS.length - 1) return SIGMOIDS[SIGMOIDS.length - 1] as number;
  const at = place | 0;
  const before = SIGMOIDS[at] as number;
  return before + (place - at) * ((SIGMOIDS[at + 1] as number) - before);
}

/** Eight gates at a time: each number carried is fetched once for them, and their sums do not wait for one another. */
function takeInto(taken: Float64Array, weights: Float32Array, first: number, carried: Float32Array, before: number, width: number): void {
  let from = first;
  for (let gate = 0; gate < taken.length; gate += BESIDE) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let at = before; at < before + width; at += 1, from += BESIDE) {
      const value = carried[at] as number;
      a += value * (weights[from] as number);
      b += value * (weights[from + 1] as number);
      c += value * (weights[from + 2] as number);
      d += value * (weights[from + 3] as number);
      e += value * (weights[from + 4] as number);
      f += value * (weights[from + 5] as number);
      g += value * (weights[from + 6] as number);
      h += value * (weights[from + 7] as number);
    }
    taken[gate] = a;
    taken[gate + 1] = b;
    taken[gate + 2] = c;
    taken[gate + 3] = d;
    taken[gate + 4] = e;
    taken[gate + 5] = f;
    taken[gate + 6] = g;
    taken[gate + 7] = h;
  }
}

/** What it has in the end: for each direction the last values, then the highest ones; `highest` gets to know after which step. */
export function viewsInto(views: Float32Array, { width, carried }: Reading, words: number, highest?: Int32Array): void {
  for (let direction = 0; direction < DIRECTIONS; direction += 1) {
    const first = direction * (carried.length / DIRECTIONS);
    for (let at = 0; at < width; at += 1) {
      let [best, bestStep] = [-Infinity, 0];
      for (let step = 1; step <= words; step += 1) {
        const value = carried[first + step * width + at] as number;
        if (value <= best) continue;
        [best, bestStep] = [value, step];
      }
      const view = direction * width + at;
      views[view] = carried[first + words * width + at] as number;
      views[DIRECTIONS * width + view] = words > 0 ? best : 0;
      if (highest) highest[view] = bestStep;
    }
  }
}

/** Scores of the classes for a ticket given as rows of its known words; the natural logarithm of odds, up to what they share. */
export function readerScores({ classes, width, table, unit, memory, output, outputBias }: ReaderModel, rows: Int32Array): Float32Array {
  const gates = unit.length;
  const inputs = new Float32Array(rows.length * gates);
  for (let at = 0; at < rows.length; at += 1) {
    const [to, from] = [at * gates, (rows[at] as number) * gates];
    for (let gate = 0; gate < gates; gate += 1) inputs[to + gate] = (table[from + gate] as number) * (unit[gate] as number);
  }
  const reading = readingOf(width, rows.length, inputs, Int32Array.from(rows, (_row, at) => at * gates));
  for (let direction = 0; direction < DIRECTIONS; direction += 1) read(reading, memory, direction, rows.length);
  const views = new Float32Array(VIEWS * DIRECTIONS * width);
  viewsInto(views, reading, rows.length);
  const scores = new Float32Array(classes);
  outputInto(scores, views, output, outputBias);
  return scores;
}
