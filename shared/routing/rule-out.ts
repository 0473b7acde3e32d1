import type { SkillNeed } from '../people';
import type { DutyLevel, RuledOut } from './pick-views';

/** When somebody works for the group, as far as it matters now. Instants are ISO 8601, UTC. */
export interface Duty {
  readonly isOn: boolean;
  /** While on: when it ends; absent: it does not. */
  readonly until?: string;
  /** When it begins again; absent: nobody knows. */
  readonly nextAt?: string;
  /** How they are on call. */
  readonly level?: DutyLevel;
}

/** A member of the group as the decision sees them. */
export interface Member {
  readonly personId: string;
  readonly hasLeft: boolean;
  /** ISO instant. */
  readonly awayUntil?: string;
  /** By Teams. */
  readonly isOutOfOffice?: boolean;
  /** Who takes new work for them while they are away. */
  readonly substituteId?: string;
  readonly duty: Duty;
  /** Open tickets that are not on hold, those of P1 and P2 among them, and their weights together. */
  readonly open: number;
  readonly urgent: number;
  readonly load: number;
  readonly capacity: number;
  readonly urgentCapacity: number;
  readonly skills: Readonly<Record<string, number>>;
  /** In this group; absent: never. */
  readonly lastAssignedAt?: string;
}

/** The ticket that needs somebody. */
export interface Wanted {
  readonly isUrgent: boolean;
  readonly requesterId?: string;
  readonly approverIds: readonly string[];
  /** Promises whose time is running: when they are due, ISO instants. */
  readonly dueAts: readonly string[];
  readonly needs: readonly SkillNeed[];
  /** They declined it while it was in this group. */
  readonly declinedIds: readonly string[];
  /** They did not answer so often that they are asked no more. */
  readonly unansweredIds: readonly string[];
  /** It was offered to this person last. */
  readonly lastOfferedId?: string;
}

/** Who ends work within this time is about to leave. */
export const LEAVING_MS = 60 * 60_000;

/** About to leave, while a promise falls due after they have left and before they are back: it cannot wait for them. */
function leavesTooSoon({ until, nextAt }: Duty, dueAts: readonly string[], now: string): boolean {
  if (until === undefined || Date.parse(until) - Date.parse(now) >= LEAVING_MS) return false;
  return dueAts.some((dueAt) => dueAt > until && (nextAt === undefined || dueAt <= nextAt));
}

/** Why a member cannot get the ticket at `now`, an ISO instant; the first reason of `RULED_OUT`. Undefined: a candidate (domain.md 6.1, step 2). */
export function ruleOut(member: Member, wanted: Wanted, isOnCall: boolean, now: string): RuledOut | undefined {
  const { personId, duty, awayUntil } = member;
  if (member.hasLeft) return { personId, why: 'left' };
  if (personId === wanted.requesterId) return { personId, why: 'requester' };
  if (wanted.approverIds.includes(personId)) return { personId, why: 'approver' };
  if (wanted.declinedIds.includes(personId)) return { personId, why: 'declined' };
  if (wanted.unansweredIds.includes(personId)) return { personId, why: 'unanswered' };
  if (personId === wanted.lastOfferedId) return { personId, why: 'justOffered' };
  if (awayUntil !== undefined && now < awayUntil) return { personId, why: 'away', until: awayUntil };
  if (member.isOutOfOffice) return { personId, why: 'outOfOffice' };
  if (!duty.isOn) return { personId, why: isOnCall ? 'notOnCall' : 'offShift', ...(duty.nextAt && { until: duty.nextAt }) };
  if (leavesTooSoon(duty, wanted.dueAts, now)) return { personId, why: 'leaving', ...(duty.until && { until: duty.until }) };
  const missing = wanted.needs.find(({ skillId, isMandatory }) => isMandatory && !(skillId in member.skills));
  if (missing) return { personId, why: 'skill', skillId: missing.skillId };
  if (member.open >= member.capacity) return { personId, why: 'full', limit: member.capacity };
  if (wanted.isUrgent && member.urgent >= member.urgentCapacity) return { personId, why: 'fullUrgent', limit: member.urgentCapacity };
  return undefined;
}
