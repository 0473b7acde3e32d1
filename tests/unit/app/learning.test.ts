// If this fails, an organization's classifier is trained for nothing every day, never again, or replaced by a worse one.
import { isNotWorse, isWorthLearning, type Trained } from '../../../shared/app/learning';
import type { Example } from '../../../shared/app/learning-examples';
import type { StoredModel } from '../../../shared/app/learning-row';
import { TINY } from '../../_support/learning';
import { madeTickets, trained } from '../classifier/made-tickets';

const example = (at: number, more: Partial<Example> = {}): Example =>
  ({ id: `INC${at}`, text: '', label: 'CAT0000001', knownAt: '2026-01-02T00:00:00.000Z', isCorrection: false, ...more });
const many = (count: number, more?: Partial<Example>): readonly Example[] => Array.from({ length: count }, (_unused, at) => example(at, more));
const former = { learnedUntil: '2026-01-01T00:00:00.000Z', tickets: 2_000, accuracy: 0.9 } as StoredModel;
const old = { knownAt: former.learnedUntil };

test.each([
  ['200 tickets make the first one', many(200), undefined, true],
  ['199 do not', many(199), undefined, false],
  ['a fifth more makes the next one', [...many(2_000, old), ...many(400)], former, true],
  ['less does not', [...many(2_000, old), ...many(399)], former, false],
  ['a small one waits for 200 all the same', many(199), { ...former, tickets: 250 }, false],
  ['50 corrections do', [...many(2_000, old), ...many(50, { isCorrection: true })], former, true],
  ['49 do not, and those that are known count no more', [...many(500, { ...old, isCorrection: true }), ...many(49, { isCorrection: true })], former, false],
] as const)('%s', (_what, examples, known, expected) => expect(isWorthLearning(examples, known)).toBe(expected));

describe('never a worse one', () => {
  const tickets = madeTickets(40, 7);
  const model = trained(madeTickets(60, 1), TINY);
  const examples = tickets.map(({ text, label }, at) => example(at, { text, label }));
  /** A new one that was wrong about the first so many of the tickets while they were held back. */
  const made = (wrong: number, accuracy = 0.9, count = examples.length): Trained =>
    ({ training: { heldOut: { accuracy, tickets: 2_000 } }, heldOut: examples.slice(0, count).map((_unused, at) => ({ at, isRight: at >= wrong })) }) as unknown as Trained;

  test('on tickets that neither knew, the new one is right at least as often', async () => {
    expect(await isNotWorse(made(0), examples, former, model)).toBe(true);
    expect(await isNotWorse(made(20), examples, former, model)).toBe(false);
    // With that many of them nothing else counts: what is new may be harder than what was before.
    expect(await isNotWorse(made(0, 0.5), examples, former, model)).toBe(true);
  });

  test('with few of those it must not be clearly below what the other was measured at either', async () => {
    expect(await isNotWorse(made(0, 0.89, 5), examples, former, model)).toBe(true);
    expect(await isNotWorse(made(0, 0.86, 5), examples, former, model)).toBe(false);
    expect(await isNotWorse(made(5, 0.9, 5), examples, former, model)).toBe(false);
  });
});
