import type { LinearModel } from './linear';
import { GROUPS, LANES, SLOTS, ZERO, type PhraseModel } from './phrases';
import type { ReaderModel } from './reader';
import type { LearnedPhrases } from './train-phrases';
import type { LearnedReader } from './train-reader';

/**
 * Models with small whole numbers in place of decimals: a twentieth of the bytes, with what they say unchanged within the
 * noise of the measurement (docs/classifier.md). A training that is going to be stored and one that is not must say the same,
 * so every trained model is quantized, before its confidence is measured.
 */
const BYTE_STEPS = 127;
/** Four bits a number: -7 to 7. */
export const TABLE_STEPS = 7;
const ROWS_A_STEP = 256;

/** Every class has its own unit, in which its weights are whole numbers from -127 to 127. */
export function quantizeLinear({ classes, weights, bias }: LinearModel): LinearModel {
  const { small, unit } = inBytes(weights, classes);
  return { classes, weights: small, unit, bias };
}

/** Every gate has its own unit for what words say to it. The rest of a reader is a few numbers and stays as it is. */
export function quantizeReader({ table, ...model }: LearnedReader): ReaderModel {
  const { small, unit } = inBytes(table, model.memory.bias.length);
  return { ...model, table: small, unit };
}

/** Rows of numbers, each column with a unit of its own. */
function inBytes(numbers: ArrayLike<number>, columns: number): { readonly small: Int8Array; readonly unit: Float32Array } {
  const highest = new Float32Array(columns);
  for (let at = 0; at < numbers.length; at += 1) highest[at % columns] = Math.max(highest[at % columns] as number, Math.abs(numbers[at] as number));
  const unit = highest.map((value) => (value > 0 ? value / BYTE_STEPS : 1));
  const small = new Int8Array(numbers.length);
  for (let at = 0; at < numbers.length; at += 1) small[at] = Math.round((numbers[at] as number) / (unit[at % columns] as number));
  return { small, unit };
}

/**
 * Every detector has its own unit; its bias is told in it, and its output in its inverse, so that nothing else changes. Yields
 * now and then, for the table is large.
 */
export function* quantizePhrases(model: LearnedPhrases): Generator<number, PhraseModel> {
  const { classes, detectors, table, bias, output } = model;
  const groupOfSlot = GROUPS.flatMap(({ width }, group) => Array.from({ length: width }, () => group));
  const block = SLOTS * detectors;
  /** The detector of each place within the numbers of one word. */
  const detectorOf = Uint32Array.from({ length: block }, (_unused, at) => (groupOfSlot[Math.floor(at / detectors)] as number) * detectors + (at % detectors));
  const highest = new Float32Array(bias.length);
  for (let from = 0; from < table.length; from += block) {
    for (let at = 0; at < block; at += 1) {
      const detector = detectorOf[at] as number;
      highest[detector] = Math.max(highest[detector] as number, Math.abs(table[from + at] as number));
    }
    if (from % (block * ROWS_A_STEP) === 0) yield 1;
  }
  const unit = highest.map((value) => (value > 0 ? value / TABLE_STEPS : 1));
  const packed = new Int32Array(table.length / LANES);
  for (let from = 0; from < table.length; from += block) {
    for (let at = 0; at < block; at += 1) {
      const value = Math.round((table[from + at] as number) / (unit[detectorOf[at] as number] as number)) + ZERO;
      const place = (from + at) >> 2;
      packed[place] = (packed[place] as number) | (value << ((at & 3) * 8));
    }
    if (from % (block * ROWS_A_STEP) === 0) yield 1;
  }
  return {
    ...model,
    table: packed,
    bias: bias.map((value, at) => value / (unit[at] as number)),
    output: output.map((value, at) => value * (unit[Math.floor(at / classes)] as number)),
  };
}
