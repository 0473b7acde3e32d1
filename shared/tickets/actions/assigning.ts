import { dateTime, hasRole, person, refuse, type DecideContext } from '../../kernel';
import type { Directory } from '../../catalog';
import type { Group } from '../../people';
import { AFFINITY_DAYS, handlingOf, isByHand, isSupportGroup, isUrgent, membersOf, nextChance, pickAssignee, type Affinity, type HeldWork, type Picked } from '../../routing';
import { iso, MINUTE, openTimeOf, type ClockView } from '../../sla';
import { needsAssignee } from '../ticket-assignment';
import { clocksOf } from '../ticket-derive';
import { isOpen, isResolved } from '../ticket-lifecycle';
import type { Asked, Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-events';
import type { TicketSummary } from '../ticket-views';
import { emptySchema } from '../ticket-schema';
import { nextState, type TicketAction } from './define';
import { offerTerms } from './remind-offer';

type Context = DecideContext<Directory>;

/** How often it is noted that still nobody can take it; then it waits for people. */
const MOST_ATTEMPTS = 20;
const DAY_MS = 86_400_000;

const tickets = ({ config }: Context): Iterable<TicketSummary> => config.summaries('tickets') as Iterable<TicketSummary>;
const turnOf = (groupId: string, personId: string): string => `${groupId} ${personId}`;

/** What everybody has to do now, and what they are asked to take: who is asked must not be asked for ten at once. */
function* heldWork(context: Context, exceptId: string): Iterable<HeldWork> {
  for (const { id, state, assigneeId, offeredToId, priority, categoryId, offeringId } of tickets(context)) {
    const holderId = assigneeId ?? offeredToId;
    if (holderId === undefined || id === exceptId || !isOpen(state) || state === 'onHold') continue;
    yield { assigneeId: holderId, priority, effort: handlingOf(context.config, categoryId, offeringId).effort };
  }
}

/** When each person last got something in a group: by itself as the fence knows it, by hand as open tickets tell. */
function lastAssigned(context: Context, groupId: string): Readonly<Record<string, string>> {
  const last: Record<string, string> = {};
  const note = (personId: string, at: string): void => {
    if (at > (last[personId] ?? '')) last[personId] = at;
  };
  for (const [turn, at] of Object.entries(context.turns)) {
    const [group, personId] = turn.split(' ');
    if (group === groupId && personId) note(personId, at);
  }
  for (const ticket of tickets(context)) if (ticket.groupId === groupId && ticket.assigneeId && ticket.assignedAt) note(ticket.assigneeId, ticket.assignedAt);
  return last;
}

/** Who last solved something for the requester: of what is still in the desk view, and what the caller found in the archive. */
function affinityOf(ticket: Ticket, found: Affinity | undefined, context: Context): Affinity | undefined {
  let last = found;
  for (const { state, requesterId, assigneeId, resolvedAt } of tickets(context)) {
    if (requesterId !== ticket.requesterId || !isResolved(state) || !assigneeId || !resolvedAt) continue;
    if (!last || resolvedAt > last.solvedAt) last = { personId: assigneeId, solvedAt: resolvedAt };
  }
  const oldest = iso(Date.parse(context.now) - AFFINITY_DAYS * DAY_MS);
  return last && last.solvedAt >= oldest ? last : undefined;
}

/** Who let it lapse is asked once more, after others; whoever is on call once only: then it goes to the next level. */
function unanswered(asked: readonly Asked[], { strategy }: Group): readonly string[] {
  const most = strategy === 'onCall' ? 1 : 2;
  const lapsed = asked.filter(({ outcome }) => outcome === 'expired').map(({ personId }) => personId);
  return [...new Set(lapsed)].filter((id) => lapsed.filter((other) => other === id).length >= most);
}

/** Who of the group gets it. */
function pick(ticket: Ticket, group: Group, found: Affinity | undefined, context: Context): Picked {
  const { config, now } = context;
  const affinity = group.isSticky && ticket.requesterId ? affinityOf(ticket, found, context) : undefined;
  const asked = ticket.asked ?? [];
  const lastOfferedId = asked.at(-1)?.personId;
  const clocks = clocksOf(ticket, config.serviceLevels(), context.extra.clocks as readonly ClockView[] | undefined);
  return pickAssignee({
    now, groupId: group.id, strategy: group.strategy ?? 'manual',
    ...(affinity && { affinity }),
    members: membersOf({ directory: config, group, now, work: heldWork(context, ticket.id), lastAssigned: lastAssigned(context, group.id) }),
    wanted: {
      isUrgent: isUrgent(ticket.priority), needs: handlingOf(config, ticket.categoryId, ticket.offeringId).needs,
      approverIds: ticket.approval?.steps.flatMap((step) => step.seats.map(({ personId }) => personId)) ?? [],
      dueAts: clocks.flatMap(({ type, state, dueAt }) => (type === 'sla' && state === 'running' && dueAt ? [dueAt] : [])),
      unansweredIds: unanswered(asked, group),
      declinedIds: asked.filter(({ outcome }) => outcome === 'declined').map(({ personId }) => personId),
      ...(ticket.requesterId && { requesterId: ticket.requesterId }),
      ...(lastOfferedId && { lastOfferedId }),
    },
  });
}

/** Half of the promised time to the first answer (domain.md 6.1); at once where nothing is promised. */
function tellLeadsAt(ticket: Ticket, { config, now, extra }: Context): string {
  const clocks = clocksOf(ticket, config.serviceLevels(), extra.clocks as readonly ClockView[] | undefined);
  const response = clocks.find(({ key, state }) => key === 'sla firstResponse' && state === 'running');
  const calendar = config.calendar(response?.calendarId);
  const half = response && calendar && openTimeOf(calendar, config.calendar).after(Date.parse(response.startedAt), (response.targetMinutes * MINUTE) / 2);
  return half !== undefined && iso(half) > now ? iso(half) : now;
}

/** It stays in the queue, with the reason; looked at again when somebody may be there who was not. */
function deferred(ticket: Ticket, picked: Picked, context: Context): TicketEvent | undefined {
  const { deferral } = ticket;
  const retryAt = nextChance(picked.ruledOut.map(({ until }) => until), context.now);
  const isNews = !deferral || (retryAt !== undefined && retryAt !== deferral.retryAt && deferral.attempts < MOST_ATTEMPTS);
  if (!isNews) return undefined;
  const leadsAt = deferral ? deferral.tellLeadsAt : tellLeadsAt(ticket, context);
  return { type: 'AssignmentDeferred', picked, ...(retryAt && { retryAt }), ...(leadsAt && { tellLeadsAt: leadsAt }) };
}

const autoAssignSchema = {
  /** Who last solved something for the requester, as the caller found it. */
  solverId: person({ label: 'field.ticket.assignee' }),
  solvedAt: dateTime({ label: 'field.ticket.resolvedAt' }),
};

/**
 * Gives a ticket that waits in its group to somebody, or asks them, or notes why nobody can take it (domain.md 6.1). Done by
 * Bellhop itself after the answer; it looks at everything anew, so doing it again does nothing.
 */
export const autoAssign: TicketAction<typeof autoAssignSchema> = {
  name: 'tickets.autoAssign',
  schema: autoAssignSchema,
  repeat: 'safe',
  internal: true,
  fence: 'assignment',
  can: (actor) => hasRole(actor, 'system'),
  decide(record, { solverId, solvedAt }, context) {
    const ticket = record as Ticket;
    const { config, now } = context;
    const group = config.group(ticket.groupId);
    if (!needsAssignee(ticket) || !isSupportGroup(group)) return refuse('tickets.alreadyAssigned');
    if (isByHand(group)) return refuse('tickets.byHand');
    if (ticket.offer) return refuse('tickets.offeredAlready');
    const picked = pick(ticket, group, solverId && solvedAt ? { personId: solverId, solvedAt } : undefined, context);
    const chosen = config.person(picked.personId);
    if (!chosen) {
      const event = deferred(ticket, picked, context);
      return event ? { events: [event] } : refuse('tickets.nobodyFree');
    }
    const personName = chosen.name;
    const event: TicketEvent = group.offers
      ? { type: 'TicketOffered', personId: chosen.id, personName, ...offerTerms(group, ticket, now), picked }
      : { type: 'TicketAssigned', groupId: group.id, assigneeId: chosen.id, assigneeName: personName, picked, state: nextState(ticket, 'assign') };
    return { events: [event], takesPlace: true, usesTurn: turnOf(group.id, chosen.id) };
  },
};

/** The time to answer is over: the next one is asked. */
export const expireOffer: TicketAction = {
  name: 'tickets.expireOffer',
  schema: emptySchema,
  repeat: 'safe',
  internal: true,
  can: (actor) => hasRole(actor, 'system'),
  decide(record, _input, { now, config }) {
    const { offer } = record as Ticket;
    if (!offer) return refuse('tickets.noOffer');
    if (now < offer.until) return refuse('kernel.notDue');
    return { events: [{ type: 'OfferExpired', personId: offer.personId, personName: config.person(offer.personId)?.name ?? offer.personId }] };
  },
};

/** Half of the time to the first answer is over and still nobody has it: its leads hear of it. */
export const tellLeads: TicketAction = {
  name: 'tickets.tellLeads',
  schema: emptySchema,
  repeat: 'safe',
  internal: true,
  can: (actor) => hasRole(actor, 'system'),
  decide(record, _input, { now }) {
    const { deferral, groupId } = record as Ticket;
    if (!deferral?.tellLeadsAt || !groupId) return refuse('kernel.nothingChanged');
    return now < deferral.tellLeadsAt ? refuse('kernel.notDue') : { events: [{ type: 'LeadsTold', groupId }] };
  },
};
