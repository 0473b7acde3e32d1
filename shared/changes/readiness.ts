import type { Directory } from '../catalog';
import { approvalState, openSteps, refuse, type Approval, type Refused } from '../kernel';
import type { Collision } from '../scheduling';
import type { AcceptedCollision, Change } from './change';
import { workOf, type DraftedChange } from './change-fields';
import type { ChangeState } from './change-lifecycle';
import type { ContentPart } from './change-schema';

/** What stands in the way at the window it has, as the calendar is at `now`. */
export function collisionsNow(change: DraftedChange, config: Directory, now: string): readonly Collision[] {
  const work = workOf(change, config);
  return work ? config.schedule().collisionsOf(work, now) : [];
}

/** What people see of these collisions, for telling whether that has changed: which ones, and when. */
export function collisionMarks(collisions: readonly Collision[]): readonly string[] {
  return collisions.map(({ key, from, to, until = '' }) => [key, from, to, until].join(' ')).sort();
}

/** Collisions that nobody has accepted; a freeze is never accepted, it takes an exception. */
export function openCollisions(collisions: readonly Collision[], accepted: readonly AcceptedCollision[]): readonly Collision[] {
  return collisions.filter(({ key, severity }) => severity === 'block' || !accepted.some((entry) => entry.key === key));
}

/**
 * What stays accepted after an edit of these parts: it was accepted for that window and those items, and by somebody who does not
 * do the work.
 */
export function stillAccepted(accepted: readonly AcceptedCollision[], parts: readonly ContentPart[], implementerId: string | undefined): readonly AcceptedCollision[] {
  return parts.includes('window') || parts.includes('items') ? [] : accepted.filter(({ by }) => by !== implementerId);
}

/** Why it cannot take this place in the calendar; undefined when it can. */
export function blockedBy(collisions: readonly Collision[], accepted: readonly AcceptedCollision[]): Refused | undefined {
  const open = openCollisions(collisions, accepted);
  if (open.length === 0) return undefined;
  return refuse(open.some(({ severity }) => severity === 'block') ? 'changes.frozen' : 'changes.collides', { count: open.length });
}

/** Steps in which peers look at how it is done; everything else is about whether it is done. */
const ASSESSMENT = new Set(['peer', 'technical']);

/**
 * Where its approvals lead a change (domain.md 3.4): peers still look at it, others decide, everything is agreed, or it goes back
 * to whoever wrote it. Work that is done already is reviewed, whatever is decided.
 */
export function stateAfter(change: Pick<Change, 'isRetroactive'>, approval: Approval): ChangeState {
  const state = approvalState(approval);
  if (state === 'requested') return openSteps(approval).some(({ id }) => ASSESSMENT.has(id)) ? 'assess' : 'authorize';
  if (change.isRetroactive) return 'review';
  return state === 'approved' ? 'authorize' : 'new';
}

/**
 * Everybody who had to agree did, about exactly what is written now. Votes are voided when what they are about changes; this
 * looks once more, before anything is scheduled or done.
 */
export function isAgreed({ approval, content }: Pick<Change, 'approval' | 'content'>): boolean {
  if (!approval || approvalState(approval) !== 'approved') return false;
  return approval.steps.every(({ votes }) => votes.every(({ on = {} }) => Object.entries(on).every(([part, version]) => content[part] === version)));
}
