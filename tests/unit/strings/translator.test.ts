// If this fails, texts with a name or a number in them say something else than their writers meant.
import { IntlMessageFormat } from 'intl-messageformat';
import { de } from '../../../shared/strings/de';
import { en } from '../../../shared/strings/en';
import { createTranslator } from '../../../shared/strings/translator';

/** What could be mistaken for a part of the format. */
const VALUES = ['Ann', 'O\'Brien {id}', '<b>', '$&', '', 3, 1_234.5, -1] as const;

const parametersOf = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{\s*(\w+)/g)].map(([, name = '']) => name))];

it.each([['en', en], ['de', de]] as const)('fills every text in %s as the message format does, whatever the values are', (language, texts) => {
  const translate = createTranslator(texts, language);
  let compared = 0;
  for (const [key, text] of Object.entries(texts)) {
    if (!/^[^{}]*(?:\{\w+\}[^{}]*)+$/.test(text)) continue;
    const names = parametersOf(text);
    for (const value of VALUES) {
      const params = Object.fromEntries(names.map((name) => [name, value]));
      expect([key, translate(key, params)]).toEqual([key, String(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).format(params))]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(1_000);
});

it('says dates in the language, and refuses a text whose parameter is missing', () => {
  const translate = createTranslator({ born: 'Born {at}.' }, 'de');
  expect(translate('born', { at: new Date('2026-11-20T12:00:00Z') })).toBe(String(new IntlMessageFormat('Born {at}.', 'de').format({ at: new Date('2026-11-20T12:00:00Z') })));
  expect(() => translate('born')).toThrow('at');
});
