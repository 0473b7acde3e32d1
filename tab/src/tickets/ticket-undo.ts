import type { TicketRow, TicketView } from '../../../shared/tickets/ticket-views';
import type { ActedOn, Undo } from '../actions/types';
import type { Translate } from '../lib/texts';
import type { Values } from '../parts/schema-form/types';

type Before = Pick<TicketRow, 'groupId' | 'assigneeId' | 'kind'>;

function undone(action: string, before: Before, after: TicketView, input: Values, t: Translate): Undo | undefined {
  const reason = t('tab.undo.reason');
  switch (action) {
    case 'tickets.take':
    case 'tickets.assign':
      if (!before.assigneeId || !before.groupId) return undefined;
      return { action: 'tickets.assign', input: { groupId: before.groupId, assigneeId: before.assigneeId, ...(before.groupId !== after.groupId && { reason }) } };
    case 'tickets.putOnHold':
      return { action: 'tickets.resume', input: {} };
    case 'tickets.resolve':
      return { action: 'tickets.reopen', input: { reason } };
    case 'tickets.convert':
      return { action: 'tickets.convert', input: { kind: before.kind } };
    case 'tickets.watch':
    case 'tickets.unwatch':
      return { action: action === 'tickets.watch' ? 'tickets.unwatch' : 'tickets.watch', input };
    case 'tickets.link':
    case 'tickets.unlink':
      return { action: action === 'tickets.link' ? 'tickets.unlink' : 'tickets.link', input };
    case 'tickets.restrict':
      return { action: 'tickets.unrestrict', input: { reason } };
    default:
      return undefined;
  }
}

/** What takes an action on a ticket back. */
export const ticketUndo = (action: string, before: ActedOn, after: ActedOn, input: Values, t: Translate): Undo | undefined =>
  undone(action, before as TicketRow, after as TicketView, input, t);
