import type { Actor, Channel, Role } from '../kernel';
import type { Group, Person } from './person';

/**
 * The actor behind a verified identity: roles from the person, `agent` from working in at least one group. `actsFor` names
 * those who made this person their substitute for now.
 */
export function actorOf(person: Person, groups: Iterable<Group>, channel: Channel, actsFor: readonly string[]): Actor {
  const groupIds: string[] = [];
  const leadsGroupIds: string[] = [];
  for (const group of groups) {
    if (group.retired) continue;
    if (group.memberIds?.includes(person.id)) groupIds.push(group.id);
    if (group.leadIds?.includes(person.id)) leadsGroupIds.push(group.id);
  }
  const isAgent = groupIds.length > 0 || leadsGroupIds.length > 0;
  const roles: Role[] = ['employee', ...(isAgent ? (['agent'] as const) : []), ...((person.roles ?? []) as Role[])];
  return {
    id: person.id,
    name: person.name,
    roles,
    groupIds,
    leadsGroupIds,
    actsFor,
    channel,
    language: person.language ?? 'en',
    zone: person.zone ?? 'UTC',
  };
}
