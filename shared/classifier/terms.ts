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

/**
 * FNV-1a over UTF-16 units, then stirred: neighbors must not end up beside each other. A signed number: JavaScript engines keep an
 * unsigned one above 2^31 as an object of its own.
 */
function hashOf(text: string, from: number, to: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
}

const ofKind = (hash: number, kind: number): number => (hash & ~KIND_BITS) | kind;

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
  /**
   * Where each term is: pairs of a term and its place, 0 for none, beginning where the highest bits of the term say. An array, as
   * a map of so many takes three times as long to ask (measured): its entries are all over the memory.
   */
  readonly index: Int32Array;
  /** How far a term is shifted to tell where its pair begins. */
  readonly shift: number;
}

export const RARITY_STEPS = 16;

const TERMS_A_STEP = 20_000;

/** Yields now and then: hundreds of thousands of terms take a while to enter. */
export function* vocabularyInSteps(terms: Uint32Array, rarity: Uint8Array): Generator<number, Vocabulary> {
  const bits = Math.ceil(Math.log2(terms.length + 1)) + 1;
  const [shift, index] = [32 - bits, new Int32Array(2 ** bits * 2)];
  for (let place = 0; place < terms.length; place += 1) {
    const at = pairOf(index, shift, (terms[place] as number) | 0);
    index[at] = terms[place] as number;
    index[at + 1] = place + 1;
    if (place % TERMS_A_STEP === 0) yield 0;
  }
  return { terms, rarity, index, shift };
}

/** Where the pair of a term is, or the first empty one where it would be; at least half of all pairs are empty. */
function pairOf(index: Int32Array, shift: number, term: number): number {
  let at = (term >>> shift) * 2;
  while (index[at + 1] !== 0 && index[at] !== term) at = (at + 2) % index.length;
  return at;
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
    const idf = Math.log((tickets + 1) / ((ticketsWith.get(term | 0) ?? 0) + 1)) + 1;
    return Math.min(255, Math.round(idf * RARITY_STEPS));
  });
  return yield* vocabularyInSteps(known, rarity);
}

/** The ticket as a vector of length 1 (TF-IDF, sublinear); empty when none of its terms is known. */
export function vectorOf(counts: ReadonlyMap<number, number>, { index, shift, rarity }: Vocabulary): SparseVector {
  const places = new Uint32Array(counts.size);
  const values = new Float64Array(counts.size);
  const kinds = new Uint8Array(counts.size);
  const squares = new Float64Array(KIND_WEIGHTS.length);
  let known = 0;
  for (const [term, count] of counts) {
    const place = (index[pairOf(index, shift, term) + 1] as number) - 1;
    if (place < 0) continue;
    const value = (count === 1 ? 1 : 1 + Math.log(count)) * ((rarity[place] as number) / RARITY_STEPS);
    const kind = term & KIND_BITS;
    squares[kind] = (squares[kind] as number) + value * value;
    places[known] = place;
    values[known] = value;
    kinds[known] = kind;
    known += 1;
  }
  const total = Math.sqrt(KIND_WEIGHTS.reduce((sum, weight, kind) => sum + ((squares[kind] as number) > 0 ? weight ** 2 : 0), 0));
  const factors = squares.map((square, kind) => (square > 0 ? (KIND_WEIGHTS[kind] as number) / Math.sqrt(square) / total : 0));
  for (let at = 0; at < known; at += 1) values[at] = (values[at] as number) * (factors[kinds[at] as number] as number);
  return { places: places.slice(0, known), values: new Float32Array(values.subarray(0, known)) };
}
