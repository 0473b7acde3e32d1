import { hasRole, isAgent, isAwaited, type Actor } from '../kernel';
import type { TemplateSubject } from './change-template';
import { TEMPLATE_LIFECYCLE, type TemplateRole } from './change-template-lifecycle';

/** Does this actor stand to this template as `role`? */
export function standsToTemplateAs(role: TemplateRole, actor: Actor, template: TemplateSubject): boolean {
  switch (role) {
    case 'author':
      return actor.id === template.requesterId || actor.id === template.ownerId;
    case 'owner':
      return actor.id === template.ownerId;
    case 'approver':
      return isAwaited(actor, template.awaitedApproverIds, template.excludedApproverIds);
    case 'voter':
      return template.votedIds.includes(actor.id);
    case 'changeManager':
    case 'system':
      return hasRole(actor, role);
  }
}

/** How work is done is for those who do it, decide about it or look after it; employees read none of it. */
export function canReadTemplate(actor: Actor, template: TemplateSubject): boolean {
  if (isAgent(actor) || hasRole(actor, 'changeManager', 'manager', 'approver', 'administrator', 'auditor')) return true;
  return standsToTemplateAs('author', actor, template) || standsToTemplateAs('approver', actor, template) || template.approverIds.includes(actor.id);
}

export const canAddTemplate = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'changeManager');

/** Role and state in one place: the lifecycle table decides. */
export function canOnTemplate(verb: string) {
  return (actor: Actor, template: TemplateSubject | undefined): boolean => {
    if (!template || !canReadTemplate(actor, template)) return false;
    // Putting it back to use is a decision about it like its approval: not for those who wrote or proposed it.
    if (verb === 'reinstate' && template.excludedApproverIds.includes(actor.id)) return false;
    return TEMPLATE_LIFECYCLE.transitions.some(
      (row) => row.action === verb && row.from.includes(template.state) && row.who.some((role) => standsToTemplateAs(role, actor, template)),
    );
  };
}
