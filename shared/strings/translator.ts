import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../kernel';

export type TextParams = Readonly<Record<string, string | number | boolean | Date | undefined>>;
/** Gives a text in one language. An unknown key comes back as itself, so that a gap is seen and nothing breaks. */
export type Translate = (key: string, params?: TextParams) => string;

export const LANGUAGES: readonly Language[] = ['en', 'de'];

/** Nothing but words and names of parameters, as most texts are. */
const PLAIN = /^[^{}'#<]*(?:\{\w+\}[^{}'#<]*)*$/;
const PARAMETER = /\{(\w+)\}/g;

type Fill = (params: TextParams | undefined) => string;

/** A text ready to be filled in. A plain one is filled without the whole format, unless a value is no text or number: what that means, the format says. */
function compile(text: string, language: Language): Fill {
  let format: IntlMessageFormat | undefined;
  const formatted: Fill = (params) => String((format ??= new IntlMessageFormat(text, language, undefined, { ignoreTag: true })).format(params));
  if (!PLAIN.test(text)) return formatted;
  const names = [...text.matchAll(PARAMETER)].map(([, name = '']) => name);
  return (params = {}) => {
    const isSimple = (name: string): boolean => typeof params[name] === 'string' || typeof params[name] === 'number';
    return names.every(isSimple) ? text.replace(PARAMETER, (_whole, name: string) => String(params[name])) : formatted(params);
  };
}

/** Texts in ICU MessageFormat; each is compiled when it is first asked for. Browsers load only the texts they show. */
export function createTranslator(texts: Readonly<Record<string, string>>, language: Language): Translate {
  const compiled = new Map<string, Fill>();
  return (key, params) => {
    const text = texts[key];
    if (text === undefined) return key;
    if (!text.includes('{') && !text.includes("'")) return text;
    let fill = compiled.get(key);
    if (!fill) compiled.set(key, (fill = compile(text, language)));
    return fill(params);
  };
}

/** The best language we have for a list like `de-AT,de;q=0.9,en;q=0.8`. */
export function pickLanguage(wanted: string | undefined, fallback: Language = 'en'): Language {
  for (const part of (wanted ?? '').toLowerCase().split(',')) {
    const found = LANGUAGES.find((language) => part.trim().startsWith(language));
    if (found) return found;
  }
  return fallback;
}
