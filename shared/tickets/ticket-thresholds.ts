import type { ClockView, Watched } from '../sla';
import type { Ticket } from './ticket';

/** Later than every instant. */
const NEVER = '9999';

/**
 * What is watched of a ticket's clocks. Of an imported ticket nothing before somebody has done something with it here, and of
 * a past that was written down later nothing that lies before: those promises were not ours to watch.
 */
export function watchedOf(ticket: Ticket, clocks: readonly ClockView[]): Watched {
  const from = ticket.external ? (ticket.takenOverAt ?? NEVER) : ticket.writtenAt;
  return { clocks, passed: ticket.passed, from };
}
