import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../kernel';

export type TextParams = Readonly<Record<string, string | number | boolean | Date | undefined>>;
/** Gives a text in one language. An unknown key comes back as itself, so that a gap is seen and nothing breaks. */
export type Translate = (key: string, params?: TextParams) => string;

export const LANGUAGES: readonly Language[] = ['en', 'de'];

/** Nothing but words and names of parameters, as most texts are. */
const PLAIN = /^[^{}'#<]*(?:\{\w+\}[^{}'#<]*)*$/;
const PARAMETER = /\{(\w+)\}/g;

/** A plain text with its parameters; undefined where one is no text or number, and the whole format has to say what that means. */
function filled(text: string, params: TextParams = {}): string | undefined {
  const isSimple = (name: string): boolean => typeof params[name] === 'string' || typeof params[name] === 'number';
  const names = [...text.matchAll(PARAMETER)].map(([, name = '']) => name);
  return names.every(isSimple) ? text.replace(PARAMETER, (_whole, name: string) => String(params[name])) : undefined;
}

/** Texts in ICU MessageFormat; each is compiled when it is first asked for. Browsers load only the texts they show. */
export function createTranslator(texts: Readonly<Record<string, string>>, language: Language): Translate {
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, params) => {
    const text = texts[key];
    if (text === undefined) return key;
    if (!text.includes('{') && !text.includes("'")) return text;
    const simple = PLAIN.test(text) ? filled(text, params) : undefined;
    if (simple !== undefined) return simple;
    let format = compiled.get(key);
    if (!format) compiled.set(key, (format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })));
    return String(format.format(params));
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
