import fc from 'fast-check';
import type { World } from './oracle-terms';
import { randomHistory, type History } from './random-history';
import { randomAnchor, randomWorld } from './random-world';

export interface Case extends History {
  readonly world: World;
}

/** A record's history under what an organization promises, around a day on which the clocks change somewhere. */
export const randomCase: fc.Arbitrary<Case> = fc.gen().map((gen) => {
  const anchor = randomAnchor(gen);
  return { world: randomWorld(gen, anchor), ...randomHistory(gen, anchor) };
});
