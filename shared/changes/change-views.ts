import type { SeatView, StepView } from '../approvals/approval-views';
import type { Channel, RecordView, StepState, Summary } from '../kernel';
import type { Booking, Collision } from '../scheduling/schedule-views';
import type { ChangeContent, ChangeReview, ChangeSubject, ChangeTask, ContentDifference, RiskAssessment } from './change';
import type { Outcome, RiskLevel } from './change-schema';

/** What the desk view holds of a change, and what list rows in storage carry. */
export interface ChangeSummary extends Summary, ChangeSubject {
  readonly title: string;
  readonly createdAt: string;
  readonly requesterName: string;
  readonly implementerName?: string;
  readonly risk: RiskLevel;
  readonly serviceIds: readonly string[];
  readonly itemIds: readonly string[];
  readonly plannedStart?: string;
  readonly plannedEnd?: string;
  readonly templateId?: string;
  readonly isOutage: boolean;
  readonly outcome?: Outcome;
  readonly incidentCount: number;
  /** For scores: one entry for each incident, empty where its priority is not known. */
  readonly incidentPriorities: readonly string[];
  readonly collisionCount: number;
  /** All collisions as they were looked at last (`collisionMarks`). */
  readonly collisionMarks: readonly string[];
  readonly reviewDueAt?: string;
  /** Until when those who are awaited should decide. */
  readonly decideUntil?: string;
  readonly actualStart?: string;
  readonly actualEnd?: string;
  readonly closedAt?: string;
  readonly isUnauthorized: boolean;
  /** What the board has decided about it; absent where no board is asked. */
  readonly boardState?: StepState;
  /** The place it takes in the change calendar. */
  readonly booking?: Booking;
}

/** One row of a list of changes as it leaves the server: the summary with names, and what the reader may do. */
export interface ChangeRow extends Omit<ChangeSummary, 'booking' | 'collisionMarks' | 'approverIds' | 'excludedApproverIds' | 'votedIds'> {
  readonly can: readonly string[];
  readonly groupName?: string;
  readonly services: readonly string[];
  readonly items: readonly string[];
  readonly templateName?: string;
  /** Whom or what it waits for, in the reader's words. */
  readonly waitsFor: string;
  /** The reader's decision is awaited. */
  readonly isMine: boolean;
  /** It should have been reviewed by now. */
  readonly isReviewOverdue: boolean;
}

/** A field before and after, as words in the reader's language. */
export interface DifferenceView extends Pick<ContentDifference, 'field'> {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** An edit after which somebody has to decide again. */
export interface EditView {
  readonly at: string;
  readonly byName: string;
  readonly differences: readonly DifferenceView[];
  /** Whose votes it voided. */
  readonly voided: readonly string[];
}

export interface CollisionView extends Collision {
  /** The whole reason in the reader's language: `Payroll database is in the freeze "Year end" until 3 Jan`. */
  readonly text: string;
  readonly acceptedBy?: string;
  readonly acceptedReason?: string;
}

export interface NamedEntry {
  readonly id: string;
  readonly name: string;
}

export interface ChangeTimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly channel: Channel;
  readonly type: string;
  /** The rule that did it. */
  readonly ruleId?: string;
  readonly kind: 'message' | 'decision' | 'change';
  readonly line: string;
  readonly text?: string;
  readonly differences?: readonly DifferenceView[];
  readonly files?: readonly { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number }[];
}

export interface RiskView extends RiskAssessment {
  /** Every reason as a sentence with its points, in the reader's language. */
  readonly lines: readonly { readonly text: string; readonly points: number }[];
}

/** A change as a page or a card shows it. */
export interface ChangeView extends RecordView, ChangeContent, Omit<ChangeRow, 'practice' | 'can' | 'id' | 'version' | 'title' | 'risk' | 'isOutage' | 'serviceIds' | 'itemIds' | 'items' | 'services'> {
  readonly practice: 'changes';
  readonly risk: RiskView;
  readonly services: readonly NamedEntry[];
  readonly items: readonly (NamedEntry & { readonly environment: string; readonly criticality: string })[];
  readonly emergencyReason?: string;
  readonly steps: readonly StepView[];
  readonly mySeats: readonly SeatView[];
  /** The reader's votes that stand and can be taken back, by step. */
  readonly myVotes: readonly string[];
  readonly edits: readonly EditView[];
  readonly collisions: readonly CollisionView[];
  readonly tasks: readonly (ChangeTask & { readonly assigneeName?: string; readonly groupName?: string })[];
  readonly hold?: { readonly reason: string; readonly note?: string; readonly since: string; readonly keepsSlot: boolean };
  readonly review?: ChangeReview;
  readonly reviewReasons: readonly string[];
  readonly finishNotes?: string;
  readonly isBackoutUsed?: boolean;
  readonly actualOutageMinutes?: number;
  readonly incidents: readonly { readonly id: string; readonly title?: string; readonly priority?: string }[];
  readonly links: readonly { readonly relation: string; readonly id: string; readonly title: string; readonly state: string }[];
  readonly attachments: readonly { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number; readonly at: string }[];
  readonly timeline: readonly ChangeTimelineEntry[];
  /** Missing before it can be submitted: field names, with labels in the reader's language. */
  readonly missing: readonly { readonly field: string; readonly label: string }[];
  /** Fields that the template fixes. */
  readonly lockedFields: readonly string[];
}
