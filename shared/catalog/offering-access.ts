import { hasRole, isAgent, worksIn, type Actor } from '../kernel';
import type { Offering } from './offering';
import type { OfferingAudience } from './plan-schema';

/** Whom something may be offered to: where they work. */
export interface Reach {
  readonly groupIds: readonly string[];
  readonly leadsGroupIds?: readonly string[];
  readonly department?: string | undefined;
  readonly site?: string | undefined;
}

/** Is this person among those whom it is offered to? Nothing named: everybody is. */
export function isInAudience(audience: OfferingAudience | undefined, { groupIds, leadsGroupIds = [], department, site }: Reach): boolean {
  const { groupIds: groups = [], departments = [], sites = [] } = audience ?? {};
  if (groups.length + departments.length + sites.length === 0) return true;
  return groups.some((id) => groupIds.includes(id) || leadsGroupIds.includes(id)) || departments.some((name) => name === department) || sites.some((name) => name === site);
}

export const isOwner = (actor: Actor, { ownerId, draft }: Pick<Offering, 'ownerId' | 'draft'>): boolean => [ownerId, draft?.ownerId].includes(actor.id);

/** Those who look after it: they see drafts too. */
export function looksAfter(actor: Actor, offering: Pick<Offering, 'ownerId' | 'draft'>): boolean {
  return hasRole(actor, 'administrator', 'auditor', 'system') || isOwner(actor, offering);
}

/**
 * Drafts are for those who look after them. What was published is for whom it is offered to, and for those who handle requests:
 * they order on behalf of others, and look up what was ordered.
 */
export function canReadOffering(actor: Actor, offering: Offering): boolean {
  if (looksAfter(actor, offering)) return true;
  if (offering.edition === 0) return false;
  if (isAgent(actor) || worksIn(actor, offering.groupId)) return true;
  return offering.state === 'published' && isInAudience(offering.audience, actor);
}
