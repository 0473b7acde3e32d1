import { nextNudgeAt } from '../approvals';
import { DEFAULT_AUTO_CLOSE_DAYS, type Directory } from '../catalog';
import { newestFirst, type Derived, type Timer } from '../kernel';
import { evaluateClocks, nextThresholdAt, type ClockView, type ServiceLevels } from '../sla';
import { isOpenTask } from './fulfillment/request-task';
import type { Ticket } from './ticket';
import { nextReminderAt } from './ticket-assignment';
import { subjectOf } from './ticket-events';
import { isEnded, isResolved } from './ticket-lifecycle';
import { externalList } from './ticket-lists';
import { causesOf, owedOf, promisesOf, type Causes } from './ticket-promises';
import { watchedOf } from './ticket-thresholds';
import type { TicketSummary } from './ticket-views';

const DAY_MS = 86_400_000;
/** People are warned then (domain.md 5.2, rule 8). */
const RISK_PERCENT = 75;

/**
 * Clocks of a ticket under today's terms; those that have been closed keep the terms they lived under. Of an imported ticket
 * only the resolution: the history of another tool does not tell who answered when.
 */
export function clocksOf(ticket: Ticket, levels: ServiceLevels, frozen?: readonly ClockView[]): readonly ClockView[] {
  const clocks = evaluateClocks(ticket, levels, frozen ? { frozen } : {});
  return ticket.external ? clocks.filter(({ metric }) => metric === 'resolution') : clocks;
}

/** The promise to the customer that is due next. */
function nextDue(clocks: readonly ClockView[]): ClockView | undefined {
  const running = clocks.filter(({ type, state, dueAt }) => type === 'sla' && state === 'running' && dueAt);
  return [...running].sort((a, b) => ((a.dueAt as string) < (b.dueAt as string) ? -1 : 1))[0];
}

function timersOf(ticket: Ticket, config: Directory, clocks: readonly ClockView[]): readonly Timer[] {
  const threshold = nextThresholdAt(watchedOf(ticket, clocks));
  return [...stateTimers(ticket, config), ...assignmentTimers(ticket), ...(threshold ? [{ at: threshold, what: 'threshold' }] : [])];
}

/** Who is asked answers in time, whoever was not there may be there later, and leads hear of what nobody can take. */
function assignmentTimers({ offer, deferral }: Ticket): readonly Timer[] {
  const remindAt = offer && nextReminderAt(offer);
  return [
    ...(offer ? [{ at: offer.until, what: 'offer' }] : []),
    ...(remindAt ? [{ at: remindAt, what: 'remindOffer' }] : []),
    ...(deferral?.retryAt ? [{ at: deferral.retryAt, what: 'retry' }] : []),
    ...(deferral?.tellLeadsAt ? [{ at: deferral.tellLeadsAt, what: 'tellLeads' }] : []),
  ];
}

function stateTimers(ticket: Ticket, config: Directory): readonly Timer[] {
  const nudgeAt = ticket.state === 'awaitingApproval' ? nextNudgeAt(ticket.approval) : undefined;
  if (nudgeAt) return [{ at: nudgeAt, what: 'nudge' }];
  // What another tool decided stays quiet; what is decided here later has its timers, on an imported ticket too.
  if (ticket.state === 'onHold' && ticket.hold) return ticket.hold.isImported ? [] : [{ at: ticket.hold.followUpAt, what: 'followUp' }];
  if (!isResolved(ticket.state) || !ticket.resolution || ticket.resolution.isImported) return [];
  // Counted from the resolution, not from the last update: a monitor that touches the ticket must not keep it open.
  const days = config.settings().autoCloseDays ?? DEFAULT_AUTO_CLOSE_DAYS;
  return [{ at: new Date(Date.parse(ticket.resolution.at) + days * DAY_MS).toISOString(), what: 'autoClose' }];
}

export function summaryOf(ticket: Ticket, clocks: readonly ClockView[], causes: Causes): TicketSummary {
  const resolution = clocks.find(({ key }) => key === 'sla resolution');
  const response = clocks.find(({ key }) => key === 'sla firstResponse');
  const next = nextDue(clocks);
  const riskAt = next?.thresholds.find(({ percent }) => percent === RISK_PERCENT)?.at;
  const promises = promisesOf(ticket, clocks, causes);
  const owed = owedOf(clocks);
  const openTaskRows = (ticket.tasks ?? []).filter(isOpenTask).map(({ id, title, state, groupId, assigneeId, dueAt }) => ({
    id, title, isBegun: state === 'inProgress', ...((groupId ?? ticket.groupId) && { groupId: groupId ?? ticket.groupId }), ...(assigneeId && { assigneeId }), ...(dueAt && { dueAt }),
  }));
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
    ...(next?.dueAt && { dueAt: next.dueAt }),
    ...(riskAt && { riskAt }),
    ...(promises.length > 0 && { promises }),
    ...(owed.length > 0 && { owed }),
    ...(response?.state === 'running' && response.dueAt && { responseDueAt: response.dueAt }),
    ...(resolution?.dueAt && { resolutionDueAt: resolution.dueAt }),
    ...(ticket.categoryId && { categoryId: ticket.categoryId }),
    ...(ticket.categoryName && { categoryName: ticket.categoryName }),
    ...(ticket.found && { found: ticket.found }),
    ...(ticket.categoryKnownAt && { categoryKnownAt: ticket.categoryKnownAt }),
    ...(ticket.assigneeName && { assigneeName: ticket.assigneeName }),
    ...(ticket.assignedAt && { assignedAt: ticket.assignedAt }),
    ...(ticket.isRaised && { isRaised: true as const }),
    ...(ticket.affectedIds?.length && { affectedIds: ticket.affectedIds }),
    ...(ticket.deferral && { isDeferred: true as const }),
    ...(ticket.hold && { holdReason: ticket.hold.reason, followUpAt: ticket.hold.followUpAt }),
    ...(ticket.lastMessageFrom && { lastMessageFrom: ticket.lastMessageFrom }),
    ...(ticket.resolution && { resolvedAt: ticket.resolution.at }),
    ...(ticket.closedAt && { closedAt: ticket.closedAt }),
    ...(ticket.rating && { stars: ticket.rating.stars }),
    ...(ticket.offeringId && { offeringId: ticket.offeringId }),
    ...(ticket.orderId && { orderId: ticket.orderId }),
    ...(openTaskRows.length > 0 && { openTasks: openTaskRows }),
    ...(ticket.external && { externalId: ticket.external.id }),
  };
}

/** Clocks, summary, list rows and timers of a ticket: computed, stored beside it, never folded. */
export function deriveTicket(ticket: Ticket, config: Directory, previous?: Derived['extra']): Derived<TicketSummary> {
  const known = (previous ?? {}) as { readonly clocks?: readonly ClockView[]; readonly causes?: Causes };
  const levels = config.serviceLevels();
  const clocks = clocksOf(ticket, levels, known.clocks);
  const causes = causesOf(ticket, levels, clocks, known);
  const people = new Set([ticket.requesterId, ticket.reporterId].filter((id) => id !== undefined));
  const lists = [...people].map((id) => ({ list: `tickets.mine.${id}`, sort: newestFirst(ticket.createdAt) }));
  if (isEnded(ticket.state)) lists.push({ list: 'tickets.ended', sort: newestFirst(ticket.closedAt ?? ticket.updatedAt) });
  const external = ticket.external?.id;
  if (external && external !== ticket.id) lists.push({ list: externalList(external), sort: newestFirst(ticket.createdAt) });
  return {
    summary: summaryOf(ticket, clocks, causes),
    active: !isEnded(ticket.state),
    lists,
    timers: timersOf(ticket, config, clocks),
    extra: { clocks, ...(Object.keys(causes).length > 0 && { causes }) },
  };
}
