import type { RecordBase } from '../kernel';
import type { MeetingState } from './meeting-schema';
import type { AgendaItem } from './meeting-views';

/** One change on the agenda, with how it got there. */
export interface MeetingItem extends AgendaItem {
  /** Somebody put it there: looking again at what waits for the board does not take it off. */
  readonly isByHand?: true;
}

/** What permissions look at; the record and its summary both have it. */
export interface MeetingSubject {
  readonly id: string;
  readonly state: MeetingState;
  readonly chairIds: readonly string[];
  readonly memberIds: readonly string[];
}

/** A meeting of a change advisory board (domain.md 3.5): agenda, who was there, decisions, minutes. */
export interface Meeting extends RecordBase, MeetingSubject {
  readonly boardId: string;
  /** Name of the board and the day, as they were when it was planned. */
  readonly title: string;
  readonly groupId: string;
  readonly startsAt: string;
  readonly minutesPerItem: number;
  readonly presentIds: readonly string[];
  readonly items: readonly MeetingItem[];
  readonly note?: string;
  readonly startedAt?: string;
  readonly closedAt?: string;
  readonly minutes?: string;
}
