import { iso, MINUTE } from '../sla';
import type { Asked, Offer, Ticket } from './ticket';
import type { TicketEvent } from './ticket-events';

type EventOf<T extends TicketEvent['type']> = Extract<TicketEvent, { readonly type: T }>;

/** Does the ticket wait in its group for somebody to be picked? */
export function needsAssignee({ state, groupId, assigneeId, assigneeName }: Pick<Ticket, 'state' | 'groupId' | 'assigneeId' | 'assigneeName'>): boolean {
  return groupId !== undefined && assigneeId === undefined && assigneeName === undefined && (state === 'new' || state === 'approved');
}

/** With another group everything that was asked in the former one is over. */
export function afterAssigned(ticket: Ticket, event: EventOf<'TicketAssigned'>, at: string): Ticket {
  const { assigneeId: _id, assigneeName: _name, assignedAt: _at, picked: _picked, offer: _offer, deferral: _deferral, asked, watchingGroupIds, ...free } = ticket;
  const isGroupChange = ticket.groupId !== event.groupId;
  const isMove = ticket.assigneeId !== undefined || (ticket.groupId !== undefined && isGroupChange);
  const watching = new Set([...(watchingGroupIds ?? []), ...(event.watchingGroupId ? [event.watchingGroupId] : [])]);
  watching.delete(event.groupId);
  return {
    ...free,
    ...(event.assigneeId && { assigneeId: event.assigneeId, assigneeName: event.assigneeName ?? '', assignedAt: at }),
    ...(event.picked && { picked: event.picked }),
    ...(asked && !isGroupChange && { asked }),
    ...(watching.size > 0 && { watchingGroupIds: [...watching] }),
    groupId: event.groupId, state: event.state, reassignmentCount: ticket.reassignmentCount + (isMove ? 1 : 0),
  };
}

export function afterOffer(ticket: Ticket, { type: _type, picked, personName: _name, ...asked }: EventOf<'TicketOffered'>, at: string): Ticket {
  const { deferral: _deferral, ...rest } = ticket;
  return { ...rest, picked, offer: { ...asked, groupId: picked.groupId, at } };
}

/** When whoever is asked is reminded next, ISO instant; undefined: no more. */
export function nextReminderAt({ at, reminders = 0, intervalMinutes = 0, reminded = 0 }: Offer): string | undefined {
  return reminded < reminders ? iso(Date.parse(at) + (reminded + 1) * intervalMinutes * MINUTE) : undefined;
}

export function afterAsked(ticket: Ticket, asked: Asked): Ticket {
  const { offer: _offer, ...rest } = ticket;
  return { ...rest, asked: [...(ticket.asked ?? []), asked] };
}

export function afterDeferral(ticket: Ticket, { picked, retryAt, tellLeadsAt }: EventOf<'AssignmentDeferred'>, at: string): Ticket {
  const attempts = (ticket.deferral?.attempts ?? 0) + 1;
  return { ...ticket, picked, deferral: { at, attempts, ...(retryAt && { retryAt }), ...(tellLeadsAt && { tellLeadsAt }) } };
}

/** Whatever else happens to a ticket that waits for nobody any more: nobody is asked, and nobody is looked for. */
export function withoutIdleOffer(ticket: Ticket): Ticket {
  if ((!ticket.offer && !ticket.deferral) || needsAssignee(ticket)) return ticket;
  const { offer: _offer, deferral: _deferral, ...rest } = ticket;
  return rest;
}
