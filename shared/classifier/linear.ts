import { shuffle, type Chance } from './chance';
import type { SparseVector } from './terms';

/** For every term and class a weight, class by class beside each other. */
export interface LinearModel {
  readonly classes: number;
  readonly weights: Float32Array | Int8Array;
  /** What a weight of 1 means, for each class. */
  readonly unit: Float32Array;
  readonly bias: Float32Array;
}

export interface LinearSettings {
  /** What an error on a training ticket costs beside the size of the weights. */
  readonly cost: number;
  readonly rounds: number;
}

/** Below this nothing changes any more. */
const STEADY = 0.01;
const TICKETS_A_STEP = 64;

/**
 * One support vector machine for each class against all others, squared hinge loss, by dual coordinate descent (Hsieh et al.,
 * 2008). Every step asks once for each class while the ticket is at hand. Yields after some tickets with the share that is done.
 */
export function* trainLinear(
  tickets: readonly SparseVector[], labels: Uint16Array, size: { readonly classes: number; readonly terms: number }, settings: LinearSettings, chance: Chance,
): Generator<number, LinearModel> {
  const { classes, terms } = size;
  const weights = new Float32Array(terms * classes);
  const bias = new Float32Array(classes);
  const duals = new Float32Array(tickets.length * classes);
  const softness = 0.5 / settings.cost;
  const scores = new Float32Array(classes);
  const moves = new Float32Array(classes);
  const order = Uint32Array.from(tickets, (_ticket, index) => index);

  for (let round = 0; round < settings.rounds; round += 1) {
    shuffle(order, chance);
    let largest = 0;
    for (let step = 0; step < order.length; step += 1) {
      const at = order[step] as number;
      const ticket = tickets[at] as SparseVector;
      scores.set(bias);
      addWeights(scores, ticket, weights);
      let isMoved = false;
      for (let label = 0; label < classes; label += 1) {
        const side = labels[at] === label ? 1 : -1;
        const dual = duals[at * classes + label] as number;
        // A vector has length 1 and the bias counts as one more term: their square is 2.
        const next = Math.max(0, dual - (side * (scores[label] as number) - 1 + dual * softness) / (2 + softness));
        const move = (next - dual) * side;
        moves[label] = move;
        if (move === 0) continue;
        isMoved = true;
        duals[at * classes + label] = next;
        bias[label] = (bias[label] as number) + move;
        largest = Math.max(largest, Math.abs(move));
      }
      if (isMoved) moveWeights(weights, ticket, moves);
      if (step % TICKETS_A_STEP === 0) yield (round + step / order.length) / settings.rounds;
    }
    if (largest < STEADY) break;
  }
  return { classes, weights, unit: new Float32Array(classes).fill(1), bias };
}

function moveWeights(weights: Float32Array, { places, values }: SparseVector, moves: Float32Array): void {
  const classes = moves.length;
  for (let index = 0; index < places.length; index += 1) {
    const from = (places[index] as number) * classes;
    const value = values[index] as number;
    for (let label = 0; label < classes; label += 1) weights[from + label] = (weights[from + label] as number) + value * (moves[label] as number);
  }
}

function addWeights(scores: Float32Array, { places, values }: SparseVector, weights: Float32Array | Int8Array): void {
  const classes = scores.length;
  for (let index = 0; index < places.length; index += 1) {
    const from = (places[index] as number) * classes;
    const value = values[index] as number;
    for (let label = 0; label < classes; label += 1) scores[label] = (scores[label] as number) + value * (weights[from + label] as number);
  }
}

/** How far the ticket lies on the side of each class; around -1 and 1 for clear cases. */
export function linearScores({ classes, weights, unit, bias }: LinearModel, ticket: SparseVector): Float32Array {
  const scores = new Float32Array(classes);
  addWeights(scores, ticket, weights);
  return scores.map((score, label) => score * (unit[label] as number) + (bias[label] as number));
}
