import type { Learned } from './adam';
import { BESIDE, DIRECTIONS, GATES, KEPT, type Reading } from './reader';

/** How what is carried along acts on the gates, as it is learned. */
export interface LearnedMemory {
  readonly weights: Learned;
  readonly bias: Learned;
  readonly recall: Learned;
}

/** The slopes of what a reading ends with, and after which step each number was highest. */
export interface ViewSlopes {
  readonly slopes: Float32Array;
  readonly highest: Int32Array;
}

/**
 * Goes the way of a reading back (backpropagation through time): from the slopes of what it ended with to those of the memory,
 * and of what each word said, which are added to `inputSlopes` where its inputs are.
 */
export function goBack(reading: Reading, memory: LearnedMemory, ends: ViewSlopes, direction: number, words: number, inputSlopes: Float32Array): void {
  const { width, from, carried, gates } = reading;
  const size = GATES * width;
  const [firstBias, firstView] = [direction * size, direction * width];
  const [firstCarried, firstKept] = [direction * (carried.length / DIRECTIONS), direction * (gates.length / DIRECTIONS)];
  const slopes = Float64Array.from(ends.slopes.subarray(firstView, firstView + width));
  const earlier = new Float64Array(width);
  const ofGates = new Float64Array(size);
  for (let step = words - 1; step >= 0; step -= 1) {
    const [before, kept] = [firstCarried + step * width, firstKept + step * KEPT * width];
    const input = (from[direction === 0 ? step : words - 1 - step] as number) + firstBias;
    for (let at = 0; at < width; at += 1) {
      const view = firstView + at;
      const isHighest = ends.highest[view] === step + 1;
      const slope = (slopes[at] as number) + (isHighest ? (ends.slopes[DIRECTIONS * width + view] as number) : 0);
      const stays = gates[kept + at] as number;
      const reset = gates[kept + width + at] as number;
      const value = gates[kept + 2 * width + at] as number;
      const ofValue = slope * (1 - stays) * (1 - value * value);
      const ofStays = slope * ((carried[before + at] as number) - value) * stays * (1 - stays);
      const ofReset = ofValue * (gates[kept + 3 * width + at] as number) * reset * (1 - reset);
      ofGates[at] = ofStays;
      ofGates[width + at] = ofReset;
      ofGates[2 * width + at] = ofValue * reset;
      inputSlopes[input + at] = (inputSlopes[input + at] as number) + ofStays;
      inputSlopes[input + width + at] = (inputSlopes[input + width + at] as number) + ofReset;
      inputSlopes[input + 2 * width + at] = (inputSlopes[input + 2 * width + at] as number) + ofValue;
      add(memory.bias.slopes, firstBias + at, ofStays);
      add(memory.bias.slopes, firstBias + width + at, ofReset);
      add(memory.bias.slopes, firstBias + 2 * width + at, ofValue);
      add(memory.recall.slopes, firstView + at, ofValue * reset);
      earlier[at] = slope * stays;
    }
    weightsBack(earlier, ofGates, memory.weights, direction * size * width, carried, before);
    slopes.set(earlier);
  }
}

const add = (slopes: Float32Array, at: number, slope: number): void => void (slopes[at] = (slopes[at] as number) + slope);

/** From the gates to what was carried before, and to the weights in between; eight gates at a time, as on the way there. */
function weightsBack(earlier: Float64Array, ofGates: Float64Array, { values, slopes }: Learned, first: number, carried: Float32Array, before: number): void {
  let from = first;
  for (let gate = 0; gate < ofGates.length; gate += BESIDE) {
    const [a, b, c, d] = [ofGates[gate] as number, ofGates[gate + 1] as number, ofGates[gate + 2] as number, ofGates[gate + 3] as number];
    const [e, f, g, h] = [ofGates[gate + 4] as number, ofGates[gate + 5] as number, ofGates[gate + 6] as number, ofGates[gate + 7] as number];
    for (let at = 0; at < earlier.length; at += 1, from += BESIDE) {
      const value = carried[before + at] as number;
      earlier[at] = (earlier[at] as number)
        + a * (values[from] as number) + b * (values[from + 1] as number) + c * (values[from + 2] as number) + d * (values[from + 3] as number)
        + e * (values[from + 4] as number) + f * (values[from + 5] as number) + g * (values[from + 6] as number) + h * (values[from + 7] as number);
      slopes[from] = (slopes[from] as number) + a * value;
      slopes[from + 1] = (slopes[from + 1] as number) + b * value;
      slopes[from + 2] = (slopes[from + 2] as number) + c * value;
      slopes[from + 3] = (slopes[from + 3] as number) + d * value;
      slopes[from + 4] = (slopes[from + 4] as number) + e * value;
      slopes[from + 5] = (slopes[from + 5] as number) + f * value;
      slopes[from + 6] = (slopes[from + 6] as number) + g * value;
      slopes[from + 7] = (slopes[from + 7] as number) + h * value;
    }
  }
}
