import type { Directory } from '../catalog';
import type { AutomationFace, ConditionFields } from '../kernel';
import type { Ticket } from './ticket';
import { ticketAutomationWords } from './ticket-automation-schema';
import type { TicketEvent } from './ticket-events';
import { INCIDENT_LIFECYCLE, isEnded, REQUEST_LIFECYCLE } from './ticket-lifecycle';

/** Promises are broken at this share of their time. */
const BROKEN_PERCENT = 100;
const yesNo = (value: boolean | undefined): string => (value ? 'yes' : 'no');

/** A category and those above it: what holds for the one holds for what is below. */
function categoryLine(id: string | undefined, config: Directory): readonly string[] {
  const line: string[] = [];
  for (let next = id; next !== undefined && !line.includes(next); next = config.category(next)?.parentId) line.push(next);
  return line;
}

function factsOf(ticket: Ticket, config: Directory): ConditionFields {
  const { kind, state, priority, reach, work, categoryId, offeringId, groupId, assigneeId, requesterId, hold, lastMessageFrom, resolution, rating } = ticket;
  const requester = config.person(requesterId);
  return {
    kind, state, priority, reach, work, categoryId: categoryLine(categoryId, config), offeringId, groupId, assigneeId, requesterId,
    isAssigned: yesNo(assigneeId !== undefined),
    requesterSite: requester?.site,
    requesterDepartment: requester?.department,
    isVip: yesNo(requester?.isVip),
    holdReason: hold?.reason,
    lastMessageFrom,
    resolutionCode: resolution?.code,
    isRestricted: yesNo(ticket.isRestricted),
    reopenCount: String(ticket.reopenCount),
    reassignmentCount: String(ticket.reassignmentCount),
    stars: rating && String(rating.stars),
  };
}

function eventFacts(event: TicketEvent): ConditionFields {
  switch (event.type) {
    case 'ReplyAdded':
      return { from: event.from };
    case 'ThresholdPassed':
      return { metric: event.metric, percent: String(event.percent), isOver: yesNo(event.percent >= BROKEN_PERCENT) };
    case 'ApprovalVoted':
      return { decision: event.vote.decision };
    case 'TicketCancelled':
      return { cancelReason: event.reason };
    default:
      return {};
  }
}

function eventText(event: TicketEvent): string {
  switch (event.type) {
    case 'ReplyAdded':
    case 'NoteAdded':
      return event.text;
    case 'TicketReported':
      return `${event.title}\n${event.description}`;
    case 'TicketEdited':
      return `${event.changes.title ?? ''}\n${event.changes.description ?? ''}`;
    case 'TicketResolved':
      return event.notes;
    case 'TicketReopened':
      return event.reason;
    case 'ApprovalVoted':
      return event.vote.comment ?? '';
    case 'TicketRated':
      return event.comment ?? '';
    default:
      return '';
  }
}

const firstName = (name: string | undefined): string => name?.split(' ')[0] ?? '';

function placeholderValues(ticket: Ticket, config: Directory): Readonly<Record<string, string>> {
  const requester = config.person(ticket.requesterId);
  const group = config.group(ticket.groupId);
  return {
    'ticket.id': ticket.id,
    'ticket.title': ticket.title,
    'ticket.priority': ticket.priority,
    'ticket.state': ticket.state,
    'requester.id': ticket.requesterId ?? '',
    'requester.name': ticket.requesterName,
    'requester.firstName': firstName(ticket.requesterName),
    'requester.department': requester?.department ?? '',
    'requester.site': requester?.site ?? '',
    'assignee.id': ticket.assigneeId ?? '',
    'assignee.name': ticket.assigneeName ?? '',
    'assignee.firstName': firstName(ticket.assigneeName),
    'group.id': ticket.groupId ?? '',
    'group.name': group?.name ?? '',
    'company.name': config.settings().companyName ?? '',
  };
}

/** Of a restricted ticket its number and state alone. Answers are those that the call names, as the form keeps them. */
function messageOf(called: TicketEvent, then: Ticket, now: Ticket): Readonly<Record<string, unknown>> {
  const { kind, state, priority, title, ordered, answers = {} } = then;
  if (then.isRestricted || now.isRestricted) return { kind, state, isRestricted: true };
  const names = called.type === 'WebhookCalled' ? (called.answers ?? []) : [];
  const sent = names.filter((name) => ordered && Object.hasOwn(ordered.form, name) && Object.hasOwn(answers, name));
  return {
    kind, state, priority, title,
    ...(ordered && { offering: ordered.name }), ...(then.stageId && { stage: then.stageId }),
    ...(names.length > 0 && { answers: Object.fromEntries(sent.map((name) => [name, answers[name]])) }),
  };
}

const transitions = [...INCIDENT_LIFECYCLE.transitions, ...REQUEST_LIFECYCLE.transitions];

/** What rules may look at and do on incidents and service requests. */
export const ticketAutomation: AutomationFace<Ticket, TicketEvent, Directory> = {
  ...ticketAutomationWords,
  verbs: new Set(transitions.filter(({ who }) => who.includes('system')).map(({ action }) => action)),
  factsOf,
  eventFactsOf: ({ event }) => eventFacts(event),
  textOf: ({ title, description }) => `${title}\n${description}`,
  eventTextOf: eventText,
  placeholderValues,
  messageOf,
  isActive: ({ state }) => !isEnded(state),
};
