import type { ShiftLevel } from './shift-schema';

/** Instants are ISO 8601, UTC. Browser-safe. */
interface Time {
  readonly from: string;
  readonly to: string;
}

/** Nobody of the group is there, although somebody should be. */
export interface DutyGap extends Time {
  readonly groupId: string;
  /** Somebody has the shift, but is away. */
  readonly isByAbsence?: true;
}

/** Two shifts of the same kind run at the same time. */
export interface DutyOverlap extends Time {
  readonly groupId: string;
  readonly level: ShiftLevel;
  readonly shiftIds: readonly string[];
}

/** Who has a shift, from when to when. */
export interface DutyTurnView extends Time {
  readonly shiftId: string;
  readonly shiftName: string;
  readonly groupId: string;
  readonly level: ShiftLevel;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Who is on duty when in one group, and where its plan has holes. */
export interface DutyGroupView {
  readonly groupId: string;
  readonly groupName: string;
  readonly turns: readonly DutyTurnView[];
  readonly gaps: readonly DutyGap[];
  readonly overlaps: readonly DutyOverlap[];
}

export interface DutyView extends Time {
  readonly groups: readonly DutyGroupView[];
}
