import fc from 'fast-check';
import type { Item } from '../../../shared/configuration';
import {
  CHANGE_TYPES, WEEKDAYS, type Booking, type Exemption, type Freeze, type FreezeScope, type MaintenanceWindow, type Occurrence, type PlannedWork,
} from '../../../shared/scheduling';
import { QUARTER } from './oracle-wall';

type Gen = fc.GeneratorValue;

export interface World {
  readonly items: readonly Item[];
  readonly freezes: readonly Freeze[];
  readonly windows: readonly MaintenanceWindow[];
  readonly bookings: readonly Booking[];
  readonly exemptions: readonly Exemption[];
}

export interface Case {
  readonly world: World;
  readonly work: PlannedWork;
  readonly now: string;
  readonly search: { readonly minutes: number; readonly earliest: string; readonly latest: string; readonly count: number };
  /** Bookings that come later, each in place of what its change had before. */
  readonly later: readonly (Pick<Booking, 'changeId'> & { readonly booking?: Booking })[];
}

/** Days on which clocks change somewhere (Apia left one out), ends of years and of February, and ordinary ones. */
const PLACES: readonly (readonly [zone: string, date: string])[] = [
  ['Europe/Berlin', '2026-03-29'], ['Europe/Berlin', '2026-10-25'], ['America/New_York', '2026-03-08'], ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'], ['Australia/Lord_Howe', '2026-10-04'], ['Pacific/Chatham', '2026-04-05'], ['America/Santiago', '2026-09-06'],
  ['America/Havana', '2026-11-01'], ['Africa/Casablanca', '2026-03-22'], ['Pacific/Apia', '2011-12-30'], ['Europe/Berlin', '2026-12-31'],
  ['Asia/Kolkata', '2028-02-29'], ['America/St_Johns', '2027-02-28'], ['Asia/Tokyo', '2026-06-10'], ['UTC', '2027-01-01'],
];
const ZONES = [...new Set(PLACES.map(([zone]) => zone))];
const ITEMS = ['CIT0000001', 'CIT0000002', 'CIT0000003', 'CIT0000004', 'CIT0000005', 'CIT0000006'];
const SERVICES = ['SVC0000001', 'SVC0000002'];
const PEOPLE = ['PER0000001', 'PER0000002'];
const CHANGES = ['CHG0000001', 'CHG0000002', 'CHG0000003', 'CHG0000004', 'CHG0000005', 'CHG0000006'];
const TEMPLATES = ['TPL0000001', 'TPL0000002'];
const REGIONS = ['EU', ' eu', 'US'];
const DAY = 1_440;

const evenly = (max: number): fc.Arbitrary<number> => fc.noBias(fc.integer({ min: 0, max }));
const upTo = (gen: Gen, max: number): number => gen(evenly, max);
const pick = <T>(gen: Gen, values: readonly T[]): T => values[upTo(gen, values.length - 1)] as T;
/** One time in `many`. */
const seldom = (gen: Gen, many: number): boolean => upTo(gen, many - 1) === 0;
const some = <T>(gen: Gen, values: readonly T[], most: number): T[] => [...new Set(Array.from({ length: upTo(gen, most) }, () => pick(gen, values)))];
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

interface Anchor {
  readonly zone: string;
  /** Midnight UTC of a day that matters in that zone, in minutes since 1970. */
  readonly day: number;
}

const iso = (minute: number): string => new Date(minute * 60_000).toISOString();
const dateOf = (minute: number): string => iso(minute).slice(0, 10);
const time = (quarter: number): string => iso((quarter % 96) * QUARTER).slice(11, 16);
const entry = (id: string, retired: boolean) => ({ id, name: id, version: 1, createdAt: iso(0), updatedAt: iso(0), retired });

/** An instant around the anchor, at a quarter of an hour. */
const around = (gen: Gen, { day }: Anchor, days: number): number => day + (upTo(gen, days * 96) - Math.floor((days * 96) / 2)) * QUARTER;

function randomOccurrence(gen: Gen, anchor: Anchor): Occurrence {
  const [from, to] = [time(upTo(gen, 95)), time(upTo(gen, 95))];
  const near = (days: number): string => dateOf(anchor.day + (upTo(gen, 2 * days) - days) * DAY);
  const style = upTo(gen, 9);
  if (style < 3) {
    const begin = around(gen, anchor, 4);
    return { kind: 'once', from: iso(begin).slice(0, 16), to: iso(begin + (1 + upTo(gen, pick(gen, [8, 90, 400]))) * QUARTER).slice(0, 16) };
  }
  if (style < 7) {
    const days = some(gen, WEEKDAYS, 9);
    const everyWeeks = pick(gen, [undefined, undefined, 1, 2, 3]);
    return {
      kind: 'weekly', days: days.length > 0 ? days : ['sat', 'sun'], from, to: seldom(gen, 6) ? from : to,
      ...(everyWeeks !== undefined && { everyWeeks, firstDate: near(20) }), ...(everyWeeks === undefined && seldom(gen, 4) && { firstDate: near(2) }),
    };
  }
  if (style === 7) return { kind: 'monthly', nth: pick(gen, [1, 2, 3, 4, -1]), day: pick(gen, WEEKDAYS), from, to };
  const begin = anchor.day + (upTo(gen, 6) - 4) * DAY;
  return { kind: 'yearly', from: dateOf(begin).slice(5), to: dateOf(begin + upTo(gen, 5) * DAY).slice(5) };
}

const occurrences = (gen: Gen, anchor: Anchor): Occurrence[] => times(1 + upTo(gen, 2), () => randomOccurrence(gen, anchor));
const zoneOf = (gen: Gen, anchor: Anchor): string => (seldom(gen, 3) ? pick(gen, ZONES) : anchor.zone);

function randomItem(gen: Gen, id: string): Item {
  return {
    ...entry(id, seldom(gen, 10)), class: pick(gen, ['server', 'database'] as const), environment: pick(gen, ['production', 'test'] as const), criticality: 'low',
    serviceIds: some(gen, SERVICES, 2), parentIds: some(gen, ITEMS, 2), ...(!seldom(gen, 3) && { region: pick(gen, REGIONS) }),
  };
}

function randomScope(gen: Gen): FreezeScope | undefined {
  if (seldom(gen, 6)) return undefined;
  return {
    ...(seldom(gen, 3) && { serviceIds: some(gen, SERVICES, 2) }),
    ...(seldom(gen, 3) && { itemIds: some(gen, ITEMS, 3) }),
    ...(seldom(gen, 4) && { itemClasses: ['server'] }),
    ...(seldom(gen, 4) && { environments: some(gen, ['production', 'test'], 2) }),
    ...(seldom(gen, 5) && { regions: [pick(gen, ['eu', 'US '])] }),
  };
}

function randomFreeze(gen: Gen, id: string, anchor: Anchor): Freeze {
  const scope = randomScope(gen);
  return {
    ...entry(id, seldom(gen, 12)), zone: zoneOf(gen, anchor), occurrences: occurrences(gen, anchor), ...(scope && { scope }),
    ...(seldom(gen, 4) && { exemptTypes: some(gen, CHANGE_TYPES, 2) }), ...(seldom(gen, 4) && { exemptTemplateIds: some(gen, TEMPLATES, 2) }),
  };
}

function randomWindow(gen: Gen, id: string, anchor: Anchor): MaintenanceWindow {
  return { ...entry(id, seldom(gen, 12)), zone: zoneOf(gen, anchor), occurrences: occurrences(gen, anchor), itemIds: some(gen, ITEMS, 3), ...(seldom(gen, 3) && { serviceIds: some(gen, SERVICES, 1) }) };
}

function randomBooking(gen: Gen, changeId: string, anchor: Anchor): Booking {
  const from = around(gen, anchor, 4);
  return { changeId, itemIds: some(gen, ITEMS, 3), ...(seldom(gen, 2) && { implementerId: pick(gen, PEOPLE) }), from: iso(from), to: iso(from + (1 + upTo(gen, 20)) * QUARTER) };
}

function randomWork(gen: Gen, anchor: Anchor): PlannedWork {
  const from = around(gen, anchor, 3);
  return {
    ...(seldom(gen, 2) && { changeId: pick(gen, CHANGES) }), type: pick(gen, CHANGE_TYPES), ...(seldom(gen, 2) && { templateId: pick(gen, TEMPLATES) }),
    serviceIds: some(gen, SERVICES, 1), itemIds: some(gen, ITEMS, 3), ...(seldom(gen, 2) && { implementerId: pick(gen, PEOPLE) }),
    from: iso(from), to: iso(from + (1 + upTo(gen, pick(gen, [8, 100]))) * QUARTER),
  };
}

function randomExemption(gen: Gen, work: PlannedWork, now: number): Exemption {
  const begin = Date.parse(work.from) / 60_000;
  const from = begin + (upTo(gen, 96) - 64) * QUARTER;
  return {
    exceptionId: 'FEX0000001', changeId: seldom(gen, 6) ? pick(gen, CHANGES) : (work.changeId ?? 'CHG0000001'), freezeId: pick(gen, ['FRZ0000001', 'FRZ0000002']),
    from: seldom(gen, 3) ? work.from : iso(from), to: seldom(gen, 3) ? work.to : iso(from + upTo(gen, 192) * QUARTER), expiresAt: iso(now + (upTo(gen, 6) - 2) * QUARTER),
    ...(seldom(gen, 2) && { deciderIds: some(gen, PEOPLE, 2) }),
  };
}

/** A change calendar around a day that is special for clocks, work that is planned in it, and what is booked afterwards. */
export const randomCase: fc.Arbitrary<Case> = fc.gen().map((gen) => {
  const [zone, date] = pick(gen, PLACES);
  const anchor = { zone, day: Date.parse(`${date}T00:00:00Z`) / 60_000 };
  const work = randomWork(gen, anchor);
  const now = anchor.day - 2 * DAY;
  const earliest = anchor.day - DAY + upTo(gen, 96) * QUARTER;
  return {
    world: {
      items: ITEMS.map((id) => randomItem(gen, id)),
      freezes: times(upTo(gen, 2), (index) => randomFreeze(gen, `FRZ000000${index + 1}`, anchor)),
      windows: times(upTo(gen, 3), (index) => randomWindow(gen, `MWI000000${index + 1}`, anchor)),
      bookings: CHANGES.slice(0, upTo(gen, CHANGES.length)).map((id) => randomBooking(gen, id, anchor)),
      exemptions: times(upTo(gen, 2), () => randomExemption(gen, work, now)),
    },
    work, now: iso(now),
    search: { minutes: (1 + upTo(gen, pick(gen, [4, 24]))) * QUARTER, earliest: iso(earliest), latest: iso(earliest + upTo(gen, pick(gen, [48, 48, 200])) * QUARTER), count: 1 + upTo(gen, 4) },
    later: times(upTo(gen, 3), () => {
      const changeId = pick(gen, CHANGES);
      return { changeId, ...(!seldom(gen, 3) && { booking: randomBooking(gen, changeId, anchor) }) };
    }),
  };
});
