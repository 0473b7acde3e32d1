import type { ClockFact, ClockFields } from '../sla';
import type { Ticket } from './ticket';
import type { RecordedTicketEvent } from './ticket-events';

/** The fields that agreements may look at. */
function clockFields(ticket: Ticket): ClockFields {
  const { kind, state, priority, hold, groupId, assigneeId, categoryId, offeringId, requesterId, ordered } = ticket;
  return {
    promisedMinutes: ordered && String(ordered.targetMinutes ?? 0), kind, state, priority, holdReason: hold?.reason, supplier: hold?.supplier, groupId, assigneeId, categoryId, offeringId, requesterId } as ClockFields;
}

/** Whose public words an event carries. What machines write answers nobody, and notes are not public. */
function saidIn({ event, role }: RecordedTicketEvent): ClockFact['said'] {
  if (role === 'system') return undefined;
  if (event.type === 'ReplyAdded') return event.from;
  // The question to the requester is a public message like any other.
  return event.type === 'TicketPutOnHold' && event.hold.comment ? 'agent' : undefined;
}

/** Who reopens says that they still wait. */
function reopensAsRequester({ event, by }: RecordedTicketEvent, ticket: Ticket): boolean {
  return event.type === 'TicketReopened' && (by === ticket.requesterId || by === ticket.reporterId);
}

/** The facts of a ticket after one more event: what changed, and what was said. An event that changed neither adds none. */
export function factsAfter(before: Ticket | undefined, after: Ticket, recorded: RecordedTicketEvent): readonly ClockFact[] {
  const old: ClockFields = before ? clockFields(before) : {};
  const set = Object.fromEntries(
    Object.entries(clockFields(after))
      .filter(([name, value]) => value !== old[name as keyof ClockFields])
      .map(([name, value]) => [name, (value as string | undefined) ?? null]),
  );
  const said = saidIn(recorded) ?? (reopensAsRequester(recorded, after) ? 'requester' : undefined);
  const known = before?.facts ?? [];
  if (Object.keys(set).length === 0 && !said) return known;
  return [...known, { at: recorded.at, seq: recorded.seq, ...(Object.keys(set).length > 0 && { set }), ...(said && { said }) }];
}
