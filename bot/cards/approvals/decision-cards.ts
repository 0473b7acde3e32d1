import type { Actor } from '../../../shared/kernel';
import { createCard } from '../parts/card';
import { column, columns, container, facts, ourText, plainText, type Element, type Fact } from '../parts/elements';
import { noticeBox } from '../parts/header';
import { cutText, excerpt, oneLine } from '../parts/plain-text';
import { definePracticeCards, type PracticeCards } from '../parts/practice-cards';
import { footer, recordButtons, refreshOf, type ButtonWish, type CardInput } from '../parts/record-buttons';
import { recordFormCard } from '../parts/record-form';
import { readerOf } from '../parts/ticket-words';
import type { Audience, CardJson, Notice } from '../types';
import { awaitedWithSubstitutes } from './awaited-people';
import { askedGroups, isVote, type DecidedView } from './decided-view';
import { seatBlocks, seatButtons, withdrawWishes } from './seat-buttons';
import { stepLines } from './step-lines';
import { typedValues, voteFormWish } from './vote-form';

/** Records that are little more than a question and its answer: exceptions from freezes, templates of changes. */
export interface AskedView extends DecidedView {
  readonly state: string;
  readonly requesterId: string;
  readonly requesterName: string;
  readonly awaitedApproverIds: readonly string[];
}

export interface AskedWords<V extends AskedView> {
  /** Text key: what kind of record it is. */
  readonly kind: string;
  title(view: V): string;
  facts(input: CardInput<V>): readonly (Fact | undefined)[];
  /** What was written about it. */
  texts(view: V): readonly (string | undefined)[];
  /** Beside deciding. */
  readonly wishes: readonly ButtonWish[];
}

const WARNINGS = new Set(['rejected', 'returned', 'expired', 'reminder', 'escalated', 'suspended']);

function header<V extends AskedView>({ kind, title }: AskedWords<V>, { view, reader: { t } }: CardInput<V>, line?: string): Element {
  const badge = { ...plainText(t(`state.${view.state}`), { size: 'small', weight: 'bolder', color: ['requested', 'proposed', 'renewing'].includes(view.state) ? 'accent' : 'default' }), horizontalAlignment: 'right' };
  return container(
    [
      columns([column([ourText(`${view.id} · ${t(kind)}`, { size: 'small', isSubtle: true, style: 'heading' })]), column([badge], { width: 'auto' })]),
      plainText(cutText(oneLine(title(view)), 200), { size: 'medium', weight: 'bolder', spacing: 'small' }),
      ...(line ? [plainText(cutText(line, 300), { isSubtle: true, spacing: 'small' })] : []),
    ],
    { style: view.state === 'approved' ? 'good' : 'emphasis', bleed: true },
  );
}

function ownCard<V extends AskedView>(words: AskedWords<V>, input: CardInput<V>, notice: Notice | undefined): CardJson {
  const { view, reader: { t } } = input;
  const isAsked = view.mySeats.length > 0;
  const line = isAsked ? t('card.approver.title') : view.waitsFor;
  return createCard({
    fallbackText: `${line} ${view.id}: ${words.title(view)} (${view.requesterName})`,
    body: [
      noticeBox(notice),
      header(words, input, line),
      ...seatBlocks(input),
      ...facts([{ label: t('card.fact.requester'), value: view.requesterName }, ...words.facts(input)], '130px'),
      ...words.texts(view).flatMap((text) => (text ? [plainText(excerpt(text, 900, 10).text, { spacing: 'medium' })] : [])),
      stepLines(input),
    ],
    actions: [...seatButtons(input), ...recordButtons(input, [...withdrawWishes(view), ...words.wishes], 0), ...footer(input)],
    moreText: t('card.timeline.more'),
    ...(input.context.viewerIds && { refresh: refreshOf(input) }),
  });
}

/** For everybody in the channel of those who are asked; anywhere else only number and state. */
function sharedCard<V extends AskedView>(words: AskedWords<V>, input: CardInput<V>): CardJson {
  const { view, audience, reader: { t } } = input;
  const refresh = refreshOf(input);
  const isDiscreet = audience !== 'triage';
  const discreet = [ourText(`${view.id} · ${t(words.kind)}`, { weight: 'bolder', style: 'heading' }), ourText(t(`state.${view.state}`), { spacing: 'small', weight: 'bolder' }), ourText(t('card.change.discreet'), { isSubtle: true })];
  const open = [header(words, input), ...facts([{ label: t('card.fact.requester'), value: view.requesterName }], '130px'), stepLines(input)];
  return createCard({
    fallbackText: isDiscreet ? `${view.id}: ${t(`state.${view.state}`)}` : `${view.id}: ${words.title(view)}. ${t(`state.${view.state}`)}.`,
    body: isDiscreet ? discreet : open,
    actions: [refresh.action, ...footer(input)],
    moreText: t('card.timeline.more'),
    refresh,
  });
}

function audienceFor(view: AskedView, actor: Actor): Audience {
  return view.mySeats.length > 0 || (view.requesterId !== actor.id && view.myVotes.length > 0) ? 'approver' : 'requester';
}

/** The cards of such a practice, from its words alone: deciding is the same everywhere. */
export function askedCards<V extends AskedView>(words: AskedWords<V>): PracticeCards {
  return definePracticeCards<V>({
    render(view, audience, actor, context, notice) {
      const input = { view, audience, context, reader: readerOf(actor, context) };
      return actor ? ownCard(words, input, notice) : sharedCard(words, input);
    },
    audienceFor,
    form(wish) {
      const found = isVote(wish.action) ? voteFormWish(wish) : (words.wishes.find(({ action }) => action === wish.action) ?? { action: wish.action });
      if (!found) return undefined;
      const { fixed: _steps, ...input } = wish;
      return recordFormCard({ ...input, wish: found, values: typedValues(wish.values, found), header: header(words, wish) });
    },
    channelGroups: askedGroups,
    firstViewers: (view, context) => awaitedWithSubstitutes(view.awaitedApproverIds, context),
    headline(what) {
      const name = what.split('.')[1] ?? '';
      return name === 'approval' ? undefined : WARNINGS.has(name) ? 'warning' : 'good';
    },
  });
}
