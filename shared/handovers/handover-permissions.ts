import { hasRole, isAgent, worksIn, type Actor } from '../kernel';
import type { HandoverSubject } from './handover';
import { HANDOVER_LIFECYCLE, type HandoverRole } from './handover-lifecycle';

/** Does this actor stand to this handover as `role`? Whoever works in the group no more hands over and accepts nothing. */
export function standsToHandoverAs(role: HandoverRole, actor: Actor, { groupId, fromIds, toIds }: HandoverSubject): boolean {
  switch (role) {
    case 'giver':
      return fromIds.includes(actor.id) && worksIn(actor, groupId);
    case 'receiver':
      return toIds.includes(actor.id) && worksIn(actor, groupId);
    case 'lead':
      return actor.leadsGroupIds.includes(groupId);
    case 'system':
      return hasRole(actor, 'system');
  }
}

/** Those who work in the group, and those who look over all of IT. */
export const canReadHandover = (actor: Actor, { groupId }: HandoverSubject): boolean => worksIn(actor, groupId) || hasRole(actor, 'system', 'manager', 'administrator', 'auditor');

/** Whose shift ends when is looked at when it is decided. */
export const canPrepare = (actor: Actor): boolean => isAgent(actor);

/** Role and state in one place: the lifecycle table decides. */
export function canOnHandover(verb: string) {
  return (actor: Actor, handover: HandoverSubject | undefined): boolean => {
    if (!handover || !canReadHandover(actor, handover)) return false;
    return HANDOVER_LIFECYCLE.transitions.some((row) => row.action === verb && row.from.includes(handover.state) && row.who.some((role) => standsToHandoverAs(role, actor, handover)));
  };
}
