import { excerpt } from '../parts/plain-text';
import { execute, type CardAction } from '../parts/actions';
import { createCard } from '../parts/card';
import { ourText } from '../parts/elements';
import { controllersOf, formInputs } from '../parts/form';
import { noticeBox, ticketHeader } from '../parts/header';
import type { CardJson, Notice } from '../types';
import { refreshOf } from './shared-card';
import { askedFields, formContext, pressData, schemaOf, sendTitle, type ButtonWish, type TicketCardInput } from './ticket-buttons';

export interface FormCardInput extends TicketCardInput {
  readonly wish: ButtonWish;
  /** What was typed already, by field name, as the schema types it. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly notice?: Notice | undefined;
}

function backButton(input: TicketCardInput): CardAction {
  return execute(input.reader.t('card.button.back'), 'card.showTicket', { id: input.view.id, card: { view: input.audience } });
}

/**
 * One action of a ticket as a card of its own: for forms with pickers and dates, and for what somebody typed when it could
 * not be done at once, so that nothing typed is lost. Answers on which other fields depend are asked for first.
 */
export function ticketFormCard(input: FormCardInput): CardJson {
  const { view, reader, wish, values, notice } = input;
  const { t } = reader;
  const schema = schemaOf(wish.action);
  const asked = askedFields(input, wish);
  const open = controllersOf(schema).filter((name) => asked.includes(name) && values?.[name] === undefined);
  const isFirstStep = open.length > 0;
  const title = t(wish.title ?? `action.${wish.action}`);
  const next = execute(t('card.button.next'), 'card.showForm', {
    id: view.id, version: view.version, card: { view: input.audience, action: wish.action, ...(wish.fixed && { fixed: wish.fixed }) },
  }, { sendsInputs: true, style: 'positive' });
  const send = execute(sendTitle(wish, input), wish.action, pressData(input, wish.fixed), { sendsInputs: true, style: 'positive' });
  return createCard({
    fallbackText: `${title}: ${view.id}`,
    body: [
      noticeBox(notice),
      ticketHeader(view, reader, { isForHandlers: input.audience !== 'requester' && input.audience !== 'approver' }),
      ourText(title, { weight: 'bolder', size: 'medium', spacing: 'medium' }),
      ...formInputs(schema, { ...formContext(input, wish.action), values, only: isFirstStep ? open : asked }),
    ],
    actions: [isFirstStep ? next : send, backButton(input)],
    moreText: t('card.form.moreInTab'),
    ...(input.context.viewerIds && { refresh: refreshOf(input) }),
  });
}

/** What somebody typed and can no longer send, so that they can copy it. */
export function lostText(values: Readonly<Record<string, unknown>>): string | undefined {
  const texts = ['text', 'notes', 'reason', 'comment', 'note'].map((name) => values[name]).filter((value): value is string => typeof value === 'string' && value.trim() !== '');
  return texts.length > 0 ? excerpt(texts.join('\n'), 3_000, 40).text : undefined;
}

