import { approvalFrom, stepLabel, wantedSteps, type ApproverPeople, type ApproverRole, type WantedStep } from '../approvals';
import type { Directory } from '../catalog';
import { refuse, type Approval, type DecideContext, type Refused } from '../kernel';
import { translator } from '../strings';
import type { RiskAssessment } from './change';
import { conditionFieldsOf, itemsOf, servicesOf, type DraftedChange } from './change-fields';

/** Where nobody has written a policy yet, change managers decide: nothing passes because nobody was asked. */
const FALLBACK: WantedStep = { id: 'changeManager', stage: 1, from: [{ kind: 'role', role: 'changeManagers' }], quorum: { mode: 'any' }, because: [], remindAfterHours: 8, escalateAfterHours: 24 };

export function changeManagers(config: Directory): readonly string[] {
  return [...config.people()].filter(({ roles, retired }) => !retired && roles?.includes('changeManager')).map(({ id }) => id);
}

const present = (ids: readonly (string | undefined)[]): readonly string[] => [...new Set(ids.filter((id) => id !== undefined))];

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
      return present([config.person(change.requesterId)?.managerId]);
    case 'serviceOwners':
      return present(servicesOf(change, config).map(({ ownerId }) => ownerId));
    case 'itemOwners':
      return present(items.map(({ ownerId }) => ownerId));
    case 'itemGroups': {
      const groups = present(items.map(({ groupId }) => groupId));
      return membersOf(config, groups.length > 0 ? groups : present([change.groupId]));
    }
    case 'implementerGroup':
      return membersOf(config, present([change.groupId]));
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

/** Nobody approves what they proposed or will do themselves (domain.md rule R6). */
export const excludedFrom = (change: Pick<DraftedChange, 'requesterId' | 'implementerId'>): readonly string[] => present([change.requesterId, change.implementerId]);

/**
 * Who has to decide about this change, as the policies say. Standard changes were decided about with their template. Refused
 * when a step has nobody left who may decide it: whoever asks must name somebody else first.
 */
export function approvalFor(change: DraftedChange, risk: RiskAssessment, { actor, config, newToken }: Pick<DecideContext<Directory>, 'actor' | 'config' | 'newToken'>): Approval | Refused {
  const excludedIds = excludedFrom(change);
  if (change.type === 'standard') return { steps: [], excludedIds };
  const found = wantedSteps(config.approvalPolicies(), 'changes', conditionFieldsOf(change, risk, config));
  const { approval, unfilled } = approvalFrom(found.length > 0 ? found : [FALLBACK], approverPeople(change, config), excludedIds, newToken);
  return unfilled[0] === undefined ? approval : refuse('changes.nobodyLeft', { step: stepLabel(unfilled[0], translator(actor.language)) });
}
