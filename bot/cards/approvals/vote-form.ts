import type { DialogCard, FormWish } from '../parts/practice-cards';
import { sendDialog } from '../parts/actions';
import { createCard } from '../parts/card';
import type { Element } from '../parts/elements';
import { formInputs } from '../parts/form';
import { noticeBox } from '../parts/header';
import { askedFields, formContext, pressData, sendTitle, verbOf, wishedSchema, type ButtonWish } from '../parts/record-buttons';
import type { CardJson } from '../types';
import { seatOf, type DecidedView } from './decided-view';
import { voteWish } from './seat-buttons';

/**
 * How a vote is asked for in a form; undefined when it must not be: the seat is gone, or its token has been given anew because
 * what is decided about has changed. Whoever typed a reason for the former content has to look at the new one first.
 */
export function voteFormWish<V extends DecidedView>({ view, action, card, values }: FormWish<V>): ButtonWish | undefined {
  const seat = seatOf(view, card.seat ?? values?.step);
  if (!seat || (values?.step !== undefined && values.step !== seat.step) || (values?.token !== undefined && values.token !== seat.token)) return undefined;
  const verb = (['approve', 'reject', 'returnForInfo'] as const).find((name) => action === `${view.practice}.${name}`);
  if (!verb) return undefined;
  const wish = voteWish(view.practice, verb, seat);
  // A comment that was written in words comes back, where the button on the card asks for none.
  return values?.comment === undefined ? wish : { ...wish, omit: wish.omit?.filter((name) => name !== 'comment') ?? [] };
}

/** What was typed, without what the button answers by itself. */
export function typedValues(values: Readonly<Record<string, unknown>> | undefined, { fixed = {} }: ButtonWish): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => fixed[name] === undefined));
}

/** A vote that has to be confirmed, as a dialog: what it is about, why, and the button that casts it. */
export function voteDialog<V extends DecidedView>(input: FormWish<V>, about: readonly Element[]): DialogCard | undefined {
  const { view, audience, reader, context } = input;
  const { t } = reader;
  const wish = voteFormWish(input);
  if (!wish || !view.can.includes(wish.action)) return undefined;
  const title = t('card.approval.confirmTitle', { id: view.id });
  const { isConfirmed: _answered, ...fixed } = wish.fixed ?? {};
  const toggle = { type: 'Input.Toggle', id: `${verbOf(wish.action)}.isConfirmed`, title: t('card.approval.confirmText'), valueOn: 'true', valueOff: 'false', isRequired: true, errorMessage: t('card.approval.confirmNeeded') };
  const asked = formInputs(wishedSchema(wish), { ...formContext({ reader, context }, wish.action), values: typedValues(input.values, wish), only: askedFields({ view }, wish) });
  const data = pressData({ view, audience }, { ...fixed, card: { view: audience, action: wish.action, ...wish.card } });
  const card: CardJson = createCard({
    fallbackText: title,
    body: [noticeBox(input.notice), ...about, ...asked, toggle],
    actions: [sendDialog(sendTitle(wish, { reader }), data)],
    moreText: t('card.timeline.more'),
  });
  return { title, card };
}

/** Inputs, buttons and refreshing are for the chat: in a dialog the card only shows how it stands. */
export function shownOnly(card: CardJson): CardJson {
  const { refresh: _refresh, actions: _actions, ...rest } = card;
  const isShown = (value: unknown): boolean => !/^(Input|Action)\.|^ActionSet$/.test(String((value as { type?: unknown } | null)?.type));
  const shown = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter(isShown).map(shown);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, shown(entry)]));
  };
  return shown(rest) as CardJson;
}
