import type { Me } from '../lib/api-types';

/** Changes are the business of those who make them, decide about them or answer for them. */
export function seesChanges(me: Me): boolean {
  return me.isAgent || me.roles.some((role) => ['changeManager', 'approver', 'manager', 'administrator', 'auditor'].includes(role));
}

/** Who proposes changes. The server decides; this only spares others a button that would be refused. */
export function proposesChanges(me: Me): boolean {
  return me.isAgent || me.roles.includes('changeManager');
}
