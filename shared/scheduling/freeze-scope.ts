import type { Item } from '../configuration';
import type { Freeze } from './freeze';
import type { WorkToPlace } from './schedule-views';
import type { FreezeScope } from './window-schema';

/** Whom a freeze holds up. */
export interface ScopeTest {
  /** The work as a whole, whatever its items are: the freeze is for everything, or for a service that the work names. */
  hitsWork(work: WorkToPlace): boolean;
  hitsItem(item: Item): boolean;
}

type ItemTest = (item: Item) => boolean;

/** Regions are typed by people. */
const folded = (region: string): string => region.trim().toLowerCase();

function among(wanted: readonly string[] | undefined, valuesOf: (item: Item) => readonly (string | undefined)[]): ItemTest[] {
  if (!wanted || wanted.length === 0) return [];
  const set = new Set<string | undefined>(wanted);
  return [(item) => valuesOf(item).some((value) => set.has(value))];
}

/** All dimensions that are given have to match; one that is absent or empty is not looked at. */
export function scopeTest({ serviceIds = [], itemIds, itemClasses, environments, regions }: FreezeScope = {}): ScopeTest {
  const ofItems = [
    ...among(itemIds, ({ id }) => [id]),
    ...among(itemClasses, (item) => [item.class]),
    ...among(environments, ({ environment }) => [environment]),
    ...among(regions?.map(folded), ({ region }) => [region && folded(region)]),
  ];
  const tests = [...among(serviceIds, (item) => item.serviceIds ?? []), ...ofItems];
  const services = new Set(serviceIds);
  return {
    hitsWork: (work) => ofItems.length === 0 && (services.size === 0 || work.serviceIds.some((id) => services.has(id))),
    hitsItem: (item) => tests.every((test) => test(item)),
  };
}

/** Emergencies, or standard changes by a template that the freeze lets through. */
export function isExempt({ exemptTypes = [], exemptTemplateIds = [] }: Freeze, { type, templateId }: WorkToPlace): boolean {
  return exemptTypes.includes(type) || (type === 'standard' && templateId !== undefined && exemptTemplateIds.includes(templateId));
}
