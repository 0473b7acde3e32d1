// If this fails, hostile or mistyped input gets into records, or people are not told what to correct.
import { choice, coerceStrings, files, multiChoice, number, paragraph, parseInput, people, text, when, yesNo, date, dateTime, record } from '../../../shared/kernel';
import fc from 'fast-check';

const schema = {
  title: text({ label: 'l', required: true, min: 3, max: 20 }),
  body: paragraph({ label: 'l', max: 100 }),
  color: choice(['red', 'blue'], 'color', { label: 'l' }),
  tags: multiChoice({ label: 'l', options: [{ value: 'a', label: 'a' }, { value: 'b', label: 'b' }] }),
  count: number({ label: 'l', atLeast: 1, atMost: 5 }),
  on: yesNo({ label: 'l' }),
  day: date({ label: 'l' }),
  at: dateTime({ label: 'l' }),
  who: people({ label: 'l' }),
  other: record({ label: 'l' }),
  files: files({ label: 'l' }),
  why: text({ label: 'l', required: true, visibleIf: when('color', 'red') }),
};

const codes = (input: unknown): string[] => {
  const parsed = parseInput(schema, input);
  return 'problems' in parsed ? parsed.problems.map((problem) => `${problem.field}:${problem.code}`) : [];
};

describe('parseInput', () => {
  it('accepts a complete input and trims texts', () => {
    const input = { title: '  Hello ', body: 'a\r\nb', color: 'blue', tags: ['a', 'a'], count: 2, on: false, day: '2026-11-20', at: '2026-11-20T17:30:00+01:00', who: ['PER0000001'], other: 'INC0000001', files: ['12345678-abcd'] };
    expect(parseInput(schema, input)).toEqual({
      value: { ...input, title: 'Hello', body: 'a\nb', tags: ['a'], at: '2026-11-20T16:30:00.000Z' },
    });
  });

  it.each([
    [{}, ['title:required']],
    [null, [':notObject']],
    [[], [':notObject']],
    ['text', [':notObject']],
    [{ title: 'abc', nmae: 1 }, ['nmae:unknownField']],
    [{ title: 5 }, ['title:notText']],
    [{ title: 'ab' }, ['title:tooShort']],
    [{ title: 'x'.repeat(1_000_000) }, ['title:tooLong']],
    [{ title: 'two\nlines' }, ['title:oneLine']],
    [{ title: 'null\u0000byte' }, ['title:controlCharacters']],
    [{ title: 'abc', body: 'bell\u0007' }, ['body:controlCharacters']],
    [{ title: 'abc', color: 'green' }, ['color:notOffered']],
    [{ title: 'abc', color: ['blue'] }, ['color:notOffered']],
    [{ title: 'abc', tags: 'a' }, ['tags:notList']],
    [{ title: 'abc', tags: ['c'] }, ['tags:notOffered']],
    [{ title: 'abc', count: '2' }, ['count:notNumber']],
    [{ title: 'abc', count: Number.NaN }, ['count:notNumber']],
    [{ title: 'abc', count: 9 }, ['count:tooLarge']],
    [{ title: 'abc', count: 0 }, ['count:tooSmall']],
    [{ title: 'abc', on: 'yes' }, ['on:notYesNo']],
    [{ title: 'abc', day: '20.11.2026' }, ['day:notDate']],
    [{ title: 'abc', day: '2026-13-45' }, ['day:notDate']],
    [{ title: 'abc', at: 'tomorrow' }, ['at:notDateTime']],
    [{ title: 'abc', who: ['r:PER0000001:!'] }, ['who:notOffered']],
    [{ title: 'abc', other: '../etc/passwd' }, ['other:notFound']],
    [{ title: 'abc', files: ['../../secret'] }, ['files:notOffered']],
    [{ title: 'abc', color: 'red' }, ['why:required']],
  ])('refuses %j', (input, expected) => expect(codes(input)).toEqual(expected));

  it('reports every problem at once', () => {
    expect(codes({ color: 'green', count: 9 })).toEqual(['title:required', 'color:notOffered', 'count:tooLarge']);
  });

  it('drops a hidden field instead of storing it', () => {
    expect(parseInput(schema, { title: 'abc', color: 'blue', why: 'because' })).toEqual({ value: { title: 'abc', color: 'blue' } });
  });

  it('is not fooled by inherited names', () => {
    expect(codes(JSON.parse('{"title":"abc","__proto__":{"x":1},"constructor":1}'))).toEqual(['__proto__:unknownField', 'constructor:unknownField']);
  });

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (input) => void parseInput(schema, input)));
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...Object.keys(schema)), fc.anything()), (input) => void parseInput(schema, input)));
  });
});

describe('coerceStrings', () => {
  it('gives query strings and card inputs the types of the schema', () => {
    expect(coerceStrings(schema, { title: 'abc', count: '3', on: 'true', tags: 'a,b', body: '' })).toEqual({
      title: 'abc', count: 3, on: true, tags: ['a', 'b'], body: undefined,
    });
  });

  it('leaves what cannot be converted for the parser to name', () => {
    expect(codes(coerceStrings(schema, { title: 'abc', count: 'many', on: 'maybe' }))).toEqual(['count:notNumber', 'on:notYesNo']);
  });
});
