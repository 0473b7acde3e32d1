import type { Approval, Channel, FileMeta, RecordBase } from '../kernel';
import type { FoundCategory, Picked } from '../routing';
import type { ClockFact, PassedThreshold } from '../sla';
import type { Ordered, PassedStage, RecordedCost, RequestTask } from './fulfillment/request-task';
import type { MajorState } from './major-incident';
import type { Level } from './priority';
import type { CancelReason, HoldReason, Priority, Reach, ResolutionCode, TicketKind, WorkEffect } from './ticket-schema';
import type { TicketState } from './ticket-lifecycle';

/** What permissions look at; the record and its summary both have it. */
export interface TicketSubject {
  readonly id: string;
  readonly kind: TicketKind;
  readonly state: TicketState;
  readonly requesterId?: string;
  readonly reporterId?: string;
  readonly groupId?: string;
  readonly assigneeId?: string;
  readonly watcherIds: readonly string[];
  /** Those whose approval is awaited now. */
  readonly awaitedApproverIds: readonly string[];
  /** Everybody who was ever asked to approve: they may look at what they decided. */
  readonly approverIds: readonly string[];
  /** Those who may not decide, whoever they stand in for. */
  readonly excludedApproverIds: readonly string[];
  readonly isRestricted: boolean;
  readonly hasRating: boolean;
  /** Who is asked to take it now. */
  readonly offeredToId?: string;
  /** Groups and people with a task of it that is not over; absent: none. */
  readonly taskGroupIds?: readonly string[];
  readonly taskAssigneeIds?: readonly string[];
  /** Work on it has begun: whom it is for cannot withdraw it any more. */
  readonly hasBegun?: true;
  /** It was ordered from the catalog. */
  readonly isOrder?: true;
  /** Whether it is, or was to be, a major incident. */
  readonly major?: MajorState;
}

/** Somebody was picked and is asked to take it. */
export interface Offer {
  readonly personId: string;
  readonly groupId: string;
  /** ISO instants. */
  readonly at: string;
  readonly until: string;
  /** On call: how often they are reminded, every so many minutes, and how often they were; absent: never. */
  readonly reminders?: number;
  readonly intervalMinutes?: number;
  readonly reminded?: number;
}

/** Somebody was asked while it was in its present group, and did not take it. */
export interface Asked {
  readonly personId: string;
  readonly outcome: 'declined' | 'expired';
  readonly at: string;
}

/** Nobody of its group could take it. */
export interface Deferral {
  readonly at: string;
  /** When somebody may be there who was not, ISO instant. */
  readonly retryAt?: string;
  /** When the leads are told, ISO instant; absent: they were. */
  readonly tellLeadsAt?: string;
  readonly attempts: number;
}

export interface Hold {
  readonly reason: HoldReason;
  readonly since: string;
  readonly followUpAt: string;
  readonly comment?: string;
  readonly supplier?: string;
  readonly reference?: string;
  readonly why?: string;
  /** Taken over from another tool: its follow-up date starts nothing here. */
  readonly isImported?: true;
}

export interface Resolution {
  readonly code: ResolutionCode;
  readonly notes: string;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  /** Taken over from another tool: it does not close by itself here. */
  readonly isImported?: true;
}

export interface Rating {
  readonly stars: number;
  readonly comment?: string;
  readonly at: string;
}

export interface Attachment extends FileMeta {
  readonly at: string;
  readonly by: string;
  /** Attached to an internal note: hidden from the requester. */
  readonly isInternal: boolean;
}

/** An incident or a service request (ITIL 4). */
export interface Ticket extends RecordBase, Omit<TicketSubject, 'hasRating' | 'awaitedApproverIds' | 'approverIds' | 'excludedApproverIds' | 'offeredToId' | 'taskGroupIds' | 'taskAssigneeIds' | 'hasBegun' | 'isOrder'> {
  readonly title: string;
  readonly description: string;
  readonly channel: Channel;
  /** Names as they were: an import knows people that the directory does not. */
  readonly requesterName: string;
  readonly assigneeName?: string;
  readonly categoryId?: string;
  /** How it was found when the ticket was filed; absent: its text was not looked at. */
  readonly found?: FoundCategory;
  /** When somebody who handles it last said or confirmed its category, ISO instant: only from such a ticket is learned. */
  readonly categoryKnownAt?: string;
  /** Only when an import brought a category that is not in the tree. */
  readonly categoryName?: string;
  readonly reach?: Reach;
  readonly work?: WorkEffect;
  readonly impact: Level;
  readonly urgency: Level;
  readonly priority: Priority;
  readonly isPriorityOverridden: boolean;
  /** So many are hit that the impact is High, whatever each of them says of their own reach. */
  readonly isRaised?: true;
  /** Those who said that it hits them, too, without reading it. */
  readonly affectedIds?: readonly string[];
  /** Text key below `routing.` that says why the group got it. */
  readonly routedBy?: string;
  /** The rule that sent it there, by the name it had then. */
  readonly routedRule?: { readonly id: string; readonly name: string };
  /** Why this person, or nobody: of the last time somebody was picked in its present group. */
  readonly picked?: Picked;
  readonly offer?: Offer;
  readonly asked?: readonly Asked[];
  readonly deferral?: Deferral;
  /** When its assignee got it, ISO instant. */
  readonly assignedAt?: string;
  /** When the requester last asked for more attention. */
  readonly escalatedAt?: string;
  /** Groups that passed it on and stay informed. */
  readonly watchingGroupIds?: readonly string[];
  readonly offeringId?: string;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly neededBy?: string;
  /** What was ordered, as it was offered then. */
  readonly ordered?: Ordered;
  /** The first request of the same cart; it and the others point at each other. */
  readonly orderId?: string;
  readonly plannedCost?: number;
  readonly costs?: readonly RecordedCost[];
  /** The stage of the plan that it is in, and all it has entered so far. */
  readonly stageId?: string;
  readonly stages?: readonly PassedStage[];
  readonly tasks?: readonly RequestTask[];
  readonly approval?: Approval;
  /** The stage that asked for it. */
  readonly approvalStageId?: string;
  /** Those of stages before. */
  readonly formerApprovals?: readonly { readonly stageId?: string; readonly approval: Approval }[];
  readonly hold?: Hold;
  readonly resolution?: Resolution;
  readonly cancelReason?: CancelReason;
  readonly rating?: Rating;
  readonly attachments: readonly Attachment[];
  readonly reassignmentCount: number;
  readonly reopenCount: number;
  readonly receivedAt: string;
  readonly respondedAt?: string;
  readonly closedAt?: string;
  readonly lastMessageFrom?: 'requester' | 'agent';
  /** What service-level clocks are computed from, in the order in which it was recorded. */
  readonly facts: readonly ClockFact[];
  /** Imported tickets: when somebody first did something here. What another tool promised before gives no notices. */
  readonly takenOverAt?: string;
  /** Thresholds of clocks that were noticed (domain.md 5.2, rule 8). */
  readonly passed: readonly PassedThreshold[];
  /** Written later than it happened: what was reached before gives no notices. */
  readonly writtenAt?: string;
  /** Where an import took it from, with what has no field of its own. */
  readonly external?: { readonly source: string; readonly id: string; readonly values: Readonly<Record<string, string>> };
}
