// If this fails, the figures by which people trust or distrust the classifier are wrong.
import { evaluate, fingerprintOf, type Classification } from '../../../shared/classifier';
import { calibrationErrorOf, reachOf } from '../../../shared/classifier/quality';

const judged = (...entries: readonly (readonly [number, boolean])[]) => entries.map(([confidence, isRight]) => ({ confidence, isRight }));
const many = (count: number, confidence: number, right: number) => Array.from({ length: count }, (_unused, at) => ({ confidence, isRight: at < right }));

test('calibration error: the gap in each step of confidence, weighed by tickets', () => {
  expect(calibrationErrorOf([...many(10, 0.9, 9), ...many(10, 0.5, 5)])).toBeCloseTo(0);
  expect(calibrationErrorOf([...many(10, 0.9, 5), ...many(30, 0.5, 15)])).toBeCloseTo(0.1);
  expect(calibrationErrorOf(judged([1, true], [0, false]))).toBe(0);
});

test('coverage: the most tickets above a confidence of which 95 in 100 are right', () => {
  expect(reachOf([...many(95, 0.9, 95), ...many(5, 0.8, 0), ...many(1, 0.7, 0)], 0)).toEqual({ threshold: 0.8, coverage: 100 / 101 });
  expect(reachOf(many(10, 0.9, 9), 0)).toEqual({ threshold: undefined, coverage: 0 });
});

test('tickets of one confidence stay together, whatever their order', () => {
  expect(reachOf([...many(20, 0.9, 20), ...many(20, 0.6, 10)], 0)).toEqual({ threshold: 0.9, coverage: 0.5 });
});

test('asked for proof, a few lucky tickets are none', () => {
  expect(reachOf(many(18, 0.9, 18), 1).threshold).toBeUndefined();
  expect(reachOf(many(19, 0.9, 19), 1).threshold).toBe(0.9);
  expect(reachOf(many(1_000, 0.9, 950), 1).threshold).toBeUndefined();
  expect(reachOf(many(1_000, 0.9, 958), 1).threshold).toBe(0.9);
  expect(reachOf([...many(100, 0.9, 100), ...many(100, 0.4, 100)], 0)).toEqual({ threshold: 0.4, coverage: 1 });
  expect(reachOf([...many(100, 0.9, 100), ...many(100, 0.4, 100)], 0, 0.5)).toEqual({ threshold: 0.9, coverage: 0.5 });
});

test('an evaluation as worked out by hand', () => {
  const guess = (label: string, confidence: number, isSure: boolean): Classification => ({ label, confidence, isReadable: true, isSure, likeliest: [{ label, confidence }] });
  const labels = ['A', 'A', 'A', 'B', 'B'];
  const given = [guess('A', 0.9, true), guess('A', 0.9, true), guess('B', 0.6, false), guess('B', 0.9, true), guess('C', 0.5, false)];
  const result = evaluate(labels.map((label) => ({ text: '', label })), given, 0.8);
  expect(result).toMatchObject({
    tickets: 5, accuracy: 0.6, coverageAt95: 0.6, thresholdAt95: 0.9, decided: { threshold: 0.8, coverage: 0.6, accuracy: 1 },
    perClass: [
      { label: 'A', precision: 1, recall: 2 / 3, f1: 0.8, support: 3 },
      { label: 'B', precision: 0.5, recall: 0.5, f1: 0.5, support: 2 },
      { label: 'C', precision: 0, recall: 0, f1: 0, support: 0 },
    ],
  });
  expect(result.macroF1).toBeCloseTo(0.65);
});

test('a fingerprint knows the same tickets in any order, and no others', () => {
  const tickets = [{ text: 'a', label: 'x' }, { text: 'b', label: 'y' }];
  expect(fingerprintOf([...tickets].reverse())).toBe(fingerprintOf(tickets));
  expect(fingerprintOf([{ text: 'a', label: 'y' }, { text: 'b', label: 'x' }])).not.toBe(fingerprintOf(tickets));
  expect(fingerprintOf(tickets.slice(1))).not.toBe(fingerprintOf(tickets));
});
