import { toGroup, toPerson, toSkill, type Reference } from './reference';

interface Held {
  readonly skillId: Reference;
  readonly level: number;
  readonly isMandatory?: boolean;
}

const held = (key: string, level: number): Held => ({ skillId: toSkill(key), level });

export const SKILLS = [
  { key: 'erp', name: 'ERP', nameDe: 'ERP', description: 'Orders, stock and bookings in the ERP system.' },
  { key: 'crm', name: 'CRM', nameDe: 'CRM', description: 'Customers, offers and the sales pipeline.' },
  { key: 'finance', name: 'Accounting', nameDe: 'Buchhaltung', description: 'Invoices, payment runs and closing.' },
  { key: 'reporting', name: 'Reports', nameDe: 'Auswertungen', description: 'Dashboards and the figures behind them.' },
] as const;

/** By the key of a person. */
export const SKILLS_OF: Readonly<Record<string, readonly Held[]>> = {
  'ulrike.maurer': [held('erp', 3), held('crm', 3), held('finance', 4), held('reporting', 3)],
  'marco.conti': [held('erp', 5), held('finance', 3)],
  'hannah.lewis': [held('crm', 5), held('reporting', 2)],
  'florian.beck': [held('erp', 2), held('crm', 2), held('reporting', 4)],
};

/** By the key of a category: whom it needs, and how much more work than usual it is. */
export const HANDLING_OF: Readonly<Record<string, { readonly skills: readonly Held[]; readonly effort?: number }>> = {
  'business.erp': { skills: [{ ...held('erp', 4), isMandatory: true }, held('finance', 2)], effort: 2 },
  'business.crm': { skills: [{ ...held('crm', 4), isMandatory: true }] },
  'business.finance': { skills: [{ ...held('finance', 3), isMandatory: true }, held('erp', 2)] },
  'business.reporting': { skills: [held('reporting', 3)] },
};

/**
 * By the key of a group, a strategy each. The service desk and security give out their work by hand, as every group did
 * before.
 */
export const ASSIGNING_OF: Readonly<Record<string, object>> = {
  network: { strategy: 'leastLoaded', isSticky: true },
  workplace: { strategy: 'roundRobin', offers: true, offerMinutes: 10 },
  'business-applications': { strategy: 'skills' },
  'server-cloud': { strategy: 'onCall' },
  collaboration: { strategy: 'roundRobin', capacity: 8 },
};

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const on = (days: readonly string[], from: string, to: string): object => Object.fromEntries(days.map((day) => [day, [[from, to]]]));
const OFFICE = DAYS.slice(0, 5);
const ALWAYS = on(DAYS, '00:00', '24:00');
const ROTATION = { rotationDays: 7, rotationFrom: '2026-01-05', handoverAt: '09:00' };

export const SHIFTS = [
  { key: 'server-primary', name: 'Server on call, first', groupId: toGroup('server-cloud'), level: 'primary', zone: 'Europe/Berlin', weekly: ALWAYS, memberIds: ['felix.baumann', 'sanjay.rao', 'anna.petrova'].map(toPerson), ...ROTATION },
  { key: 'server-secondary', name: 'Server on call, second', groupId: toGroup('server-cloud'), level: 'secondary', zone: 'Europe/Berlin', weekly: ALWAYS, memberIds: ['sanjay.rao', 'anna.petrova', 'felix.baumann'].map(toPerson), ...ROTATION },
  { key: 'collaboration-early', name: 'Collaboration, early', groupId: toGroup('collaboration'), level: 'work', zone: 'Europe/Berlin', weekly: on(OFFICE, '07:00', '15:00'), memberIds: ['tim.albers', 'sofia.krause'].map(toPerson) },
  { key: 'collaboration-late', name: 'Collaboration, late', groupId: toGroup('collaboration'), level: 'work', zone: 'Europe/London', weekly: on(OFFICE, '10:00', '18:00'), memberIds: ['grace.mensah'].map(toPerson) },
] as const;

export const RULES = [
  { key: 'ransomware', name: 'Ransomware goes to Security at once', order: 10, conditions: [[{ field: 'words', is: ['ransomware', 'encrypted files', 'verschlüsselte Dateien', 'Erpressersoftware'] }]], groupId: toGroup('security') },
  { key: 'management', name: 'Broken things of the management: Workplace looks first', order: 20, conditions: [[{ field: 'isVip', is: ['true'] }, { field: 'kind', is: ['incident'] }, { field: 'channel', is: ['chat', 'card', 'tab'] }]], groupId: toGroup('workplace') },
] as const;
