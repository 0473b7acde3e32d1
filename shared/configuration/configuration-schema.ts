import { choice, entries, entry, group, number, paragraph, person, text, yesNo } from '../kernel';

export const TIERS = ['tier1', 'tier2', 'tier3'] as const;
export const ITEM_CLASSES = ['server', 'cluster', 'database', 'application', 'network', 'storage', 'cloud', 'endpoint', 'facility', 'other'] as const;
export const ENVIRONMENTS = ['production', 'test', 'development'] as const;
export const CRITICALITIES = ['low', 'medium', 'high', 'missionCritical'] as const;

/** What the organization offers to its people (ITIL 4, service configuration management). */
export const serviceSchema = {
  name: text({ label: 'field.service.name', required: true, max: 100 }),
  nameDe: text({ label: 'field.service.nameDe', max: 100 }),
  description: paragraph({ label: 'field.service.description', max: 1_000 }),
  /** `tier1` carries the business. */
  tier: choice(TIERS, 'tier', { label: 'field.service.tier', required: true }),
  ownerId: person({ label: 'field.service.owner' }),
  groupId: group({ label: 'field.service.group' }),
  /** How many people work with it. */
  users: number({ label: 'field.service.users', atLeast: 0, atMost: 10_000_000 }),
  /** Touched by law or audit: security decides too. */
  isRegulated: yesNo({ label: 'field.service.isRegulated' }),
};

/** What is managed to deliver services: a server, a database, an application (ITIL 4, configuration item). */
export const itemSchema = {
  name: text({ label: 'field.item.name', required: true, max: 100 }),
  class: choice(ITEM_CLASSES, 'itemClass', { label: 'field.item.class', required: true }),
  environment: choice(ENVIRONMENTS, 'environment', { label: 'field.item.environment', required: true }),
  criticality: choice(CRITICALITIES, 'criticality', { label: 'field.item.criticality', required: true }),
  region: text({ label: 'field.item.region', max: 60 }),
  ownerId: person({ label: 'field.item.owner' }),
  /** Whose peers review changes of it. */
  groupId: group({ label: 'field.item.group' }),
  serviceIds: entries({ label: 'field.item.services', of: 'services', max: 20 }),
  /** What it runs on or is part of. */
  parentIds: entries({ label: 'field.item.parents', help: 'help.item.parents', of: 'items', max: 20 }),
  /** A firewall, an identity provider: whoever changes it may open a door. */
  isSecurityRelevant: yesNo({ label: 'field.item.isSecurityRelevant' }),
};

/** What the list of items can be narrowed by. */
export const itemFilters = {
  class: choice(ITEM_CLASSES, 'itemClass', { label: 'field.item.class' }),
  environment: choice(ENVIRONMENTS, 'environment', { label: 'field.item.environment' }),
  criticality: choice(CRITICALITIES, 'criticality', { label: 'field.item.criticality' }),
  groupId: group({ label: 'field.item.group' }),
  serviceId: entry({ label: 'field.item.services', of: 'services' }),
  /** Items that run on this one. */
  parentId: entry({ label: 'field.item.parents', of: 'items' }),
};
