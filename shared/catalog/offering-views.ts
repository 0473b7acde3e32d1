import type { FieldProblem, RecordView, Schema, Summary } from '../kernel';
import type { ApprovalRule, OfferingState } from './offering-schema';
import type { CostLine, OfferingAudience, Plan } from './plan-schema';

/** One edition of a catalog item, by the names of `offeringFields`. */
export interface OfferingContent {
  readonly name: string;
  readonly nameDe?: string;
  readonly description?: string;
  readonly descriptionDe?: string;
  readonly keywords?: string;
  readonly categoryId: string;
  readonly serviceId?: string;
  readonly ownerId?: string;
  readonly groupId?: string;
  readonly audience?: OfferingAudience;
  readonly form?: Schema;
  readonly approvalRule?: ApprovalRule;
  readonly plan?: Plan;
  readonly targetMinutes?: number;
  readonly targetField?: string;
  readonly calendarId?: string;
  readonly costs?: readonly CostLine[];
  readonly currency?: string;
  readonly reviewOn?: string;
}

/** What the desk holds of a catalog item: its published edition, or the draft where nothing was published yet. */
export interface OfferingSummary extends Summary, OfferingContent {
  readonly state: OfferingState;
  /** How often it was published; 0: never. */
  readonly edition: number;
  readonly publishedAt?: string;
  /** The next edition, which nobody can order yet. */
  readonly draft?: OfferingContent;
  readonly reviewRemindedOn?: string;
  /** As for every register. What can be ordered is for `isOrderableBy`. */
  readonly retired: boolean;
}

export interface OfferingLine {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly type: string;
  readonly line: string;
}

/** A catalog item for those who look after it. */
export interface OfferingView extends RecordView, Omit<OfferingSummary, 'id' | 'practice' | 'version' | 'revision'> {
  readonly practice: 'offerings';
  readonly ownerName?: string;
  readonly groupName?: string;
  /** From here on for those who look after it only. */
  readonly isReviewOverdue?: boolean;
  /** What keeps the draft, or what was published, from being published now. */
  readonly missing?: readonly FieldProblem[];
  readonly timeline?: readonly OfferingLine[];
}
