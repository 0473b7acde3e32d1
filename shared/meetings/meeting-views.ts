import type { RecordView, Summary } from '../kernel';
import type { ItemDecision, MeetingState } from './meeting-schema';

/** One change on the agenda. */
export interface AgendaItem {
  readonly changeId: string;
  readonly title: string;
  readonly risk?: string;
  readonly decision?: ItemDecision;
  readonly note?: string;
  /** When its turn began, while it is discussed. */
  readonly openedAt?: string;
  /** Seconds it was discussed, all turns together. */
  readonly seconds: number;
}

export interface MeetingSummary extends Summary {
  readonly boardId: string;
  readonly title: string;
  readonly state: MeetingState;
  readonly startsAt: string;
  readonly chairIds: readonly string[];
  readonly memberIds: readonly string[];
  readonly presentIds: readonly string[];
  readonly changeIds: readonly string[];
  readonly closedAt?: string;
}

export interface MeetingRow extends MeetingSummary {
  readonly can: readonly string[];
  readonly boardName: string;
  readonly itemCount: number;
}

export interface MeetingView extends RecordView, Omit<MeetingRow, 'practice' | 'can' | 'id' | 'version'> {
  readonly practice: 'meetings';
  readonly groupId: string;
  readonly minutesPerItem: number;
  readonly items: readonly AgendaItem[];
  readonly members: readonly { readonly id: string; readonly name: string; readonly isPresent: boolean; readonly isChair: boolean }[];
  readonly note?: string;
  readonly minutes?: string;
  readonly startedAt?: string;
  readonly timeline: readonly { readonly seq: number; readonly at: string; readonly byName: string; readonly line: string; readonly text?: string }[];
}
