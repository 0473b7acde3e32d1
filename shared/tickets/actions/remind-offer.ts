import { hasRole, refuse } from '../../kernel';
import { ASSIGNMENT_DEFAULTS, type Group } from '../../people';
import { iso, MINUTE } from '../../sla';
import { nextReminderAt } from '../ticket-assignment';
import type { Offer, Ticket } from '../ticket';
import { emptySchema } from '../ticket-schema';
import type { TicketAction } from './define';

export type OfferTerms = Pick<Offer, 'until' | 'reminders' | 'intervalMinutes'>;

/**
 * How long somebody who is asked has to answer. On call they are reminded before it goes on: the time is (reminders + 1) times the
 * interval (domain.md 6.1). P1 goes on without a reminder unless the group says otherwise. `now` is an ISO instant.
 */
export function offerTerms(group: Group, { priority }: Pick<Ticket, 'priority'>, now: string): OfferTerms {
  const isP1 = priority === 'P1';
  const { offerMinutes, urgentOfferMinutes, reminders: usually, urgentReminders } = { ...ASSIGNMENT_DEFAULTS, ...group };
  const interval = isP1 ? urgentOfferMinutes : offerMinutes;
  const reminders = group.strategy !== 'onCall' ? 0 : isP1 ? urgentReminders : usually;
  return { until: iso(Date.parse(now) + (reminders + 1) * interval * MINUTE), ...(reminders > 0 && { reminders, intervalMinutes: interval }) };
}

/** Whoever is on call has not answered yet: they are asked again, each time once, however late it is looked. */
export const remindOffer: TicketAction = {
  name: 'tickets.remindOffer',
  schema: emptySchema,
  repeat: 'safe',
  internal: true,
  can: (actor) => hasRole(actor, 'system'),
  decide(record, _input, { now, config }) {
    const { offer } = record as Ticket;
    const nextAt = offer && nextReminderAt(offer);
    if (!offer || nextAt === undefined) return refuse('tickets.noOffer');
    if (now < nextAt) return refuse('kernel.notDue');
    if (now >= offer.until) return refuse('tickets.noOffer');
    const { personId, at, reminders = 0, intervalMinutes = 1 } = offer;
    const number = Math.min(reminders, Math.floor((Date.parse(now) - Date.parse(at)) / (intervalMinutes * MINUTE)));
    return { events: [{ type: 'OfferReminded', personId, personName: config.person(personId)?.name ?? personId, number, of: reminders }] };
  },
};
