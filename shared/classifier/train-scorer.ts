import { createChance } from './chance';
import { trainLinear, type LinearSettings } from './linear';
import { rowsOf, type PhraseModel } from './phrases';
import { quantizeLinear, quantizePhrases, quantizeReader } from './quantize';
import type { Scorer } from './scores';
import { countTerms, vectorOf, vocabularyOf } from './terms';
import { trainPhrases, type PhraseSettings } from './train-phrases';
import { trainReader, type ReaderSettings } from './train-reader';

export interface TrainingSettings {
  readonly seed: number;
  readonly linear: LinearSettings;
  readonly phrases: PhraseSettings;
  readonly reader: ReaderSettings;
  /** How many sets of detectors are learned, each from another beginning; their mean is surer than one. */
  readonly phraseModels: number;
}

/** Found by comparing on tickets that were held back; docs/classifier.md says how. */
export const TRAINING_SETTINGS: TrainingSettings = {
  seed: 1,
  linear: { cost: 0.3, rounds: 20 },
  phrases: { detectors: 128, rounds: 8, rate: 0.002, spread: 0.05, wordsOut: 0.1, detectorsOut: 0.5 },
  reader: { width: 32, depth: 64, rounds: 4, leastRead: 12_000, rate: 0.004, wordsOut: 0.1, meaningsOut: 0.625 },
  phraseModels: 2,
};

/** A word or term of fewer tickets says nothing about others. */
const TICKETS_WITH_TERM = 2;
const TICKETS_WITH_WORD = { few: 2, many: 4 } as const;
const MANY_TICKETS = 5_000;
const TICKETS_A_STEP = 50;
/** Far from those of the phrase models. */
const READER_SEED = 50_021;
/** How long each kind takes beside the others, about. */
const EFFORT = { linear: 1, phrases: 2, reader: 8 } as const;

export interface Ticket {
  readonly words: readonly string[];
  readonly label: number;
}

/** The share of a part as a share of the whole. */
export function* within<T>(from: number, size: number, part: Generator<number, T>): Generator<number, T> {
  for (;;) {
    const step = part.next();
    if (step.done) return step.value;
    yield from + step.value * size;
  }
}

/** Learns models of all kinds from tickets of so many classes. */
export function* trainScorer(tickets: readonly Ticket[], classes: number, settings: TrainingSettings): Generator<number, Scorer> {
  const labels = Uint16Array.from(tickets, ({ label }) => label);
  const ticketsWithTerm = new Map<number, number>();
  const ticketsWithWord = new Map<string, number>();
  for (const [at, { words }] of tickets.entries()) {
    for (const term of countTerms(words).keys()) ticketsWithTerm.set(term, (ticketsWithTerm.get(term) ?? 0) + 1);
    for (const word of new Set(words)) ticketsWithWord.set(word, (ticketsWithWord.get(word) ?? 0) + 1);
    if (at % TICKETS_A_STEP === 0) yield 0;
  }
  const vocabulary = yield* vocabularyOf(ticketsWithTerm, tickets.length, TICKETS_WITH_TERM);
  ticketsWithTerm.clear();
  const vectors = [];
  for (const { words } of tickets) {
    vectors.push(vectorOf(countTerms(words), vocabulary));
    if (vectors.length % TICKETS_A_STEP === 0) yield 0;
  }
  const whole = EFFORT.linear + EFFORT.phrases * settings.phraseModels + EFFORT.reader;
  const size = { classes, terms: vocabulary.terms.length };
  const linear = quantizeLinear(yield* within(0, EFFORT.linear / whole, trainLinear(vectors, labels, size, settings.linear, createChance(settings.seed))));
  vectors.length = 0;

  const fewest = tickets.length < MANY_TICKETS ? TICKETS_WITH_WORD.few : TICKETS_WITH_WORD.many;
  const known = [...ticketsWithWord].filter(([, count]) => count >= fewest).map(([word]) => word);
  const rowOf = new Map(known.sort().map((word, row) => [word, row]));
  const rows: Int32Array[] = [];
  let done = EFFORT.linear / whole;
  for (const { words } of tickets) {
    rows.push(rowsOf(words, rowOf));
    if (rows.length % TICKETS_A_STEP === 0) yield done;
  }
  const phrases: PhraseModel[] = [];
  for (let number = 0; number < settings.phraseModels; number += 1) {
    const chance = createChance(settings.seed + 101 * (number + 1));
    const trained = yield* within(done, EFFORT.phrases / whole, trainPhrases(rows, labels, { classes, rowOf }, settings.phrases, chance));
    done += EFFORT.phrases / whole;
    phrases.push(yield* within(done, 0, quantizePhrases(trained)));
  }
  const trained = yield* within(done, EFFORT.reader / whole, trainReader(rows, labels, { classes, rows: rowOf.size }, settings.reader, createChance(settings.seed + READER_SEED)));
  return { vocabulary, linear, phrases, reader: quantizeReader(trained) };
}
