/** Chance that repeats itself: the same seed gives the same numbers on every machine. */
export interface Chance {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, at least 0, below `limit`. */
  below(limit: number): number;
  /** Around 0, with the spread of a normal distribution. */
  normal(): number;
}

/** A small generator with 32 bits of state (mulberry32): good enough to shuffle and to begin from, not for secrets. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    // A sum of four has the right shape where nobody asks for the tails, and needs no logarithm, whose last digit differs between machines.
    normal: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
  };
}

/** Puts a list in another order, in place. */
export function shuffle(list: Uint32Array, chance: Chance): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = chance.below(at + 1);
    const kept = list[at] as number;
    list[at] = list[other] as number;
    list[other] = kept;
  }
}
