// If this fails, conditions can be saved that never hold or cannot be read, or words match on one page and not on another.
import fc from 'fast-check';
import { checkConditions, isConditions, isFilledConditions, phraseFinder, plainWords, wordsFound, wordsOf } from '../../../shared/kernel';

const known = new Set(['state', 'count']);
const numbers = new Set(['count']);
const codes = (conditions: unknown): string[] => checkConditions('conditions', conditions, known, numbers).map(({ code }) => code);

test.each<readonly [string, unknown, string[]]>([
  ['none', [], []],
  ['a group that always holds', [[]], []],
  ['values and bounds', [[{ field: 'state', is: ['new', ''], isNot: ['old'] }, { field: 'count', atLeast: 1, atMost: 2.5 }]], []],
  ['a number that is one of several', [[{ field: 'count', is: ['1'] }]], []],
  ['bounds of what is no number', [[{ field: 'state', atLeast: 1 }]], ['badConditions']],
  ['an unknown field', [[{ field: 'mood', is: ['bad'] }]], ['unknownConditionField']],
  ['nothing that is compared', [[{ field: 'state' }]], ['badConditions']],
  ['no values', [[{ field: 'state', is: [] }]], ['badConditions']],
  ['a bound that is no number', [[{ field: 'count', atLeast: Number.NaN }]], ['badConditions']],
  ['something more', [[{ field: 'state', is: ['new'], or: 'else' }]], ['badConditions']],
  ['too many groups', Array.from({ length: 21 }, () => []), ['badConditions']],
  ['too many values', [[{ field: 'state', is: Array.from({ length: 201 }, () => 'x') }]], ['badConditions']],
  ['a text', 'always', ['badConditions']],
  ['a list in place of a condition', [[[]]], ['badConditions']],
])('%s', (_name, conditions, expected) => {
  expect(codes(conditions)).toEqual(expected);
});

test('where nothing says nothing, there must be something in every group', () => {
  expect([[], [[]], [[{ field: 'state', is: ['new'] }], []], [[{ field: 'state', is: ['new'] }]]].map(isFilledConditions)).toEqual([false, false, false, true]);
  fc.assert(fc.property(fc.anything(), (value) => typeof isConditions(value) === 'boolean'));
});

test('a word is found whole, with an ending, and never within another', () => {
  expect(wordsFound('All SHARED mailboxes are gone', new Set(['shared mailbox', 'mail', 'gone']))).toEqual(['shared mailbox', 'gone']);
  expect(wordsFound('Printers', new Set(['printer', 'print', 'prin']))).toEqual(['printer']);
});

test('rules of both kinds find the same phrases', () => {
  const word = fc.constantFrom('vpn', 'printer', 'printers', 'mailboxes', 'mailbox', 'Wi-Fi', 'c++', 'störung', '3.');
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  const phrase = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => plainWords(words.join(' '))).filter((words) => words !== '' && words.split(' ').length <= 4);
  fc.assert(
    fc.property(text, fc.uniqueArray(phrase, { maxLength: 5 }), (written, phrases) => {
      const occurs = phraseFinder(wordsOf(written));
      expect([...wordsFound(written, new Set(phrases))].sort()).toEqual(phrases.filter((entry) => occurs(entry.split(' '))).sort());
    }),
    { numRuns: 300 },
  );
});
