import { createChance, shuffle, type Chance } from './chance';
import { findTrainingProblem, fingerprintOf, labelsOf, type LabelledTicket } from './examples';
import type { ClassifierModel } from './model';
import { fitPool, pooled, VOICES, type HeldOut, type Pool, type Scores } from './pool';
import { accuracyOf, calibrationErrorOf, reachOf, type Judged } from './quality';
import { scoresOf, type Scorer } from './scores';
import { TRAINING_SETTINGS, trainScorer, within, type Ticket, type TrainingSettings } from './train-scorer';
import { ticketWords } from './words';

/** The promised accuracy is kept in five of six cases, not in every second one. */
const PROOF = 1;
/** A decision that is said to be less likely than not convinces nobody, however often such ones were right. */
const LEAST_THRESHOLD = 0.5;
const FOLDS = 5;
/** With so many tickets one fold held back says enough. */
const ENOUGH_FOR_ONE_FOLD = 10_000;
const TICKETS_A_STEP = 50;

/** What became of one ticket while it was held back from what was learned. */
export interface HeldOutGuess {
  /** Its place among the tickets. */
  readonly at: number;
  readonly isRight: boolean;
}

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
    const scorer = yield* within(fold / whole, 1 / whole, trainScorer(tickets.filter((_ticket, at) => folds[at] !== fold), labels.length, settings));
    parts.push(yield* within((fold + 1) / whole, 0, hold(scorer, tickets.filter((_ticket, at) => folds[at] === fold), labels.length)));
  }
  const heldOut = joined(parts);
  const pool = yield* within(rounds / whole, 0, fitPool(heldOut, labels.length));
  const judged = judge(pool, heldOut);
  const places = Array.from({ length: rounds }, (_unused, fold) => [...folds.keys()].filter((at) => folds[at] === fold)).flat();
  onHeldOut?.(judged.map(({ isRight }, index) => ({ at: places[index] as number, isRight })));
  const { threshold, coverage } = reachOf(judged, PROOF, LEAST_THRESHOLD);
  const scorer = yield* within(rounds / whole, 1 / whole, trainScorer(tickets, labels.length, settings));
  return {
    ...scorer, labels, pool, threshold,
    training: {
      tickets: tickets.length, fingerprint: fingerprintOf(examples),
      heldOut: { tickets: judged.length, accuracy: accuracyOf(judged), calibrationError: calibrationErrorOf(judged), coverage },
    },
  };
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

/** What a model scores for tickets that it has not seen. */
function* hold(scorer: Scorer, tickets: readonly Ticket[], classes: number): Generator<number, HeldOut> {
  const room = (): Float32Array => new Float32Array(tickets.length * classes);
  const all: HeldOut = { linear: room(), phrases: room(), reader: room(), labels: Uint16Array.from(tickets, ({ label }) => label) };
  for (const [at, { words }] of tickets.entries()) {
    const scores = scoresOf(scorer, words);
    for (const voice of VOICES) all[voice].set(scores[voice], at * classes);
    if (at % TICKETS_A_STEP === 0) yield 0;
  }
  return all;
}

function joined(parts: readonly HeldOut[]): HeldOut {
  const numbers = (voice: keyof Scores): Float32Array => {
    const all = new Float32Array(parts.reduce((sum, part) => sum + part[voice].length, 0));
    parts.reduce((from, part) => (all.set(part[voice], from), from + part[voice].length), 0);
    return all;
  };
  return { linear: numbers('linear'), phrases: numbers('phrases'), reader: numbers('reader'), labels: Uint16Array.from(parts.flatMap((part) => [...part.labels])) };
}

function judge(pool: Pool, heldOut: HeldOut): Judged[] {
  return Array.from(heldOut.labels, (label, at) => {
    const likelihoods = pooled(pool, heldOut, at);
    const confidence = likelihoods.reduce((best, value) => Math.max(best, value), 0);
    return { confidence, isRight: likelihoods[label] === confidence };
  });
}
