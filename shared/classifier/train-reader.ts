import { LAST_RATE, learned, moveAll, slopesOf, warmth, type Learned } from './adam';
import { shuffle, type Chance } from './chance';
import { MAX_ROWS, outputInto } from './phrases';
import { DIRECTIONS, GATES, read, readingOf, viewsInto, VIEWS, type Reading, type ReaderModel } from './reader';
import { goBack, type LearnedMemory, type ViewSlopes } from './reader-back';
import { moveMeanings, say, sayBack, type InUse, type WordMeanings } from './word-meanings';

export interface ReaderSettings {
  /** How many numbers are carried along in each direction; a multiple of eight. */
  readonly width: number;
  /** How many numbers the meaning of a word has while learning; a multiple of four. */
  readonly depth: number;
  readonly rounds: number;
  /** More rounds when there are few tickets, until so many have been read, again and again (but not for ever). */
  readonly leastRead: number;
  readonly rate: number;
  /** Share of words, and of the numbers of all meanings, that is left out while learning. */
  readonly wordsOut: number;
  readonly meaningsOut: number;
}

/** Spread of the numbers of meanings at the start; what is carried along stays for a while unless something is learned. */
const [MEANING_SPREAD, STAYS] = [0.1, 1];
const OUTPUT_SPREAD = 0.5;
const MOST_ROUNDS = 25;
/** Tickets between two moves. */
const BATCH = 16;
const WORDS_A_STEP = 16;

/** A reader as it is learned, with decimals in its table. */
export interface LearnedReader extends Omit<ReaderModel, 'table' | 'unit'> {
  readonly table: Float32Array;
}

interface Learning {
  readonly settings: ReaderSettings;
  readonly words: WordMeanings;
  readonly memory: LearnedMemory;
  readonly output: Learned;
  readonly outputBias: Learned;
  /** Where in a batch the inputs of a word lie, in `inputs` and `inputSlopes`; 0 when it has not occurred. What is left out lies at 0. */
  readonly placeOf: Int32Array;
  readonly occurred: number[];
  readonly inputSlopes: Float32Array;
  readonly reading: Reading;
  readonly views: Float32Array;
  readonly ends: ViewSlopes;
  readonly slopes: Float32Array;
}

function begin(rows: number, classes: number, settings: ReaderSettings, chance: Chance): Learning {
  const { width, depth } = settings;
  const gates = DIRECTIONS * GATES * width;
  const views = VIEWS * DIRECTIONS * width;
  const spread = (size: number, by: number): Learned => {
    const part = learned(size);
    for (let at = 0; at < size; at += 1) part.values[at] = chance.normal() * by;
    return part;
  };
  const bias = learned(gates);
  for (let at = 0; at < gates; at += 1) if (Math.floor(at / width) % GATES === 0) bias.values[at] = STAYS;
  const room = (BATCH * MAX_ROWS + 1) * gates;
  return {
    settings,
    words: { meanings: spread(rows * depth, MEANING_SPREAD), voice: spread(depth * gates, 1 / Math.sqrt(depth)), gates, depth },
    memory: { weights: spread(gates * width, 1 / Math.sqrt(width)), bias, recall: learned(DIRECTIONS * width) },
    output: spread(views * classes, OUTPUT_SPREAD / Math.sqrt(views)), outputBias: learned(classes),
    placeOf: new Int32Array(rows), occurred: [], inputSlopes: new Float32Array(room),
    reading: readingOf(width, MAX_ROWS, new Float32Array(room), new Int32Array(MAX_ROWS)),
    views: new Float32Array(views), ends: { slopes: new Float32Array(views), highest: new Int32Array(views) }, slopes: new Float32Array(classes),
  };
}

/** The numbers of meanings that this batch uses. */
function chooseInUse({ depth, meaningsOut }: ReaderSettings, chance: Chance): InUse {
  const order = Uint32Array.from({ length: depth }, (_unused, at) => at);
  shuffle(order, chance);
  const places = order.subarray(0, Math.max(4, Math.round((depth * (1 - meaningsOut)) / 4) * 4));
  return { places, stronger: depth / places.length };
}

/** Says each word of a batch once, wherever it occurs, and leaves some out: a row below 0. Yields after some words. */
function* sayWords({ words, reading, inputSlopes, placeOf, occurred }: Learning, tickets: readonly Int32Array[], inUse: InUse): Generator<number, void> {
  for (const word of occurred) placeOf[word] = 0;
  occurred.length = 0;
  for (const rows of tickets) {
    for (const row of rows) {
      if (row < 0 || placeOf[row] !== 0) continue;
      const place = occurred.push(row) * words.gates;
      placeOf[row] = place;
      say(words, row, inUse, reading.inputs, place);
      inputSlopes.fill(0, place, place + words.gates);
      if (occurred.length % WORDS_A_STEP === 0) yield 1;
    }
  }
}

/** Learns from one ticket: slopes are added up, nothing moves yet. */
function learn(learning: Learning, rows: Int32Array, label: number, batch: number): void {
  const { memory, output, outputBias, placeOf, inputSlopes, reading, views, ends, slopes } = learning;
  const [values, classes] = [{ weights: memory.weights.values, bias: memory.bias.values, recall: memory.recall.values }, slopes.length];
  rows.forEach((row, at) => (reading.from[at] = row < 0 ? 0 : (placeOf[row] as number)));
  for (let direction = 0; direction < DIRECTIONS; direction += 1) read(reading, values, direction, rows.length);
  viewsInto(views, reading, rows.length, ends.highest);
  outputInto(slopes, views, output.values, outputBias.values);
  slopesOf(slopes, label, batch);
  for (let other = 0; other < classes; other += 1) outputBias.slopes[other] = (outputBias.slopes[other] as number) + (slopes[other] as number);
  for (let view = 0; view < views.length; view += 1) {
    let slope = 0;
    for (let other = 0, from = view * classes; other < classes; other += 1, from += 1) {
      slope += (slopes[other] as number) * (output.values[from] as number);
      output.slopes[from] = (output.slopes[from] as number) + (slopes[other] as number) * (views[view] as number);
    }
    ends.slopes[view] = slope;
  }
  for (let direction = 0; direction < DIRECTIONS; direction += 1) goBack(reading, memory, ends, direction, rows.length, inputSlopes);
}

/** Moves along the slopes that the batch has added up. */
function* step({ words, memory, output, outputBias, placeOf, occurred, inputSlopes }: Learning, inUse: InUse, rate: number): Generator<number, void> {
  for (const [at, word] of occurred.entries()) {
    sayBack(words, word, inUse, inputSlopes, placeOf[word] as number);
    if (at % WORDS_A_STEP === 0) yield 1;
  }
  moveMeanings(words, occurred, rate);
  for (const part of [memory.weights, memory.bias, memory.recall, output, outputBias]) moveAll(part, rate);
}

/** Learns a reader from tickets given as rows of words. Yields after every ticket with the share that is done. */
export function* trainReader(
  tickets: readonly Int32Array[], labels: Uint16Array, size: { readonly classes: number; readonly rows: number }, settings: ReaderSettings, chance: Chance,
): Generator<number, LearnedReader> {
  const learning = begin(size.rows, size.classes, settings, chance);
  const order = Uint32Array.from(tickets, (_ticket, index) => index);
  const rounds = Math.max(settings.rounds, Math.min(MOST_ROUNDS, Math.ceil(settings.leastRead / order.length)));
  const steps = rounds * Math.ceil(order.length / BATCH);
  let done = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, chance);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.subarray(from, from + BATCH);
      const texts = Array.from(batch, (at) => (tickets[at] as Int32Array).map((row) => (chance.next() < settings.wordsOut ? -1 : row)));
      const inUse = chooseInUse(settings, chance);
      for (const _ of sayWords(learning, texts, inUse)) yield done / steps;
      for (const [index, rows] of texts.entries()) {
        learn(learning, rows, labels[batch[index] as number] as number, batch.length);
        yield done / steps;
      }
      done += 1;
      for (const _ of step(learning, inUse, settings.rate * Math.max(LAST_RATE, 1 - done / steps) * warmth(done))) yield done / steps;
    }
  }
  return yield* finished(learning, size);
}

/** Multiplies out what each word says. */
function* finished({ settings: { width, depth }, words, memory, output, outputBias }: Learning, { classes, rows }: { readonly classes: number; readonly rows: number }): Generator<number, LearnedReader> {
  const all = { places: Uint32Array.from({ length: depth }, (_unused, at) => at), stronger: 1 };
  const table = new Float32Array(rows * words.gates);
  for (let row = 0; row < rows; row += 1) {
    say(words, row, all, table, row * words.gates);
    if (row % WORDS_A_STEP === 0) yield 1;
  }
  return {
    classes, width, table, output: output.values, outputBias: outputBias.values,
    memory: { weights: memory.weights.values, bias: memory.bias.values, recall: memory.recall.values },
  };
}
