import type { KnownIssue } from '../../../shared/announcements/announcement-views';
import type { CostLine } from '../../../shared/catalog/plan-schema';
import type { Schema } from '../../../shared/kernel';

/** Who is signed in: `GET /api/me`. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly mail?: string;
  readonly roles: readonly string[];
  readonly groups: readonly { readonly id: string; readonly name: string; readonly isLead: boolean }[];
  readonly language: 'en' | 'de';
  readonly zone: string;
  readonly isAgent: boolean;
  readonly companyName?: string;
  readonly mode: 'development' | 'teams';
}

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/** `GET /api/people`. */
export interface PersonOption extends PersonRef {
  readonly title?: string;
  readonly department?: string;
  readonly isVip?: boolean;
}

export interface GroupConfig extends PersonRef {
  readonly members: readonly PersonRef[];
}

export interface CategoryConfig extends PersonRef {
  /** `Network › VPN`. */
  readonly path: string;
  readonly parentId?: string;
  readonly groupId?: string;
}

export interface OfferingConfig extends PersonRef {
  readonly description?: string;
  readonly categoryId?: string;
  readonly form?: Schema;
  readonly keywords?: string;
  readonly approvalRule?: string;
  /** Who may be asked to agree, in the reader's words. */
  readonly consents: readonly string[];
  readonly targetMinutes?: number;
  readonly targetField?: string;
  readonly costs?: readonly CostLine[];
  readonly currency?: string;
  /** Offered to the reader; else only for others, on their behalf. */
  readonly isForMe: boolean;
}

/** `GET /api/config`: what forms choose from, in the reader's language. */
export interface Config {
  readonly groups: readonly GroupConfig[];
  readonly categories: readonly CategoryConfig[];
  readonly offerings: readonly OfferingConfig[];
  readonly settings: { readonly companyName?: string; readonly autoCloseDays?: number; readonly hasWebhooks?: boolean };
}

export interface CategoryChoice {
  readonly categoryId: string;
  readonly category: string;
}

/** Several others report the same now, or it is a major incident; which one, only those who handle it know. */
export interface DisturbanceView {
  readonly isMajor: boolean;
  readonly count: number;
  readonly minutes: number;
  readonly isAffected: boolean;
}

/** An open ticket that looks like the same thing. */
export interface SimilarView {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly state: string;
  readonly createdAt: string;
  readonly isOwn: boolean;
}

/** `GET /api/draft`: what free text would become, and what may make it unnecessary. */
export interface DraftView {
  readonly title: string;
  readonly description: string;
  readonly kind: 'incident' | 'request';
  readonly categoryId?: string;
  readonly category?: string;
  /** How the category was found; `likeliest`: the reader is asked which of `likeliest` it is. */
  readonly how: 'sure' | 'likeliest' | 'words' | 'nothing';
  /** 0 to 1; for those who handle tickets. */
  readonly confidence?: number;
  readonly likeliest?: readonly CategoryChoice[];
  readonly groupId?: string;
  readonly groupName?: string;
  readonly reach?: string;
  readonly work?: string;
  readonly priority: string;
  readonly dueAt?: string;
  readonly known: readonly KnownIssue[];
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly disturbance?: DisturbanceView;
  readonly similar: readonly SimilarView[];
  readonly offerings: readonly PersonRef[];
}

export interface ArticleView {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly audience: string;
  readonly categoryId?: string;
  readonly updatedAt: string;
}

export interface FileRef {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** How to sign in: `GET /api/session`, readable without. */
export interface SessionInfo {
  readonly mode: 'development' | 'teams';
  readonly clientId?: string;
  /** Where the local chat client runs, in development. */
  readonly playgroundUrl?: string;
}

/** `GET /api/dev/people`, in development only. */
export interface DemoPerson extends PersonRef {
  readonly title?: string;
  readonly department?: string;
  readonly isAgent?: boolean;
  readonly roles?: readonly string[];
  readonly groups?: readonly string[];
}
