import type { Language } from '../kernel';
import { exactTime, translator } from '../strings';
import type { Collision } from './schedule-views';

export interface CollisionReader {
  readonly language: Language;
  /** IANA zone. */
  readonly zone: string;
  /** What the reader calls an item, a change, a freeze or a person. */
  readonly nameOf: (id: string) => string;
}

/** A collision as a sentence, the same one on every surface: `Payroll database is in the freeze “Year end” until …`. */
export function collisionWords(collision: Collision, { language, zone, nameOf }: CollisionReader): string {
  const { reason, itemId, relatedId, otherId, personId, to, until } = collision;
  const name = (id: string | undefined): string => (id === undefined ? '' : nameOf(id));
  const isOfItem = itemId !== undefined || reason !== 'itemFrozen';
  return translator(language)(`collisionText.${isOfItem ? reason : 'workFrozen'}`, {
    item: name(itemId),
    related: name(relatedId),
    other: name(otherId),
    person: name(personId),
    until: exactTime(until ?? to, language, zone),
    isEnding: until === undefined ? 'no' : 'yes',
  });
}
