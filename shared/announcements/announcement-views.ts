import type { RecordView } from '../kernel';

/** An announcement as everybody sees it. Who else is affected is nobody's business. */
export interface AnnouncementFacts {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly titleDe?: string;
  readonly statement: string;
  readonly statementDe?: string;
  readonly keywords?: string;
  readonly serviceIds?: readonly string[];
  readonly expectedAt?: string;
  /** For those who handle incidents. */
  readonly incidentId?: string;
  /** ISO instant at which it was announced. */
  readonly since: string;
  /** It is over. */
  readonly retired: boolean;
  readonly affectedCount: number;
  /** Whether the reader is one of them. */
  readonly isAffected: boolean;
}

export interface AnnouncementView extends RecordView, AnnouncementFacts {
  readonly id: string;
  readonly version: number;
}

/** What is shown of a known disturbance beside what somebody is about to report. */
export interface KnownIssue {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly statement: string;
  readonly since: string;
  readonly expectedAt?: string;
  readonly affectedCount: number;
  readonly isAffected: boolean;
}
