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
  | { readonly how: 'likeliest'; readonly likeliest: readonly [CategoryGuess, ...CategoryGuess[]]; readonly model: Opinionated }
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
/** Nobody is asked about what is that unlikely. */
const LEAST_CONFIDENCE = 0.05;

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

/** What is asked about: guesses of the classifier and hits of words in turn, none twice. */
function likeliestOf(directory: Directory, guesses: readonly CategoryGuess[], words: readonly string[]): readonly CategoryGuess[] {
  const exact = guesses.map((guess) => refined(directory, guess, words));
  const inTurn = exact.flatMap((guess, at) => [guess, ...(words[at] ? [{ categoryId: words[at] }] : [])]);
  const all = [...inTurn, ...words.slice(exact.length).map((categoryId) => ({ categoryId }))];
  return all.filter(({ categoryId }, at) => all.findIndex((other) => other.categoryId === categoryId) === at).slice(0, SHOWN);
}

/**
 * The category of a text, in one place: the organization's own classifier decides where it is sure; else the shipped one, unless
 * the organization's own keywords point somewhere else, for it learned from the tickets of another company. Keywords make a
 * decision exact (a subcategory), and stand in where no classifier can read the text. In all other cases somebody is asked.
 */
export function findCategory(directory: Directory, text: string): CategoryFinding {
  const mode = directory.settings().classifier ?? 'decide';
  const words = suggestCategories(directory, text).map(({ categoryId }) => categoryId);
  const [best] = words;
  const found = mode === 'off' ? [] : opinions(directory, text);
  const contradicts = ({ model, guesses }: Opinion): boolean => model === 'shipped' && best !== undefined && !words.some((id) => isWithin(directory, id, guesses[0].categoryId));
  const sure = mode === 'decide' ? found.find((opinion) => opinion.isSure && !contradicts(opinion)) : undefined;
  if (sure) {
    const [guess] = sure.guesses;
    return { how: 'sure', categoryId: refined(directory, guess, words).categoryId, confidence: guess.confidence, model: sure.model };
  }
  const [opinion] = found;
  const agree = opinion && isWithin(directory, best, opinion.guesses[0].categoryId);
  if (best && (!opinion || (mode === 'decide' && agree))) return { how: 'words', categoryId: best };
  if (!opinion) return { how: 'nothing' };
  return { how: 'likeliest', likeliest: likeliestOf(directory, opinion.guesses, words) as [CategoryGuess, ...CategoryGuess[]], model: opinion.model };
}

/** What a ticket keeps of a finding when it is filed with a category. */
export function foundFor(finding: CategoryFinding, categoryId: string | undefined): FoundCategory | undefined {
  if (finding.how === 'nothing') return undefined;
  if (finding.how !== 'likeliest') return finding;
  const { how, likeliest, model } = finding;
  return { how, model, ...(likeliest.find((guess) => guess.categoryId === categoryId) ?? likeliest[0]) };
}
