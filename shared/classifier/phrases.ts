/**
 * Phrase detectors: a convolution over words, as a table. Each detector looks at a few neighboring words at a time and has a
 * number for each word at each of its places; what it says of a ticket is its highest sum anywhere in it, if above zero. So a
 * long mail around two telling words counts as those two words do. A layer of weights on top makes scores of classes of it.
 */
export interface PhraseModel {
  readonly classes: number;
  /** Detectors of each group. */
  readonly detectors: number;
  /** Row of a word in the table. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** For every word, place within a phrase and detector a number: `(row * SLOTS + slot) * detectors + detector`. */
  readonly table: Float32Array | Int8Array;
  /** Where the sum of each detector begins. Every detector has a unit of its own, in which its table, bias and output agree. */
  readonly bias: Float32Array;
  /** For every group and detector a weight of each class. */
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

/** Detectors that see as many neighboring words, anywhere or only where a phrase begins within the first words: the title. */
interface Group {
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

const MAX_WORDS = 150;

/** The rows of a ticket's known words in their order; words the model has never seen are passed over. */
export function rowsOf(words: readonly string[], rowOf: ReadonlyMap<string, number>): Int32Array {
  const rows: number[] = [];
  for (const word of words) {
    const row = rowOf.get(word);
    if (row === undefined) continue;
    rows.push(row);
    if (rows.length === MAX_WORDS) break;
  }
  return Int32Array.from(rows);
}

/** Room to compute in, made once for a model. */
export interface Detected {
  /** For every group and detector its highest sum, 0 when none is above. */
  readonly strength: Float32Array;
  /** The word at which the phrase with that sum begins; may lie before the ticket, where the phrase begins with nothing. */
  readonly start: Int32Array;
  readonly sums: Float32Array;
}

export function roomFor(detectors: number): Detected {
  const all = detectors * GROUPS.length;
  return { strength: new Float32Array(all), start: new Int32Array(all), sums: new Float32Array(detectors) };
}

type Detectors = Pick<PhraseModel, 'detectors' | 'table' | 'bias'>;

/** Runs all detectors over a ticket. A row below 0 is a word that is left out for once. */
export function detect({ detectors, table, bias }: Detectors, rows: Int32Array, room: Detected): void {
  room.strength.fill(0);
  for (let index = 0; index < GROUPS.length; index += 1) {
    const { width, within, firstSlot } = GROUPS[index] as Group;
    const from = index * detectors;
    const until = Math.min(rows.length, within);
    const own = bias.subarray(from, from + detectors);
    for (let start = 1 - width; start < until; start += 1) {
      room.sums.set(own);
      const last = Math.min(width, rows.length - start);
      for (let slot = Math.max(0, -start); slot < last; slot += 1) {
        const row = rows[start + slot] as number;
        if (row < 0) continue;
        const place = (row * SLOTS + firstSlot + slot) * detectors;
        if (table instanceof Float32Array) addDecimals(room.sums, table, place);
        else addWholes(room.sums, table, place);
      }
      keepHighest(room, from, start);
    }
  }
}

// Two functions with one body: each sees one kind of array only, which makes learning several times as fast.
function addDecimals(sums: Float32Array, table: Float32Array, from: number): void {
  for (let index = 0; index < sums.length; index += 1) sums[index] = (sums[index] as number) + (table[from + index] as number);
}

function addWholes(sums: Float32Array, table: Int8Array, from: number): void {
  for (let index = 0; index < sums.length; index += 1) sums[index] = (sums[index] as number) + (table[from + index] as number);
}

function keepHighest({ sums, strength, start }: Detected, from: number, at: number): void {
  for (let index = 0; index < sums.length; index += 1) {
    const value = sums[index] as number;
    if (value <= (strength[from + index] as number)) continue;
    strength[from + index] = value;
    start[from + index] = at;
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

/** The scores of a ticket. */
export function phraseScores(model: PhraseModel, rows: Int32Array, room: Detected): Float32Array {
  const scores = new Float32Array(model.classes);
  detect(model, rows, room);
  outputInto(scores, room.strength, model.output, model.outputBias);
  return scores;
}
