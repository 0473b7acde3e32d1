import { refuse } from '../../kernel';
import { declineSchema, emptySchema, escalateSchema } from '../ticket-schema';
import { nextState, onTicket } from './define';

/** How often a requester may ask for more attention (domain.md 6.3). */
export const ESCALATE_HOURS = 4;
const HOUR_MS = 3_600_000;

/** Whoever was asked takes it; why they were picked stays with it. */
export const acceptOffer = onTicket('acceptOffer', emptySchema, 'check', (ticket, _input, { actor }) => {
  const { offer, picked } = ticket;
  if (!offer || offer.personId !== actor.id) return refuse('tickets.noOffer');
  return {
    events: [{
      type: 'TicketAssigned', groupId: offer.groupId, assigneeId: actor.id, assigneeName: actor.name, state: nextState(ticket, 'acceptOffer'), ...(picked && { picked }),
    }],
  };
});

export const declineOffer = onTicket('declineOffer', declineSchema, 'check', (ticket, { reason }, { actor }) => {
  if (ticket.offer?.personId !== actor.id) return refuse('tickets.noOffer');
  return { events: [{ type: 'OfferDeclined', personId: actor.id, ...(reason && { reason }) }] };
});

/** The requester needs more attention: informs, does not reassign. */
export const escalate = onTicket('escalate', escalateSchema, 'check', (ticket, { reason }, { now }) => {
  const { escalatedAt } = ticket;
  if (escalatedAt && Date.parse(now) - Date.parse(escalatedAt) < ESCALATE_HOURS * HOUR_MS) return refuse('tickets.escalatedAlready', { hours: ESCALATE_HOURS });
  return { events: [{ type: 'TicketEscalated', reason }] };
});
