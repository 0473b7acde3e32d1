import type { ClassifierModel } from './model';
import { pooled } from './pool';
import { scoresOf } from './scores';
import { ticketWords } from './words';

export interface Guess {
  readonly label: string;
  /** 0 to 1: of 100 guesses with 0.8, about 80 are right. */
  readonly confidence: number;
}

export interface Classification extends Guess {
  /** The likeliest labels, at most three, best first; the first is the guess itself. */
  readonly likeliest: readonly Guess[];
  /** The model knows enough of its words to have an opinion at all. */
  readonly isReadable: boolean;
  /** Sure enough to decide without asking: at or above the threshold of the model, on a text that it can read. */
  readonly isSure: boolean;
}

const SHOWN = 3;
/** A text of which the model knows less is in another language or about something else, whatever it scores. */
const KNOWN_WORDS = 2;
const KNOWN_SHARE = 0.25;

/** How likely each label of the model is, in the order of its labels. */
export function likelihoodsOf(model: ClassifierModel, words: readonly string[]): Float32Array {
  return pooled(model.pool, scoresOf(model, words));
}

/** The category of a ticket from its text: title first, then what was written, as one text. Any text is allowed. */
export function classify(model: ClassifierModel, text: string): Classification {
  const words = ticketWords(text);
  const likelihoods = likelihoodsOf(model, words);
  const guesses = model.labels.map((label, at): Guess => ({ label, confidence: likelihoods[at] as number }));
  const likeliest = guesses.sort((left, right) => right.confidence - left.confidence).slice(0, SHOWN);
  const [best] = likeliest as [Guess, ...Guess[]];
  const known = words.filter((word) => model.phrases[0]?.rowOf.has(word)).length;
  const isReadable = known >= KNOWN_WORDS && known >= words.length * KNOWN_SHARE;
  return { ...best, likeliest, isReadable, isSure: isReadable && model.threshold !== undefined && best.confidence >= model.threshold };
}
