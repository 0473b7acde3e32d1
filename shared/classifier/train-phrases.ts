import { LAST_RATE, learned, move, moveAll, slopesOf, warmth, type Learned } from './adam';
import { shuffle, type Chance } from './chance';
import { GROUPS, outputInto, SLOTS, type Group, type PhraseModel } from './phrases';

export interface PhraseSettings {
  readonly detectors: number;
  readonly rounds: number;
  readonly rate: number;
  /** Spread of the numbers in the table at the start: small, so that a word seldom seen stays close to saying nothing. */
  readonly spread: number;
  /** Share of words, and of detectors, that is left out while learning, so that no single one is relied on. */
  readonly wordsOut: number;
  readonly detectorsOut: number;
}

const BATCH = 16;
const ROWS_A_STEP = 16;

/** A phrase model as it is learned, with decimals in its table: `(row * SLOTS + slot) * detectors + detector`. */
export interface LearnedPhrases extends Omit<PhraseModel, 'table'> {
  readonly table: Float32Array;
}

/** What the detectors say of one ticket while they learn. */
interface Detected {
  readonly strength: Float32Array;
  /** The word at which the phrase with that sum begins; may lie before the ticket, where the phrase begins with nothing. */
  readonly start: Int32Array;
  readonly sums: Float32Array;
}

interface Learning {
  readonly detectors: number;
  readonly classes: number;
  readonly table: Learned;
  readonly bias: Learned;
  readonly output: Learned;
  readonly outputBias: Learned;
  /** Places of the table that the batch has slopes for. */
  readonly touched: number[];
  readonly room: Detected;
  readonly slopes: Float32Array;
}

function* begin(rows: number, classes: number, { detectors, spread }: PhraseSettings, chance: Chance): Generator<number, Learning> {
  const all = detectors * GROUPS.length;
  const table = learned(rows * SLOTS * detectors);
  const output = learned(all * classes);
  for (let row = 0; row < rows; row += 1) {
    GROUPS.forEach(({ width, firstSlot }) => {
      const from = (row * SLOTS + firstSlot) * detectors;
      for (let at = from; at < from + width * detectors; at += 1) table.values[at] = (chance.normal() * spread) / Math.sqrt(width);
    });
    if (row % ROWS_A_STEP === 0) yield 0;
  }
  for (let at = 0; at < output.values.length; at += 1) output.values[at] = chance.normal() / Math.sqrt(all);
  return {
    detectors, classes, table, output, bias: learned(all), outputBias: learned(classes), touched: [], slopes: new Float32Array(classes),
    room: { strength: new Float32Array(all), start: new Int32Array(all), sums: new Float32Array(detectors) },
  };
}

/** Runs all detectors over a ticket. A row below 0 is a word that is left out for once. */
function detect(detectors: number, table: Float32Array, bias: Float32Array, rows: Int32Array, room: Detected): void {
  room.strength.fill(0);
  if (rows.length === 0) return;
  for (let group = 0; group < GROUPS.length; group += 1) {
    const { width, within, firstSlot } = GROUPS[group] as Group;
    const from = group * detectors;
    const own = bias.subarray(from, from + detectors);
    const until = Math.min(rows.length, within);
    for (let start = 1 - width; start < until; start += 1) {
      room.sums.set(own);
      const last = Math.min(width, rows.length - start);
      for (let slot = Math.max(0, -start); slot < last; slot += 1) {
        const row = rows[start + slot] as number;
        if (row >= 0) addRow(room.sums, table, (row * SLOTS + firstSlot + slot) * detectors);
      }
      keepHighest(room, from, start);
    }
  }
}

function addRow(sums: Float32Array, table: Float32Array, from: number): void {
  for (let index = 0; index < sums.length; index += 1) sums[index] = (sums[index] as number) + (table[from + index] as number);
}

function keepHighest({ sums, strength, start }: Detected, from: number, at: number): void {
  for (let index = 0; index < sums.length; index += 1) {
    const value = sums[index] as number;
    if (value <= (strength[from + index] as number)) continue;
    strength[from + index] = value;
    start[from + index] = at;
  }
}

/** Learns from one ticket: slopes are added up, nothing moves yet. */
function learn(learning: Learning, rows: Int32Array, label: number, batch: number, detectorsOut: number, chance: Chance): void {
  const { classes, detectors, table, bias, output, outputBias, touched, room, slopes } = learning;
  detect(detectors, table.values, bias.values, rows, room);
  const { strength, start } = room;
  const stronger = 1 / (1 - detectorsOut);
  for (let at = 0; at < strength.length; at += 1) {
    if (strength[at] !== 0) strength[at] = chance.next() < detectorsOut ? 0 : (strength[at] as number) * stronger;
  }
  outputInto(slopes, strength, output.values, outputBias.values);
  slopesOf(slopes, label, batch);
  for (let other = 0; other < classes; other += 1) outputBias.slopes[other] = (outputBias.slopes[other] as number) + (slopes[other] as number);

  for (let at = 0; at < strength.length; at += 1) {
    const value = strength[at] as number;
    if (value === 0) continue;
    let slope = 0;
    for (let other = 0, from = at * classes; other < classes; other += 1, from += 1) {
      slope += (slopes[other] as number) * (output.values[from] as number);
      output.slopes[from] = (output.slopes[from] as number) + (slopes[other] as number) * value;
    }
    slope *= stronger;
    bias.slopes[at] = (bias.slopes[at] as number) + slope;
    const { width, firstSlot } = GROUPS[Math.floor(at / detectors)] as (typeof GROUPS)[number];
    const first = start[at] as number;
    for (let slot = 0; slot < width; slot += 1) {
      const row = rows[first + slot];
      if (row === undefined || row < 0) continue;
      const place = (row * SLOTS + firstSlot + slot) * detectors + (at % detectors);
      if (table.slopes[place] === 0) touched.push(place);
      table.slopes[place] = (table.slopes[place] as number) + slope;
    }
  }
}

/** Moves along the slopes that the batch has added up. */
function step({ table, bias, output, outputBias, touched }: Learning, rate: number): void {
  for (const place of touched) if (table.slopes[place] !== 0) move(table, place, rate);
  touched.length = 0;
  for (const part of [bias, output, outputBias]) moveAll(part, rate);
}

/** Learns the detectors from tickets given as rows of words. Yields after some tickets with the share that is done. */
export function* trainPhrases(
  tickets: readonly Int32Array[], labels: Uint16Array, size: { readonly classes: number; readonly rowOf: ReadonlyMap<string, number> }, settings: PhraseSettings, chance: Chance,
): Generator<number, LearnedPhrases> {
  const learning = yield* begin(size.rowOf.size, size.classes, settings, chance);
  const order = Uint32Array.from(tickets, (_ticket, index) => index);
  const steps = settings.rounds * Math.ceil(order.length / BATCH);
  let done = 0;
  for (let round = 0; round < settings.rounds; round += 1) {
    shuffle(order, chance);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.subarray(from, from + BATCH);
      for (const at of batch) {
        const rows = (tickets[at] as Int32Array).map((row) => (chance.next() < settings.wordsOut ? -1 : row));
        learn(learning, rows, labels[at] as number, batch.length, settings.detectorsOut, chance);
      }
      done += 1;
      step(learning, settings.rate * Math.max(LAST_RATE, 1 - done / steps) * warmth(done));
      yield done / steps;
    }
  }
  const { detectors, classes, table, bias, output, outputBias } = learning;
  return {
    classes, detectors, rowOf: size.rowOf, table: table.values, bias: bias.values,
    output: output.values, outputBias: outputBias.values,
  };
}
