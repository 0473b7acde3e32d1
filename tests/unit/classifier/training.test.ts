// If this fails, an organization cannot teach Bellhop its own categories, or retraining gives another classifier every time.
import { createChance } from '../../../shared/classifier/chance';
import { classify, encodeModel, findTrainingProblem, trainClassifier, type LabelledTicket } from '../../../shared/classifier';
import { madeTickets, QUICK, trained } from './made-tickets';

const tickets = madeTickets(200, 1);
const others = madeTickets(200, 2);

const accuracy = (model: ReturnType<typeof trained>, examples: readonly LabelledTicket[]): number =>
  examples.filter(({ text, label }) => classify(model, text).label === label).length / examples.length;

test('learns topics from two hundred tickets, and knows how good it is', () => {
  const model = trained(tickets);
  expect(model.labels).toEqual(['Access', 'Hardware', 'Printing', 'Purchase']);
  expect(accuracy(model, others)).toBeGreaterThan(0.97);
  expect(model.training).toMatchObject({ tickets: 200, heldOut: { tickets: 200 } });
  expect(model.training.heldOut.accuracy).toBeGreaterThan(0.95);
  const decided = others.filter(({ text }) => classify(model, text).isSure);
  expect(decided.length / others.length).toBeGreaterThan(0.9);
});

test('the same tickets give the same model to the last byte, another seed another one', () => {
  const [first, again, other] = [trained(tickets), trained(tickets), trained(tickets, { ...QUICK, seed: 2 })].map(encodeModel);
  expect(Buffer.compare(first as Uint8Array, again as Uint8Array)).toBe(0);
  expect(Buffer.compare(first as Uint8Array, other as Uint8Array)).not.toBe(0);
});

test('works in small steps that say how far it is, and may be left at any of them', () => {
  const shares = [...trainClassifier(tickets, QUICK)];
  expect(shares.length).toBeGreaterThan(100);
  for (const [at, share] of shares.entries()) expect(share).toBeGreaterThanOrEqual(at === 0 ? 0 : (shares[at - 1] as number));
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
});

test('labels that say nothing about the texts leave it unsure: it decides nothing by itself', () => {
  const chance = createChance(8);
  const shuffled = tickets.map(({ text }) => ({ text, label: ['Access', 'Hardware', 'Purchase'][chance.below(3)] as string }));
  const model = trained(shuffled);
  expect(model.training.heldOut.accuracy).toBeLessThan(0.5);
  expect(others.filter(({ text }) => classify(model, text).isSure)).toEqual([]);
  expect(classify(model, (others[0] as LabelledTicket).text).confidence).toBeLessThan(0.7);
});

test('many topics with one ticket each, texts without words and empty texts are no obstacle', () => {
  const odd = [
    ...tickets.slice(0, 60), ...Array.from({ length: 30 }, (_unused, at) => ({ text: `only case${at} here`, label: `Rare ${at}` })),
    { text: '', label: 'Access' }, { text: '!!! 😀 ???', label: 'Hardware' },
  ];
  const model = trained(odd);
  expect(model.labels).toHaveLength(34);
  expect(accuracy(model, tickets.slice(0, 60))).toBeGreaterThan(0.8);
});

test.each([
  ['too few tickets', tickets.slice(0, 19), { code: 'tooFewTickets', count: 19, limit: 20 }],
  ['one topic only', tickets.map(({ text }) => ({ text, label: 'Access' })), { code: 'oneLabel', count: 1, limit: 2 }],
  ['too many topics', tickets.concat(others).map(({ text }, at) => ({ text, label: `L${at % 201}` })), { code: 'tooManyLabels', count: 201, limit: 200 }],
])('%s are refused before any work', (_what, examples, problem) => {
  expect(findTrainingProblem(examples)).toEqual(problem);
  expect(() => trainClassifier(examples).next()).toThrow(RangeError);
});
