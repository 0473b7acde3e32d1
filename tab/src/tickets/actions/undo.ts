import type { TicketRow, TicketView } from '../../../../shared/tickets/ticket-views';
import type { Translate } from '../../lib/texts';

export interface Undo {
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

type Before = Pick<TicketRow, 'groupId' | 'assigneeId' | 'kind'>;

function undone(action: string, before: Before, after: TicketView, input: Readonly<Record<string, unknown>>, t: Translate): Undo | undefined {
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

/** The action that takes this one back, if there is one and this person may do it. History keeps both. */
export function undoOf(action: string, before: Before, after: TicketView, input: Readonly<Record<string, unknown>>, t: Translate): Undo | undefined {
  const undo = undone(action, before, after, input, t);
  return undo && after.can.includes(undo.action) ? undo : undefined;
}
