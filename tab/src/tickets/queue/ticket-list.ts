import type { TicketRow, TicketView } from '../../../../shared/tickets/ticket-views';
import type { ListKind } from '../../lists/use-row-list';

/** Lists of tickets. */
export const TICKET_LIST: ListKind<TicketRow> = {
  practice: 'tickets',
  rowOf(record) {
    const { timeline: _timeline, description: _description, ...row } = record as TicketView;
    return row;
  },
  arrivedText({ t }, arrived) {
    const [first] = arrived;
    return arrived.length === 1 && first ? t('tab.queue.arrived', { id: first.id, title: first.title }) : t('tab.queue.arrivedMany', { count: arrived.length });
  },
};
