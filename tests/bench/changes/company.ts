import type { Item } from '../../../shared/configuration';
import { formatId } from '../../../shared/kernel';
import type { Booking, Freeze, MaintenanceWindow, Occurrence } from '../../../shared/scheduling';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;
export const ITEMS = 20_000;
export const CHANGES = 10_000;
const SERVICES = 200;
const PEOPLE = 400;
/** Every so many items there is a host that the ones after it run on. */
const RACK = 10;
/** And every so many one that fifty hosts are connected to. */
const HUB = 500;
export const BEGIN = Date.UTC(2026, 1, 2, 8);
const BOOKED_DAYS = 90;

const at = '2026-01-01T00:00:00.000Z';
const entry = (id: string, name: string) => ({ id, name, version: 1, createdAt: at, updatedAt: at, retired: false });
export const itemId = (index: number): string => formatId('CIT', index + 1);
export const changeId = (index: number): string => formatId('CHG', index + 1);
export const personId = (index: number): string => formatId('PER', (index % PEOPLE) + 1);
const serviceId = (index: number): string => formatId('SVC', (index % SERVICES) + 1);
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'Europe/London'];
const zoneOf = (index: number): string => ZONES[index % ZONES.length] ?? 'UTC';

/** The same numbers every time. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function parentsOf(index: number): string[] {
  if (index % HUB === 0) return [];
  return [itemId(index % RACK === 0 ? index - (index % HUB) : index - (index % RACK))];
}

/** Machines in racks, racks at hubs; a tenth of the machines in test. */
export function benchItems(): readonly Item[] {
  return Array.from({ length: ITEMS }, (_, index) => ({
    ...entry(itemId(index), `Item ${index}`), class: index % RACK === 0 ? ('server' as const) : ('application' as const), criticality: 'medium' as const,
    environment: index % 7 === 0 ? ('test' as const) : ('production' as const), region: index % 2 === 0 ? 'EU' : 'US', serviceIds: [serviceId(Math.floor(index / 100))], parentIds: parentsOf(index),
  }));
}

/** Three months of changes, one to five items each, an hour or more long. */
export function benchBookings(): readonly Booking[] {
  const random = randomFrom(11);
  return Array.from({ length: CHANGES }, (_, index) => {
    const first = random(ITEMS);
    const from = BEGIN + random(BOOKED_DAYS * 96) * QUARTER;
    return {
      changeId: changeId(index), itemIds: Array.from({ length: 1 + random(5) }, (_none, place) => itemId((first + place * 3) % ITEMS)), implementerId: personId(random(PEOPLE)),
      from: new Date(from).toISOString(), to: new Date(from + (4 + random(20)) * QUARTER).toISOString(),
    };
  });
}

/** Two nights a week for half of the services. */
export function benchWindows(): readonly MaintenanceWindow[] {
  return Array.from({ length: SERVICES / 2 }, (_, index) => ({
    ...entry(formatId('MWI', index + 1), `Window ${index}`), zone: zoneOf(index), serviceIds: [serviceId(index * 2)],
    occurrences: [{ kind: 'weekly' as const, days: ['sat' as const, index % 2 === 0 ? ('tue' as const) : ('wed' as const)], from: '21:00', to: '05:00' }],
  }));
}

/** Year ends, months' ends, and days on which somebody ships. */
export function benchFreezes(): readonly Freeze[] {
  const random = randomFrom(5);
  return Array.from({ length: 40 }, (_, index) => {
    const from = BEGIN + random(BOOKED_DAYS) * DAY;
    const occurrences: readonly Occurrence[] = [
      { kind: 'once', from: new Date(from).toISOString().slice(0, 16), to: new Date(from + (1 + random(3)) * DAY).toISOString().slice(0, 16) },
      { kind: 'monthly', nth: -1, day: 'fri', from: '12:00', to: '20:00' },
    ];
    const scope = index % 4 === 0 ? { environments: ['production'], regions: ['EU'], itemClasses: ['server'] } : { serviceIds: [serviceId(index * 5)] };
    return { ...entry(formatId('FRZ', index + 1), `Freeze ${index}`), zone: zoneOf(index), occurrences, scope, exemptTypes: ['emergency'] };
  });
}
