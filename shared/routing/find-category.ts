import type { Directory } from '../catalog';
import type { Topic } from '../catalog/catalog-schema';
import { classify, type ClassifierModel } from '../classifier';
import { suggestCategories } from './suggest-category';

export interface CategoryGuess {
  readonly categoryId: string;
  /** 0 to 1, of a classifier; absent: words of the category occur in the text. */
  readonly confidence?: number;
}

/** Whose opinion it was: learned from the organization's own tickets, or shipped with Bellhop. */
type Opinionated = 'own' | 'shipped';

/** What a text is about, and how that came about. */
export type CategoryFinding =
  /** A classifier is sure enough to decide. */
  | { readonly how: 'sure'; readonly categoryId: string; readonly confidence: number; readonly model: Opinionated }
  /** Somebody has to say which of these it is; at most three, likeliest first. */
  | { readonly how: 'likeliest'; readonly likeliest: readonly [CategoryGuess, ...CategoryGuess[]] }
  /** Only words of the category speak for it. */
  | { readonly how: 'words'; readonly categoryId: string }
  | { readonly how: 'nothing' };

/** What a ticket keeps of how its category was found, to tell it and to learn from it. */
export interface FoundCategory {
  readonly how: 'sure' | 'likeliest' | 'words';
  /** What was found: what somebody chose instead stands in the ticket. */
  readonly categoryId: string;
  readonly confidence?: number;
  readonly model?: Opinionated;
}

interface Opinion {
  readonly model: Opinionated;
  readonly guesses: readonly [Required<CategoryGuess>, ...Required<CategoryGuess>[]];
  readonly isSure: boolean;
}

const SHOWN = 3;
/** Nobody is asked about what is less likely. */
const LEAST_CONFIDENCE = 0.1;
/** A guess that is less likely than not is asked about after what the words say. */
const MORE_LIKELY_THAN_NOT = 0.5;

/** What the shipped model calls its topics. */
const TOPIC_OF_LABEL: Readonly<Record<string, Topic>> = {
  Access: 'access', 'Administrative rights': 'administrativeRights', Hardware: 'hardware', 'HR Support': 'hrSupport', 'Internal Project': 'internalProject',
  Miscellaneous: 'miscellaneous', Purchase: 'purchase', Storage: 'storage',
};

/** The topic behind a label of the shipped model. */
const topicOf = (label: string): Topic | undefined => TOPIC_OF_LABEL[label];

const isOffered = (directory: Directory, id: string): boolean => directory.category(id)?.retired === false;

/** Is a category another one, or below it? */
function isWithin(directory: Directory, id: string | undefined, aboveId: string): boolean {
  return id !== undefined && (id === aboveId || directory.category(id)?.parentId === aboveId);
}

function opinionOf(model: Opinionated, classifier: ClassifierModel | undefined, text: string, categoriesOf: (label: string) => readonly string[]): Opinion | undefined {
  if (!classifier) return undefined;
  const { likeliest, isReadable, isSure } = classify(classifier, text);
  if (!isReadable) return undefined;
  const mapped = likeliest.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE).map(({ label, confidence }) => ({ ids: categoriesOf(label), confidence }));
  const [first, ...others] = mapped.flatMap(({ ids, confidence }) => ids.map((categoryId) => ({ categoryId, confidence })));
  // A topic that stands for nothing here, or for several categories, decides nothing.
  return first && { model, guesses: [first, ...others], isSure: isSure && mapped[0]?.ids.length === 1 };
}

function opinions(directory: Directory, text: string): readonly Opinion[] {
  const { own, shipped } = directory.categoryModels();
  const known = [...directory.categories()].filter(({ topic, retired }) => topic && !retired);
  const found = [
    opinionOf('own', own, text, (label) => (isOffered(directory, label) ? [label] : [])),
    // Without any category that stands for a topic the shipped model has nothing to say.
    known.length > 0 ? opinionOf('shipped', shipped, text, (label) => known.filter(({ topic }) => topic === topicOf(label)).map(({ id }) => id)) : undefined,
  ];
  return found.filter((opinion) => opinion !== undefined);
}

/** A guess made exact by the words: the best category below it that they speak for. */
const refined = (directory: Directory, { categoryId, ...guess }: CategoryGuess, words: readonly string[]): CategoryGuess =>
  ({ ...guess, categoryId: words.find((id) => isWithin(directory, id, categoryId)) ?? categoryId });

/** Without what comes up again further on. */
const distinct = (guesses: readonly CategoryGuess[]): readonly CategoryGuess[] =>
  guesses.filter(({ categoryId }, at) => guesses.findIndex((other) => other.categoryId === categoryId) === at);

/** What is asked about: guesses and hits of words in turn, the guesses first if the best of them is more likely than not. */
function likeliestOf(guesses: readonly CategoryGuess[], words: readonly string[]): readonly CategoryGuess[] {
  const hits = words.map((categoryId): CategoryGuess => guesses.find((guess) => guess.categoryId === categoryId) ?? { categoryId });
  const [first, second] = (guesses[0]?.confidence ?? 0) >= MORE_LIKELY_THAN_NOT ? [guesses, hits] : [hits, guesses];
  const inTurn = Array.from({ length: SHOWN }, (_unused, at) => [first[at], second[at]].filter((guess) => guess !== undefined)).flat();
  return distinct(inTurn).slice(0, SHOWN);
}

/**
 * The category of a text, in one place. The organization's own classifier decides where it is sure; else the shipped one, unless
 * the organization's keywords point somewhere else, for it learned from the tickets of another company. Keywords make a decision
 * exact (a subcategory), and stand in where no classifier is sure and none of the organization's own contradicts. In all other
 * cases somebody is asked.
 */
export function findCategory(directory: Directory, text: string): CategoryFinding {
  const mode = directory.settings().classifier ?? 'decide';
  const words = suggestCategories(directory, text).map(({ categoryId }) => categoryId);
  const [best] = words;
  const found = mode === 'off' ? [] : opinions(directory, text);
  const sure = mode === 'decide' ? found.find(({ model, guesses, isSure }) => isSure && (model === 'own' || !best || isWithin(directory, best, guesses[0].categoryId))) : undefined;
  if (sure) {
    const [guess] = sure.guesses;
    return { how: 'sure', categoryId: refined(directory, guess, words).categoryId, confidence: guess.confidence, model: sure.model };
  }
  // What the shipped one only supposes counts less than a keyword.
  const heard = found.filter(({ model, isSure }) => model === 'own' || isSure || !best).flatMap(({ guesses }) => guesses);
  const guesses = [...heard].sort((left, right) => right.confidence - left.confidence);
  const agrees = mode === 'decide' && guesses[0] !== undefined && isWithin(directory, best, guesses[0].categoryId);
  if (best && (guesses.length === 0 || agrees)) return { how: 'words', categoryId: best };
  if (guesses.length === 0) return { how: 'nothing' };
  const exact = distinct(guesses.map((guess) => refined(directory, guess, words)));
  return { how: 'likeliest', likeliest: likeliestOf(exact, words) as [CategoryGuess, ...CategoryGuess[]] };
}

/** What a ticket keeps of a finding when it is filed with a category. */
export function foundFor(finding: CategoryFinding, categoryId: string | undefined): FoundCategory | undefined {
  if (finding.how === 'nothing') return undefined;
  if (finding.how !== 'likeliest') return finding;
  const { how, likeliest } = finding;
  return { how, ...(likeliest.find((guess) => guess.categoryId === categoryId) ?? likeliest[0]) };
}
