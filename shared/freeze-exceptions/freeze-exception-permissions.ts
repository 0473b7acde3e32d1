import { standsAs, type ChangeSummary } from '../changes';
import { hasRole, isAgent, isAwaited, type Actor } from '../kernel';
import type { ExceptionSubject } from './freeze-exception';
import { EXCEPTION_LIFECYCLE, type ExceptionRole } from './freeze-exception-lifecycle';

/** Does this actor stand to this exception as `role`? */
export function standsToExceptionAs(role: ExceptionRole, actor: Actor, exception: ExceptionSubject): boolean {
  switch (role) {
    case 'requester':
      return actor.id === exception.requesterId;
    case 'approver':
      return isAwaited(actor, exception.awaitedApproverIds, exception.excludedApproverIds);
    case 'voter':
      return exception.votedIds.includes(actor.id);
    case 'changeManager':
    case 'system':
      return hasRole(actor, role);
  }
}

export const readsExceptions = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'changeManager', 'manager', 'administrator', 'auditor');

export function canReadException(actor: Actor, exception: ExceptionSubject): boolean {
  return (
    readsExceptions(actor) || standsToExceptionAs('requester', actor, exception) || standsToExceptionAs('approver', actor, exception) || exception.approverIds.includes(actor.id)
  );
}

const PLANNERS = ['requester', 'implementer', 'group', 'changeManager', 'system'] as const;

/** Those who plan a change may ask for it: who proposed it, does it, works in its group, or manages changes. */
export function mayPlan(actor: Actor, change: ChangeSummary): boolean {
  return PLANNERS.some((role) => standsAs(role, actor, change));
}

/** Role and state in one place: the lifecycle table decides. */
export function canOnException(verb: string) {
  return (actor: Actor, exception: ExceptionSubject | undefined): boolean => {
    if (!exception || !canReadException(actor, exception)) return false;
    return EXCEPTION_LIFECYCLE.transitions.some(
      (row) => row.action === verb && row.from.includes(exception.state) && row.who.some((role) => standsToExceptionAs(role, actor, exception)),
    );
  };
}
