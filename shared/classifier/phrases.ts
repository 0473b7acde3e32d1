/**
 * Phrase detectors: a convolution over words, as a table. Each detector looks at a few neighboring words at a time and has a
 * number for each word at each of its places; what it says of a ticket is its highest sum anywhere in it, if above zero. So a
 * long mail around two telling words counts as those two words do. A layer of weights on top makes scores of classes of it.
 */
export interface PhraseModel {
  readonly classes: number;
  /** Detectors of each group; a multiple of four. */
  readonly detectors: number;
  /** Row of a word in the table. */
  readonly rowOf: ReadonlyMap<string, number>;
  /**
   * For every word, place within a phrase and detector a whole number from -7 to 7, told as 1 to 15; four detectors share one
   * 32-bit number, a byte each. Sums of a phrase stay below 128, so that one addition and one comparison serve four detectors.
   */
  readonly table: Int32Array;
  /** Where the sum of each detector begins. Every detector has a unit of its own, in which its table, bias and output agree. */
  readonly bias: Float32Array;
  /** For every group and detector a weight of each class. */
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

/** Detectors that see as many neighboring words, anywhere or only where a phrase begins within the first words: the title. */
export interface Group {
  readonly width: number;
  readonly within: number;
  /** Where the places of its phrases begin among those of all groups. */
  readonly firstSlot: number;
}

/** Measured, docs/classifier.md. */
export const GROUPS: readonly Group[] = [
  { width: 1, within: Infinity, firstSlot: 0 },
  { width: 2, within: Infinity, firstSlot: 1 },
  { width: 3, within: Infinity, firstSlot: 3 },
  { width: 5, within: Infinity, firstSlot: 6 },
  { width: 1, within: 8, firstSlot: 11 },
  { width: 2, within: 8, firstSlot: 12 },
];
export const SLOTS = 14;

/** What 0 is told as, in one byte and in all four. */
export const ZERO = 8;
const FOUR_ZEROS = 0x08080808;
export const LANES = 4;
/** The highest bit of each byte. */
const HIGH = 0x80808080 | 0;

/** The most known words of a ticket that are looked at. */
export const MAX_ROWS = 150;

/** The rows of a ticket's known words in their order; words the model has never seen are passed over. */
export function rowsOf(words: readonly string[], rowOf: ReadonlyMap<string, number>): Int32Array {
  const rows: number[] = [];
  for (const word of words) {
    const row = rowOf.get(word);
    if (row === undefined) continue;
    rows.push(row);
    if (rows.length === MAX_ROWS) break;
  }
  return Int32Array.from(rows);
}

/** Runs all detectors over a ticket: for every group and detector its highest sum, 0 when none is above. */
export function strengthsOf({ detectors, table, bias }: PhraseModel, rows: Int32Array): Float32Array {
  const strength = new Float32Array(detectors * GROUPS.length);
  if (rows.length === 0) return strength;
  const lanes = detectors / LANES;
  const [sums, best] = [new Int32Array(lanes), new Int32Array(lanes)];
  GROUPS.forEach(({ width, within, firstSlot }, group) => {
    best.fill(0);
    const until = Math.min(rows.length, within);
    for (let start = 1 - width; start < until; start += 1) {
      const [first, last] = [Math.max(0, -start), Math.min(width, rows.length - start)];
      sums.fill(FOUR_ZEROS * (width - last + first));
      for (let slot = first; slot < last; slot += 1) addRow(sums, table, ((rows[start + slot] as number) * SLOTS + firstSlot + slot) * lanes);
      keepHighest(best, sums);
    }
    for (let at = 0; at < detectors; at += 1) {
      const sum = (((best[at >> 2] as number) >>> ((at & 3) * 8)) & 255) - width * ZERO;
      strength[group * detectors + at] = Math.max(0, sum + (bias[group * detectors + at] as number));
    }
  });
  return strength;
}

function addRow(sums: Int32Array, table: Int32Array, from: number): void {
  for (let lane = 0; lane < sums.length; lane += 1) sums[lane] = ((sums[lane] as number) + (table[from + lane] as number)) | 0;
}

/** The higher of each pair of bytes, four at a time: all are below 128, so the highest bit of a byte tells which one it is. */
function keepHighest(best: Int32Array, sums: Int32Array): void {
  for (let lane = 0; lane < sums.length; lane += 1) {
    const [sum, before] = [sums[lane] as number, best[lane] as number];
    const isHigher = ((sum | HIGH) - before) & HIGH;
    const mask = (isHigher - (isHigher >>> 7)) & 0x7f7f7f7f;
    best[lane] = (sum & mask) | (before & ~mask);
  }
}

/** Scores of the classes from what the detectors said; the natural logarithm of odds, up to what they share. */
export function outputInto(scores: Float32Array, strength: Float32Array, output: Float32Array, outputBias: Float32Array): void {
  const classes = scores.length;
  scores.set(outputBias);
  for (let detector = 0; detector < strength.length; detector += 1) {
    const value = strength[detector] as number;
    if (value === 0) continue;
    const from = detector * classes;
    for (let label = 0; label < classes; label += 1) scores[label] = (scores[label] as number) + value * (output[from + label] as number);
  }
}

/** The mean of what several models with the same words score. */
export function phraseScores(models: readonly PhraseModel[], rows: Int32Array): Float32Array {
  const { classes } = models[0] as PhraseModel;
  const mean = new Float32Array(classes);
  const scores = new Float32Array(classes);
  for (const model of models) {
    outputInto(scores, strengthsOf(model, rows), model.output, model.outputBias);
    for (let label = 0; label < classes; label += 1) mean[label] = (mean[label] as number) + (scores[label] as number) / models.length;
  }
  return mean;
}
