import type { Actor, Approval, FileMeta, Recorded, Relation, Vote } from '../kernel';
import { approversOf, awaitedApprovers } from '../kernel';
import type { Picked } from '../routing';
import { withPassed, type Metric } from '../sla';
import type { BallotEvent } from '../approvals';
import type { WebhookCalled } from '../webhooks';
import { foldFulfillment, withoutOpenTasks, type FulfillmentEvent } from './fulfillment/fulfillment-events';
import { hasBegun, isClosedTask } from './fulfillment/request-task';
import { foldMajor, type MajorEvent } from './major-incident';
import type { Level } from './priority';
import type { Attachment, Hold, Offer, Ticket, TicketSubject } from './ticket';
import { afterAssigned, afterAsked, afterDeferral, afterOffer, withoutIdleOffer } from './ticket-assignment';
import { factsAfter } from './ticket-facts';
import type { TicketState } from './ticket-lifecycle';
import type { CancelReason, Priority, ResolutionCode, TicketKind } from './ticket-schema';

type Reported = Pick<Ticket, 'kind' | 'title' | 'description' | 'requesterName' | 'impact' | 'urgency' | 'priority' | 'isRestricted' | 'receivedAt'> &
  Partial<
    Pick<
      Ticket,
      | 'requesterId' | 'reporterId' | 'categoryId' | 'categoryName' | 'reach' | 'work' | 'groupId' | 'routedBy' | 'routedRule' | 'offeringId' | 'answers' | 'neededBy'
      | 'ordered' | 'plannedCost' | 'orderId' | 'found'
    >
  >;

/** Fields an import may set on a ticket, state included: the source decided, not our lifecycle. */
export type ImportedChanges = Partial<
  Pick<
    Ticket,
    | 'state' | 'title' | 'description' | 'impact' | 'urgency' | 'priority' | 'groupId' | 'requesterId' | 'requesterName' | 'assigneeId'
    | 'assigneeName' | 'categoryName' | 'hold' | 'resolution' | 'reassignmentCount' | 'reopenCount' | 'closedAt' | 'respondedAt'
  >
>;

/** A clock has used a share of its target (domain.md 5.2, rule 8). */
export interface ThresholdNotice {
  readonly key: string;
  readonly metric: Metric;
  /** 100: the promise is broken. */
  readonly percent: number;
  /** When it was reached, ISO instant. */
  readonly dueAt: string;
  /** When the promise is due; absent while the clock is paused. */
  readonly promiseDueAt?: string;
  readonly agreementId: string;
  /** Who held the ticket then. */
  readonly groupId?: string;
  readonly assigneeId?: string;
  /** Noticed so much later than it could have been. */
  readonly lateMinutes?: number;
  /** It lay in the past already when the present terms came into force, at this instant (rule 9). */
  readonly isAtRetarget?: true;
  readonly termsSince?: string;
}

/** Time has passed over an approval; told like that of every other record. */
type NudgeEvent = Extract<BallotEvent<TicketState>, { type: 'ApprovalNudged' }>;

export type TicketEvent =
  | ({ readonly type: 'TicketReported'; readonly state: TicketState; readonly files: readonly FileMeta[] } & Reported)
  | { readonly type: 'TicketEdited'; readonly changes: Partial<Pick<Ticket, 'title' | 'description'>> }
  | {
      readonly type: 'TicketClassified';
      readonly changes: Partial<Pick<Ticket, 'categoryId' | 'reach' | 'work'>>;
      readonly impact: Level;
      readonly urgency: Level;
      readonly priority: Priority;
    }
  | { readonly type: 'PriorityOverridden'; readonly priority: Priority; readonly reason: string }
  | { readonly type: 'PriorityOverrideCleared'; readonly priority: Priority }
  | {
      readonly type: 'TicketAssigned';
      readonly groupId: string;
      readonly assigneeId?: string;
      readonly assigneeName?: string;
      readonly reason?: string;
      /** What the former group has tried. */
      readonly tried?: string;
      /** The former group, when it stays informed. */
      readonly watchingGroupId?: string;
      /** Why this person was picked; absent: somebody chose them. */
      readonly picked?: Picked;
      /** They accepted it at the end of a shift, from this person. */
      readonly handover?: { readonly id: string; readonly fromName: string };
      readonly state: TicketState;
    }
  | ({ readonly type: 'TicketOffered'; readonly personId: string; readonly personName: string; readonly until: string; readonly picked: Picked } & Pick<Offer, 'reminders' | 'intervalMinutes'>)
  | { readonly type: 'OfferReminded'; readonly personId: string; readonly personName: string; readonly number: number; readonly of: number }
  | { readonly type: 'OfferDeclined'; readonly personId: string; readonly reason?: string }
  | { readonly type: 'OfferExpired'; readonly personId: string; readonly personName: string }
  | { readonly type: 'AssignmentDeferred'; readonly picked: Picked; readonly retryAt?: string; readonly tellLeadsAt?: string }
  | { readonly type: 'LeadsTold'; readonly groupId: string }
  | { readonly type: 'TicketEscalated'; readonly reason: string }
  | { readonly type: 'TicketTaken'; readonly assigneeId: string; readonly assigneeName: string; readonly groupId?: string; readonly state: TicketState }
  | { readonly type: 'WorkStarted'; readonly state: TicketState }
  | { readonly type: 'ReplyAdded'; readonly text: string; readonly files: readonly FileMeta[]; readonly from: 'requester' | 'agent' }
  | { readonly type: 'NoteAdded'; readonly text: string; readonly files: readonly FileMeta[] }
  | { readonly type: 'FilesAttached'; readonly files: readonly FileMeta[] }
  | { readonly type: 'TicketPutOnHold'; readonly hold: Omit<Hold, 'since'> }
  | { readonly type: 'TicketResumed'; readonly because: 'agent' | 'requesterReplied' | 'followUpDue'; readonly state: TicketState }
  | { readonly type: 'TicketResolved'; readonly code: ResolutionCode; readonly notes: string; readonly categoryId?: string; readonly state: TicketState }
  | { readonly type: 'TicketClosed'; readonly because: 'accepted' | 'auto' | 'lead' }
  | { readonly type: 'TicketReopened'; readonly reason: string; readonly state: TicketState }
  | { readonly type: 'TicketCancelled'; readonly reason: CancelReason; readonly note?: string; readonly duplicateOfId?: string }
  | { readonly type: 'TicketRated'; readonly stars: number; readonly comment?: string }
  | { readonly type: 'WatcherAdded' | 'WatcherRemoved'; readonly personId: string }
  | { readonly type: 'LinkAdded' | 'LinkRemoved'; readonly relation: Relation; readonly otherId: string }
  | { readonly type: 'TicketRestricted' | 'TicketUnrestricted'; readonly reason: string }
  | { readonly type: 'TicketConverted'; readonly kind: TicketKind; readonly state: TicketState }
  | FulfillmentEvent
  | WebhookCalled
  | MajorEvent
  | { readonly type: 'ApprovalRequested'; readonly approval: Approval; readonly state: TicketState; readonly stageId?: string }
  | NudgeEvent
  | { readonly type: 'ApprovalVoted'; readonly vote: Vote; readonly approval: Approval; readonly state: TicketState }
  | ({ readonly type: 'ThresholdPassed' } & ThresholdNotice)
  | { readonly type: 'TicketImported'; readonly source: string; readonly externalId: string; readonly values: Readonly<Record<string, string>>; readonly set: ImportedChanges & Pick<Ticket, 'title' | 'state' | 'receivedAt' | 'requesterName'> }
  | {
      readonly type: 'ImportedChange';
      /** What changed in the source's own words; an empty text means that it is no longer known. */
      readonly values: Readonly<Record<string, string>>;
      readonly set: ImportedChanges;
      /** Fields that the source no longer has. */
      readonly clear?: readonly (keyof ImportedChanges)[];
    };

export type RecordedTicketEvent = Recorded<TicketEvent>;

function attach(ticket: Ticket, files: readonly FileMeta[], recorded: RecordedTicketEvent, isInternal: boolean): readonly Attachment[] {
  return [...ticket.attachments, ...files.map((file) => ({ ...file, at: recorded.at, by: recorded.by, isInternal }))];
}

function born(recorded: RecordedTicketEvent): Ticket {
  const { event, at, recordId, seq, channel } = recorded;
  const base = {
    id: recordId, version: seq, createdAt: at, updatedAt: at, channel, watcherIds: [], attachments: [], description: '',
    reassignmentCount: 0, reopenCount: 0, isPriorityOverridden: false, isRestricted: false, facts: [], passed: [],
    ...(recorded.writtenAt && { writtenAt: recorded.writtenAt }),
    kind: 'incident' as const, impact: 3 as const, urgency: 3 as const, priority: 'P4' as const,
  };
  if (event.type === 'TicketImported') {
    const external = { source: event.source, id: event.externalId, values: event.values };
    return { ...base, ...event.set, external };
  }
  if (event.type !== 'TicketReported') throw new Error(`history of ${recordId} starts with ${event.type}`);
  const { type: _type, files, ...rest } = event;
  const ticket: Ticket = { ...base, ...rest };
  return { ...ticket, attachments: attach(ticket, files, recorded, false) };
}

/** Neither a rule nor a timer nor another tool. */
const isPerson = ({ role, rule, channel }: RecordedTicketEvent): boolean => role !== 'system' && !rule && channel !== 'import';

/** The ticket's fields after an event, without the bookkeeping that every event does. */
function changed(ticket: Ticket, recorded: RecordedTicketEvent): Ticket {
  const { event, at, by, byName } = recorded;
  switch (event.type) {
    case 'TicketEdited':
      return { ...ticket, ...event.changes };
    case 'TicketClassified': {
      const isKnown = event.changes.categoryId !== undefined && isPerson(recorded);
      return { ...ticket, ...event.changes, impact: event.impact, urgency: event.urgency, priority: event.priority, ...(isKnown && { categoryKnownAt: at }) };
    }
    case 'PriorityOverridden':
      return { ...ticket, priority: event.priority, isPriorityOverridden: true };
    case 'PriorityOverrideCleared':
      return { ...ticket, priority: event.priority, isPriorityOverridden: false };
    case 'TicketAssigned':
      return afterAssigned(ticket, event, at);
    case 'TicketTaken': {
      const { picked: _picked, ...free } = ticket;
      return {
        ...free, assigneeId: event.assigneeId, assigneeName: event.assigneeName, assignedAt: at, state: event.state,
        ...(event.groupId && { groupId: event.groupId }),
        reassignmentCount: ticket.reassignmentCount + (ticket.assigneeId ? 1 : 0),
      };
    }
    case 'TicketOffered':
      return afterOffer(ticket, event, at);
    case 'OfferReminded':
      return ticket.offer ? { ...ticket, offer: { ...ticket.offer, reminded: event.number } } : ticket;
    case 'OfferDeclined':
      return afterAsked(ticket, { personId: event.personId, outcome: 'declined', at });
    case 'OfferExpired':
      return afterAsked(ticket, { personId: event.personId, outcome: 'expired', at });
    case 'AssignmentDeferred':
      return afterDeferral(ticket, event, at);
    case 'LeadsTold': {
      const { tellLeadsAt: _told, ...deferral } = ticket.deferral ?? { at, attempts: 1 };
      return { ...ticket, deferral };
    }
    case 'TicketEscalated':
      return { ...ticket, escalatedAt: at };
    case 'WorkStarted':
      return { ...ticket, state: event.state };
    case 'ReplyAdded': {
      const isFirst = event.from === 'agent' && !ticket.respondedAt;
      const attachments = attach(ticket, event.files, recorded, false);
      // What a rule writes answers nobody: the requester still waits for a person.
      if (recorded.rule) return { ...ticket, attachments };
      return { ...ticket, attachments, lastMessageFrom: event.from, ...(isFirst && { respondedAt: at }) };
    }
    case 'NoteAdded':
      return { ...ticket, attachments: attach(ticket, event.files, recorded, true) };
    case 'FilesAttached':
      return { ...ticket, attachments: attach(ticket, event.files, recorded, false) };
    case 'TicketPutOnHold': {
      const held = { ...ticket, state: 'onHold' as const, hold: { ...event.hold, since: at } };
      // The question to the requester is a public message like any other.
      return event.hold.comment ? { ...held, lastMessageFrom: 'agent', respondedAt: ticket.respondedAt ?? at } : held;
    }
    case 'TicketResumed':
      return { ...withoutHold(ticket), state: event.state };
    case 'TicketResolved': {
      const resolution = { code: event.code, notes: event.notes, at, by, byName };
      const done = withoutOpenTasks(withoutHold(ticket), event.code === 'delivered' ? 'complete' : 'skipped', at, byName, event.code === 'delivered' ? undefined : event.notes);
      return { ...done, state: event.state, resolution, ...(event.categoryId && { categoryId: event.categoryId }), ...(isPerson(recorded) && { categoryKnownAt: at }) };
    }
    case 'TicketClosed':
      return { ...ticket, state: 'closed', closedAt: at };
    case 'TicketReopened': {
      const { resolution: _resolution, rating: _rating, ...open } = ticket;
      return { ...open, state: event.state, reopenCount: ticket.reopenCount + 1 };
    }
    case 'TicketCancelled':
      return { ...withoutOpenTasks(withoutHold(ticket), 'skipped', at, byName, event.note), state: 'cancelled', cancelReason: event.reason, closedAt: at };
    case 'TicketRated':
      return { ...ticket, rating: { stars: event.stars, at, ...(event.comment && { comment: event.comment }) } };
    case 'WatcherAdded':
      return { ...ticket, watcherIds: [...ticket.watcherIds, event.personId] };
    case 'WatcherRemoved':
      return { ...ticket, watcherIds: ticket.watcherIds.filter((id) => id !== event.personId) };
    case 'TicketRestricted':
    case 'TicketUnrestricted':
      return { ...ticket, isRestricted: event.type === 'TicketRestricted' };
    case 'TicketConverted':
      return { ...ticket, kind: event.kind, state: event.state };
    case 'ApprovalRequested':
      return askedFor(ticket, event);
    case 'ApprovalNudged':
      return { ...ticket, approval: event.approval, state: event.state, ...(event.state === 'rejected' && { closedAt: at }) };
    case 'StageEntered':
    case 'StageOpened':
    case 'StepTaken':
    case 'StepRefused':
    case 'AnswersChanged':
    case 'TaskAdded':
    case 'TaskAssigned':
    case 'TaskStarted':
    case 'TaskClosed':
    case 'CostRecorded':
      return foldFulfillment(ticket, event, recorded);
    case 'ImpactRaised':
    case 'MajorIncidentProposed':
    case 'MajorIncidentPromoted':
    case 'MajorIncidentRejected':
    case 'MajorIncidentDemoted':
    case 'AffectedAdded':
    case 'AffectedRemoved':
      return foldMajor(ticket, event);
    case 'ApprovalVoted':
      return { ...ticket, approval: event.approval, state: event.state, ...(event.state === 'rejected' && { closedAt: at }) };
    case 'ThresholdPassed':
      return { ...ticket, passed: withPassed(ticket.passed, { ...event, at }) };
    case 'ImportedChange':
      return importedChange(ticket, event);
    case 'LinkAdded':
    case 'LinkRemoved':
    case 'WebhookCalled':
    case 'TicketReported':
    case 'TicketImported':
      return ticket;
  }
}

/** What another stage had asked for stays to be read. */
function askedFor(ticket: Ticket, { approval, state, stageId }: Extract<TicketEvent, { type: 'ApprovalRequested' }>): Ticket {
  const { approval: former, approvalStageId, ...rest } = ticket;
  const isOther = former !== undefined && approvalStageId !== stageId;
  const formerApprovals = [...(ticket.formerApprovals ?? []), ...(isOther ? [{ approval: former, ...(approvalStageId && { stageId: approvalStageId }) }] : [])];
  return { ...rest, approval, state, ...(stageId && { approvalStageId: stageId }), ...(formerApprovals.length > 0 && { formerApprovals }) };
}

function importedChange(ticket: Ticket, { set, clear = [], values }: Extract<TicketEvent, { type: 'ImportedChange' }>): Ticket {
  const next: Ticket = { ...ticket, ...set, ...(ticket.external && { external: { ...ticket.external, values: merged(ticket.external.values, values) } }) };
  const kept = next.state === 'onHold' ? next : withoutHold(next);
  return clear.length === 0 ? kept : (Object.fromEntries(Object.entries(kept).filter(([field]) => !clear.includes(field as keyof ImportedChanges))) as unknown as Ticket);
}

function merged(known: Readonly<Record<string, string>>, changes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const all = { ...known, ...changes };
  return Object.values(changes).includes('') ? Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')) : all;
}

function withoutHold(ticket: Ticket): Ticket {
  const { hold: _hold, ...rest } = ticket;
  return rest;
}

/** The only fold of tickets: history in, current state out. */
export function foldTicket(ticket: Ticket | undefined, recorded: RecordedTicketEvent): Ticket {
  if (!ticket) {
    const first = born(recorded);
    return { ...first, facts: factsAfter(undefined, first, recorded) };
  }
  const next = withoutIdleOffer(changed(ticket, recorded));
  const isTakenOver = ticket.external && !ticket.takenOverAt && recorded.channel !== 'import';
  return {
    ...next, version: recorded.seq, updatedAt: recorded.at, facts: factsAfter(ticket, next, recorded),
    ...(isTakenOver && { takenOverAt: recorded.at }),
  };
}

/** The ticket after an event that is decided and not written yet. `now` is an ISO instant. */
export function afterEvent(ticket: Ticket | undefined, event: TicketEvent, { actor, now, id = ticket?.id ?? '' }: { readonly actor: Actor; readonly now: string; readonly id?: string | undefined }): Ticket {
  const role = actor.roles.at(-1) ?? 'employee';
  return foldTicket(ticket, {
    recordId: id, seq: (ticket?.version ?? 0) + 1, at: now, by: actor.id, byName: actor.name, role, channel: actor.channel, action: '', event, ...(actor.rule && { rule: actor.rule }),
  });
}

const distinct = (ids: readonly (string | undefined)[]): readonly string[] => [...new Set(ids)].filter((id): id is string => id !== undefined);

export function subjectOf(ticket: Ticket): TicketSubject {
  const undone = (ticket.tasks ?? []).filter((task) => !isClosedTask(task));
  const asked = [...(ticket.formerApprovals ?? []).map(({ approval }) => approval), ...(ticket.approval ? [ticket.approval] : [])];
  return {
    id: ticket.id, kind: ticket.kind, state: ticket.state, watcherIds: ticket.watcherIds, isRestricted: ticket.isRestricted,
    hasRating: ticket.rating !== undefined,
    awaitedApproverIds: ticket.state === 'awaitingApproval' && ticket.approval ? awaitedApprovers(ticket.approval) : [],
    approverIds: distinct(asked.flatMap(approversOf)),
    excludedApproverIds: ticket.approval?.excludedIds ?? [],
    ...(ticket.requesterId && { requesterId: ticket.requesterId }),
    ...(ticket.reporterId && { reporterId: ticket.reporterId }),
    ...(ticket.groupId && { groupId: ticket.groupId }),
    ...(ticket.assigneeId && { assigneeId: ticket.assigneeId }),
    ...(ticket.offer && { offeredToId: ticket.offer.personId }),
    ...(undone.length > 0 && { taskGroupIds: distinct(undone.map(({ groupId }) => groupId ?? ticket.groupId)), taskAssigneeIds: distinct(undone.map(({ assigneeId }) => assigneeId)) }),
    ...(hasBegun(ticket.tasks) && { hasBegun: true }),
    ...(ticket.ordered && { isOrder: true }),
    ...(ticket.major && { major: ticket.major }),
  };
}
