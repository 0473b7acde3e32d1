export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** True once in so many times. */
  once(inSoMany: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** The same numbers for the same seed: a run that failed can be done again (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed * 2_654_435_761 + 1;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, once: (inSoMany) => below(inSoMany) === 0, pick: (list) => list[below(list.length)] as (typeof list)[number] };
}
