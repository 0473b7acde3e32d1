import { approvalFrom, wantedSteps, type WantedStep } from '../approvals';
import type { Directory } from '../catalog';
import { approverPeople, conditionFieldsOf, type ChangeContent, type DraftedChange } from '../changes';
import { openStages, refuse, type Approval, type ApprovalState, type ConditionFields, type DecideContext, type Refused } from '../kernel';
import type { ChangeTemplate } from './change-template';
import type { TemplateState } from './change-template-schema';

/** Where the decision about a proposal leads. */
export const TEMPLATE_STATE_AFTER: Readonly<Record<ApprovalState, TemplateState>> = {
  approved: 'approved', requested: 'proposed', rejected: 'draft', returned: 'draft', expired: 'draft',
};

/** Where the decision about a renewal leads: refused or not answered, it is what it was. */
export const TEMPLATE_STATE_AFTER_RENEWAL: Readonly<Record<ApprovalState, TemplateState>> = {
  approved: 'approved', requested: 'renewing', rejected: 'approved', returned: 'approved', expired: 'approved',
};

/** Where no policy says otherwise, any change manager decides: nothing is pre-approved by nobody. */
const ANY_CHANGE_MANAGER: WantedStep = {
  id: 'template', stage: 1, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' }, because: [],
  remindAfterHours: 24, escalateAfterHours: 72, expireAfterHours: 336,
};

/** The widest change that could be made from it: that is what policies look at. */
function widestChange({ name, values = {}, allowedItemIds = [] }: ChangeTemplate, requesterId: string): DraftedChange {
  const content = values as Partial<ChangeContent>;
  return { ...content, title: name, type: 'standard', requesterId, itemIds: [...new Set([...(content.itemIds ?? []), ...allowedItemIds])] };
}

function conditionFields(template: ChangeTemplate, widest: DraftedChange, config: Directory): ConditionFields {
  // How risky it is depends on the single change; a policy for templates cannot ask for it.
  const fields: ConditionFields = { ...conditionFieldsOf(widest, { level: 'low' }, config), risk: undefined };
  const classes = [fields.itemClass ?? [], template.allowedClasses ?? []].flat();
  return { ...fields, ownerId: template.ownerId, itemClass: [...new Set(classes)] };
}

/** The approval that a proposal asks for. Whoever wrote, owns or proposes it never decides about it. */
export function approvalOf(template: ChangeTemplate, { actor, config, now, newToken }: DecideContext<Directory>): Approval | Refused {
  const widest = widestChange(template, actor.id);
  const wanted = wantedSteps(config.approvalPolicies(), 'changeTemplates', conditionFields(template, widest, config));
  const excludedIds = [...new Set([actor.id, ...(template.ownerId ? [template.ownerId] : []), ...template.authorIds])];
  const { approval, unfilled } = approvalFrom(wanted.length > 0 ? wanted : [ANY_CHANGE_MANAGER], approverPeople(widest, config), excludedIds, newToken);
  return unfilled.length > 0 ? refuse('changeTemplates.nobodyToDecide') : openStages(approval, now);
}
