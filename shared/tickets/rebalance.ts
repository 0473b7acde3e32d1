import type { Directory } from '../catalog';
import type { Actor } from '../kernel';
import { absenceOf } from '../routing';
import { isOpen } from './ticket-lifecycle';
import { canReadTicket } from './ticket-permissions';
import type { TicketSummary } from './ticket-views';

/** A ticket that falls due while whoever has it is away. */
export interface LeftBehind {
  readonly ticket: TicketSummary;
  readonly dueAt: string;
  readonly awayUntil: string;
}

/**
 * Tickets of the groups that somebody leads which fall due before their assignee is back, the most urgent first: listed, never
 * moved by itself (domain.md 6.1). `now` is an ISO instant.
 */
export function leftBehind(directory: Directory, lead: Actor, now: string): readonly LeftBehind[] {
  const absences = new Map<string, string | undefined>();
  const awayUntil = (personId: string): string | undefined => {
    if (!absences.has(personId)) absences.set(personId, absenceOf(directory, personId, now).awayUntil);
    return absences.get(personId);
  };
  const found = [...(directory.summaries('tickets') as Iterable<TicketSummary>)].flatMap((ticket): LeftBehind[] => {
    const { groupId, assigneeId, state } = ticket;
    const dueAt = ticket.dueAt ?? ticket.resolutionDueAt;
    if (!assigneeId || !dueAt || !isOpen(state) || !lead.leadsGroupIds.includes(groupId ?? '') || !canReadTicket(lead, ticket)) return [];
    const until = awayUntil(assigneeId);
    return until !== undefined && dueAt < until ? [{ ticket, dueAt, awayUntil: until }] : [];
  });
  return found.sort((left, right) => (left.dueAt < right.dueAt ? -1 : 1));
}
