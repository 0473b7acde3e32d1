import { defineRegister, hasRole, isAgent, type Actor, type InputOf, type RegisterRecord } from '../kernel';
import { itemFilters, itemSchema, serviceSchema } from './configuration-schema';

export type Service = RegisterRecord<typeof serviceSchema>;
export type Item = RegisterRecord<typeof itemSchema>;

/** Who sees what stands behind the names of services. */
export const seesConfiguration = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'changeManager', 'manager', 'administrator', 'auditor');
const canEdit = (actor: Actor): boolean => hasRole(actor, 'changeManager', 'administrator', 'system');

/** Employees know services by name; what stands behind them is for those who work on them. */
export const servicesPractice = defineRegister({
  practice: 'services',
  prefix: 'SVC',
  schema: serviceSchema,
  canRead: () => true,
  canEdit,
  sortKey: (entry) => entry.name.toLowerCase(),
  present: (entry, actor) => (seesConfiguration(actor) ? entry : { id: entry.id, version: entry.version, name: entry.name, ...(entry.nameDe && { nameDe: entry.nameDe }), retired: entry.retired }),
});

function matchesItem(entry: Item, filter: InputOf<typeof itemFilters>): boolean {
  return (
    (['class', 'environment', 'criticality', 'groupId'] as const).every((field) => filter[field] === undefined || entry[field] === filter[field]) &&
    (filter.serviceId === undefined || (entry.serviceIds ?? []).includes(filter.serviceId)) &&
    (filter.parentId === undefined || (entry.parentIds ?? []).includes(filter.parentId))
  );
}

export const itemsPractice = defineRegister({
  practice: 'items',
  prefix: 'CIT',
  schema: itemSchema,
  canRead: seesConfiguration,
  canEdit,
  sortKey: (entry) => entry.name.toLowerCase(),
  filters: itemFilters,
  matches: matchesItem,
  searchText: (entry) => ({ title: `${entry.id} ${entry.name}`, text: `${entry.class} ${entry.environment} ${entry.region ?? ''}` }),
});
