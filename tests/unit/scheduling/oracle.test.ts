// If this fails, work is planned on top of other work or into a freeze, or Bellhop calls a window taken that is free.
import fc from 'fast-check';
import { createItemGraph } from '../../../shared/configuration';
import { createSchedule, type Collision, type Schedule } from '../../../shared/scheduling';
import { brokenBy, minuteOf, readerOf, runsOf, sameCause, type Broken, type Question, type Run } from './oracle';
import { QUARTER } from './oracle-wall';
import { randomCase, type Case, type World } from './random-world';

/** More of them: SCHEDULE_CASES=20000. A failure is told at once; making it smaller takes minutes: SCHEDULE_SHRINK=1. */
const CASES = Number(process.env.SCHEDULE_CASES ?? 1_000);
const DAY = 1_440;
const seen = new Map<string, number>();
const note = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

function scheduleOf(world: World): Schedule {
  const byId = new Map(world.items.map((item) => [item.id, item]));
  return createSchedule({ ...world, item: (id) => byId.get(id ?? ''), graph: createItemGraph(world.items) });
}

const plain = (collision: Collision): Broken => ({ ...collision, from: minuteOf(collision.from), to: minuteOf(collision.to) });
const told = (broken: Broken): string => `${sameCause(broken)} ${broken.from}-${broken.to}`;
const iso = (minute: number): string => new Date(minute * 60_000).toISOString();

/** The end of what is in the way, by waiting for it. */
function endOf(world: World, { otherId, to }: Broken): string | undefined {
  const booking = world.bookings.find(({ changeId }) => changeId === otherId);
  if (booking) return booking.to;
  const freeze = world.freezes.find(({ id }) => id === otherId);
  if (!freeze) return undefined;
  const isFrozen = readerOf(freeze);
  let quarter = Math.floor((to - 1) / QUARTER);
  while (isFrozen(quarter) && quarter * QUARTER < to + 4 * DAY) quarter += 1;
  return isFrozen(quarter) ? undefined : iso(quarter * QUARTER);
}

function checkCollisions(schedule: Schedule, { world, work, now }: Case): void {
  const found = schedule.collisionsOf(work, now);
  const expected = brokenBy({ world, work, now }, minuteOf(work.from), minuteOf(work.to));
  expect(found.map(plain).map(told).sort()).toEqual(expected.map(told).sort());
  expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
  for (const { reason } of found) note(reason);
  const ends = found.map((collision) => ({ key: collision.key, until: endOf(world, plain(collision)) ?? collision.until }));
  expect(found.map(({ key, until }) => ({ key, until }))).toEqual(ends);
  expect(found.filter(({ severity, reason }) => (severity === 'block') !== reason.endsWith('Frozen'))).toEqual([]);
  note(found.length > 0 ? 'collides' : 'free');
}

/** The starts as the slot finder tells them, in the words of the oracle. */
function answerOf(schedule: Schedule, { work, now, search }: Case): { readonly runs: Run[]; readonly refused: { readonly run: Run; readonly collisions: readonly Collision[] }[] } {
  const found = schedule.findSlots({ work, ...search }, now);
  const slots = found.slots.map((slot): Run => {
    expect([slot.to, slot.freeUntil].map(minuteOf)).toEqual([slot.from, slot.latestStart].map((start) => minuteOf(start) + search.minutes));
    return { from: minuteOf(slot.from), to: minuteOf(slot.latestStart) + 1, causes: [] };
  });
  const refused = found.refused.map(({ from, to, collisions }) => ({ run: { from: minuteOf(from), to: minuteOf(to), causes: collisions.map(plain).map(sameCause).sort() }, collisions }));
  return { runs: [...slots, ...refused.map(({ run }) => run)].sort((a, b) => a.from - b.from), refused };
}

/** The beginning of all runs that holds the wanted number of free ones and nothing after the last of them. */
function wantedOf(runs: readonly Run[], count: number): readonly Run[] {
  const free = runs.filter(({ causes }) => causes.length === 0);
  const last = free.slice(0, count).at(-1);
  return last ? runs.slice(0, runs.indexOf(last) + 1) : runs;
}

const isWindowed = ({ reason }: Collision): boolean => reason.endsWith('OutsideWindow');
const constrained = (collision: Collision): string => collision.relatedId ?? collision.itemId ?? '';

/** Everything else taken away: the constraint that is named blocks on its own. */
function alone({ world, ...question }: Question, collision: Collision): Question {
  const others = world.items.map(({ id }) => id).filter((id) => id !== constrained(collision));
  return {
    ...question, unconstrained: isWindowed(collision) ? others : world.items.map(({ id }) => id),
    world: { ...world, bookings: world.bookings.filter(({ changeId }) => changeId === collision.otherId), freezes: world.freezes.filter(({ id }) => id === collision.otherId) },
  };
}

/** Only what is named taken away. */
function without({ world, ...question }: Question, collisions: readonly Collision[]): Question {
  const gone = new Set(collisions.map(({ otherId }) => otherId));
  return {
    ...question, unconstrained: collisions.filter(isWindowed).map(constrained),
    world: { ...world, bookings: world.bookings.filter(({ changeId }) => !gone.has(changeId)), freezes: world.freezes.filter(({ id }) => !gone.has(id)) },
  };
}

function checkSlots(schedule: Schedule, entry: Case): void {
  const { world, work, now, search } = entry;
  const question = { world, work, now };
  const { runs, refused } = answerOf(schedule, entry);
  const expected = wantedOf(runsOf(question, minuteOf(search.earliest), minuteOf(search.latest), search.minutes), search.count);
  expect(runs).toEqual(expected);
  for (const { run, collisions } of refused.slice(0, 4)) {
    for (const start of [run.from, run.to - 1]) {
      const end = start + search.minutes;
      expect(brokenBy(without(question, collisions), start, end)).toEqual([]);
      const idle = collisions.filter((collision) => !brokenBy(alone(question, collision), start, end).map(sameCause).includes(sameCause(plain(collision))));
      expect(idle).toEqual([]);
    }
    // What is told of a stretch is what the check says of its first start.
    expect(collisions).toEqual(schedule.collisionsOf({ ...work, from: iso(run.from), to: iso(run.from + search.minutes) }, now));
    note('explained');
  }
  note(runs.some(({ causes }) => causes.length === 0) ? 'slots' : 'no slots');
  if (runs.some(({ from, to, causes }) => causes.length === 0 && to === from + 1)) note('fits exactly');
}

it.each([1, 2])(`collisions, slots and their explanations are those of the oracle in ${(CASES / 2).toLocaleString('en')} random calendars (seed %i)`, (seed) => {
  fc.assert(
    fc.property(randomCase, (entry) => {
      const schedule = scheduleOf(entry.world);
      checkCollisions(schedule, entry);
      checkSlots(schedule, entry);
      for (const { changeId, booking } of entry.later) schedule.book(changeId, booking);
      const booked = new Map(entry.world.bookings.map((booking) => [booking.changeId, booking]));
      for (const { changeId, booking } of entry.later) {
        booked.delete(changeId);
        if (booking) booked.set(changeId, booking);
      }
      const afterwards = { ...entry, world: { ...entry.world, bookings: [...booked.values()] } };
      checkCollisions(schedule, afterwards);
      if (entry.later.length > 1) checkSlots(schedule, afterwards);
    }),
    { numRuns: CASES / 2, seed, endOnFailure: !process.env.SCHEDULE_SHRINK },
  );
}, 600_000);

it('the cases reach every reason, free and taken windows, and slots that fit to the minute', () => {
  const all = [
    'sameItem', 'parentItem', 'childItem', 'itemOutsideWindow', 'parentOutsideWindow', 'childOutsideWindow', 'itemFrozen', 'parentFrozen', 'childFrozen', 'implementerBusy',
    'collides', 'free', 'slots', 'no slots', 'fits exactly', 'explained',
  ];
  expect(all.filter((what) => !seen.has(what))).toEqual([]);
});
