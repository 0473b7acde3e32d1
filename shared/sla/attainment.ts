import { hasRole, isAgent, type Actor } from '../kernel';

/** Who sees how well promises are kept: those who make them, and those who answer for them. */
export const canSeeServiceLevels = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'manager', 'administrator', 'auditor');
