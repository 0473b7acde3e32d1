import { createItemGraph, type Item } from '../../../shared/configuration';
import { createSchedule, type Freeze, type MaintenanceWindow, type Occurrence, type PlannedWork, type Schedule, type ScheduleSources } from '../../../shared/scheduling';

const at = '2026-01-01T00:00:00.000Z';
const entry = (id: string) => ({ id, name: id, version: 1, createdAt: at, updatedAt: at, retired: false });

export const NOW = '2026-01-15T12:00:00.000Z';

export const item = (id: string, more: Partial<Item> = {}): Item => ({ ...entry(id), class: 'server', environment: 'production', criticality: 'low', ...more });

export const freeze = (occurrence: Occurrence, more: Partial<Freeze> = {}): Freeze => ({ ...entry('FRZ1'), zone: 'Europe/Berlin', occurrences: [occurrence], ...more });

export const maintenance = (occurrence: Occurrence, more: Partial<MaintenanceWindow> = {}): MaintenanceWindow => ({
  ...entry('MWI1'), zone: 'Europe/Berlin', occurrences: [occurrence], itemIds: ['DB'], ...more,
});

export const work = (from: string, to: string, more: Partial<PlannedWork> = {}): PlannedWork => ({
  changeId: 'CHG1', type: 'normal', serviceIds: [], itemIds: ['DB'], from: `${from}:00.000Z`, to: `${to}:00.000Z`, ...more,
});

/** A database on a host, with an application on top. */
export const STACK = [item('HOST'), item('DB', { parentIds: ['HOST'] }), item('APP', { parentIds: ['DB'] })];

export function schedule({ items = STACK, ...more }: Partial<ScheduleSources> & { readonly items?: readonly Item[] } = {}): Schedule {
  const byId = new Map(items.map((found) => [found.id, found]));
  return createSchedule({ item: (id) => byId.get(id ?? ''), graph: createItemGraph(items), freezes: [], windows: [], bookings: [], exemptions: [], ...more });
}

/** `2026-01-15T12:00` of an instant. */
export const short = (instant: string | undefined): string => instant?.slice(0, 16) ?? '–';
