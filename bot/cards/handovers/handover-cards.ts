import type { HandoverView } from '../../../shared/handovers';
import { shortTime } from '../../../shared/strings';
import { createCard } from '../parts/card';
import { column, columns, container, ourText, plainText, type Element } from '../parts/elements';
import { noticeBox } from '../parts/header';
import { cutText, excerpt } from '../parts/plain-text';
import { definePracticeCards } from '../parts/practice-cards';
import { footer, recordButtons, refreshOf, type ButtonWish } from '../parts/record-buttons';
import { recordFormCard } from '../parts/record-form';
import { readerOf } from '../parts/ticket-words';
import type { CardJson, Notice } from '../types';
import { handoverRows, type HandoverInput } from './handover-rows';

const VISIBLE = 3;
const MOST_NAMED = 6;

function wishes({ state }: HandoverView): readonly ButtonWish[] {
  const rest = state !== 'handedOver';
  return [
    { action: 'handovers.handOver', style: 'positive' },
    { action: 'handovers.accept', style: 'positive', omit: ['itemId'], title: rest ? 'card.handover.acceptRest' : 'card.handover.acceptAll' },
    { action: 'handovers.decline', omit: ['itemId'] },
    { action: 'handovers.withdraw' },
  ];
}

function names(people: readonly string[]): string {
  return `${people.slice(0, MOST_NAMED).map((name) => cutText(name, 60)).join(', ')}${people.length > MOST_NAMED ? ', …' : ''}`;
}

function header({ view, reader: { t, language, zone } }: HandoverInput): Element {
  const isOpen = view.closedAt === undefined;
  const badge = { ...plainText(t(`state.${view.state}`), { size: 'small', weight: 'bolder', color: view.state === 'expired' ? 'attention' : isOpen ? 'accent' : 'default' }), horizontalAlignment: 'right' };
  return container(
    [
      columns([column([ourText(`${view.id} · ${t('card.kind.handover')}`, { size: 'small', isSubtle: true, style: 'heading' })]), column([badge], { width: 'auto' })]),
      plainText(t('card.handover.title', { group: cutText(view.groupName, 80), at: shortTime(view.endsAt, language, zone) }), { size: 'medium', weight: 'bolder', spacing: 'small' }),
      plainText(t('card.handover.people', { from: names(view.fromNames), to: names(view.toNames) }), { isSubtle: true, spacing: 'small' }),
    ],
    { style: view.state === 'expired' ? 'warning' : isOpen ? 'emphasis' : 'good', bleed: true },
  );
}

/** What is asked of whoever reads it, and until when. */
function asked({ view, reader: { t, language, zone } }: HandoverInput): Element | undefined {
  if (view.can.includes('handovers.handOver')) return ourText(t('card.handover.askGiver'), { spacing: 'medium' });
  if (view.can.includes('handovers.accept') && view.openCount > 0) {
    return ourText(view.acceptBy ? t('card.handover.askReceiver', { at: shortTime(view.acceptBy, language, zone) }) : t('card.handover.askReceiverAny'), { spacing: 'medium' });
  }
  return undefined;
}

function handoverCard(input: HandoverInput, notice: Notice | undefined): CardJson {
  const { view, reader: { t, language, zone }, context } = input;
  const ask = asked(input);
  return createCard({
    fallbackText: `${view.id}: ${t('card.handover.title', { group: view.groupName, at: shortTime(view.endsAt, language, zone) })}. ${t(`state.${view.state}`)}.`,
    body: [
      noticeBox(notice),
      header(input),
      ...(ask ? [ask] : []),
      ...(view.note ? [plainText(excerpt(view.note, 1_200, 12).text, { spacing: 'medium' })] : []),
      ...handoverRows(input),
    ],
    actions: [...recordButtons(input, wishes(view), VISIBLE), ...footer(input)],
    moreText: t('card.timeline.more'),
    ...(context.viewerIds && { refresh: refreshOf(input) }),
  });
}

/** Where many read along only that there is one: it is about the work of people. */
function discreetCard(input: HandoverInput): CardJson {
  const { view, reader: { t } } = input;
  const refresh = refreshOf(input);
  return createCard({
    fallbackText: `${view.id}: ${t(`state.${view.state}`)}`,
    body: [ourText(`${view.id} · ${t('card.kind.handover')}`, { weight: 'bolder', style: 'heading' }), ourText(t(`state.${view.state}`), { spacing: 'small', weight: 'bolder' })],
    actions: [refresh.action, ...footer(input)],
    moreText: t('card.timeline.more'),
    refresh,
  });
}

/** Which item a form is about: told by the button that opened it, or typed before. */
function itemOf(card: Readonly<Record<string, unknown>>, values: Readonly<Record<string, unknown>> = {}): string | undefined {
  const fixed = (card.fixed ?? {}) as Readonly<Record<string, unknown>>;
  const itemId = fixed.itemId ?? values.itemId;
  return typeof itemId === 'string' ? itemId.slice(0, 20) : undefined;
}

export const handoverCards = definePracticeCards<HandoverView>({
  render(view, audience, actor, context, notice) {
    const input = { view, audience, context, reader: readerOf(actor, context) };
    return actor ? handoverCard(input, notice) : discreetCard(input);
  },
  audienceFor: () => 'agent',
  form({ fixed: _steps, ...input }) {
    const wish = wishes(input.view).find(({ action }) => action === input.action) ?? { action: input.action };
    const itemId = itemOf(input.card, input.values);
    const note = itemId && input.view.items.find(({ id }) => id === itemId)?.note;
    return recordFormCard({ ...input, wish: itemId ? { ...wish, fixed: { itemId } } : wish, header: header(input), ...(note && { start: { note } }), ...(itemId && { lines: [plainText(itemId)] }) });
  },
  channelGroups: () => [],
  firstViewers: () => [],
  headline: (what) => (what.endsWith('.reminder') || what.endsWith('.expired') ? 'warning' : 'good'),
});
