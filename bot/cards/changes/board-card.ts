import { stepLines } from '../approvals/step-lines';
import { createCard } from '../parts/card';
import { facts, ourText, plainText, type Element } from '../parts/elements';
import { decideUntil } from '../approvals/step-lines';
import { excerpt } from '../parts/plain-text';
import { localTime } from '../parts/local-time';
import { footer, refreshOf } from '../parts/record-buttons';
import type { CardJson } from '../types';
import { namesInShort, riskLines } from './change-facts';
import { changeHeader } from './change-header';
import { outageWords, stateColor, type ChangeCardInput } from './change-words';

/** Times that every reader of the channel sees in their own zone. */
function timeLines(input: ChangeCardInput): readonly Element[] {
  const { view, reader: { t } } = input;
  const { plannedStart, plannedEnd } = view;
  const until = decideUntil(input);
  return [
    ...(plannedStart && plannedEnd ? [ourText(t('card.change.sharedWindow', { from: localTime(plannedStart), to: localTime(plannedEnd) }), { spacing: 'medium' })] : []),
    ...(until ? [ourText(t('card.change.sharedUntil', { at: localTime(until) }), { spacing: 'none' })] : []),
  ];
}

function boardBody(input: ChangeCardInput): readonly (Element | undefined)[] {
  const { view, reader: { t } } = input;
  return [
    changeHeader(input),
    ...timeLines(input),
    ...facts([
      { label: t('field.change.services'), value: namesInShort(view.services.map(({ name }) => name), input) },
      { label: t('field.change.items'), value: namesInShort(view.items.map(({ name }) => name), input) },
      { label: t('card.change.outageLabel'), value: outageWords(input) },
      { label: t('field.change.impact'), value: view.impact ? excerpt(view.impact, 280, 4).text : '' },
      { label: t('card.fact.requester'), value: view.requesterName },
      { label: t('field.change.implementer'), value: [view.implementerName, view.groupName].filter(Boolean).join(' · ') },
    ], '130px'),
    ...(view.collisions.length > 0 ? [ourText(t('card.change.collisions', { count: view.collisions.length }), { color: 'attention', weight: 'bolder' })] : []),
    riskLines(input),
    stepLines(input),
  ];
}

/** Only what everybody may know: that there is a change, how it stands, and that those concerned can look. */
function discreetBody({ view, reader: { t } }: ChangeCardInput): readonly Element[] {
  return [
    ourText(`${view.id} · ${t(`changeType.${view.type}`)}`, { weight: 'bolder', style: 'heading' }),
    ourText(t(`state.${view.state}`), { color: stateColor(view.state), weight: 'bolder', spacing: 'small' }),
    plainText(t('card.change.discreet'), { isSubtle: true }),
  ];
}

/**
 * The view that stands in a channel for everybody: how it stands, who has decided and who is awaited, and no button that
 * decides. Members of the board get theirs through `refresh`. Anywhere but in the channel of a group only number and state.
 */
export function changeBoardCard(input: ChangeCardInput): CardJson {
  const { view, audience, reader: { t } } = input;
  const isDiscreet = audience !== 'triage';
  const refresh = refreshOf(input);
  return createCard({
    fallbackText: isDiscreet ? `${view.id}: ${t(`state.${view.state}`)}` : `${view.id}: ${view.title}. ${t(`risk.${view.risk.level}`)}, ${t(`state.${view.state}`)}.`,
    body: isDiscreet ? discreetBody(input) : boardBody(input),
    actions: [refresh.action, ...footer(input)],
    moreText: t('card.timeline.more'),
    refresh,
  });
}
