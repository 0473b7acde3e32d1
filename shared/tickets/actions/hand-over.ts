import { hasRole, person, record, refuse } from '../../kernel';
import { isOpen } from '../ticket-lifecycle';
import type { Ticket } from '../ticket';
import type { TicketAction } from './define';

const handOverSchema = {
  handoverId: record({ label: 'field.ticket.handover', required: true }),
  fromId: person({ label: 'field.ticket.handedOverBy', required: true }),
  toId: person({ label: 'field.ticket.assignee', required: true }),
};

/**
 * At the end of a shift a ticket goes to whoever accepted it in a handover, and its history says so. Done by Bellhop after the press;
 * what is over or went to somebody else meanwhile stays as it is.
 */
export const handOver: TicketAction<typeof handOverSchema> = {
  name: 'tickets.handOver',
  schema: handOverSchema,
  repeat: 'safe',
  internal: true,
  can: (actor) => hasRole(actor, 'system'),
  decide(ticket, { handoverId, fromId, toId }, { config }) {
    const { groupId, assigneeId, state } = ticket as Ticket;
    const group = config.group(groupId);
    const receiver = config.person(toId);
    if (!isOpen(state) || assigneeId !== fromId || !groupId || !receiver) return refuse('tickets.alreadyAssigned');
    const isMember = group?.memberIds?.includes(toId) || group?.leadIds?.includes(toId);
    if (!isMember) return refuse('tickets.notMember', { person: receiver.name, group: group?.name ?? groupId });
    const handover = { id: handoverId, fromName: config.person(fromId)?.name ?? fromId };
    return { events: [{ type: 'TicketAssigned', groupId, assigneeId: receiver.id, assigneeName: receiver.name, state, handover }] };
  },
};
