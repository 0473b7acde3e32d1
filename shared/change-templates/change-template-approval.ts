import { approvalFrom, approverPeople, idsOf, membersOf, wantedSteps, type WantedStep } from '../approvals';
import type { Directory } from '../catalog';
import { openStages, refuse, type Approval, type ApprovalState, type ConditionFields, type DecideContext, type Refused } from '../kernel';
import type { ChangeTemplate } from './change-template';
import type { TemplateState } from './change-template-schema';

/** Where the decision about a proposal leads. */
export const TEMPLATE_STATE_AFTER: Readonly<Record<ApprovalState, TemplateState>> = {
  approved: 'approved', requested: 'proposed', rejected: 'draft', returned: 'draft', expired: 'draft',
};

/** Where no policy says otherwise, any change manager decides: nothing is pre-approved by nobody. */
const ANY_CHANGE_MANAGER: WantedStep = {
  id: 'template', stage: 1, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' }, because: [],
  remindAfterHours: 24, escalateAfterHours: 72, expireAfterHours: 336,
};

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : []);

/** What the conditions of policies can look at. */
function conditionFields({ values = {}, allowedItemIds = [], allowedClasses = [], ownerId }: ChangeTemplate, config: Directory): ConditionFields {
  const itemIds = [...new Set([...texts(values.itemIds), ...allowedItemIds])];
  const classes = itemIds.map((id) => config.item(id)?.class).filter((entry) => entry !== undefined);
  const groupId = texts(values.groupId)[0];
  return {
    serviceIds: texts(values.serviceIds), itemIds, itemClasses: [...new Set([...classes, ...allowedClasses])], isOutage: values.isOutage === true ? 'true' : 'false',
    ...(groupId && { groupId }), ...(ownerId && { ownerId }),
  };
}

/** The approval that a proposal asks for. Whoever wrote, owns or proposes it never decides about it. */
export function approvalOf(template: ChangeTemplate, { actor, config, now, newToken }: DecideContext<Directory>): Approval | Refused {
  const wanted = wantedSteps(config.approvalPolicies(), 'changeTemplates', conditionFields(template, config));
  const excludedIds = idsOf([actor.id, template.ownerId, ...template.authorIds]);
  const { values = {} } = template;
  const roles = {
    requesterManager: idsOf([config.person(actor.id)?.managerId]),
    serviceOwners: idsOf(texts(values.serviceIds).map((id) => config.service(id)?.ownerId)),
    itemOwners: idsOf([...texts(values.itemIds), ...(template.allowedItemIds ?? [])].map((id) => config.item(id)?.ownerId)),
    itemGroups: membersOf(config, texts(values.itemIds).map((id) => config.item(id)?.groupId)),
    implementerGroup: membersOf(config, texts(values.groupId)),
  };
  const steps = wanted.length > 0 ? wanted : [ANY_CHANGE_MANAGER];
  const { approval, unfilled } = approvalFrom(steps, approverPeople(config, roles), excludedIds, newToken);
  return unfilled.length > 0 ? refuse('changeTemplates.nobodyToDecide') : openStages(approval, now);
}
