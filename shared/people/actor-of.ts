import type { Actor, Channel, Role } from '../kernel';
import type { Group, Person } from './person';

/**
 * The actor behind a verified identity: roles from the person, `agent` from working in at least one support group. `actsFor` names
 * those who made this person their substitute for now.
 */
export function actorOf(person: Person, groups: Iterable<Group>, channel: Channel, actsFor: readonly string[]): Actor {
  const groupIds: string[] = [];
  const leadsGroupIds: string[] = [];
  let isAgent = false;
  for (const group of groups) {
    if (group.retired) continue;
    const isMember = group.memberIds?.includes(person.id) === true;
    const isLead = group.leadIds?.includes(person.id) === true;
    if (isMember) groupIds.push(group.id);
    if (isLead) leadsGroupIds.push(group.id);
    isAgent ||= (isMember || isLead) && !group.isBoard;
  }
  const roles: Role[] = ['employee', ...(isAgent ? (['agent'] as const) : []), ...((person.roles ?? []) as Role[])];
  return {
    id: person.id,
    name: person.name,
    roles,
    groupIds,
    leadsGroupIds,
    actsFor,
    ...(person.department && { department: person.department }),
    ...(person.site && { site: person.site }),
    channel,
    language: person.language ?? 'en',
    zone: person.zone ?? 'UTC',
  };
}
