// If this fails, the quick sums of the phrase detectors differ from what they mean, and tickets are filed by noise.
import { createChance } from '../../../shared/classifier/chance';
import { GROUPS, SLOTS, strengthsOf, ZERO, type PhraseModel } from '../../../shared/classifier/phrases';
import { quantizePhrases } from '../../../shared/classifier/quantize';
import { trainPhrases, type LearnedPhrases } from '../../../shared/classifier/train-phrases';

const DETECTORS = 8;
const WORDS = 12;

function finish<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Numbers of a byte each, and the same numbers packed. */
function randomModel(seed: number): { readonly numbers: Int8Array; readonly model: PhraseModel } {
  const chance = createChance(seed);
  const numbers = Int8Array.from({ length: WORDS * SLOTS * DETECTORS }, () => chance.below(15) - 7);
  const table = new Int32Array(numbers.length / 4);
  numbers.forEach((value, at) => (table[at >> 2] = (table[at >> 2] as number) | ((value + ZERO) << ((at & 3) * 8))));
  const bias = Float32Array.from({ length: DETECTORS * GROUPS.length }, () => chance.normal() * 5);
  const rowOf = new Map(Array.from({ length: WORDS }, (_unused, row) => [`w${row}`, row]));
  return { numbers, model: { classes: 2, detectors: DETECTORS, rowOf, table, bias, output: new Float32Array(bias.length * 2), outputBias: new Float32Array(2) } };
}

/** What a detector means, said once more and slowly. */
function meant(numbers: ArrayLike<number>, bias: Float32Array, rows: readonly number[]): number[] {
  return GROUPS.flatMap(({ width, within, firstSlot }, group) =>
    Array.from({ length: DETECTORS }, (_unused, detector) => {
      let best = 0;
      if (rows.length === 0) return best;
      for (let start = 1 - width; start < Math.min(rows.length, within); start += 1) {
        let sum = bias[group * DETECTORS + detector] as number;
        for (let slot = 0; slot < width; slot += 1) {
          const row = rows[start + slot];
          if (row !== undefined) sum += numbers[(row * SLOTS + firstSlot + slot) * DETECTORS + detector] as number;
        }
        best = Math.max(best, sum);
      }
      return best;
    }),
  );
}

test('four detectors at once say what each says alone', () => {
  const chance = createChance(9);
  for (let seed = 0; seed < 60; seed += 1) {
    const { numbers, model } = randomModel(seed);
    const rows = Array.from({ length: chance.below(14) }, () => chance.below(WORDS));
    const told = strengthsOf(model, Int32Array.from(rows));
    meant(numbers, model.bias, rows).forEach((value, at) => expect(told[at]).toBeCloseTo(value, 3));
  }
});

test('the highest and the lowest numbers do not run into the next detector', () => {
  const { model } = randomModel(1);
  for (const value of [7, -7]) {
    const byte = value + ZERO;
    const full = { ...model, bias: model.bias.map(() => 100), table: model.table.map(() => byte | (byte << 8) | (byte << 16) | (byte << 24)) };
    const told = strengthsOf(full, Int32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    GROUPS.forEach(({ width }, group) => {
      // A phrase that hangs over the edge has one word only.
      const best = 100 + (value > 0 ? width * value : value);
      expect([...told.slice(group * DETECTORS, (group + 1) * DETECTORS)]).toEqual(Array.from({ length: DETECTORS }, () => best));
    });
  }
});

test('small numbers say nearly what the learned decimals say', () => {
  const chance = createChance(3);
  const rowOf = new Map(Array.from({ length: WORDS }, (_unused, row) => [`w${row}`, row]));
  const tickets = Array.from({ length: 200 }, (_unused, at) => Int32Array.from({ length: 8 }, () => chance.below(WORDS / 2) + (at % 2) * (WORDS / 2)));
  const labels = Uint16Array.from(tickets, (_ticket, at) => at % 2);
  const settings = { detectors: DETECTORS, rounds: 6, rate: 0.01, spread: 0.05, wordsOut: 0.1, detectorsOut: 0.3 };
  const learned: LearnedPhrases = finish(trainPhrases(tickets, labels, { classes: 2, rowOf }, settings, createChance(1)));
  const small = finish(quantizePhrases(learned));
  for (const rows of tickets.slice(0, 40)) {
    const [exact, told] = [meant(learned.table, learned.bias, [...rows]), strengthsOf(small, rows)];
    const scoreOf = (strength: ArrayLike<number>, output: Float32Array): number => Array.from(strength).reduce((sum, value, at) => sum + value * ((output[at * 2] as number) - (output[at * 2 + 1] as number)), 0);
    const [wanted, found] = [scoreOf(exact, learned.output), scoreOf(told, small.output)];
    expect(Math.sign(found)).toBe(Math.sign(wanted));
    expect(Math.abs(found - wanted)).toBeLessThan(0.2 * Math.abs(wanted) + 0.2);
  }
});
