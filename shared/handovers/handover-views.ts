import type { RecordView, Summary } from '../kernel';
import type { HandoverReason, HandoverState, ItemOutcome } from './handover-schema';

/** One thing that must not be lost. Browser-safe. */
export interface HandoverItem {
  /** The record: a ticket, a change, or whatever waits for a decision. */
  readonly id: string;
  readonly kind: 'ticket' | 'approval' | 'change';
  readonly title: string;
  readonly fromId: string;
  readonly fromName: string;
  readonly why: readonly HandoverReason[];
  /** The first instant at which something is due, ISO. */
  readonly dueAt?: string;
  readonly priority?: string;
  readonly isRestricted?: true;
  readonly note?: string;
  readonly outcome: ItemOutcome;
  /** Who accepted or declined it. */
  readonly byName?: string;
  readonly reason?: string;
}

export interface HandoverSummary extends Summary {
  readonly groupId: string;
  readonly groupName: string;
  readonly state: HandoverState;
  readonly endsAt: string;
  readonly startsAt?: string;
  readonly fromIds: readonly string[];
  readonly toIds: readonly string[];
  /** As much of each as it takes to see whether it is still to be handed over. */
  readonly items: readonly Pick<HandoverItem, 'id' | 'kind' | 'fromId' | 'outcome'>[];
  /** Items that nobody has accepted and that are not settled. */
  readonly openCount: number;
  readonly closedAt?: string;
}

export interface HandoverRow extends Omit<HandoverSummary, 'items'> {
  readonly can: readonly string[];
  readonly fromNames: readonly string[];
  readonly toNames: readonly string[];
  readonly itemCount: number;
}

export interface HandoverTimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly byName: string;
  readonly line: string;
  readonly text?: string;
}

export interface HandoverView extends RecordView, Omit<HandoverRow, 'practice' | 'can' | 'id' | 'version'> {
  readonly practice: 'handovers';
  readonly items: readonly (HandoverItem & { readonly whyText: string })[];
  /** More than a handover holds; they stay where they are. */
  readonly leftOut?: number;
  readonly note?: string;
  readonly sentByName?: string;
  readonly sentAt?: string;
  /** Until when it should be accepted. */
  readonly acceptBy?: string;
  readonly timeline: readonly HandoverTimelineEntry[];
}
