// If this fails, some sequence of presses, edits and waiting gets a change scheduled, started or decided about in a way that nobody may.
//
// Breadth-first over everything that everybody could do. Each scope is followed to its end, so that its states are all there are.
// BELLHOP_MODEL_STATES=1000000 walks the whole world at once instead, until it has seen so many.
import { BROKEN } from './model-broken';
import type { Scope } from './model-moves';
import { explore } from './model-run';
import type { Who } from './model-world';

const NONE: Scope = {
  name: 'nothing', windows: false, plans: false, implementers: false, risks: false, clears: false, holds: false, freezes: false, rivals: false, refusals: false, forgeries: false, everyAuthor: false, until: 0,
};
const EVERYTHING: Scope = {
  name: 'everything', windows: true, plans: true, implementers: true, risks: true, clears: true, holds: true, freezes: true, rivals: true, refusals: true, forgeries: true, everyAuthor: false, until: 6,
};
const FEW: readonly Who[] = ['requester', 'implementer', 'peer', 'manager1'];

/** States and decisions of each as last counted; fewer would mean that something cannot be reached any more. */
const SCOPES: readonly (readonly [scope: Scope, states: number])[] = [
  [{ ...NONE, name: 'every press on every seat by everybody, with every token', refusals: true, forgeries: true, everyAuthor: true }, 236],
  [{ ...NONE, name: 'every edit, by everybody', windows: true, plans: true, implementers: true, clears: true }, 400],
  [{ ...NONE, name: 'everybody writes, and decides', windows: true, plans: true, writers: true, people: ['requester', 'implementer', 'second', 'peer', 'manager1', 'manager2', 'forManager'] }, 1_000],
  [{ ...NONE, name: 'whoever decided the exception does the work', windows: true, freezes: true, implementers: true, people: ['requester', 'implementer', 'second', 'manager1'], until: 3 }, 1_000],
  [{ ...NONE, name: 'high and low risk', risks: true, plans: true, windows: true, people: [...FEW, 'second', 'manager2', 'owner', 'forManager'] }, 400],
  [{ ...NONE, name: 'nobody answers in time', windows: true, people: [...FEW, 'second', 'manager2', 'system'], until: 3 }, 200],
  [{ ...NONE, name: 'freezes and exceptions come and go', windows: true, freezes: true, people: FEW, until: 5 }, 1_000],
  [{ ...NONE, name: 'holds, while others take its place and freezes come', holds: true, freezes: true, rivals: true, people: FEW, until: 1 }, 1_000],
];

const isWhole = process.env.BELLHOP_MODEL_STATES !== undefined;

(isWhole ? describe.skip : describe)('nobody gets around it', () => {
  it.each(SCOPES.map(([scope, least]) => [scope.name, scope, least] as const))('%s', (_name, scope, least) => {
    const { problems, isComplete, states } = explore(scope);
    expect(problems).toEqual([]);
    expect({ isComplete, isLargeEnough: states >= least }).toEqual({ isComplete: true, isLargeEnough: true });
  });
});

/** The smallest worlds in which each mistake shows. */
const SMALL: Scope = { ...NONE, windows: true, plans: true, implementers: true, freezes: true, forgeries: true, people: [...FEW, 'second'], until: 3 };

(isWhole ? describe.skip : describe)('the check finds it when', () => {
  it.each(Object.entries(BROKEN).map(([name, entry]) => [name, entry] as const))('%s', (_name, { broken, finds, writers = false }) => {
    const { problems } = explore({ ...SMALL, writers }, { broken, until: finds, most: 3_000 });
    expect(problems.join('\n')).toMatch(finds);
  });
});

(isWhole ? it : it.skip)('the whole world', () => {
  const began = Date.now();
  const { problems, ...figures } = explore(EVERYTHING, { most: Number(process.env.BELLHOP_MODEL_STATES) });
  process.stderr.write(`${JSON.stringify({ ...figures, seconds: Math.round((Date.now() - began) / 1_000) })}\n`);
  expect(problems).toEqual([]);
}, 3_600_000);
