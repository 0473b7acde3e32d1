import { DEFAULT_AUTO_CLOSE_DAYS, type Directory } from '../catalog';
import type { Derived, Timer } from '../kernel';
import { evaluateClocks, type ClockView } from '../sla';
import type { Ticket } from './ticket';
import { subjectOf } from './ticket-events';
import { isEnded, isResolved } from './ticket-lifecycle';
import { externalList } from './ticket-lists';
import type { TicketSummary } from './ticket-views';

const DAY_MS = 86_400_000;
/** Sorts newest first in ascending row order. */
const newestFirst = (instant: string): string => String(9_999_999_999_999 - Date.parse(instant)).padStart(13, '0');

function clocksOf(ticket: Ticket, config: Directory): readonly ClockView[] {
  const target = config.target(ticket.kind, ticket.priority);
  const calendar = config.calendar(target?.calendarId);
  const own = config.offering(ticket.offeringId)?.targetMinutes;
  const promised = target && own ? { ...target, resolutionMinutes: own } : target;
  return evaluateClocks(
    { startedAt: ticket.receivedAt, facts: ticket.clockFacts, ...(ticket.respondedAt && { respondedAt: ticket.respondedAt }) },
    promised,
    calendar,
  );
}

/** The earliest promise that is still running. */
function nextDue(clocks: readonly ClockView[]): string | undefined {
  const dues = clocks.filter((clock) => clock.state === 'running' && clock.dueAt).map((clock) => clock.dueAt as string);
  return dues.sort()[0];
}

function timersOf(ticket: Ticket, config: Directory): readonly Timer[] {
  // What another tool decided stays quiet; what is decided here later has its timers, on an imported ticket too.
  if (ticket.state === 'onHold' && ticket.hold) return ticket.hold.isImported ? [] : [{ at: ticket.hold.followUpAt, what: 'followUp' }];
  if (!isResolved(ticket.state) || !ticket.resolution || ticket.resolution.isImported) return [];
  // Counted from the resolution, not from the last update: a monitor that touches the ticket must not keep it open.
  const days = config.settings().autoCloseDays ?? DEFAULT_AUTO_CLOSE_DAYS;
  return [{ at: new Date(Date.parse(ticket.resolution.at) + days * DAY_MS).toISOString(), what: 'autoClose' }];
}

export function summaryOf(ticket: Ticket, clocks: readonly ClockView[]): TicketSummary {
  const resolution = clocks.find((clock) => clock.metric === 'resolution');
  const response = clocks.find((clock) => clock.metric === 'response');
  const dueAt = nextDue(clocks);
  return {
    ...subjectOf(ticket),
    practice: 'tickets',
    version: ticket.version,
    updatedAt: ticket.updatedAt,
    createdAt: ticket.createdAt,
    title: ticket.title,
    priority: ticket.priority,
    requesterName: ticket.requesterName,
    channel: ticket.channel,
    reopenCount: ticket.reopenCount,
    isResolutionPaused: resolution?.state === 'paused',
    ...(dueAt && { dueAt }),
    ...(response?.state === 'running' && response.dueAt && { responseDueAt: response.dueAt }),
    ...(resolution?.dueAt && { resolutionDueAt: resolution.dueAt }),
    ...(ticket.categoryId && { categoryId: ticket.categoryId }),
    ...(ticket.categoryName && { categoryName: ticket.categoryName }),
    ...(ticket.assigneeName && { assigneeName: ticket.assigneeName }),
    ...(ticket.hold && { holdReason: ticket.hold.reason, followUpAt: ticket.hold.followUpAt }),
    ...(ticket.lastMessageFrom && { lastMessageFrom: ticket.lastMessageFrom }),
    ...(ticket.resolution && { resolvedAt: ticket.resolution.at }),
    ...(ticket.closedAt && { closedAt: ticket.closedAt }),
    ...(ticket.rating && { stars: ticket.rating.stars }),
    ...(ticket.offeringId && { offeringId: ticket.offeringId }),
    ...(ticket.external && { externalId: ticket.external.id }),
  };
}

/** Clocks, summary, list rows and timers of a ticket: computed, stored beside it, never folded. */
export function deriveTicket(ticket: Ticket, config: Directory): Derived<TicketSummary> {
  const clocks = clocksOf(ticket, config);
  const people = new Set([ticket.requesterId, ticket.reporterId].filter((id) => id !== undefined));
  const lists = [...people].map((id) => ({ list: `tickets.mine.${id}`, sort: newestFirst(ticket.createdAt) }));
  if (isEnded(ticket.state)) lists.push({ list: 'tickets.ended', sort: newestFirst(ticket.closedAt ?? ticket.updatedAt) });
  const external = ticket.external?.id;
  if (external && external !== ticket.id) lists.push({ list: externalList(external), sort: newestFirst(ticket.createdAt) });
  return {
    summary: summaryOf(ticket, clocks),
    active: !isEnded(ticket.state),
    lists,
    timers: timersOf(ticket, config),
    extra: { clocks },
  };
}
