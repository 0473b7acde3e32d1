const WORD = /[\p{L}\p{N}]+/gu;
/** Phrases that rules look for have at most so many words. */
export const MAX_PHRASE_WORDS = 4;

/** Words in lower case without accents, one blank between them: how words of rules and of texts are compared. */
export function plainWords(text: string): string {
  return (text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').match(WORD) ?? []).join(' ');
}

const beginnings = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** First words of the phrases of a vocabulary: nothing that begins otherwise has to be looked at. */
function firstWords(vocabulary: ReadonlySet<string>): ReadonlySet<string> {
  let known = beginnings.get(vocabulary);
  if (!known) beginnings.set(vocabulary, (known = new Set([...vocabulary].map((phrase) => phrase.split(' ', 1)[0] ?? ''))));
  return known;
}

/** Those words and phrases of a vocabulary that a text has. Takes time in proportion to the text, not to the vocabulary. */
export function wordsFound(text: string, vocabulary: ReadonlySet<string>): readonly string[] {
  if (vocabulary.size === 0) return [];
  const first = firstWords(vocabulary);
  const words = plainWords(text).split(' ');
  const found = new Set<string>();
  for (const [start, word] of words.entries()) {
    if (!first.has(word)) continue;
    for (let length = 1; length <= MAX_PHRASE_WORDS && start + length <= words.length; length += 1) {
      const phrase = words.slice(start, start + length).join(' ');
      if (vocabulary.has(phrase)) found.add(phrase);
    }
  }
  return [...found];
}
