import { once } from './once';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}+]*/gu;
/** Shorter words take no ending: they are too easily part of others. */
const SHORTEST_WITH_ENDING = 4;
const LONGEST_ENDING = 2;
/** Phrases that are looked for by the thousand have at most so many words. */
export const MAX_PHRASE_WORDS = 4;

/** In lower case and without accents. */
export const plainLetters = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** Words in lower case without accents: how words of rules, of categories and of texts are compared. */
export function wordsOf(text: string): readonly string[] {
  return plainLetters(text).match(WORD) ?? [];
}

/** The same as one text, one blank between them. */
export const plainWords = (text: string): string => wordsOf(text).join(' ');

/** Whatever a word may be an ended form of, itself first: "printers" may be "printer". */
function stemsOf(word: string): readonly string[] {
  const stems = [word];
  for (let cut = 1; cut <= LONGEST_ENDING && word.length - cut >= SHORTEST_WITH_ENDING; cut += 1) stems.push(word.slice(0, -cut));
  return stems;
}

/** Tells whether a phrase occurs in a text, its last word possibly with an ending. Both as `wordsOf` gives them. */
export function phraseFinder(words: readonly string[]): (phrase: readonly string[]) => boolean {
  const starts = new Map<string, number[]>();
  // Whatever the word may be an ended form of leads to it, so that a phrase is looked up and not searched for.
  words.forEach((word, index) => {
    for (const stem of stemsOf(word)) starts.set(stem, [...(starts.get(stem) ?? []), index]);
  });
  return (phrase) => {
    const last = phrase.length - 1;
    return (starts.get(phrase[0] ?? '') ?? []).some((start) =>
      phrase.every((part, offset) => {
        const word = words[start + offset] ?? '';
        return offset === last ? stemsOf(word).includes(part) : word === part;
      }),
    );
  };
}

/** First words of the phrases of a vocabulary: nothing that begins otherwise has to be looked at. */
const firstWords = once((vocabulary: ReadonlySet<string>): ReadonlySet<string> => new Set([...vocabulary].map((phrase) => phrase.split(' ', 1)[0] ?? '')));

/**
 * Those words and phrases of a vocabulary that a text has, by the same rule: whole words, the last one possibly with an ending.
 * Takes time in proportion to the text, not to the vocabulary, whose phrases are as `plainWords` gives them.
 */
export function wordsFound(text: string, vocabulary: ReadonlySet<string>): readonly string[] {
  if (vocabulary.size === 0) return [];
  const first = firstWords(vocabulary);
  const words = wordsOf(text);
  const found = new Set<string>();
  for (const [start, word] of words.entries()) {
    if (!stemsOf(word).some((stem) => first.has(stem))) continue;
    for (let length = 1; length <= MAX_PHRASE_WORDS && start + length <= words.length; length += 1) {
      const before = words.slice(start, start + length - 1);
      for (const stem of stemsOf(words[start + length - 1] as string)) {
        const phrase = [...before, stem].join(' ');
        if (vocabulary.has(phrase)) found.add(phrase);
      }
    }
  }
  return [...found];
}
