import type { Me } from '../lib/api-types';

/** Who keeps rules. The server decides; this only spares others a button that would be refused. */
export const keepsRules = (me: Me): boolean => me.roles.includes('administrator');

/** Leads write macros and texts for their groups. */
export const keepsMacros = (me: Me): boolean => keepsRules(me) || me.groups.some(({ isLead }) => isLead);

/** What rules did is for those who look over the work. */
export const seesRuns = (me: Me): boolean => me.roles.some((role) => ['administrator', 'manager', 'changeManager', 'auditor'].includes(role));
