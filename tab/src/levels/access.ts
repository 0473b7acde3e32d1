import type { Me } from '../lib/api-types';
import type { RegisterPlace } from '../registers/types';

export const AGREEMENTS: RegisterPlace = { page: 'levels', practice: 'agreements' };
export const CALENDARS: RegisterPlace = { page: 'levels', practice: 'calendars' };

/** Promises are the business of those who work for them, answer for them or check them. */
export function seesLevels(me: Me): boolean {
  return me.isAgent || me.roles.some((role) => role === 'manager' || role === 'administrator' || role === 'auditor');
}

/** Who sets them up. The server decides; this only spares others a button that would be refused. */
export function addsLevels(me: Me): boolean {
  return me.roles.includes('administrator');
}

/** Who may ask what another promise would have meant, also without the right to make it. */
export function triesLevels(me: Me): boolean {
  return me.roles.some((role) => role === 'manager' || role === 'administrator');
}
