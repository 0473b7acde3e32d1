import type { Label, Language } from '../../../shared/kernel';
import { createTranslator, type Translate } from '../../../shared/strings/translator';

export { pickLanguage, type Translate } from '../../../shared/strings/translator';

/** Loads the words of one language. */
export async function loadTexts(language: Language): Promise<Translate> {
  const { texts } = language === 'de' ? await import('./texts-de') : await import('./texts-en');
  return createTranslator(texts, language);
}

/** The same translator with words that only some pages need. */
export function addTexts(t: Translate, texts: Readonly<Record<string, string>>, language: Language): Translate {
  const added = createTranslator(texts, language);
  return (key, params) => (Object.hasOwn(texts, key) ? added(key, params) : t(key, params));
}

/** A field's label: a text key, or texts an administrator wrote. */
export function labelText(label: Label, language: Language, t: Translate): string {
  if (typeof label === 'string') return t(label);
  return language === 'de' ? (label.de ?? label.en) : label.en;
}
