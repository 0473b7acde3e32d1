import { createServiceLevels, type ServiceLevels } from '../../../shared/sla';
import type { World } from './oracle-terms';

/** The world as the engine reads it. */
export function levelsOf(world: World): ServiceLevels {
  const finder = <T extends { readonly id: string }>(entries: readonly T[]) => {
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    return (id: string | undefined): T | undefined => byId.get(id ?? '');
  };
  return createServiceLevels({
    agreements: () => world.agreements,
    calendars: () => world.calendars,
    calendar: finder(world.calendars),
    person: finder(world.people),
    group: finder(world.groups),
    category: finder(world.categories),
    offering: finder(world.offerings),
  });
}
