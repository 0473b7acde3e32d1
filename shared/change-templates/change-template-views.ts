import type { RecordView, Summary } from '../kernel';
import type { SeatView, StepView } from '../approvals/approval-views';
import type { TemplateState } from './change-template-schema';

/** What the desk view holds of a template; everything that a change made from it needs. */
export interface TemplateSummary extends Summary {
  readonly name: string;
  readonly nameDe?: string;
  readonly purpose?: string;
  readonly state: TemplateState;
  readonly values: Readonly<Record<string, unknown>>;
  readonly lockedFields: readonly string[];
  readonly allowedItemIds?: readonly string[];
  readonly allowedClasses?: readonly string[];
  readonly maxMinutes?: number;
  readonly tasks?: string;
  readonly evidence?: string;
  readonly ownerId?: string;
  /** After this instant it is of no use until it has been approved anew. */
  readonly expiresAt?: string;
  /** Until when it may be used once its renewal is approved. */
  readonly renewsUntil?: string;
  readonly requesterId: string;
  readonly requesterName: string;
  readonly decideUntil?: string;
  readonly awaitedApproverIds: readonly string[];
  readonly approverIds: readonly string[];
  readonly excludedApproverIds: readonly string[];
  readonly votedIds: readonly string[];
}

export interface TemplateRow extends Omit<TemplateSummary, 'approverIds' | 'excludedApproverIds' | 'votedIds'> {
  readonly can: readonly string[];
  readonly ownerName?: string;
  readonly waitsFor: string;
  /** May be used for a change now. */
  readonly isUsable: boolean;
}

export interface TemplateView extends RecordView, Omit<TemplateRow, 'practice' | 'can' | 'id' | 'version'> {
  readonly practice: 'changeTemplates';
  readonly steps: readonly StepView[];
  readonly mySeats: readonly SeatView[];
  readonly myVotes: readonly string[];
  readonly samples: readonly { readonly id: string; readonly title: string; readonly outcome?: string }[];
  readonly suspendedBecause?: string;
  readonly timeline: readonly { readonly seq: number; readonly at: string; readonly byName: string; readonly line: string; readonly text?: string }[];
}
