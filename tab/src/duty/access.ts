import type { Me } from '../lib/api-types';

/** Those who have shifts, and those who look over all of IT. */
export const seesDuty = ({ isAgent, roles }: Me): boolean => isAgent || roles.some((role) => role === 'administrator' || role === 'manager' || role === 'auditor');
