// If this fails, the part of the classifier that reads words in their order learns something else than it should, or says something else than it learned.
import { learned, type Learned } from '../../../shared/classifier/adam';
import { createChance, type Chance } from '../../../shared/classifier/chance';
import { MAX_ROWS, rowsOf } from '../../../shared/classifier/phrases';
import { quantizeReader } from '../../../shared/classifier/quantize';
import { DIRECTIONS, GATES, read, readerScores, readingOf, viewsInto, VIEWS, type Reading } from '../../../shared/classifier/reader';
import { goBack, type LearnedMemory } from '../../../shared/classifier/reader-back';
import { trainReader, type LearnedReader, type ReaderSettings } from '../../../shared/classifier/train-reader';
import { say, sayBack, type WordMeanings } from '../../../shared/classifier/word-meanings';

const WIDTH = 8;
const SIZE = DIRECTIONS * GATES * WIDTH;
const NUDGE = 0.001;

const filled = (size: number, spread: number, chance: Chance): Learned => {
  const part = learned(size);
  part.values.forEach((_zero, at) => (part.values[at] = chance.normal() * spread));
  return part;
};

/** How the loss changes with one number, found by changing it a little to both sides. */
function measuredSlope(numbers: Float32Array, at: number, loss: () => number): number {
  const value = numbers[at] as number;
  numbers[at] = value + NUDGE;
  const above = loss();
  numbers[at] = value - NUDGE;
  const below = loss();
  numbers[at] = value;
  return (above - below) / (2 * NUDGE);
}

test('the slopes of a reading are those that are measured by changing its numbers', () => {
  const chance = createChance(4);
  const words = 5;
  const memory: LearnedMemory = { weights: filled(SIZE * WIDTH, 0.5, chance), bias: filled(SIZE, 0.5, chance), recall: filled(DIRECTIONS * WIDTH, 0.5, chance) };
  const inputs = filled(4 * SIZE, 1, chance);
  // A word that occurs twice, as words do.
  const from = Int32Array.from([0, 2, 1, 2, 3], (word) => word * SIZE);
  const reading: Reading = { ...readingOf(WIDTH, 9, inputs.values, from) };
  const [views, highest] = [new Float32Array(VIEWS * DIRECTIONS * WIDTH), new Int32Array(DIRECTIONS * WIDTH)];
  const wanted = filled(views.length, 1, chance).values;
  const loss = (): number => {
    const values = { weights: memory.weights.values, bias: memory.bias.values, recall: memory.recall.values };
    for (let direction = 0; direction < DIRECTIONS; direction += 1) read(reading, values, direction, words);
    viewsInto(views, reading, words, highest);
    return views.reduce((sum, view, at) => sum + view * (wanted[at] as number), 0);
  };
  loss();
  for (let direction = 0; direction < DIRECTIONS; direction += 1) goBack(reading, memory, { slopes: wanted, highest: highest.slice() }, direction, words, inputs.slopes);
  for (const { values, slopes } of [memory.weights, memory.bias, memory.recall, inputs]) {
    for (let at = 0; at < values.length; at += Math.ceil(values.length / 60)) expect(slopes[at]).toBeCloseTo(measuredSlope(values, at, loss), 2);
    expect(Math.max(...slopes.map(Math.abs))).toBeGreaterThan(0.1);
  }
});

test('so are the slopes of the meanings of words', () => {
  const chance = createChance(5);
  const depth = 12;
  const words: WordMeanings = { meanings: filled(3 * depth, 1, chance), voice: filled(depth * SIZE, 1, chance), gates: SIZE, depth };
  const inUse = { places: Uint32Array.from([1, 2, 5, 7, 8, 9, 10, 11]), stronger: 1.5 };
  const inputs = new Float32Array(2 * SIZE);
  const wanted = filled(2 * SIZE, 1, chance).values;
  const loss = (): number => {
    say(words, 2, inUse, inputs, SIZE);
    return inputs.reduce((sum, input, at) => sum + input * (wanted[at] as number), 0);
  };
  loss();
  sayBack(words, 2, inUse, wanted, SIZE);
  for (const { values, slopes } of [words.meanings, words.voice]) {
    for (let at = 0; at < values.length; at += 1) expect(slopes[at]).toBeCloseTo(measuredSlope(values, at, loss), 1);
  }
});

const SETTINGS: ReaderSettings = { width: WIDTH, depth: 8, rounds: 12, leastRead: 0, rate: 0.03, wordsOut: 0.05, meaningsOut: 0.25 };
const WORDS = 12;

/** Each ticket has words 0 and 1 once, apart from each other; which one comes first is what it is about. */
function orderedTickets(count: number, seed: number): { readonly tickets: readonly Int32Array[]; readonly labels: Uint16Array } {
  const chance = createChance(seed);
  const labels = Uint16Array.from({ length: count }, (_unused, at) => at % 2);
  const tickets = Array.from(labels, (label) => {
    const rows = Int32Array.from({ length: 10 }, () => 2 + chance.below(WORDS - 2));
    rows[chance.below(4)] = label;
    rows[6 + chance.below(4)] = 1 - label;
    return rows;
  });
  return { tickets, labels };
}

function taught(seed: number, settings = SETTINGS): LearnedReader {
  const { tickets, labels } = orderedTickets(400, 1);
  const training = trainReader(tickets, labels, { classes: 2, rows: WORDS }, settings, createChance(seed));
  for (;;) {
    const step = training.next();
    if (step.done) return step.value;
  }
}

test('learns what only the order of words tells', () => {
  const reader = quantizeReader(taught(1));
  const { tickets, labels } = orderedTickets(200, 2);
  const right = tickets.filter((rows, at) => {
    const [first, second] = readerScores(reader, rows) as unknown as [number, number];
    return (second > first ? 1 : 0) === labels[at];
  });
  expect(right.length / tickets.length).toBeGreaterThan(0.95);
});

test('the same chance gives the same reader, another one another', () => {
  const short = { ...SETTINGS, rounds: 1 };
  expect(taught(1, short)).toEqual(taught(1, short));
  expect(taught(1, short).table).not.toEqual(taught(2, short).table);
});

test('small numbers say nearly what the learned decimals say', () => {
  const exact = taught(3);
  const small = quantizeReader(exact);
  expect(small.table.every((value) => Number.isInteger(value) && Math.abs(value) <= 127)).toBe(true);
  const decimals = { ...exact, table: exact.table as unknown as Int8Array, unit: new Float32Array(SIZE).fill(1) };
  for (const rows of orderedTickets(40, 4).tickets) {
    const [wanted, told] = [readerScores(decimals, rows), readerScores(small, rows)];
    wanted.forEach((score, at) => expect(Math.abs((told[at] as number) - score)).toBeLessThan(0.1 + 0.05 * Math.abs(score)));
  }
});

test('a ticket without known words gets a score, and one of many words costs no more than a long one', () => {
  const reader = quantizeReader(taught(1, { ...SETTINGS, rounds: 1 }));
  expect([...readerScores(reader, new Int32Array(0))].every(Number.isFinite)).toBe(true);
  const rowOf = new Map([['a', 0], ['b', 1]]);
  const words = Array.from({ length: 10 * MAX_ROWS }, (_unused, at) => (at % 3 === 0 ? 'a' : 'b'));
  expect(rowsOf(words, rowOf)).toHaveLength(MAX_ROWS);
});
