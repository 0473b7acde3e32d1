import { checksumOf, createReader, createWriter, type Reader, type Writer } from './bytes';
import type { LinearModel } from './linear';
import type { ClassifierModel, Training } from './model';
import { GROUPS, LANES, SLOTS, type PhraseModel } from './phrases';
import { VOICES } from './pool';
import { BESIDE, DIRECTIONS, GATES, VIEWS, type ReaderModel } from './reader';
import { vocabularyInSteps } from './terms';

/** "BHCM": what the first four bytes of every model file are. */
const MARK = [0x42, 0x48, 0x43, 0x4d] as const;
/** Counts up whenever words, terms, phrases or readers are made in another way, for then the numbers of older files mean nothing. */
const VERSION = 2;
const MAX_HEADER_BYTES = 1_048_576;
/** So many take some milliseconds. */
const NUMBERS_A_STEP = 200_000;

/** Why bytes are no model that this version can use. */
export type ModelFileProblem = 'foreign' | 'otherVersion' | 'damaged';

export class ModelFileError extends Error {
  constructor(readonly problem: ModelFileProblem) {
    super(`not a usable model file: ${problem}`);
    this.name = 'ModelFileError';
  }
}

interface Header {
  readonly labels: readonly string[];
  readonly words: readonly string[];
  readonly terms: number;
  readonly detectors: number;
  readonly phraseModels: number;
  readonly readerWidth: number;
  readonly threshold: number | null;
  readonly training: Training;
}

/**
 * The file: mark, version, checksum of all that follows; then a header in JSON, and the numbers in the order of this function.
 * The table of a phrase model has two numbers in a byte. It packs well: whoever stores it should use gzip.
 */
export function encodeModel(model: ClassifierModel): Uint8Array {
  const [first] = model.phrases as readonly [PhraseModel, ...PhraseModel[]];
  const header: Header = {
    labels: model.labels, words: [...first.rowOf.keys()], terms: model.vocabulary.terms.length, detectors: first.detectors, phraseModels: model.phrases.length,
    readerWidth: model.reader.width, threshold: model.threshold ?? null, training: model.training,
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const body = createWriter();
  body.wholes([text.length]);
  body.bytes(text);
  body.decimals(model.pool.weights);
  body.decimals(model.pool.classes);
  body.wholes(model.vocabulary.terms);
  body.bytes(model.vocabulary.rarity);
  writeLinear(body, model.linear);
  for (const phrases of model.phrases) writePhrases(body, phrases);
  writeReader(body, model.reader);
  const bytes = body.done();
  const whole = createWriter();
  whole.bytes(Uint8Array.from(MARK));
  whole.wholes([VERSION, checksumOf(bytes)]);
  whole.bytes(bytes);
  return whole.done();
}

function writeLinear(body: Writer, { unit, bias, weights }: LinearModel): void {
  body.decimals(unit);
  body.decimals(bias);
  body.bytes(Uint8Array.from(weights));
}

function writePhrases(body: Writer, { bias, output, outputBias, table }: PhraseModel): void {
  for (const part of [bias, output, outputBias]) body.decimals(part);
  const halves = new Uint8Array(table.length * 2);
  for (let at = 0; at < table.length; at += 1) {
    const four = table[at] as number;
    halves[at * 2] = (four & 15) | ((four >>> 4) & 240);
    halves[at * 2 + 1] = ((four >>> 16) & 15) | ((four >>> 20) & 240);
  }
  body.bytes(halves);
}

function writeReader(body: Writer, { unit, memory, output, outputBias, table }: ReaderModel): void {
  for (const part of [unit, memory.weights, memory.bias, memory.recall, output, outputBias]) body.decimals(part);
  body.bytes(Uint8Array.from(table));
}

/** The model in a file. Throws a ModelFileError when it is something else, of another version, or not as it was written. */
export function decodeModel(file: Uint8Array): ClassifierModel {
  const reading = modelReading(file);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of some milliseconds, for a process that has requests to answer in between. */
export function* modelReading(file: Uint8Array): Generator<unknown, ClassifierModel> {
  if (file.length < 12 || MARK.some((byte, at) => file[at] !== byte)) throw new ModelFileError('foreign');
  const reader = createReader(file);
  reader.bytes(MARK.length);
  const [version, checksum] = reader.wholes(2);
  if (version !== VERSION) throw new ModelFileError('otherVersion');
  if (checksum !== (yield* checksumInSteps(file.subarray(12)))) throw new ModelFileError('damaged');
  try {
    return yield* readModel(reader);
  } catch {
    // The checksum is right, so somebody wrote it like that: its parts do not fit together.
    throw new ModelFileError('damaged');
  }
}

function* checksumInSteps(bytes: Uint8Array): Generator<unknown, number> {
  let checksum = 0;
  for (let from = 0; from < bytes.length || from === 0; from += NUMBERS_A_STEP) {
    checksum = checksumOf(bytes.subarray(from, from + NUMBERS_A_STEP), checksum);
    yield;
  }
  return checksum;
}

function* readModel(reader: Reader): Generator<unknown, ClassifierModel> {
  const [headerBytes] = reader.wholes(1) as unknown as [number];
  if (headerBytes > MAX_HEADER_BYTES) throw new RangeError('header too long');
  const header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(reader.bytes(headerBytes))) as Header;
  const { labels, words, terms, detectors, phraseModels, readerWidth, threshold, training } = header;
  const classes = labels.length;
  if (!(classes >= 2) || !(phraseModels >= 1) || !(detectors >= 1) || detectors % LANES !== 0 || !(readerWidth >= 1) || readerWidth % BESIDE !== 0) throw new RangeError('sizes');
  const pool = { weights: reader.decimals(VOICES.length), classes: reader.decimals(classes) };
  const vocabulary = yield* vocabularyInSteps(reader.wholes(terms), reader.bytes(terms).slice());
  const linear = { classes, unit: reader.decimals(classes), bias: reader.decimals(classes), weights: new Int8Array(reader.bytes(terms * classes)) };
  yield;
  const rowOf = new Map(words.map((word, row) => [word, row]));
  const phrases: PhraseModel[] = [];
  for (let number = 0; number < phraseModels; number += 1) phrases.push(yield* readPhrases(reader, { classes, detectors, rowOf }));
  const wordReader = readReader(reader, { classes, width: readerWidth, rows: rowOf.size });
  if (!reader.isAtEnd()) throw new RangeError('too long');
  return { labels, vocabulary, linear, phrases, reader: wordReader, pool, threshold: threshold ?? undefined, training };
}

function* readPhrases(reader: Reader, size: Pick<PhraseModel, 'classes' | 'detectors' | 'rowOf'>): Generator<unknown, PhraseModel> {
  const all = size.detectors * GROUPS.length;
  const [bias, output, outputBias] = [reader.decimals(all), reader.decimals(all * size.classes), reader.decimals(size.classes)];
  const table = new Int32Array((size.rowOf.size * SLOTS * size.detectors) / LANES);
  const halves = reader.bytes(table.length * 2);
  for (let at = 0; at < table.length; at += 1) {
    const [low, high] = [halves[at * 2] as number, halves[at * 2 + 1] as number];
    table[at] = (low & 15) | ((low & 240) << 4) | ((high & 15) << 16) | ((high & 240) << 20);
    if (at % NUMBERS_A_STEP === 0) yield;
  }
  return { ...size, table, bias, output, outputBias };
}

function readReader(bytes: Reader, { classes, width, rows }: { readonly classes: number; readonly width: number; readonly rows: number }): ReaderModel {
  const gates = DIRECTIONS * GATES * width;
  const unit = bytes.decimals(gates);
  const memory = { weights: bytes.decimals(gates * width), bias: bytes.decimals(gates), recall: bytes.decimals(DIRECTIONS * width) };
  const [output, outputBias] = [bytes.decimals(VIEWS * DIRECTIONS * width * classes), bytes.decimals(classes)];
  return { classes, width, unit, memory, output, outputBias, table: new Int8Array(bytes.bytes(rows * gates)) };
}
