import type { Category, Directory } from '../catalog';
import { once, phraseFinder, wordsOf } from '../kernel';

interface Phrase {
  readonly words: readonly string[];
  readonly categoryId: string;
}

/** Every change of a category makes a new entry. */
const phrasesOf = once((entry: Category): readonly Phrase[] => {
  const texts = [entry.name, entry.nameDe ?? '', ...(entry.keywords ?? '').split(',')];
  return texts.map((text) => ({ words: wordsOf(text), categoryId: entry.id })).filter((phrase) => phrase.words.length > 0);
});

export interface CategorySuggestion {
  readonly categoryId: string;
  /** Higher is surer; comparable within one call only. */
  readonly score: number;
}

/**
 * Categories whose names and keywords occur in the text, best first. Longer phrases and subcategories weigh more: "shared
 * mailbox" beats "mailbox".
 */
export function suggestCategories(directory: Directory, text: string): readonly CategorySuggestion[] {
  const occurs = phraseFinder(wordsOf(text).slice(0, 400));
  const scores = new Map<string, number>();
  for (const entry of directory.categories()) {
    if (entry.retired) continue;
    const hits = phrasesOf(entry).filter((phrase) => occurs(phrase.words));
    if (hits.length === 0) continue;
    const score = hits.reduce((sum, phrase) => sum + phrase.words.length ** 2, 0) + (entry.parentId ? 0.5 : 0);
    scores.set(entry.id, score);
  }
  return [...scores]
    .map(([categoryId, score]) => ({ categoryId, score }))
    .sort((left, right) => right.score - left.score || (left.categoryId < right.categoryId ? -1 : 1));
}
