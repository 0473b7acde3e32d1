import type { Approval, Channel, ContentVersions, FileMeta, RecordBase, Voided } from '../kernel';
import type { ChangeType, Collision } from '../scheduling';
import type { ChangeState } from './change-lifecycle';
import type { ContentPart, Outcome, Question, RiskLevel } from './change-schema';

/** Everything that people write about a change; the names are those of `changeFields`. */
export interface ChangeContent {
  readonly title: string;
  readonly description?: string;
  readonly reason?: string;
  readonly serviceIds?: readonly string[];
  readonly itemIds?: readonly string[];
  readonly categoryId?: string;
  readonly groupId?: string;
  readonly implementerId?: string;
  /** ISO instants. */
  readonly plannedStart?: string;
  readonly plannedEnd?: string;
  readonly implementationPlan?: string;
  readonly testPlan?: string;
  readonly backoutPlan?: string;
  readonly isBackoutTested?: boolean;
  readonly impact?: string;
  readonly reach?: 'few' | 'many' | 'all';
  readonly isOutage?: boolean;
  readonly outageMinutes?: number;
  readonly isVendorInvolved?: boolean;
  readonly experience?: string;
  readonly complexity?: string;
  readonly recoverability?: string;
  readonly testing?: string;
  readonly visibility?: string;
  readonly coordination?: string;
}

/** One rule that counted for the risk, with what it counted. */
export interface RiskReason {
  readonly rule: string;
  readonly points: number;
}

/** How risky it is, with everything the result came from: it can be computed again years later (domain.md 3.5). */
export interface RiskAssessment {
  readonly level: RiskLevel;
  readonly score: number;
  readonly reasons: readonly RiskReason[];
  readonly byRules: RiskLevel;
  /** Absent while the questions are not answered. */
  readonly byQuestionnaire?: RiskLevel;
  readonly likelihood?: 'low' | 'medium' | 'high';
  readonly impact?: 'low' | 'medium' | 'high';
  readonly answers: Readonly<Partial<Record<Question, number>>>;
}

export interface AcceptedCollision {
  readonly key: string;
  readonly by: string;
  readonly byName: string;
  readonly at: string;
  readonly reason: string;
}

export interface ChangeTask {
  readonly id: string;
  readonly title: string;
  readonly kind: 'implementation' | 'test' | 'review';
  readonly state: 'open' | 'done' | 'skipped';
  readonly groupId?: string;
  readonly assigneeId?: string;
  readonly dueAt?: string;
  readonly note?: string;
  readonly closedAt?: string;
  readonly closedByName?: string;
}

export interface ChangeReview {
  readonly objectivesMet: 'yes' | 'partly' | 'no';
  readonly rootCause?: string;
  readonly lessons?: string;
  readonly followUps?: string;
  readonly isBackoutWorking?: 'yes' | 'no' | 'notUsed';
  readonly isStandardCandidate?: boolean;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
}

/** An incident that this change brought about. */
export interface CausedIncident {
  readonly id: string;
  readonly priority?: string;
}

/** One field of the content before and after an edit. */
export interface ContentDifference {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** An edit that voided votes: what was different, for the cards of those who have to decide again. */
export interface MaterialEdit {
  readonly seq: number;
  readonly at: string;
  readonly byName: string;
  readonly parts: readonly ContentPart[];
  readonly differences: readonly ContentDifference[];
  readonly voided: readonly Voided[];
}

/** A change (ITIL 4, change enablement). */
export interface Change extends RecordBase, ChangeContent {
  readonly type: ChangeType;
  readonly state: ChangeState;
  readonly channel: Channel;
  /** Who proposed it. */
  readonly requesterId: string;
  readonly requesterName: string;
  readonly implementerName?: string;
  readonly templateId?: string;
  readonly emergencyReason?: string;
  readonly risk: RiskAssessment;
  /** As the last look at the calendar showed them. */
  readonly collisions: readonly Collision[];
  readonly accepted: readonly AcceptedCollision[];
  readonly approval?: Approval;
  /** Version of the record in which each part was changed last. */
  readonly content: ContentVersions;
  /** Who wrote what is decided about now, by field, as far as it was edited: they do not decide about it (rule R6). */
  readonly writtenBy?: Readonly<Record<string, string>>;
  /** Edits since it was submitted that voided votes, the newest last; a few of them. */
  readonly edits: readonly MaterialEdit[];
  readonly tasks: readonly ChangeTask[];
  readonly attachments: readonly (FileMeta & { readonly at: string; readonly by: string })[];
  readonly hold?: { readonly reason: string; readonly note?: string; readonly since: string; readonly keepsSlot: boolean };
  readonly actualStart?: string;
  /** Who began the work: the implementer, or somebody of their group. */
  readonly startedById?: string;
  readonly actualEnd?: string;
  readonly outcome?: Outcome;
  readonly isBackoutUsed?: boolean;
  readonly actualOutageMinutes?: number;
  readonly finishNotes?: string;
  /** Why a review is needed: text keys below `reviewReason.`; none: it closes by itself. */
  readonly reviewReasons: readonly string[];
  readonly reviewDueAt?: string;
  readonly review?: ChangeReview;
  /** When those who should review it were told that it is overdue. */
  readonly reviewRemindedAt?: string;
  readonly reviewEscalatedAt?: string;
  readonly incidents: readonly CausedIncident[];
  readonly cancelReason?: string;
  readonly closedAt?: string;
  /** Recorded after the work was done. */
  readonly isRetroactive: boolean;
  readonly isUnauthorized: boolean;
  /** It ended badly, and so long ago that nobody plans by it any more. */
  readonly isForgotten?: true;
}

/** What permissions look at; the record and its summary both have it. */
export interface ChangeSubject {
  readonly id: string;
  readonly type: ChangeType;
  readonly state: ChangeState;
  readonly requesterId: string;
  readonly groupId?: string;
  readonly implementerId?: string;
  readonly isOnHold: boolean;
  readonly isRetroactive: boolean;
  /** Those whose vote is awaited now. */
  readonly awaitedApproverIds: readonly string[];
  /** Everybody who was ever asked: they may look at what they decided. */
  readonly approverIds: readonly string[];
  /** Those who may never decide about it: who proposed it, does it, or wrote some of what is decided about. */
  readonly excludedApproverIds: readonly string[];
  /** Those whose vote stands and can be taken back. */
  readonly votedIds: readonly string[];
  /** While it waits for its work to begin: those who decided about it, or whose seat was decided from. */
  readonly deciderIds?: readonly string[];
  readonly startedById?: string;
  /** Everybody who had to agree did, about what is written now. */
  readonly isAgreed: boolean;
  /** The vote of a board is open. */
  readonly hasOpenBoard: boolean;
  readonly hasOpenCollisions: boolean;
  readonly needsReview: boolean;
}
