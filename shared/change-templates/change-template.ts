import type { Approval, RecordBase } from '../kernel';
import type { Outcome } from '../changes/change-schema';
import type { TemplateState } from './change-template-schema';

/** Everything that people write about a template; the names are those of `templateFields`. */
export interface TemplateContent {
  readonly name: string;
  readonly nameDe?: string;
  readonly purpose?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly lockedFields?: readonly string[];
  readonly allowedItemIds?: readonly string[];
  readonly allowedClasses?: readonly string[];
  readonly maxMinutes?: number;
  readonly tasks?: string;
  readonly evidence?: string;
  readonly ownerId?: string;
}

/** A change that was done this way before and went well: evidence that it can be pre-approved. */
export interface TemplateSample {
  readonly id: string;
  readonly title: string;
  readonly outcome?: Outcome;
}

/** A standard change template (domain.md 3.5): what it says was approved as a whole, or nobody uses it. */
export interface ChangeTemplate extends RecordBase, TemplateContent {
  readonly state: TemplateState;
  /** Who proposed it last; until then, who wrote it. */
  readonly requesterId: string;
  readonly requesterName: string;
  /** Everybody who wrote what is to be approved now, or renewed: they do not approve it themselves. */
  readonly authorIds: readonly string[];
  /** Present from the first proposal on, until the template is edited. */
  readonly approval?: Approval;
  /** Everybody who was asked about former contents: they may look at what became of it. */
  readonly askedIds: readonly string[];
  readonly samples: readonly TemplateSample[];
  /** Until when it may be used, as it was proposed or approved. */
  readonly expiresAt?: string;
  /** Asked for while it goes on being used: what it will have when the renewal is approved. */
  readonly renewal?: TemplateRenewal;
  readonly suspension?: { readonly at: string; readonly reason?: string; readonly changeId?: string };
}

export interface TemplateRenewal {
  readonly requesterId: string;
  readonly requesterName: string;
  readonly samples: readonly TemplateSample[];
  readonly expiresAt: string;
}

/** What permissions look at; the record and its summary both have it. */
export interface TemplateSubject {
  readonly id: string;
  readonly state: TemplateState;
  readonly requesterId: string;
  readonly ownerId?: string;
  readonly awaitedApproverIds: readonly string[];
  readonly approverIds: readonly string[];
  readonly excludedApproverIds: readonly string[];
  readonly votedIds: readonly string[];
}
