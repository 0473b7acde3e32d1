import { DateTime } from 'luxon';
import { labelText } from '../../../shared/strings';
import { execute, type CardAction } from '../parts/actions';
import { createCard } from '../parts/card';
import { ourText, plainText, type Element } from '../parts/elements';
import { controllersOf, formInputs } from '../parts/form';
import { noticeBox, ticketHeader } from '../parts/header';
import { bytesOf, excerpt } from '../parts/plain-text';
import type { CardJson, Notice } from '../types';
import { APPROVER_WISHES } from './approver-card';
import { handlerWishes } from './handler-card';
import { REQUESTER_WISHES } from './requester-card';
import { refreshOf } from './shared-card';
import { askedFields, formContext, pressData, schemaOf, sendTitle, type ButtonWish, type TicketCardInput } from './ticket-buttons';

export interface FormCardInput extends TicketCardInput {
  readonly wish: ButtonWish;
  /** What was typed already, by field name, as the schema types it. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly notice?: Notice | undefined;
}

/** Texts of more than this are not filled into a form: what does not fit would be lost when it is sent. */
const MAX_FILLED_BYTES = 8_000;

/** How this audience's card asks for an action; any other action as it is. */
export function wishFor(input: TicketCardInput, action: string): ButtonWish {
  const wishes = { requester: REQUESTER_WISHES, approver: APPROVER_WISHES, agent: handlerWishes(input), triage: handlerWishes(input) }[input.audience];
  return wishes.find((wish) => wish.action === action) ?? { action };
}

/** Nine o'clock on the next weekday, where the reader is. */
function nextMorning(now: string, zone: string): string | null {
  let day = DateTime.fromISO(now, { zone }).plus({ days: 1 });
  while (day.weekday > 5) day = day.plus({ days: 1 });
  return day.set({ hour: 9, minute: 0, second: 0, millisecond: 0 }).toUTC().toISO();
}

/** What the form starts with: the present values where it changes them, and a day to look again. */
function startValues({ view, reader, context }: TicketCardInput, action: string): Readonly<Record<string, unknown>> {
  switch (action) {
    case 'tickets.edit':
      return { title: view.title, description: view.description };
    case 'tickets.classify':
      return { categoryId: view.categoryId, reach: view.reach, work: view.work };
    case 'tickets.assign':
      return { groupId: view.groupId };
    case 'tickets.putOnHold':
      return { followUpAt: nextMorning(context.now, reader.zone) };
    default:
      return {};
  }
}

function backButton(input: TicketCardInput): CardAction {
  return execute(input.reader.t('card.button.back'), 'card.showTicket', { id: input.view.id, card: { view: input.audience } });
}

/** What was answered in the first step, as text: to change it, go back. */
function answered({ reader, wish }: FormCardInput): readonly Element[] {
  const schema = schemaOf(wish.action);
  return Object.entries(wish.fixed ?? {}).flatMap(([name, value]) => {
    const field = schema[name];
    const option = field?.options?.find((entry) => entry.value === value);
    if (!field || !option) return [];
    return [plainText(`${labelText(field.label, reader.language)}: ${labelText(option.label, reader.language)}`)];
  });
}

/**
 * One action of a ticket as a card of its own: for forms with pickers and dates, and for what somebody typed when it could
 * not be done at once, so that nothing typed is lost. Answers on which other fields depend are asked for first.
 */
export function ticketFormCard(input: FormCardInput): CardJson {
  const { view, reader, wish, notice } = input;
  const { t } = reader;
  const schema = schemaOf(wish.action);
  const values = { ...startValues(input, wish.action), ...input.values, ...wish.fixed };
  const asked = askedFields(input, wish).filter((name) => bytesOf(values[name] ?? '') <= MAX_FILLED_BYTES);
  const open = controllersOf(schema).filter((name) => asked.includes(name));
  const isFirstStep = open.length > 0;
  const title = t(wish.title ?? `action.${wish.action}`);
  const look = { sendsInputs: true, style: 'positive' } as const;
  const step = { view: input.audience, action: wish.action, ...(wish.fixed && { fixed: wish.fixed }) };
  const next = execute(t('card.button.next'), 'card.showForm', { id: view.id, version: view.version, card: step }, look);
  const send = execute(sendTitle(wish, input), wish.action, pressData(input, wish.fixed), look);
  return createCard({
    fallbackText: `${title}: ${view.id}`,
    body: [
      noticeBox(notice),
      ticketHeader(view, reader, { isForHandlers: input.audience !== 'requester' && input.audience !== 'approver' }),
      ourText(title, { weight: 'bolder', size: 'medium', spacing: 'medium' }),
      ...answered(input),
      ...formInputs(schema, { ...formContext(input, wish.action), groupId: groupOf(values), values, only: isFirstStep ? open : asked }),
    ],
    actions: [isFirstStep ? next : send, backButton(input)],
    moreText: t('card.form.moreInTab'),
    ...(input.context.viewerIds && { refresh: refreshOf(input) }),
  });
}

/** Assignees are offered from the group that is chosen. */
const groupOf = (values: Readonly<Record<string, unknown>>): string | undefined => (typeof values.groupId === 'string' ? values.groupId : undefined);

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Can all that was typed be shown in a form again? */
export function fitsForm(values: Readonly<Record<string, unknown>>): boolean {
  return bytesOf(values) <= MAX_FILLED_BYTES;
}

/** What somebody typed and can no longer send, so that they can copy it. */
export function lostText(values: Readonly<Record<string, unknown>>): string | undefined {
  const texts = ['text', 'notes', 'reason', 'comment', 'note'].map((name) => values[name]).filter(isText);
  return texts.length > 0 ? excerpt(texts.join('\n'), 3_000, 40).text : undefined;
}
