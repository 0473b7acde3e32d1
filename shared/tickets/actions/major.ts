import { hasRole, refuse, type Schema } from '../../kernel';
import { afterCounts, parentOf, partsOf } from '../major-incident';
import { isOpen } from '../ticket-lifecycle';
import { affectedSchema, countsSchema, majorReasonSchema, restrictSchema } from '../ticket-schema';
import type { Ticket } from '../ticket';
import { onTicket, type TicketAction, type TicketDecide } from './define';

/** Each of them is an event of the record, and is told when it is over: enough to know that it hits everybody. */
const MOST_AFFECTED = 300;
/** A record holds 900 events; whoever presses back and forth must not use up those of the people who work on it. */
const MAX_VERSION = 600;

/** Somebody says that this is more than one incident among many; a lead decides (domain.md 3.1, major incident). */
export const proposeMajor = onTicket('proposeMajor', restrictSchema, 'check', (_ticket, { reason }, { links }) =>
  parentOf(links) ? refuse('tickets.partOfAnother') : { events: [{ type: 'MajorIncidentProposed', reason }] },
);

export const promoteMajor = onTicket('promoteMajor', majorReasonSchema, 'check', (_ticket, { reason }, { links }) =>
  parentOf(links) ? refuse('tickets.partOfAnother') : { events: [{ type: 'MajorIncidentPromoted', ...(reason && { reason }) }] },
);

export const rejectMajor = onTicket('rejectMajor', restrictSchema, 'check', (_ticket, { reason }) => ({ events: [{ type: 'MajorIncidentRejected', reason }] }));

export const demoteMajor = onTicket('demoteMajor', restrictSchema, 'check', (_ticket, { reason }) => ({ events: [{ type: 'MajorIncidentDemoted', reason }] }));

/** An action of jobs on an incident; what they count, they count again whenever it changes. */
function byJobs<const S extends Schema>(verb: string, schema: S, decide: TicketDecide<S>): TicketAction<S> {
  return { name: `tickets.${verb}`, schema, repeat: 'safe', internal: true, can: (actor) => hasRole(actor, 'system'), decide: (ticket, input, context) => decide(ticket as Ticket, input, context) };
}

/** What was counted; refused when nothing follows that has not followed already, so that of two instances one does it. */
export const noteCounts = byJobs('noteCounts', countsSchema, (ticket, { similar = 0, people = 0 }, { links }) => {
  const known = new Set([ticket.requesterId, ...(ticket.affectedIds ?? [])]).size;
  const events = afterCounts(ticket, { similar, people: Math.max(people, known), parts: partsOf(links) }, links);
  return events.length > 0 ? { events } : refuse('kernel.nothingChanged');
});

/** "Me too", by those who may not read it: the application does it for them, and shows them nothing of it. */
export const addAffected = byJobs('addAffected', affectedSchema, (ticket, { personId, similar = 0 }, { links }) => {
  const { affectedIds = [], requesterId } = ticket;
  if (ticket.kind !== 'incident' || !isOpen(ticket.state) || affectedIds.includes(personId)) return refuse('kernel.nothingChanged');
  if (affectedIds.length >= MOST_AFFECTED || ticket.version >= MAX_VERSION) return refuse('announcements.enough', { count: MOST_AFFECTED });
  const people = new Set([requesterId, ...affectedIds, personId]).size;
  return { events: [{ type: 'AffectedAdded', personId }, ...afterCounts(ticket, { similar, people, parts: partsOf(links) }, links)] };
});

export const removeAffected = byJobs('removeAffected', { personId: affectedSchema.personId }, (ticket, { personId }) =>
  ticket.affectedIds?.includes(personId) ? { events: [{ type: 'AffectedRemoved', personId }] } : refuse('kernel.nothingChanged'),
);
