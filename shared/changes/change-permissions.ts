import { hasRole, isAgent, isAwaited, worksIn, type Actor } from '../kernel';
import type { ChangeSubject } from './change';
import { CHANGE_LIFECYCLE, type ChangeRole } from './change-lifecycle';

/** Does this actor stand to this change as `role`? */
export function standsAs(role: ChangeRole, actor: Actor, change: ChangeSubject): boolean {
  switch (role) {
    case 'requester':
      return actor.id === change.requesterId;
    case 'implementer':
      return actor.id === change.implementerId;
    case 'group':
      return isAgent(actor) && worksIn(actor, change.groupId);
    case 'anyAgent':
      return isAgent(actor);
    case 'approver':
      return isAwaited(actor, change.awaitedApproverIds, change.excludedApproverIds);
    case 'voter':
      return change.votedIds.includes(actor.id);
    case 'changeManager':
      return hasRole(actor, 'changeManager');
    case 'system':
      return hasRole(actor, 'system');
  }
}

/** Changes are open to those who work in IT or look over it; others see what they proposed and what they decide about. */
export function canReadChange(actor: Actor, change: ChangeSubject): boolean {
  if (isAgent(actor) || hasRole(actor, 'changeManager', 'auditor', 'administrator')) return true;
  return ['requester', 'implementer', 'approver'].some((role) => standsAs(role as ChangeRole, actor, change)) || change.approverIds.includes(actor.id);
}

/** What the table cannot say: verbs that make no sense for this record as it is. */
function makesSense(verb: string, actor: Actor, change: ChangeSubject): boolean {
  const isExcluded = change.excludedApproverIds.includes(actor.id);
  switch (verb) {
    case 'hold':
      return !change.isOnHold && !change.isRetroactive;
    case 'resume':
      return change.isOnHold;
    case 'submit':
      return !change.isOnHold;
    // While votes are awaited nobody can schedule it: the last consent does.
    case 'schedule':
      return change.isAgreed && !change.isOnHold;
    // Work that was done cannot be called off: it is decided about and reviewed.
    case 'cancel':
    case 'reschedule':
    case 'revert':
    case 'returnForInfo':
      return !change.isRetroactive;
    // Whoever closes a board's vote or accepts a collision decides too.
    case 'closeVote':
      return change.hasOpenBoard && !isExcluded;
    case 'acceptCollisions':
      return change.hasOpenCollisions && !isExcluded;
    // Whoever agreed to it does not do it, and whoever did it does not judge it.
    case 'start':
      return !change.isOnHold && change.deciderIds?.includes(actor.id) !== true;
    case 'completeReview':
      return actor.id !== change.implementerId && actor.id !== change.startedById;
    case 'close':
      return !change.needsReview && actor.id !== change.implementerId && actor.id !== change.startedById;
    default:
      return true;
  }
}

/** Role and state in one place: the lifecycle table decides. */
export function canOnChange(verb: string) {
  return (actor: Actor, change: ChangeSubject | undefined): boolean => {
    if (!change || !canReadChange(actor, change) || !makesSense(verb, actor, change)) return false;
    return CHANGE_LIFECYCLE.transitions.some((row) => row.action === verb && row.from.includes(change.state) && row.who.some((role) => standsAs(role, actor, change)));
  };
}

export const canPropose = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'changeManager');
