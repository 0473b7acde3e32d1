import type { Channel, RecordView, Schema, Summary } from '../kernel';
import type { FoundCategory } from '../routing';
import type { PickedView } from '../routing/pick-views';
import type { KeptPromise } from '../sla/attainment-views';
import type { ClockView, Metric } from '../sla/clock-views';
import type { FulfillmentView, OpenTaskRow } from './fulfillment/fulfillment-views';
import type { Attachment, Hold, Rating, Resolution, TicketSubject } from './ticket';
import type { HoldReason, Priority, Reach, WorkEffect } from './ticket-schema';

/** A promise to the customer whose time is running. */
export interface OwedPromise {
  readonly metric: Metric;
  readonly agreementId: string;
  readonly dueAt: string;
}

/** What the desk view holds of a ticket, and what list rows in storage carry. */
export interface TicketSummary extends Summary, TicketSubject {
  readonly title: string;
  readonly priority: Priority;
  readonly createdAt: string;
  readonly requesterName: string;
  readonly assigneeName?: string;
  readonly assignedAt?: string;
  /** Nobody of its group could take it when somebody was looked for. */
  readonly isDeferred?: true;
  /** So many are hit that its impact is High. */
  readonly isRaised?: true;
  /** Those who said that it hits them, too. */
  readonly affectedIds?: readonly string[];
  readonly categoryId?: string;
  readonly categoryName?: string;
  readonly found?: FoundCategory;
  readonly categoryKnownAt?: string;
  readonly channel: Channel;
  /** The next promise that is running: response, or resolution. */
  readonly dueAt?: string;
  readonly responseDueAt?: string;
  readonly resolutionDueAt?: string;
  /** From here on the promise that is due next is at risk: three quarters of its time are used. */
  readonly riskAt?: string;
  readonly isResolutionPaused: boolean;
  /** What came of those that are decided, and those that are running: for figures, not for pages. */
  readonly promises?: readonly KeptPromise[];
  readonly owed?: readonly OwedPromise[];
  readonly holdReason?: HoldReason;
  readonly followUpAt?: string;
  readonly lastMessageFrom?: 'requester' | 'agent';
  readonly reopenCount: number;
  readonly resolvedAt?: string;
  readonly closedAt?: string;
  readonly stars?: number;
  readonly offeringId?: string;
  readonly orderId?: string;
  /** Tasks that somebody can work on now. */
  readonly openTasks?: readonly OpenTaskRow[];
  /** The number it had in the tool it was imported from. */
  readonly externalId?: string;
}

/** One row of a ticket list as it leaves the server: the summary with names, and what the reader may do. */
export interface TicketRow extends Omit<TicketSummary, 'categoryName' | 'found' | 'categoryKnownAt' | 'promises' | 'owed' | 'isRaised' | 'affectedIds'> {
  readonly can: readonly string[];
  readonly groupName?: string;
  /** `Network › VPN`, in the reader's language. */
  readonly category?: string;
  readonly isBreached: boolean;
  /** Agents only. */
  readonly isVip?: boolean;
  /** Agents only: how many said that it hits them, too. */
  readonly affectedCount?: number;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly channel: Channel;
  readonly type: string;
  /** The rule that did it; for those who handle tickets. */
  readonly ruleId?: string;
  readonly kind: 'message' | 'note' | 'change';
  /** What happened, in the reader's language. */
  readonly line: string;
  /** What was written, for messages and notes. */
  readonly text?: string;
  readonly from?: 'requester' | 'agent';
  readonly files?: readonly { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number }[];
}

export interface LinkView {
  readonly relation: string;
  readonly id: string;
  readonly title: string;
  readonly state: string;
}

/** A ticket as a page or a card shows it. Fields that only handlers may see are absent for others. */
export interface TicketView extends RecordView, Omit<TicketRow, 'practice' | 'can' | 'id' | 'version'> {
  readonly practice: 'tickets';
  readonly description: string;
  readonly reach?: Reach;
  readonly work?: WorkEffect;
  readonly isPriorityOverridden: boolean;
  readonly hold?: Hold;
  readonly resolution?: Resolution;
  readonly rating?: Rating;
  readonly attachments: readonly Attachment[];
  readonly watchers: readonly { readonly id: string; readonly name: string }[];
  readonly clocks: readonly ClockView[];
  /** Who holds the ball and until when, in the reader's words. */
  readonly waitsFor: string;
  readonly offeringName?: string;
  readonly answers?: readonly { readonly label: string; readonly value: string }[];
  readonly approvers?: readonly { readonly name: string; readonly decision?: string; readonly comment?: string }[];
  readonly neededBy?: string;
  /** The form it was ordered with, and what was answered, for whoever answers anew. */
  readonly form?: Schema;
  readonly given?: Readonly<Record<string, unknown>>;
  /** Stages, tasks and cost; absent: it has none of them. */
  readonly fulfillment?: FulfillmentView;
  /** Why somebody is asked to decide; empty where it is always asked for. */
  readonly askedBecause?: string;
  /** Agents only: why this group, how often it moved. */
  readonly routedBecause?: string;
  readonly reassignmentCount?: number;
  /** Agents only: why this person was picked, or nobody. */
  readonly picked?: PickedView;
  /** Agents only: who is asked to take it, and until when. */
  readonly offer?: { readonly personId: string; readonly personName: string; readonly until: string };
  /** Agents only: names of groups that passed it on and stay informed. */
  readonly watchingGroups?: readonly string[];
  readonly external?: { readonly source: string; readonly id: string; readonly values: Readonly<Record<string, string>> };
  /** Agents only: macros of which every step is possible now. */
  readonly macros?: readonly { readonly id: string; readonly name: string; readonly description?: string }[];
  readonly links: readonly LinkView[];
  readonly timeline: readonly TimelineEntry[];
}
