const WORD = /[\p{L}\p{N}][\p{L}\p{N}+.-]*/gu;
/** Shorter words take no ending: they are too easily part of others. */
const SHORTEST_WITH_ENDING = 4;
const LONGEST_ENDING = 2;

/** Words in lower case without accents. */
export function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').match(WORD) ?? []).map((word) => word.replace(/[.-]+$/, ''));
}

/** Is it this word, or the word with an ending ("printers" for "printer")? */
const isEndedWord = (word: string, part: string): boolean =>
  word === part || (part.length >= SHORTEST_WITH_ENDING && word.startsWith(part) && word.length - part.length <= LONGEST_ENDING);

/** Tells whether a phrase occurs in a text, its last word possibly with an ending. Both as `wordsOf` gives them. */
export function phraseFinder(words: readonly string[]): (phrase: readonly string[]) => boolean {
  const starts = new Map<string, number[]>();
  words.forEach((word, index) => {
    // Whatever the word may be an ended form of leads to it, so that a phrase is looked up and not searched for.
    for (let cut = 0; cut <= LONGEST_ENDING; cut += 1) {
      const start = word.slice(0, word.length - cut);
      if (cut > 0 && start.length < SHORTEST_WITH_ENDING) break;
      starts.set(start, [...(starts.get(start) ?? []), index]);
    }
  });
  return (phrase) => {
    const last = phrase.length - 1;
    const [first] = phrase;
    if (first === undefined) return false;
    return (starts.get(first) ?? []).some((start) =>
      phrase.every((part, offset) => {
        const word = words[start + offset] ?? '';
        return offset === last ? isEndedWord(word, part) : word === part;
      }),
    );
  };
}
