/** More than this many letters of a text are not looked at: what a ticket is about stands at its beginning. */
const MAX_CHARS = 20_000;
const MAX_WORDS = 300;
/** A longer run of letters is no word: a key, an encoded file, a script without blanks. Its beginning is kept. */
const MAX_WORD_CHARS = 40;

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The words of a ticket as the classifier sees them: lower case, without accents, punctuation and quotes. Any input is allowed;
 * at most 300 words of its first 20,000 characters are taken, so that the longest mail costs no more than a long ticket.
 */
export function ticketWords(text: string): readonly string[] {
  const plain = text.slice(0, MAX_CHARS).toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const words: string[] = [];
  for (const [word] of plain.matchAll(WORD)) {
    words.push(word.slice(0, MAX_WORD_CHARS));
    if (words.length === MAX_WORDS) break;
  }
  return words;
}
