import type { Label, Language } from '../kernel';
import { en } from './en';
import { de } from './de';
import { createTranslator, type Translate } from './translator';

export type TextKey = keyof typeof en;

const translators = { en: createTranslator(en, 'en'), de: createTranslator(de, 'de') };

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
