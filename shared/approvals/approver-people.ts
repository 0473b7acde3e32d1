import type { ApproverPeople } from './approval-policy';
import type { ApproverRole } from './approval-policy-schema';

/** What of an organization approvals look at; its directory is one. */
export interface ApproverDirectory {
  person(id: string | undefined): { readonly managerId?: string; readonly retired: boolean } | undefined;
  group(id: string | undefined): { readonly memberIds?: readonly string[]; readonly leadIds?: readonly string[]; readonly retired: boolean } | undefined;
  people(): Iterable<{ readonly id: string; readonly roles?: readonly string[]; readonly retired: boolean }>;
}

/** Everybody who manages changes, in the order of their ids: two processes name the same people. */
export function changeManagersOf(directory: Pick<ApproverDirectory, 'people'>): readonly string[] {
  return [...directory.people()].filter(({ roles, retired }) => !retired && roles?.includes('changeManager')).map(({ id }) => id).sort();
}

/** Where the seats of an approval come from; `roles` says who the others are besides the change managers. */
export function approverPeople(directory: ApproverDirectory, roles: Readonly<Partial<Record<ApproverRole, readonly string[]>>> = {}): ApproverPeople {
  return {
    isActive: (personId) => directory.person(personId)?.retired === false,
    group: (groupId) => directory.group(groupId),
    role: (role) => roles[role] ?? (role === 'changeManagers' ? changeManagersOf(directory) : []),
  };
}

/** Who decides too when somebody does not answer: their manager, unless that person has left. */
export function managerIn(directory: Pick<ApproverDirectory, 'person'>): (personId: string) => string | undefined {
  return (personId) => {
    const managerId = directory.person(personId)?.managerId;
    return directory.person(managerId)?.retired === false ? managerId : undefined;
  };
}

/** Everybody who works in one of these groups or leads it; groups that are no more have nobody. */
export function membersOf(directory: Pick<ApproverDirectory, 'group'>, groupIds: readonly (string | undefined)[]): readonly string[] {
  const groups = groupIds.map((id) => directory.group(id)).filter((group) => group?.retired === false);
  return [...new Set(groups.flatMap((group) => [...(group?.memberIds ?? []), ...(group?.leadIds ?? [])]))];
}

/** Each once, without those that are not there. */
export function idsOf(ids: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}
