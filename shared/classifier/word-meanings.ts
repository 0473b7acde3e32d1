import { move, moveAll, type Learned } from './adam';

/**
 * What words say to the gates of a reader while it learns: each word has a few numbers, its meaning, and one matrix makes of
 * them what it says to all gates. So words that are used alike end up alike, which a table with a row for each word does not
 * learn (measured, docs/classifier.md). Only in the end both are multiplied out into the table that a reader has.
 */
export interface WordMeanings {
  /** For every word its meaning. */
  readonly meanings: Learned;
  /** For every number of a meaning what it says to each gate. */
  readonly voice: Learned;
  /** Gates of both directions. */
  readonly gates: number;
  /** How many numbers a meaning has, a multiple of four. */
  readonly depth: number;
}

/** Numbers of a meaning that are in use for a batch, as many as a multiple of four, and how much more they count for those left out. */
export interface InUse {
  readonly places: Uint32Array;
  readonly stronger: number;
}

/** What one word says to all gates, into `inputs` from a place on. */
export function say({ meanings, voice, gates, depth }: WordMeanings, word: number, { places, stronger }: InUse, inputs: Float32Array, to: number): void {
  inputs.fill(0, to, to + gates);
  const said = voice.values;
  for (let index = 0; index < places.length; index += 4) {
    const [one, two, three, four] = rowsAt(places, index, gates);
    const [first, second, third, fourth] = numbersAt(meanings.values, word * depth, places, index, stronger);
    for (let gate = 0; gate < gates; gate += 1) {
      inputs[to + gate] = (inputs[to + gate] as number) + first * (said[one + gate] as number) + second * (said[two + gate] as number)
        + third * (said[three + gate] as number) + fourth * (said[four + gate] as number);
    }
  }
}

/** From the slopes of what a word said to those of its meaning and of the matrix. */
export function sayBack({ meanings, voice, gates, depth }: WordMeanings, word: number, { places, stronger }: InUse, inputSlopes: Float32Array, from: number): void {
  const [said, slopes] = [voice.values, voice.slopes];
  for (let index = 0; index < places.length; index += 4) {
    const [one, two, three, four] = rowsAt(places, index, gates);
    const [first, second, third, fourth] = numbersAt(meanings.values, word * depth, places, index, stronger);
    let [ofFirst, ofSecond, ofThird, ofFourth] = [0, 0, 0, 0];
    for (let gate = 0; gate < gates; gate += 1) {
      const slope = inputSlopes[from + gate] as number;
      ofFirst += slope * (said[one + gate] as number);
      ofSecond += slope * (said[two + gate] as number);
      ofThird += slope * (said[three + gate] as number);
      ofFourth += slope * (said[four + gate] as number);
      slopes[one + gate] = (slopes[one + gate] as number) + slope * first;
      slopes[two + gate] = (slopes[two + gate] as number) + slope * second;
      slopes[three + gate] = (slopes[three + gate] as number) + slope * third;
      slopes[four + gate] = (slopes[four + gate] as number) + slope * fourth;
    }
    [ofFirst, ofSecond, ofThird, ofFourth].forEach((slope, next) => (meanings.slopes[word * depth + (places[index + next] as number)] = slope * stronger));
  }
}

const rowsAt = (places: Uint32Array, index: number, gates: number): [number, number, number, number] =>
  [(places[index] as number) * gates, (places[index + 1] as number) * gates, (places[index + 2] as number) * gates, (places[index + 3] as number) * gates];

const numbersAt = (meanings: Float32Array, first: number, places: Uint32Array, index: number, stronger: number): [number, number, number, number] => [
  stronger * (meanings[first + (places[index] as number)] as number), stronger * (meanings[first + (places[index + 1] as number)] as number),
  stronger * (meanings[first + (places[index + 2] as number)] as number), stronger * (meanings[first + (places[index + 3] as number)] as number),
];

/** Moves the meanings of the words that occurred, and the matrix. */
export function moveMeanings({ meanings, voice, depth }: WordMeanings, words: readonly number[], rate: number): void {
  for (const word of words) for (let at = word * depth; at < (word + 1) * depth; at += 1) move(meanings, at, rate);
  moveAll(voice, rate);
}
