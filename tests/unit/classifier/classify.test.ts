// If this fails, a strange text stops the bot or is filed with great confidence, or a damaged model misleads instead of being refused.
import { classify, decodeModel, encodeModel, ModelFileError, type ClassifierModel } from '../../../shared/classifier';
import { madeTickets, trained } from './made-tickets';

const tickets = madeTickets(200, 1);
let model: ClassifierModel;
beforeAll(() => (model = trained(tickets)));

test('gives a label and the three likeliest, best first, with confidences of likelihoods', () => {
  const { label, confidence, likeliest, isSure } = classify(model, 'Paper jam: the PRINTER needs toner!');
  expect({ label, isSure }).toEqual({ label: 'Printing', isSure: true });
  expect(likeliest).toHaveLength(3);
  expect(likeliest[0]).toEqual({ label, confidence });
  expect(likeliest.map((guess) => guess.confidence)).toEqual(likeliest.map((guess) => guess.confidence).sort((left, right) => right - left));
  const sum = likeliest.reduce((total, guess) => total + guess.confidence, 0);
  expect(sum).toBeLessThanOrEqual(1.000_001);
  expect(sum).toBeGreaterThan(0.75);
});

test.each([
  ['nothing', ''],
  ['blanks', ' \n\t '],
  ['emoji', '😀🔥👩‍💻'],
  ['half a character', '\ud83d'],
  ['another script', 'プリンターが壊れました、助けてください'],
  ['right to left', 'الطابعة لا تعمل منذ الأمس'],
  ['another language', 'mein kühlschrank möchte heute bitte keine milch'],
  ['control characters', '\u0000\u001b[31m\u202e'],
  ['a key', 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo'.repeat(30)],
  ['names of object parts', '__proto__ constructor toString hasOwnProperty'],
])('%s gets an answer without certainty', (_what, text) => {
  const { isSure, confidence, likeliest } = classify(model, text);
  expect(isSure).toBe(false);
  expect(confidence).toBeGreaterThan(0.2);
  expect(likeliest.every((guess) => Number.isFinite(guess.confidence))).toBe(true);
});

test('a text of a megabyte costs no more than a long ticket, and its beginning decides', () => {
  const long = `paper jam in the printer, toner is empty ${'lorem ipsum dolor '.repeat(60_000)}`;
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  expect(classify(model, long).label).toBe('Printing');
  const { user, system } = process.cpuUsage(cpu);
  expect(Math.min(performance.now() - began, (user + system) / 1_000)).toBeLessThan(100);
  expect(() => classify(model, 'x'.repeat(1_000_000))).not.toThrow();
  expect(() => classify(model, '\ufdfa'.repeat(1_000_000))).not.toThrow();
});

test('upper case, accents and punctuation make no difference', () => {
  expect(classify(model, 'PÄSSWORD   —   "Expired" …')).toEqual(classify(model, 'passWORD expired'));
});

describe('the model file', () => {
  test('comes back as it was', () => {
    const again = decodeModel(encodeModel(model));
    expect(again.training).toEqual(model.training);
    expect(again.threshold).toBe(model.threshold);
    for (const { text } of madeTickets(50, 3)) expect(classify(again, text)).toEqual(classify(model, text));
    expect(Buffer.compare(encodeModel(again), encodeModel(model))).toBe(0);
  });

  test('keeps that there is no threshold', () => {
    expect(decodeModel(encodeModel({ ...model, threshold: undefined })).threshold).toBeUndefined();
  });

  const problemOf = (bytes: Uint8Array): string | undefined => {
    try {
      decodeModel(bytes);
    } catch (error) {
      if (error instanceof ModelFileError) return error.problem;
      throw error;
    }
    return undefined;
  };

  test('is refused when a byte is wrong, missing or too many, wherever', () => {
    const bytes = encodeModel(model);
    for (let at = 8; at < bytes.length; at += Math.max(1, Math.floor(bytes.length / 60))) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] as number) ^ 1;
      expect({ at, problem: problemOf(damaged) }).toEqual({ at, problem: 'damaged' });
      if (at >= 12) expect({ at, problem: problemOf(bytes.slice(0, at)) }).toEqual({ at, problem: 'damaged' });
    }
    expect(problemOf(new Uint8Array([...bytes, 0]))).toBe('damaged');
  });

  test('says whether it is something else or of another version', () => {
    expect(problemOf(new Uint8Array())).toBe('foreign');
    expect(problemOf(new TextEncoder().encode('Document,Topic_group\nhello,Access\n'))).toBe('foreign');
    const newer = encodeModel(model);
    newer[4] = 99;
    expect(problemOf(newer)).toBe('otherVersion');
  });
});
