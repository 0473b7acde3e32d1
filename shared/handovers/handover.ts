import type { RecordBase } from '../kernel';
import type { HandoverState } from './handover-schema';
import type { HandoverItem } from './handover-views';

/** What permissions look at; the record and its summary both have it. */
export interface HandoverSubject {
  readonly id: string;
  readonly state: HandoverState;
  readonly groupId: string;
  /** Those whose shift ends. */
  readonly fromIds: readonly string[];
  /** Those who have it next. */
  readonly toIds: readonly string[];
}

/** What goes from one shift of a group to the next (features.md 3, idea 25). Instants are ISO 8601, UTC. */
export interface Handover extends RecordBase, HandoverSubject {
  /** As it was called then. */
  readonly groupName: string;
  /** When the shift ends, and when the next one begins; absent: nobody comes within two weeks, the leads have it. */
  readonly endsAt: string;
  readonly startsAt?: string;
  /** How long the next shift has to accept it, and again until the leads are told. */
  readonly acceptMinutes: number;
  readonly items: readonly HandoverItem[];
  readonly leftOut?: number;
  readonly note?: string;
  readonly sentAt?: string;
  readonly sentByName?: string;
  /** The shift is over: what was to be looked at then was. */
  readonly hasEnded?: true;
  /** The next shift was told when it began. */
  readonly hasBegun?: true;
  readonly isReminded?: true;
  readonly closedAt?: string;
}
