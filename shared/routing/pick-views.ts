import type { Strategy } from '../people/people-schema';

/** How somebody is on call: the first to be asked, those after them, and the lead in the end (domain.md 6.1). */
export const DUTY_LEVELS = ['primary', 'secondary', 'tertiary', 'lead'] as const;
export type DutyLevel = (typeof DUTY_LEVELS)[number];

/** Somebody who could have got it, with everything that was compared. Browser-safe. */
export interface Considered {
  readonly personId: string;
  /** Open tickets that are not on hold, and how many they may have. */
  readonly open: number;
  readonly capacity: number;
  /** Their weights together. */
  readonly load: number;
  /** In this group; absent: never. */
  readonly lastAssignedAt?: string;
  /** Sum of min(level held, level needed). */
  readonly skill?: number;
  readonly level?: DutyLevel;
}

/** Why somebody could not get it; of several reasons the first one in this order. */
export const RULED_OUT = [
  'left', 'requester', 'approver', 'declined', 'unanswered', 'justOffered', 'away', 'outOfOffice', 'offShift', 'notOnCall', 'leaving', 'skill', 'full', 'fullUrgent',
] as const;
export type RuledOutWhy = (typeof RULED_OUT)[number];

export interface RuledOut {
  readonly personId: string;
  readonly why: RuledOutWhy;
  /** Back, on shift again, or leaving: an ISO instant, when it is known. */
  readonly until?: string;
  /** The mandatory skill that is missing. */
  readonly skillId?: string;
  /** How many they may have. */
  readonly limit?: number;
}

/** What told the one who was picked from the next one. `only`: there was no other. */
export type DecidedBy = 'only' | 'sticky' | 'level' | 'skill' | 'load' | 'lastAssigned' | 'id';

/** Who was picked and why: stored with the assignment, so that it explains itself for good. */
export interface Picked {
  readonly groupId: string;
  readonly strategy: Strategy;
  /** When it was decided, ISO instant. */
  readonly at: string;
  /** Absent: nobody could get it. */
  readonly personId?: string;
  readonly decidedBy?: DecidedBy;
  /** For `sticky`: when that person last solved something for the requester. */
  readonly solvedAt?: string;
  /** They stand in for this person, who is away. */
  readonly insteadOf?: string;
  /** In the order in which they would have been picked; of many only the first. */
  readonly considered: readonly Considered[];
  readonly consideredCount: number;
  readonly ruledOut: readonly RuledOut[];
  readonly ruledOutCount: number;
}

/** A person of a detail view, in the reader's words. */
export interface PersonLine {
  readonly personId: string;
  readonly name: string;
  readonly text: string;
}

/** An assignment explained to a reader: one sentence, and who was considered and ruled out and why. */
export interface PickedView {
  readonly personId?: string;
  readonly at: string;
  readonly sentence: string;
  readonly considered: readonly PersonLine[];
  readonly ruledOut: readonly PersonLine[];
  /** "and 12 others", where there are more than are listed. */
  readonly more?: string;
}
