import { createChance, shuffle, type Chance } from './chance';
import { findTrainingProblem, fingerprintOf, labelsOf, type LabelledTicket } from './examples';
import { linearScores, trainLinear, type LinearSettings } from './linear';
import type { ClassifierModel } from './model';
import { phraseScores, rowsOf, type PhraseModel } from './phrases';
import { fitPool, pooled, type HeldOut, type Pool } from './pool';
import { accuracyOf, calibrationErrorOf, reachOf, type Judged } from './quality';
import { quantizeLinear, quantizePhrases } from './quantize';
import { countTerms, vectorOf, vocabularyOf } from './terms';
import { trainPhrases, type PhraseSettings } from './train-phrases';
import { ticketWords } from './words';

export interface TrainingSettings {
  readonly seed: number;
  readonly linear: LinearSettings;
  readonly phrases: PhraseSettings;
  /** How many sets of detectors are learned, each from another beginning; their mean is surer than one. */
  readonly phraseModels: number;
}

/** Found by comparing on tickets that were held back; docs/classifier.md says how. */
export const TRAINING_SETTINGS: TrainingSettings = {
  seed: 1,
  linear: { cost: 0.3, rounds: 20 },
  phrases: { detectors: 128, rounds: 8, rate: 0.002, spread: 0.05, wordsOut: 0.1, detectorsOut: 0.5 },
  phraseModels: 2,
};

/** The promised accuracy is kept in five of six cases, not in every second one. */
const PROOF = 1;
/** A decision that is said to be less likely than not convinces nobody, however often such ones were right. */
const LEAST_THRESHOLD = 0.5;
const FOLDS = 5;
/** With so many tickets one fold held back says enough. */
const ENOUGH_FOR_ONE_FOLD = 10_000;
/** A word or term of fewer tickets says nothing about others. */
const TICKETS_WITH_TERM = 2;
const TICKETS_WITH_WORD = { few: 2, many: 4 } as const;
const MANY_TICKETS = 5_000;
const TICKETS_A_STEP = 50;

interface Ticket {
  readonly words: readonly string[];
  readonly label: number;
}

/** What became of one ticket while it was held back from what was learned. */
export interface HeldOutGuess {
  /** Its place among the tickets. */
  readonly at: number;
  readonly isRight: boolean;
}

type Scorer = Pick<ClassifierModel, 'vocabulary' | 'linear' | 'phrases'>;

/**
 * Makes a classifier of labelled tickets. It is a generator: every `next()` works for some milliseconds and gives the share
 * that is done (0 to 1), so that whoever runs it may do something else in between, or stop; the model is what it returns. The
 * same tickets in the same order with the same settings give the same model.
 *
 * First it learns from a part of the tickets and finds out on the rest how sure it may be; then it learns from all of them.
 * Throws a RangeError for tickets of which no classifier can be made; `findTrainingProblem` says so beforehand. `onHeldOut` gets
 * to know which tickets that were held back it was right about.
 */
export function* trainClassifier(
  examples: readonly LabelledTicket[], settings: TrainingSettings = TRAINING_SETTINGS, onHeldOut?: (guesses: readonly HeldOutGuess[]) => void,
): Generator<number, ClassifierModel> {
  const problem = findTrainingProblem(examples);
  if (problem) throw new RangeError(`no classifier can be made: ${problem.code}, ${problem.count}`);
  const labels = labelsOf(examples);
  const numberOf = new Map(labels.map((label, number) => [label, number]));
  const tickets: Ticket[] = [];
  for (const { text, label } of examples) {
    tickets.push({ words: ticketWords(text), label: numberOf.get(label) as number });
    if (tickets.length % TICKETS_A_STEP === 0) yield 0;
  }
  const folds = foldsOf(tickets, labels.length, createChance(settings.seed));
  const rounds = tickets.length >= ENOUGH_FOR_ONE_FOLD ? 1 : FOLDS;
  const whole = rounds + 1;

  const parts: HeldOut[] = [];
  for (let fold = 0; fold < rounds; fold += 1) {
    const scorer = yield* within(fold / whole, 1 / whole, learn(tickets.filter((_ticket, at) => folds[at] !== fold), labels.length, settings));
    parts.push(yield* within((fold + 1) / whole, 0, hold(scorer, tickets.filter((_ticket, at) => folds[at] === fold), labels.length)));
  }
  const heldOut = joined(parts);
  const pool = yield* within(rounds / whole, 0, fitPool(heldOut, labels.length));
  const judged = judge(pool, heldOut, labels.length);
  const places = Array.from({ length: rounds }, (_unused, fold) => [...folds.keys()].filter((at) => folds[at] === fold)).flat();
  onHeldOut?.(judged.map(({ isRight }, index) => ({ at: places[index] as number, isRight })));
  const { threshold, coverage } = reachOf(judged, PROOF, LEAST_THRESHOLD);
  const scorer = yield* within(rounds / whole, 1 / whole, learn(tickets, labels.length, settings));
  return {
    ...scorer, labels, pool, threshold,
    training: {
      tickets: tickets.length, fingerprint: fingerprintOf(examples),
      heldOut: { tickets: judged.length, accuracy: accuracyOf(judged), calibrationError: calibrationErrorOf(judged), coverage },
    },
  };
}

/** The share of a part as a share of the whole. */
function* within<T>(from: number, size: number, part: Generator<number, T>): Generator<number, T> {
  for (;;) {
    const step = part.next();
    if (step.done) return step.value;
    yield from + step.value * size;
  }
}

/** Gives every ticket a fold, each label spread over all folds as evenly as it goes. */
function foldsOf(tickets: readonly Ticket[], labels: number, chance: Chance): Uint8Array {
  const order = Uint32Array.from(tickets, (_ticket, at) => at);
  shuffle(order, chance);
  const folds = new Uint8Array(tickets.length);
  const next = Uint8Array.from({ length: labels }, () => chance.below(FOLDS));
  for (const at of order) {
    const { label } = tickets[at] as Ticket;
    folds[at] = next[label] as number;
    next[label] = ((next[label] as number) + 1) % FOLDS;
  }
  return folds;
}

function* learn(tickets: readonly Ticket[], classes: number, settings: TrainingSettings): Generator<number, Scorer> {
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
  const parts = settings.phraseModels + 1;
  const size = { classes, terms: vocabulary.terms.length };
  const linear = quantizeLinear(yield* within(0, 1 / parts, trainLinear(vectors, labels, size, settings.linear, createChance(settings.seed))));
  vectors.length = 0;

  const fewest = tickets.length < MANY_TICKETS ? TICKETS_WITH_WORD.few : TICKETS_WITH_WORD.many;
  const known = [...ticketsWithWord].filter(([, count]) => count >= fewest).map(([word]) => word);
  const rowOf = new Map(known.sort().map((word, row) => [word, row]));
  const rows: Int32Array[] = [];
  for (const { words } of tickets) {
    rows.push(rowsOf(words, rowOf));
    if (rows.length % TICKETS_A_STEP === 0) yield 1 / parts;
  }
  const phrases: PhraseModel[] = [];
  for (let number = 0; number < settings.phraseModels; number += 1) {
    const chance = createChance(settings.seed + 101 * (number + 1));
    const trained = yield* within((number + 1) / parts, 1 / parts, trainPhrases(rows, labels, { classes, rowOf }, settings.phrases, chance));
    phrases.push(yield* within((number + 2) / parts, 0, quantizePhrases(trained)));
  }
  return { vocabulary, linear, phrases };
}

/** What a model scores for tickets that it has not seen. */
function* hold({ vocabulary, linear, phrases }: Scorer, tickets: readonly Ticket[], classes: number): Generator<number, HeldOut> {
  const all: HeldOut = {
    linear: new Float32Array(tickets.length * classes), phrases: new Float32Array(tickets.length * classes), labels: Uint16Array.from(tickets, ({ label }) => label),
  };
  for (const [at, { words }] of tickets.entries()) {
    all.linear.set(linearScores(linear, vectorOf(countTerms(words), vocabulary)), at * classes);
    all.phrases.set(phraseScores(phrases, words), at * classes);
    if (at % TICKETS_A_STEP === 0) yield 0;
  }
  return all;
}

function joined(parts: readonly HeldOut[]): HeldOut {
  const numbers = (key: 'linear' | 'phrases'): Float32Array => {
    const all = new Float32Array(parts.reduce((sum, part) => sum + part[key].length, 0));
    parts.reduce((from, part) => (all.set(part[key], from), from + part[key].length), 0);
    return all;
  };
  return { linear: numbers('linear'), phrases: numbers('phrases'), labels: Uint16Array.from(parts.flatMap((part) => [...part.labels])) };
}

function judge(pool: Pool, { linear, phrases, labels }: HeldOut, classes: number): Judged[] {
  return Array.from(labels, (label, at) => {
    const likelihoods = pooled(pool, linear.subarray(at * classes, (at + 1) * classes), phrases.subarray(at * classes, (at + 1) * classes));
    const confidence = likelihoods.reduce((best, value) => Math.max(best, value), 0);
    return { confidence, isRight: likelihoods[label] === confidence };
  });
}
