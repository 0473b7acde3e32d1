import { approvalFrom, stepLabel, wantedSteps, type ApproverPeople, type ApproverRole, type WantedStep } from '../approvals';
import type { Directory } from '../catalog';
import { isRefused, refuse, type Approval, type DecideContext, type Refused } from '../kernel';
import { translator } from '../strings';
import type { Change, RiskAssessment } from './change';
import { conditionFieldsOf, itemsOf, servicesOf, type DraftedChange } from './change-fields';

/** Where nobody has written a policy yet, change managers decide: nothing passes because nobody was asked. */
const FALLBACK: WantedStep = { id: 'changeManager', stage: 1, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' }, because: [], remindAfterHours: 8, escalateAfterHours: 24 };

export function changeManagers(config: Directory): readonly string[] {
  return [...config.people()].filter(({ roles, retired }) => !retired && roles?.includes('changeManager')).map(({ id }) => id);
}

/** Those that are there, each once. */
const distinct = (ids: readonly (string | undefined)[]): readonly string[] => [...new Set(ids.filter((id) => id !== undefined))];

function membersOf(config: Directory, groupIds: readonly string[]): readonly string[] {
  return groupIds.flatMap((id) => {
    const group = config.group(id);
    return group && !group.retired ? [...(group.memberIds ?? []), ...(group.leadIds ?? [])] : [];
  });
}

function roleOf(role: ApproverRole, change: DraftedChange, config: Directory): readonly string[] {
  const items = itemsOf(change, config);
  switch (role) {
    case 'requesterManager':
      return distinct([config.person(change.requesterId)?.managerId]);
    case 'serviceOwners':
      return distinct(servicesOf(change, config).map(({ ownerId }) => ownerId));
    case 'itemOwners':
      return distinct(items.map(({ ownerId }) => ownerId));
    case 'itemGroups': {
      const groups = distinct(items.map(({ groupId }) => groupId));
      return membersOf(config, groups.length > 0 ? groups : distinct([change.groupId]));
    }
    case 'implementerGroup':
      return membersOf(config, distinct([change.groupId]));
    case 'changeManagers':
      return changeManagers(config);
  }
}

/** Who stands where in this organization, for whatever a policy names. */
export function approverPeople(change: DraftedChange, config: Directory): ApproverPeople {
  return {
    isActive: (personId) => config.person(personId)?.retired === false,
    group: (groupId) => config.group(groupId),
    role: (role) => roleOf(role, change, config),
  };
}

/** Nobody approves what they proposed, wrote or will do themselves (domain.md rule R6). */
export const excludedFrom = ({ requesterId, implementerId, writtenBy = {} }: Pick<DraftedChange, 'requesterId' | 'implementerId' | 'writtenBy'>): readonly string[] =>
  distinct([requesterId, implementerId, ...Object.values(writtenBy)]);

type PolicyContext = Pick<DecideContext<Directory>, 'actor' | 'config' | 'newToken'>;

/** The steps that the policies ask for. Standard changes were decided about with their template. */
function stepsFor(change: DraftedChange, risk: Pick<RiskAssessment, 'level'>, config: Directory): readonly WantedStep[] {
  if (change.type === 'standard') return [];
  const found = wantedSteps(config.approvalPolicies(), 'changes', conditionFieldsOf(change, risk, config));
  return found.length > 0 ? found : [FALLBACK];
}

function filled(steps: readonly WantedStep[], change: DraftedChange, { actor, config, newToken }: PolicyContext): Approval | Refused {
  const { approval, unfilled } = approvalFrom(steps, approverPeople(change, config), excludedFrom(change), newToken);
  return unfilled[0] === undefined ? approval : refuse('changes.nobodyLeft', { step: stepLabel(unfilled[0], translator(actor.language)) });
}

/**
 * Who has to decide about this change, as the policies say. Refused when a step has nobody left who may decide it: whoever asks
 * must name somebody else first.
 */
export function approvalFor(change: DraftedChange, risk: RiskAssessment, context: PolicyContext): Approval | Refused {
  return filled(stepsFor(change, risk, context.config), change, context);
}

/** The approval with the steps that nobody was asked for yet, because policies or items have changed since; the same one when there are none. */
export function withNewSteps(change: Change, approval: Approval, context: PolicyContext): Approval | Refused {
  const added = stepsFor(change, change.risk, context.config).filter(({ id }) => !approval.steps.some((step) => step.id === id));
  if (added.length === 0) return approval;
  const asked = filled(added, change, context);
  return isRefused(asked) ? asked : { ...approval, steps: [...approval.steps, ...asked.steps] };
}

/** Would this person still get a seat? Who has left, or manages changes no longer, does not decide with a card of former days. */
export function isStillAsked(change: Change, stepId: string, personId: string, { config }: Pick<PolicyContext, 'config'>): boolean {
  const people = approverPeople(change, config);
  const step = stepsFor(change, change.risk, config).find(({ id }) => id === stepId);
  if (!step) return people.isActive(personId);
  const { approval } = approvalFrom([step], people, excludedFrom(change), () => '');
  return approval.steps.some(({ seats }) => seats.some((seat) => seat.personId === personId));
}
