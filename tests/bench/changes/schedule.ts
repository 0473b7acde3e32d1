import { createItemGraph } from '../../../shared/configuration';
import { createSchedule, type PlannedWork, type Schedule, type SlotSearch } from '../../../shared/scheduling';
import { ms, percentile, type Table } from '../table';
import { BEGIN, benchBookings, benchFreezes, benchItems, benchWindows, CHANGES, itemId, ITEMS, personId, randomFrom } from './company';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ROUNDS = 9;
const CHECKS = 2_000;
const SEARCHES = 200;
const COLLISION_GOAL_MS = 20;
const SLOT_GOAL_MS = 200;
const NOW = new Date(BEGIN).toISOString();
const WORK = { type: 'normal', serviceIds: [] } as const;

const timed = (work: () => unknown): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};
const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);

/** Puts the calendar together, from new records each time, so that nothing is remembered of the one before. */
function calendarMaker(): () => Schedule {
  const items = benchItems();
  const byId = new Map(items.map((item) => [item.id, item]));
  const [freezes, windows, bookings] = [benchFreezes(), benchWindows(), benchBookings()];
  return () =>
    createSchedule({
      item: (id) => byId.get(id ?? ''), graph: createItemGraph(items), freezes: freezes.map((freeze) => ({ ...freeze })), windows: windows.map((window) => ({ ...window })), bookings, exemptions: [],
    });
}

/** Changes as people plan them: a few items of a rack, sometimes the host itself, sometimes a hub with everything on it. */
function plans(count: number): readonly PlannedWork[] {
  const random = randomFrom(23);
  return Array.from({ length: count }, (_, index) => {
    const first = index % 10 === 0 ? random(ITEMS / 500) * 500 : random(ITEMS);
    const from = BEGIN + random(80 * 24) * HOUR;
    return {
      ...WORK, itemIds: Array.from({ length: 1 + random(5) }, (_none, place) => itemId((first + place) % ITEMS)), implementerId: personId(random(400)),
      from: new Date(from).toISOString(), to: new Date(from + (1 + random(6)) * HOUR).toISOString(),
    };
  });
}

/** One change with fifty items, hubs among them: nobody plans more. */
function largestPlan(): PlannedWork {
  const ids = Array.from({ length: 50 }, (_, index) => itemId(index < 10 ? index * 500 : index * 37));
  return { ...WORK, itemIds: ids, implementerId: personId(1), from: new Date(BEGIN + 10 * DAY).toISOString(), to: new Date(BEGIN + 10 * DAY + 4 * HOUR).toISOString() };
}

function search(schedule: Schedule, plan: PlannedWork, count: number): SlotSearch {
  const { from: _from, to: _to, ...work } = plan;
  return schedule.findSlots({ work, minutes: 120, earliest: NOW, latest: new Date(BEGIN + 90 * DAY).toISOString(), count }, NOW);
}

function collisionTable(make: () => Schedule): Table {
  const builds: number[] = [];
  const firsts: number[] = [];
  const warm: number[] = [];
  const largest: number[] = [];
  const plan = plans(CHECKS);
  let schedule = make();
  const coldest = timed(() => schedule.collisionsOf(plan[0] as PlannedWork, NOW));
  for (let round = 0; round < ROUNDS; round += 1) {
    builds.push(timed(() => (schedule = make())));
    firsts.push(timed(() => schedule.collisionsOf(plan[round] as PlannedWork, NOW)));
  }
  let collisions = 0;
  for (const work of plan) warm.push(timed(() => (collisions += schedule.collisionsOf(work, NOW).length)));
  for (let round = 0; round < ROUNDS; round += 1) largest.push(timed(() => schedule.collisionsOf(largestPlan(), NOW)));
  const bookings = benchBookings();
  const moves = bookings.slice(0, CHECKS).map((booking, index) =>
    timed(() => {
      const from = Date.parse(booking.from) + HOUR * (1 + (index % 24));
      schedule.book(booking.changeId, { ...booking, from: new Date(from).toISOString(), to: new Date(from + HOUR).toISOString() });
    }),
  );
  const row = (name: string, values: readonly number[], goal: string): string[] => [name, ms(percentile(sorted(values), 0.5)), ms(percentile(sorted(values), 0.95)), ms(sorted(values).at(-1) ?? Number.NaN), goal];
  return {
    title: `Change calendar, ${CHANGES.toLocaleString('en')} scheduled changes and ${ITEMS.toLocaleString('en')} items`, command: 'npm run bench -- changes',
    columns: ['what', 'p50, ms', 'p95, ms', 'most, ms', 'goal, ms'],
    rows: [
      row('putting the calendar together, with the graph of items', builds, '–'),
      row('first collision check of the process', [coldest], String(COLLISION_GOAL_MS)),
      row('first collision check after putting it together', firsts, String(COLLISION_GOAL_MS)),
      row('collision check of one change', warm, String(COLLISION_GOAL_MS)),
      row('collision check of a change of fifty items', largest, String(COLLISION_GOAL_MS)),
      row('moving a booking in place', moves, '–'),
    ],
    note:
      `Changes of one to five items over three months, 40 freezes, 100 maintenance windows in five zones; an item has one parent and up to 50 children. ${CHECKS.toLocaleString('en')} checks and moves, ${ROUNDS} calendars; ` +
      `the checks found ${(collisions / CHECKS).toFixed(1)} collisions each. The first check of the process reads the zones too.`,
  };
}

function slotTable(make: () => Schedule): Table {
  const plan = plans(SEARCHES);
  const rows = [3, 100].map((count) => {
    const schedule = make();
    let found = 0;
    let refused = 0;
    const first = timed(() => search(schedule, plan[0] as PlannedWork, count));
    const times = plan.map((work) =>
      timed(() => {
        const answer = search(schedule, work, count);
        found += answer.slots.length;
        refused += answer.refused.length;
      }),
    );
    const largest = timed(() => search(schedule, largestPlan(), count));
    const figure = (share: number): string => ms(percentile(sorted(times), share));
    return [String(count), ms(first), figure(0.5), figure(0.95), ms(sorted(times).at(-1) ?? Number.NaN), ms(largest), (found / SEARCHES).toFixed(1), (refused / SEARCHES).toFixed(1), String(SLOT_GOAL_MS)];
  });
  return {
    title: 'Slot finder over ninety days in the same calendar', command: 'npm run bench -- changes',
    columns: ['slots wanted', 'first, ms', 'p50, ms', 'p95, ms', 'most, ms', 'fifty items, ms', 'slots found', 'stretches explained', 'goal, ms'], rows,
    note: `${SEARCHES} searches for two hours, for the same kind of changes; every refused stretch names all that blocks it.`,
  };
}

/** Collisions and free windows in the calendar of a large company. */
export function measureSchedule(): readonly Table[] {
  const make = calendarMaker();
  return [collisionTable(make), slotTable(make)];
}
