import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { ActionButtons } from '../../actions/ActionButtons';
import { useSession } from '../../lib/session';
import { TICKET_SCHEMAS } from '../ticket-action-schemas';

/** What most likely comes next, in this order. */
const IN_FRONT = ['promoteMajor', 'rejectMajor', 'approve', 'reject', 'returnForInfo', 'resubmit', 'close', 'reopen', 'acceptOffer', 'declineOffer', 'take', 'start', 'resume', 'resolve', 'putOnHold', 'assign'].map((verb) => `tickets.${verb}`);
/** Found elsewhere on the page: in the composer, and beside what they change. */
const ELSEWHERE = new Set(['reply', 'addNote', 'runMacro', 'attach', 'rate', 'unlink', 'startTask', 'closeTask', 'assignTask'].map((verb) => `tickets.${verb}`));

function isUseful(action: string, ticket: TicketView, personId: string): boolean {
  const isWatching = ticket.watchers.some((watcher) => watcher.id === personId);
  if (action === 'tickets.watch') return !isWatching;
  if (action === 'tickets.unwatch') return isWatching;
  // Beside the answers that may have to change first.
  if (action === 'tickets.resubmit') return !ticket.form || Object.keys(ticket.form).length === 0;
  // Without stages there is no card that could offer it.
  if (action === 'tickets.addTask') return !ticket.fulfillment;
  return action !== 'tickets.clearPriority' || ticket.isPriorityOverridden;
}

/** What can be done with a ticket. */
export function ActionBar({ ticket }: { readonly ticket: TicketView }) {
  const { me } = useSession();
  const offered = Object.keys(TICKET_SCHEMAS).filter((action) => !ELSEWHERE.has(action) && isUseful(action, ticket, me.id));
  return <ActionButtons record={ticket} offered={offered} inFront={IN_FRONT} />;
}
