import { consentNames, offeringText, plannedCost, type Offering } from '../../../shared/catalog';
import { money, workingTime } from '../../../shared/strings';
import { reportSchema } from '../../../shared/tickets/ticket-schema';
import { execute } from '../parts/actions';
import { createCard } from '../parts/card';
import { ourText, plainText } from '../parts/elements';
import { askedFields, defaultsOf } from '../../../shared/kernel';
import { formInputs } from '../parts/form';
import { noticeBox } from '../parts/header';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson, Notice } from '../types';
import { wholeDraft, type DraftState } from './draft-state';

/** The draft became unnecessary: an article helped. Changing one's mind brings the draft back. */
export function solvedCard(state: DraftState, articleTitle: string | undefined, { t }: Reader): CardJson {
  return createCard({
    fallbackText: t('card.solved.title'),
    body: [
      ourText(t('card.solved.title'), { weight: 'bolder', size: 'medium', style: 'heading' }),
      ...(articleTitle ? [plainText(articleTitle, { isSubtle: true })] : []),
      ourText(t('card.solved.text')),
    ],
    actions: [execute(t('card.button.stillNeedHelp'), 'card.showDraft', { card: wholeDraft(state) })],
    moreText: t('card.timeline.more'),
  });
}

/** They are counted, and hear when it is over. Changing one's mind brings the draft back. */
export function meTooCard(state: DraftState, isAffected: boolean, { t }: Reader): CardJson {
  const title = t(isAffected ? 'card.meToo.title' : 'card.meToo.left');
  return createCard({
    fallbackText: title,
    body: [ourText(title, { weight: 'bolder', size: 'medium', style: 'heading' }), ...(isAffected ? [ourText(t('card.meToo.text'))] : [])],
    actions: [execute(t('card.cancelled.back'), 'card.showDraft', { card: wholeDraft(state) })],
    moreText: t('card.timeline.more'),
  });
}

export function cancelledCard(state: DraftState, { t }: Reader): CardJson {
  return createCard({
    fallbackText: t('card.cancelled.title'),
    body: [ourText(t('card.cancelled.title'), { weight: 'bolder', style: 'heading' }), plainText(state.title, { isSubtle: true })],
    actions: [execute(t('card.cancelled.back'), 'card.showDraft', { card: wholeDraft(state) })],
    moreText: t('card.timeline.more'),
  });
}

export interface OrderInput {
  readonly offering: Offering;
  readonly state: DraftState;
  readonly reader: Reader;
  readonly context: CardContext;
  /** Answers given so far, when the order comes back with problems. */
  readonly answers?: Readonly<Record<string, unknown>> | undefined;
  readonly neededBy?: unknown;
  readonly notice?: Notice | undefined;
}

/** What a card of this form asks for, given these answers: no client of Teams can show a field when another one is answered. */
export const askedOnCard = (offering: Pick<Offering, 'form'>, answers: Readonly<Record<string, unknown>>): readonly string[] => [...askedFields(offering.form ?? {}, answers).names];

/**
 * A catalog item with its own form: ordered without leaving the chat. It asks for what the answers so far ask for; when a press
 * shows that more is wanted, the same card comes back with the further fields and everything that was typed.
 */
export function orderCard({ offering, state, reader, context, answers, neededBy, notice }: OrderInput): CardJson {
  const { t, language, zone } = reader;
  const { name, description: about } = offeringText(offering, language);
  const base = { directory: context.directory, language, zone };
  const form = offering.form ?? {};
  const values = answers ?? defaultsOf(form);
  const shown = askedOnCard(offering, values);
  const mayAskMore = shown.length < Object.keys(form).length;
  const people = consentNames(offering, language);
  const cost = plannedCost(offering.costs, form, values);
  const said = [
    cost ? t('card.order.cost', { cost: money(cost, offering.currency ?? 'EUR', language) }) : undefined,
    people.length > 0 ? t('card.order.asks', { people: people.join(', ') }) : undefined,
    offering.targetMinutes ? t('card.order.promise', { time: workingTime(offering.targetMinutes * 60_000, language) }) : undefined,
  ].filter((line) => line !== undefined);
  return createCard({
    fallbackText: t('card.order.title', { name }),
    body: [
      noticeBox(notice),
      ourText(t('card.order.heading'), { size: 'small', isSubtle: true, style: 'heading' }),
      plainText(name, { size: 'medium', weight: 'bolder', spacing: 'none' }),
      ...(about ? [plainText(about, { isSubtle: true })] : []),
      ...formInputs(form, { ...base, prefix: 'answers.', values, hidesOpen: true, fileNote: t(state.files.length > 0 ? 'card.order.filesTaken' : 'card.order.filesInTab') }),
      ...formInputs(reportSchema, { ...base, prefix: 'report.', only: ['neededBy'], values: { neededBy } }),
      ...said.map((line) => plainText(line, { isSubtle: true, size: 'small', spacing: 'small' })),
    ],
    actions: [
      execute(t(mayAskMore ? 'card.order.next' : 'card.order.send'), 'tickets.report', { card: { ...wholeDraft(state), offering: offering.id, shown } }, { sendsInputs: true, style: 'positive' }),
      execute(t('card.button.back'), 'card.showDraft', { card: wholeDraft(state) }),
    ],
    moreText: t('card.form.moreInTab'),
  });
}

