import { IntlMessageFormat } from 'intl-messageformat';
import type { Label, Language } from '../kernel';
import { en } from './en';
import { de } from './de';

export type TextKey = keyof typeof en;
export type TextParams = Readonly<Record<string, string | number | boolean | Date | undefined>>;
/** Gives a text in one language. An unknown key comes back as itself, so that a gap is seen and nothing breaks. */
export type Translate = (key: string, params?: TextParams) => string;

export const LANGUAGES: readonly Language[] = ['en', 'de'];
const TEXTS: Record<Language, Readonly<Record<string, string>>> = { en, de };

function createTranslator(language: Language): Translate {
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, params) => {
    const text = TEXTS[language][key];
    if (text === undefined) return key;
    if (!text.includes('{') && !text.includes("'")) return text;
    let format = compiled.get(key);
    if (!format) compiled.set(key, (format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })));
    return String(format.format(params as Record<string, string | number>));
  };
}

const translators = { en: createTranslator('en'), de: createTranslator('de') };

/** Texts in ICU MessageFormat, `translator('de')('tickets.count', { count: 2 })`. */
export function translator(language: Language): Translate {
  return translators[language];
}

export function hasText(key: string): boolean {
  return Object.hasOwn(en, key);
}

/** A field's label: a text key, or texts an administrator wrote. */
export function labelText(label: Label, language: Language): string {
  if (typeof label === 'string') return translators[language](label);
  return language === 'de' ? (label.de ?? label.en) : label.en;
}

/** The best language we have for a list like `de-AT,de;q=0.9,en;q=0.8`. */
export function pickLanguage(wanted: string | undefined, fallback: Language = 'en'): Language {
  for (const part of (wanted ?? '').toLowerCase().split(',')) {
    const found = LANGUAGES.find((language) => part.trim().startsWith(language));
    if (found) return found;
  }
  return fallback;
}

export { relativeTime, exactTime, shortTime } from './dates';
export { refusalText, problemText } from './refusal-text';
