import { timeRange, workingTime } from '../../../shared/strings';
import type { Slot } from '../../../shared/scheduling';
import type { CollisionView } from '../../../shared/changes';
import { container, ourText, plainText, type Element } from '../parts/elements';
import { cutText, oneLine } from '../parts/plain-text';
import type { Reader } from '../parts/ticket-words';

const MAX_LINES = 4;
const MAX_LINE = 200;
const MINUTE_MS = 60_000;

export const lengthText = (minutes: number, { language }: Pick<Reader, 'language'>): string => workingTime(minutes * MINUTE_MS, language);

export const rangeText = (from: string, to: string, now: string, { language, zone }: Reader): string => timeRange(from, to, now, language, zone);

/** A window as it stands on a button: short enough for one. */
export const slotTitle = ({ from, to }: Pick<Slot, 'from' | 'to'>, now: string, reader: Reader): string => cutText(rangeText(from, to, now, reader), 55);

/** Why not then, in words: each reason once, what blocks before what only warns. */
export function collisionLines(collisions: readonly CollisionView[], reader: Reader, options: { readonly max?: number } = {}): readonly Element[] {
  const { max = MAX_LINES } = options;
  const sorted = [...collisions].sort((left, right) => Number(right.severity === 'block') - Number(left.severity === 'block'));
  const texts = [...new Set(sorted.map(({ text }) => cutText(oneLine(text), MAX_LINE)))];
  const shown = texts.slice(0, max).map((text) => plainText(`• ${text}`, { spacing: 'none' }));
  return texts.length > max ? [...shown, ourText(reader.t('card.slots.moreReasons', { count: texts.length - max }), { size: 'small', isSubtle: true, spacing: 'none' })] : shown;
}

/** What the wished window runs into right now, or that nothing does. */
export function collisionBox(collisions: readonly CollisionView[], reader: Reader): Element {
  const { t } = reader;
  if (collisions.length === 0) return container([ourText(t('card.plan.free'))], { style: 'good', spacing: 'small' });
  const isFrozen = collisions.some(({ severity }) => severity === 'block');
  return container(
    [ourText(t(isFrozen ? 'card.plan.frozen' : 'card.plan.collides'), { weight: 'bolder' }), ...collisionLines(collisions, reader)],
    { style: isFrozen ? 'attention' : 'warning', spacing: 'small' },
  );
}
