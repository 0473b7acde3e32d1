export { ticketsPractice } from './tickets-practice';
export { ticketActions } from './ticket-actions';
export type { Ticket, TicketSubject, Attachment, Hold, Resolution } from './ticket';
export { foldTicket, subjectOf, type TicketEvent, type RecordedTicketEvent, type ImportedChanges } from './ticket-events';
export { INCIDENT_LIFECYCLE, REQUEST_LIFECYCLE, lifecycleOf, isOpen, isResolved, isEnded, type TicketState, type TicketRole } from './ticket-lifecycle';
export { canReadTicket, canReadInternal, standsAs } from './ticket-permissions';
export { assess, priorityOf, type Assessment, type Level } from './priority';
export { MAX_FILES } from './actions/conversation';
export { clocksOf } from './ticket-derive';
export type { OwedPromise, TicketSummary, TicketRow, TicketView, TimelineEntry, LinkView } from './ticket-views';
export {
  KINDS, PRIORITIES, REACHES, WORK_EFFECTS, HOLD_REASONS, RESOLUTION_CODES, CANCEL_REASONS,
  type TicketKind, type Priority, type Reach, type WorkEffect, type HoldReason, type ResolutionCode,
} from './ticket-schema';
export { draftOf, resolutionDueOf, titleOf, type TicketDraft } from './ticket-draft';
export { leftBehind, type LeftBehind } from './rebalance';
export { RAISES_FROM, SIMILAR_MINUTES, type MajorState } from './major-incident';
export { readText } from './read-text';
export { isTaskFor } from './ticket-lists';
export { dryRun } from './fulfillment/dry-run';
export { stepRefusalText } from './fulfillment/fulfillment-lines';
export { STEP_ACTIONS } from './fulfillment/take-step';
export type { DryRunRow, DryRunView } from './fulfillment/dry-run-views';
export { isClosedTask, isOpenTask, rollUp, type Ordered, type RequestTask } from './fulfillment/request-task';
export type { FulfillmentView, ItemState, OpenTaskRow, StageView, TaskView } from './fulfillment/fulfillment-views';
