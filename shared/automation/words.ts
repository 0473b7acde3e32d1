const WORD = /[\p{L}\p{N}]+/gu;
/** Phrases that rules look for have at most so many words. */
export const MAX_PHRASE_WORDS = 4;

/** Words in lower case without accents, one blank between them: how words of rules and of texts are compared. */
export function plainWords(text: string): string {
  return (text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').match(WORD) ?? []).join(' ');
}

/** Those words and phrases of a vocabulary that a text has. Takes time in proportion to the text, not to the vocabulary. */
export function wordsFound(text: string, vocabulary: ReadonlySet<string>): readonly string[] {
  if (vocabulary.size === 0) return [];
  const words = plainWords(text).split(' ');
  const found = new Set<string>();
  for (let start = 0; start < words.length; start += 1) {
    let phrase = '';
    for (let length = 0; length < MAX_PHRASE_WORDS && start + length < words.length; length += 1) {
      phrase = length === 0 ? (words[start] as string) : `${phrase} ${words[start + length] as string}`;
      if (vocabulary.has(phrase)) found.add(phrase);
    }
  }
  return [...found];
}
