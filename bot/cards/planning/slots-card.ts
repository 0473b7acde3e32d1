import type { CollisionView } from '../../../shared/changes';
import type { Slot } from '../../../shared/scheduling';
import { shortTime } from '../../../shared/strings';
import { execute, openUrl } from '../parts/actions';
import { createCard } from '../parts/card';
import { actionSet, column, columns, container, ourText, plainText, type Element } from '../parts/elements';
import { noticeBox } from '../parts/header';
import { cutText } from '../parts/plain-text';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson, Notice } from '../types';
import { planData, windowOf, type PlanState } from './plan-state';
import { collisionLines, lengthText, rangeText } from './window-parts';

export interface SlotsCardInput {
  /** What is looked for: services, items, length. */
  readonly state: PlanState;
  /** `Mail server, DB-01`. */
  readonly names: string;
  readonly slots: readonly Slot[];
  readonly refused: readonly { readonly from: string; readonly to: string; readonly collisions: readonly CollisionView[] }[];
  /** Names that may have been meant. */
  readonly near: readonly { readonly id: string; readonly name: string }[];
  readonly reader: Reader;
  readonly context: CardContext;
  readonly notice?: Notice | undefined;
}

const MAX_REFUSED = 5;

function slotRow(slot: Slot, { state, reader, context }: SlotsCardInput): Element {
  const { t, language, zone } = reader;
  const isLoose = slot.latestStart > slot.from;
  return columns(
    [
      column([
        plainText(rangeText(slot.from, slot.to, context.now, reader), { weight: 'bolder' }),
        ...(isLoose ? [plainText(t('card.slots.until', { at: shortTime(slot.latestStart, language, zone) }), { size: 'small', isSubtle: true, spacing: 'none' })] : []),
      ]),
      column([actionSet([execute(t('card.slots.take'), 'card.showPlan', { card: { ...planData(state), slot: slot.from } }, { tooltip: rangeText(slot.from, slot.to, context.now, reader) })])], { width: 'auto', verticalContentAlignment: 'center' }),
    ],
    { separator: true, spacing: 'small' },
  );
}

function refusedBox({ from, to, collisions }: SlotsCardInput['refused'][number], { reader, context }: SlotsCardInput): Element {
  return container([plainText(rangeText(from, to, context.now, reader), { size: 'small', isSubtle: true }), ...collisionLines(collisions, reader, { max: 2 })], { separator: true, spacing: 'small' });
}

/** The earliest windows without any collision, and for the time before them what stands in the way there. */
export function slotsCard(input: SlotsCardInput): CardJson {
  const { state, names, slots, refused, near, reader, context, notice } = input;
  const { t } = reader;
  const { minutes } = windowOf(state);
  const title = names ? t('card.slots.title', { names: cutText(names, 150), length: lengthText(minutes, reader) }) : t('card.slots.titleAny', { length: lengthText(minutes, reader) });
  const meant = near.map(({ id, name }) => execute(cutText(name, 40), 'card.showSlots', { card: { ...planData(state), add: id } }));
  return createCard({
    fallbackText: title,
    body: [
      noticeBox(notice),
      plainText(title, { size: 'medium', weight: 'bolder' }),
      ...(meant.length > 0 ? [ourText(t('card.slots.near'), { spacing: 'small' }), actionSet(meant)] : []),
      ...(slots.length > 0 ? slots.map((slot) => slotRow(slot, input)) : [ourText(t('card.slots.none'), { isSubtle: true })]),
      ...(refused.length > 0 ? [ourText(t('card.slots.why'), { weight: 'bolder', spacing: 'medium' }), ...refused.slice(0, MAX_REFUSED).map((entry) => refusedBox(entry, input))] : []),
      refused.length > MAX_REFUSED ? ourText(t('card.slots.moreRefused', { count: refused.length - MAX_REFUSED }), { size: 'small', isSubtle: true }) : undefined,
    ],
    actions: [openUrl(t('card.slots.calendar'), context.link('calendar'))],
    moreText: t('card.timeline.more'),
  });
}
