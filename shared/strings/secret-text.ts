import type { Translate } from './translator';

/** What was taken out of somebody's words, and what they should do about it. */
export function secretText(kinds: readonly string[], t: Translate): string {
  return t('secret.takenOut', { what: kinds.map((kind) => t(`secret.${kind}`)).join(', '), count: kinds.length });
}
