import type { RuleMark } from './automation';
import type { KeyLimits } from './key-limits';

/** Roles of `product.md`. `agent` is meaningful together with the groups the person works in. */
export type Role = 'employee' | 'agent' | 'approver' | 'manager' | 'changeManager' | 'administrator' | 'auditor' | 'system';

/** The surface an action came through; kept in the history of the record. */
export type Channel = 'chat' | 'card' | 'tab' | 'api' | 'job' | 'import' | 'seed' | 'cli' | 'automation';

/** Who acts, derived from a verified identity, never from a payload. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Ids of the support groups the person works in. */
  readonly groupIds: readonly string[];
  /** Ids of the support groups the person leads. */
  readonly leadsGroupIds: readonly string[];
  /** People who named this person as their substitute for the present time: whose approvals they may decide. */
  readonly actsFor: readonly string[];
  /** Where the person works in the organization: what is offered may depend on it. */
  readonly department?: string;
  readonly site?: string;
  readonly channel: Channel;
  readonly language: Language;
  /** IANA zone the person reads dates in. */
  readonly zone: string;
  /** The rule on whose behalf the system acts. */
  readonly rule?: RuleMark;
  /** A program acts, with a key of this person: what the key allows. */
  readonly key?: KeyLimits;
}

export type Language = 'en' | 'de';

/** Automation itself: auto-close, import, seed. Named in the history as `system`. */
export function systemActor(channel: Channel = 'job'): Actor {
  return { id: 'system', name: 'Bellhop', roles: ['system'], groupIds: [], leadsGroupIds: [], actsFor: [], channel, language: 'en', zone: 'UTC' };
}

export function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** Agents work tickets: members of a support group, and the system on their behalf. */
export function isAgent({ roles }: Actor): boolean {
  return roles.includes('agent') || roles.includes('system');
}

export function worksIn(actor: Actor, groupId: string | undefined): boolean {
  return groupId !== undefined && (actor.groupIds.includes(groupId) || actor.leadsGroupIds.includes(groupId));
}
