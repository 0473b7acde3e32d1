// If this fails, Bellhop files real tickets hardly better than by chance, or ships a model that nobody measured.
import { statSync } from 'node:fs';
import { readModel, SHIPPED_MODEL } from '../../../bot/classifier/model-store';
import { classify, fingerprintOf, TRAINING_SETTINGS } from '../../../shared/classifier';
import { areLabelledTicketsLeftOut, foldsByChance, readLabelledTickets } from '../../_support/labelled-tickets';
import { trained } from './made-tickets';

jest.setTimeout(240_000);

const onTickets = areLabelledTicketsLeftOut ? test.skip : test;

test('the shipped model is small, good on tickets that were held back from it, and says how sure it must be', async () => {
  expect(statSync(SHIPPED_MODEL).size).toBeLessThan(10 * 1024 * 1024);
  const { labels, training, threshold } = await readModel(SHIPPED_MODEL);
  expect(labels).toHaveLength(8);
  expect(training.tickets).toBe(38_269);
  expect(training.heldOut.accuracy).toBeGreaterThan(0.876);
  expect(training.heldOut.coverage).toBeGreaterThan(0.78);
  expect(training.heldOut.calibrationError).toBeLessThan(0.03);
  expect(threshold).toBeGreaterThan(0.5);
  expect(threshold).toBeLessThan(0.95);
});

onTickets('the shipped model was made from the tickets that the documentation names', async () => {
  expect((await readModel(SHIPPED_MODEL)).training.fingerprint).toBe(fingerprintOf(readLabelledTickets()));
});

onTickets('three hundred real tickets are enough to file others far better than by the commonest topic', () => {
  const tickets = readLabelledTickets();
  const folds = foldsByChance(tickets.length, 5);
  const learning = tickets.filter((_ticket, at) => folds[at] !== 0).slice(0, 300);
  const others = tickets.filter((_ticket, at) => folds[at] === 0).slice(0, 200);
  // Smaller than what is shipped: most of the time would go into making room for detectors, and into reading again and again.
  const { phrases, reader } = TRAINING_SETTINGS;
  const model = trained(learning, { ...TRAINING_SETTINGS, phraseModels: 1, phrases: { ...phrases, detectors: 32 }, reader: { ...reader, width: 16, leastRead: 0 } });
  const right = others.filter(({ text, label }) => classify(model, text).label === label).length;
  // The commonest topic alone would be right for 28 of 100.
  expect(right / others.length).toBeGreaterThan(0.65);
  const decided = others.map(({ text, label }) => ({ ...classify(model, text), truth: label })).filter(({ isSure }) => isSure);
  expect(decided.length / others.length).toBeGreaterThan(0.25);
  expect(decided.filter(({ label, truth }) => label === truth).length / decided.length).toBeGreaterThan(0.85);
});
