import { DateTime } from 'luxon';
import { ticketHeader } from '../parts/header';
import type { ButtonWish } from '../parts/record-buttons';
import { recordFormCard, type FormRequest } from '../parts/record-form';
import type { CardJson } from '../types';
import { APPROVER_WISHES } from './approver-card';
import { handlerWishes } from './handler-card';
import { REQUESTER_WISHES } from './requester-card';
import type { TicketCardInput } from './ticket-buttons';

export interface FormCardInput extends TicketCardInput, FormRequest {}

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

/** One action of a ticket as a card of its own. */
export function ticketFormCard(input: FormCardInput): CardJson {
  const { view, audience, reader, wish } = input;
  const isForHandlers = audience !== 'requester' && audience !== 'approver';
  return recordFormCard({ ...input, header: ticketHeader(view, reader, { isForHandlers }), start: startValues(input, wish.action) });
}
