import type { Me } from '../lib/api-types';

/** What the desk works by is for those who work with it. */
export function seesSetup(me: Me): boolean {
  return me.isAgent || me.roles.some((role) => ['changeManager', 'manager', 'administrator', 'auditor'].includes(role));
}

/** Who keeps the registers. The server decides; this only spares others a button that would be refused. */
export function keepsSetup(me: Me): boolean {
  return me.roles.some((role) => role === 'changeManager' || role === 'administrator');
}

/** Who decides how tickets find people. */
export function administers(me: Me): boolean {
  return me.roles.includes('administrator');
}

/** How tickets find their category is for those who handle them. */
export function seesClassifier(me: Me): boolean {
  return me.isAgent || administers(me);
}

/** Leads plan the shifts of their group. */
export function plansShifts(me: Me): boolean {
  return administers(me) || me.groups.some(({ isLead }) => isLead);
}

/** Refused attempts are for those who look after the rules. */
export function seesAudit(me: Me): boolean {
  return me.roles.some((role) => role === 'changeManager' || role === 'administrator' || role === 'auditor');
}

/** What did not arrive is for those who can do something about it. */
export function seesUndelivered(me: Me): boolean {
  return me.roles.some((role) => role === 'administrator' || role === 'auditor');
}

/** Templates are written by those who work with them. */
export function writesTemplates(me: Me): boolean {
  return me.isAgent || me.roles.includes('changeManager');
}
