import type { Directory } from '../catalog';
import type { Practice } from '../kernel';
import type { Ticket, TicketSubject } from './ticket';
import { ticketActions } from './ticket-actions';
import { ticketAutomation } from './ticket-automation';
import { deriveTicket } from './ticket-derive';
import { foldTicket, subjectOf, type TicketEvent } from './ticket-events';
import { endedTickets, externalTickets, myTickets, openTickets } from './ticket-lists';
import { canReadTicket } from './ticket-permissions';
import { presentRow, presentTicket } from './ticket-present';
import type { TicketSummary } from './ticket-views';

function toSubject(subject: Ticket | TicketSummary): TicketSubject {
  return 'awaitedApproverIds' in subject ? subject : subjectOf(subject);
}

/** What changes nothing that people work on: mostly what Bellhop notes by itself while nobody has the ticket. */
const QUIET = new Set<TicketEvent['type']>(['ThresholdPassed', 'TicketOffered', 'OfferReminded', 'OfferExpired', 'OfferDeclined', 'AssignmentDeferred', 'LeadsTold', 'WebhookCalled', 'ImpactRaised', 'AffectedAdded', 'AffectedRemoved']);

/** Incident management and service request management (ITIL 4). */
export const ticketsPractice: Practice<Ticket, TicketSummary, TicketEvent, Directory> = {
  name: 'tickets',
  prefixes: ['INC', 'REQ'],
  actions: ticketActions,
  fold: foldTicket,
  subject: toSubject,
  canRead: (actor, subject) => canReadTicket(actor, toSubject(subject)),
  derive: deriveTicket,
  view: presentTicket,
  row: presentRow,
  lists: [openTickets, myTickets, endedTickets, externalTickets],
  timers: {
    autoClose: { action: 'tickets.close', input: {} },
    followUp: { action: 'tickets.resume', input: {} },
    nudge: { action: 'tickets.nudge', input: {} },
    threshold: { action: 'tickets.passThresholds', input: {} },
    offer: { action: 'tickets.expireOffer', input: {} },
    remindOffer: { action: 'tickets.remindOffer', input: {} },
    retry: { action: 'tickets.autoAssign', input: {} },
    tellLeads: { action: 'tickets.tellLeads', input: {} },
  },
  isQuiet: (event) => QUIET.has(event.type) || (event.type === 'ApprovalNudged' && event.state === 'awaitingApproval'),
  formOf: (ticket, { offeringId }, config) => ticket?.ordered?.form ?? (typeof offeringId === 'string' ? config.offering(offeringId)?.form : undefined),
  announces: true,
  automation: ticketAutomation,
  awaits: (ticket) =>
    ticket.awaitedApproverIds.length === 0
      ? undefined
      : { awaitedIds: ticket.awaitedApproverIds, excludedIds: ticket.excludedApproverIds, title: ticket.title, state: ticket.state, requesterName: ticket.requesterName },
  searchText: (ticket) => ({
    title: `${ticket.id} ${ticket.title}`,
    text: `${ticket.requesterName} ${ticket.assigneeName ?? ''} ${ticket.externalId ?? ''}`,
  }),
};
