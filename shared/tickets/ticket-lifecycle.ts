import type { Lifecycle } from '../kernel';
import type { TicketKind } from './ticket-schema';

export const INCIDENT_STATES = ['new', 'assigned', 'inProgress', 'onHold', 'resolved', 'closed', 'cancelled'] as const;
export const REQUEST_STATES = [
  'submitted', 'awaitingApproval', 'approved', 'inFulfillment', 'onHold', 'fulfilled', 'closed', 'rejected', 'returned', 'cancelled',
] as const;
export type TicketState = (typeof INCIDENT_STATES)[number] | (typeof REQUEST_STATES)[number];

/**
 * How somebody stands to a ticket. `agent`: works in its group (any agent while it has none); `anyAgent`: works in any
 * group; `lead`: leads its group; `anyLead`: leads any group, and so decides as incident manager; `approver`: their vote is awaited now; `offered`: is asked to take it; `tasker`: a task of it that
 * is not over is theirs, or of a group of theirs.
 */
export type TicketRole = 'requester' | 'tasker' | 'agent' | 'anyAgent' | 'assignee' | 'lead' | 'anyLead' | 'approver' | 'offered' | 'watcher' | 'system';

export type TicketLifecycle = Lifecycle<TicketState, TicketRole>;

const OPEN_INCIDENT = ['new', 'assigned', 'inProgress', 'onHold'] as const;
const ALL_INCIDENT = [...OPEN_INCIDENT, 'resolved'] as const;
const HANDLERS = ['agent', 'assignee', 'lead', 'system'] as const;
const EVERYBODY = ['requester', 'watcher', 'tasker', 'anyAgent', 'assignee', 'lead', 'system'] as const;
const TASKERS = ['tasker', 'assignee', 'lead', 'system'] as const;

/** domain.md 3.1. */
export const INCIDENT_LIFECYCLE: TicketLifecycle = {
  states: INCIDENT_STATES,
  initial: 'new',
  terminal: ['closed', 'cancelled'],
  transitions: [
    { action: 'assign', from: ['new'], to: 'assigned', who: HANDLERS, requires: ['groupId', 'assigneeId'] },
    { action: 'assign', from: ['assigned', 'inProgress', 'onHold'], who: HANDLERS, requires: ['reason'] },
    { action: 'acceptOffer', from: ['new'], to: 'assigned', who: ['offered'] },
    { action: 'declineOffer', from: ['new'], who: ['offered'] },
    { action: 'take', from: ['new', 'assigned', 'inProgress'], to: 'inProgress', who: ['agent', 'lead'] },
    { action: 'start', from: ['assigned'], to: 'inProgress', who: ['assignee'] },
    { action: 'putOnHold', from: ['assigned', 'inProgress'], to: 'onHold', who: ['assignee', 'lead', 'system'], requires: ['reason', 'followUpAt'] },
    { action: 'resume', from: ['onHold'], to: 'inProgress', who: ['assignee', 'agent', 'lead', 'system'] },
    { action: 'resolve', from: OPEN_INCIDENT, to: 'resolved', who: ['assignee', 'lead', 'system'], requires: ['code', 'notes'] },
    { action: 'close', from: ['resolved'], to: 'closed', who: ['requester', 'lead', 'system'] },
    { action: 'reopen', from: ['resolved'], to: 'inProgress', who: ['requester', 'agent', 'assignee', 'lead', 'system'], requires: ['reason'] },
    { action: 'cancel', from: OPEN_INCIDENT, to: 'cancelled', who: ['agent', 'assignee', 'lead', 'system'], requires: ['reason'] },
    { action: 'cancel', from: ['new'], to: 'cancelled', who: ['requester'] },
    { action: 'escalate', from: OPEN_INCIDENT, who: ['requester'], requires: ['reason'] },
    { action: 'edit', from: OPEN_INCIDENT, who: ['requester', ...HANDLERS] },
    { action: 'classify', from: OPEN_INCIDENT, who: HANDLERS },
    { action: 'overridePriority', from: OPEN_INCIDENT, who: ['lead'], requires: ['priority', 'reason'] },
    { action: 'clearPriority', from: OPEN_INCIDENT, who: ['lead'] },
    { action: 'convert', from: ['new', 'assigned', 'inProgress'], who: HANDLERS },
    { action: 'callWebhook', from: [...ALL_INCIDENT, 'closed', 'cancelled'], who: HANDLERS, requires: ['webhookId'] },
    { action: 'proposeMajor', from: OPEN_INCIDENT, who: ['agent', 'assignee', 'anyLead'], requires: ['reason'] },
    { action: 'promoteMajor', from: OPEN_INCIDENT, who: ['anyLead'] },
    { action: 'rejectMajor', from: OPEN_INCIDENT, who: ['anyLead'], requires: ['reason'] },
    { action: 'demoteMajor', from: OPEN_INCIDENT, who: ['anyLead'], requires: ['reason'] },
    { action: 'runMacro', from: ALL_INCIDENT, who: ['anyAgent', 'assignee', 'lead'], requires: ['macroId'] },
    { action: 'reply', from: ALL_INCIDENT, who: ['requester', 'watcher', 'anyAgent', 'assignee', 'lead', 'system'] },
    { action: 'addNote', from: [...ALL_INCIDENT, 'closed'], who: ['anyAgent', 'assignee', 'lead', 'system'] },
    { action: 'attach', from: ALL_INCIDENT, who: EVERYBODY },
    { action: 'rate', from: ['resolved', 'closed'], who: ['requester'] },
    { action: 'watch', from: [...ALL_INCIDENT, 'closed'], who: EVERYBODY },
    { action: 'unwatch', from: [...ALL_INCIDENT, 'closed', 'cancelled'], who: EVERYBODY },
    { action: 'link', from: [...ALL_INCIDENT, 'closed', 'cancelled'], who: ['anyAgent', 'assignee', 'lead', 'system'] },
    { action: 'unlink', from: [...ALL_INCIDENT, 'closed', 'cancelled'], who: ['anyAgent', 'assignee', 'lead', 'system'] },
    { action: 'addTask', from: OPEN_INCIDENT, who: HANDLERS, requires: ['title'] },
    { action: 'assignTask', from: OPEN_INCIDENT, who: TASKERS, requires: ['taskId'] },
    { action: 'startTask', from: OPEN_INCIDENT, who: TASKERS, requires: ['taskId'] },
    { action: 'closeTask', from: OPEN_INCIDENT, who: TASKERS, requires: ['taskId', 'state'] },
    { action: 'recordCost', from: ALL_INCIDENT, who: HANDLERS, requires: ['amount', 'note'] },
    { action: 'restrict', from: [...ALL_INCIDENT, 'closed'], who: HANDLERS, requires: ['reason'] },
    { action: 'unrestrict', from: [...ALL_INCIDENT, 'closed'], who: ['lead'], requires: ['reason'] },
  ],
};

const OPEN_REQUEST = ['submitted', 'awaitingApproval', 'approved', 'inFulfillment', 'onHold'] as const;
const ALL_REQUEST = [...OPEN_REQUEST, 'returned', 'fulfilled'] as const;
const WORKED_REQUEST = ['approved', 'inFulfillment', 'onHold'] as const;
const WITH_ENDED = [...ALL_REQUEST, 'closed', 'rejected', 'cancelled'] as const;

/**
 * domain.md 3.2. `submitted` passes on to `awaitingApproval` or `approved` in the same transaction. A plan may need further consents
 * later on: closing the last task of a stage, or a consent, then leads to `awaitingApproval` again, and after the last stage to
 * `fulfilled`. A refusal leads where the plan says.
 */
export const REQUEST_LIFECYCLE: TicketLifecycle = {
  states: REQUEST_STATES,
  initial: 'submitted',
  terminal: ['closed', 'rejected', 'cancelled'],
  transitions: [
    { action: 'approve', from: ['awaitingApproval'], to: 'approved', who: ['approver'] },
    { action: 'reject', from: ['awaitingApproval'], to: 'rejected', who: ['approver'], requires: ['comment'] },
    { action: 'returnForInfo', from: ['awaitingApproval'], to: 'returned', who: ['approver'], requires: ['comment'] },
    { action: 'resubmit', from: ['returned'], to: 'awaitingApproval', who: ['requester'] },
    { action: 'assign', from: ['submitted', 'awaitingApproval', 'approved', 'inFulfillment', 'onHold'], who: HANDLERS },
    { action: 'acceptOffer', from: ['approved'], who: ['offered'] },
    { action: 'declineOffer', from: ['approved'], who: ['offered'] },
    { action: 'take', from: ['approved', 'inFulfillment'], to: 'inFulfillment', who: ['agent', 'lead'] },
    { action: 'start', from: ['approved'], to: 'inFulfillment', who: ['assignee'] },
    { action: 'putOnHold', from: ['inFulfillment'], to: 'onHold', who: ['assignee', 'lead', 'system'], requires: ['reason', 'followUpAt'] },
    { action: 'resume', from: ['onHold'], to: 'inFulfillment', who: ['assignee', 'agent', 'lead', 'system'] },
    { action: 'resolve', from: ['approved', 'inFulfillment', 'onHold'], to: 'fulfilled', who: ['assignee', 'lead', 'system'], requires: ['code', 'notes'] },
    { action: 'close', from: ['fulfilled'], to: 'closed', who: ['requester', 'lead', 'system'] },
    { action: 'reopen', from: ['fulfilled'], to: 'inFulfillment', who: ['requester', 'agent', 'assignee', 'lead', 'system'], requires: ['reason'] },
    { action: 'cancel', from: ['submitted', 'awaitingApproval', 'returned', 'approved'], to: 'cancelled', who: ['requester', 'agent', 'assignee', 'lead', 'system'], requires: ['reason'] },
    { action: 'cancel', from: ['inFulfillment', 'onHold'], to: 'cancelled', who: ['lead'], requires: ['reason'] },
    { action: 'escalate', from: ['approved', 'inFulfillment', 'onHold'], who: ['requester'], requires: ['reason'] },
    { action: 'edit', from: ['submitted', 'returned', 'approved', 'inFulfillment', 'onHold'], who: ['requester', ...HANDLERS] },
    { action: 'classify', from: OPEN_REQUEST, who: HANDLERS },
    { action: 'overridePriority', from: OPEN_REQUEST, who: ['lead'], requires: ['priority', 'reason'] },
    { action: 'clearPriority', from: OPEN_REQUEST, who: ['lead'] },
    { action: 'convert', from: ['submitted', 'approved', 'inFulfillment'], who: HANDLERS },
    { action: 'callWebhook', from: WITH_ENDED, who: HANDLERS, requires: ['webhookId'] },
    { action: 'runMacro', from: ALL_REQUEST, who: ['anyAgent', 'assignee', 'lead'], requires: ['macroId'] },
    { action: 'reply', from: ALL_REQUEST, who: ['requester', 'watcher', 'approver', 'anyAgent', 'assignee', 'lead', 'system'] },
    { action: 'addNote', from: [...ALL_REQUEST, 'closed'], who: ['anyAgent', 'assignee', 'lead', 'system'] },
    { action: 'attach', from: ALL_REQUEST, who: EVERYBODY },
    { action: 'rate', from: ['fulfilled', 'closed'], who: ['requester'] },
    { action: 'watch', from: WITH_ENDED, who: EVERYBODY },
    { action: 'unwatch', from: WITH_ENDED, who: EVERYBODY },
    { action: 'link', from: WITH_ENDED, who: ['anyAgent', 'assignee', 'lead', 'system'] },
    { action: 'unlink', from: WITH_ENDED, who: ['anyAgent', 'assignee', 'lead', 'system'] },
    { action: 'addTask', from: WORKED_REQUEST, who: HANDLERS, requires: ['title'] },
    { action: 'assignTask', from: WORKED_REQUEST, who: TASKERS, requires: ['taskId'] },
    { action: 'startTask', from: WORKED_REQUEST, who: TASKERS, requires: ['taskId'] },
    { action: 'closeTask', from: WORKED_REQUEST, who: TASKERS, requires: ['taskId', 'state'] },
    { action: 'recordCost', from: [...WORKED_REQUEST, 'fulfilled'], who: HANDLERS, requires: ['amount', 'note'] },
    { action: 'restrict', from: [...ALL_REQUEST, 'closed'], who: HANDLERS, requires: ['reason'] },
    { action: 'unrestrict', from: [...ALL_REQUEST, 'closed'], who: ['lead'], requires: ['reason'] },
  ],
};

export function lifecycleOf(kind: TicketKind): TicketLifecycle {
  return kind === 'incident' ? INCIDENT_LIFECYCLE : REQUEST_LIFECYCLE;
}

/** States in which the promise to the requester is still open. */
export function isOpen(state: TicketState): boolean {
  return !['resolved', 'fulfilled', 'closed', 'rejected', 'cancelled'].includes(state);
}

export function isResolved(state: TicketState): boolean {
  return state === 'resolved' || state === 'fulfilled';
}

/** Ended: left the desk view, lives in stored lists. */
export function isEnded(state: TicketState): boolean {
  return ['closed', 'rejected', 'cancelled'].includes(state);
}
