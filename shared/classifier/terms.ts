/** What a linear model sees of a ticket. Each kind is weighed on its own, so that many letters do not drown few words. */
export const KINDS = { word: 0, pair: 1, title: 2, letters: 3 } as const;
/** How much each kind counts beside the others: words and pairs in full, the rest less (measured, docs/classifier.md). */
const KIND_WEIGHTS = [1, 1, 0.5, 1] as const;

/** The first words of a ticket are its title in most tools. */
const TITLE_WORDS = 6;
const SHORTEST_RUN = 3;
const LONGEST_RUN = 5;
const KIND_BITS = 3;

/** A sparse vector: places in the vocabulary and the values there. */
export interface SparseVector {
  readonly places: Uint32Array;
  readonly values: Float32Array;
}

/** FNV-1a over UTF-16 units, then stirred: neighbors must not end up beside each other. */
function hashOf(text: string, from: number, to: number, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash >>> 0;
}

const ofKind = (hash: number, kind: number): number => ((hash & ~KIND_BITS) | kind) >>> 0;

/**
 * The terms of a ticket and how often each occurs: words, neighboring words, words of the title, and runs of three to five
 * letters within a word, which carry inflections, compounds and typing errors. A term is a 32-bit hash whose last two bits are
 * its kind; at the sizes of a service desk hardly any two share one.
 */
export function countTerms(words: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (term: number): void => void counts.set(term, (counts.get(term) ?? 0) + 1);
  let before = 0;
  words.forEach((word, at) => {
    const hash = hashOf(word, 0, word.length, 1);
    add(ofKind(hash, KINDS.word));
    if (at > 0) add(ofKind(Math.imul(before, 31) + Math.imul(hash, 0x9e3779b1), KINDS.pair));
    if (at < TITLE_WORDS) add(ofKind(Math.imul(hash, 0x85ebca6b), KINDS.title));
    before = hash;
    const padded = ` ${word} `;
    for (let length = SHORTEST_RUN; length <= LONGEST_RUN; length += 1) {
      for (let from = 0; from + length <= padded.length; from += 1) add(ofKind(hashOf(padded, from, from + length, length), KINDS.letters));
    }
  });
  return counts;
}

/** Which terms a model knows, and how rare each of them is. */
export interface Vocabulary {
  /** Sorted, so that a model file is the same whatever the order of its tickets. */
  readonly terms: Uint32Array;
  /** Inverse document frequency in steps of 1/16. */
  readonly rarity: Uint8Array;
  readonly placeOf: ReadonlyMap<number, number>;
}

export const RARITY_STEPS = 16;

const TERMS_A_STEP = 20_000;

/** Yields now and then: hundreds of thousands of terms take a while to enter. */
export function* vocabularyInSteps(terms: Uint32Array, rarity: Uint8Array): Generator<number, Vocabulary> {
  const placeOf = new Map<number, number>();
  for (let place = 0; place < terms.length; place += 1) {
    placeOf.set(terms[place] as number, place);
    if (place % TERMS_A_STEP === 0) yield 0;
  }
  return { terms, rarity, placeOf };
}

/** Terms that occur in at least `minTickets` tickets. Yields now and then, for most terms occur once and are many. */
export function* vocabularyOf(ticketsWith: ReadonlyMap<number, number>, tickets: number, minTickets: number): Generator<number, Vocabulary> {
  const frequent: number[] = [];
  let seen = 0;
  for (const [term, count] of ticketsWith) {
    if (count >= minTickets) frequent.push(term);
    seen += 1;
    if (seen % TERMS_A_STEP === 0) yield 0;
  }
  const known = Uint32Array.from(frequent).sort();
  const rarity = Uint8Array.from(known, (term) => {
    const idf = Math.log((tickets + 1) / ((ticketsWith.get(term) ?? 0) + 1)) + 1;
    return Math.min(255, Math.round(idf * RARITY_STEPS));
  });
  return yield* vocabularyInSteps(known, rarity);
}

/** The ticket as a vector of length 1 (TF-IDF, sublinear); empty when none of its terms is known. */
export function vectorOf(counts: ReadonlyMap<number, number>, vocabulary: Vocabulary): SparseVector {
  const places: number[] = [];
  const values: number[] = [];
  const kinds: number[] = [];
  const squares = [0, 0, 0, 0];
  for (const [term, count] of counts) {
    const place = vocabulary.placeOf.get(term);
    if (place === undefined) continue;
    const value = (count === 1 ? 1 : 1 + Math.log(count)) * ((vocabulary.rarity[place] as number) / RARITY_STEPS);
    const kind = term & KIND_BITS;
    squares[kind] = (squares[kind] as number) + value * value;
    places.push(place);
    values.push(value);
    kinds.push(kind);
  }
  const total = Math.sqrt(squares.reduce((sum, square, kind) => sum + (square > 0 ? (KIND_WEIGHTS[kind] as number) ** 2 : 0), 0));
  const factors = squares.map((square, kind) => (square > 0 ? (KIND_WEIGHTS[kind] as number) / Math.sqrt(square) / total : 0));
  return { places: Uint32Array.from(places), values: Float32Array.from(values, (value, index) => value * (factors[kinds[index] as number] as number)) };
}
