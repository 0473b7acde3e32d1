// If this fails, the slot finder offers a window that is taken, misses an earlier one, or names a reason that does not hold.
import type { RefusedStretch, ScheduleSources, SlotRequest, SlotSearch } from '../../../shared/scheduling';
import { freeze, maintenance, NOW, schedule, short } from './calendar';

const WORK = { changeId: 'CHG1', type: 'normal', serviceIds: [], itemIds: ['DB'] } as const;
const MONDAY = { earliest: '2026-02-02T08:00:00.000Z', latest: '2026-02-02T20:00:00.000Z' };

function find(sources: Partial<ScheduleSources>, request: Partial<SlotRequest>): SlotSearch {
  return schedule(sources).findSlots({ work: WORK, minutes: 60, count: 3, ...MONDAY, ...request }, NOW);
}
const slots = ({ slots: found }: SlotSearch): string[] => found.map(({ from, latestStart, freeUntil }) => [from, latestStart, freeUntil].map((at) => short(at).slice(11)).join(' '));
const refused = (found: SlotSearch): string[] =>
  found.refused.map(({ from, to, collisions }: RefusedStretch) => `${short(from).slice(11)}-${short(to).slice(11)} ${collisions.map(({ key }) => key).join(' ')}`);
const busy = (changeId: string, from: string, to: string) => ({ changeId, itemIds: ['DB'], from: `2026-02-02T${from}:00.000Z`, to: `2026-02-02T${to}:00.000Z` });

it('nothing in the way: one slot, as wide as the time', () => {
  const found = find({}, {});
  expect(slots(found)).toEqual(['08:00 19:00 20:00']);
  expect(found.slots[0]?.to).toBe('2026-02-02T09:00:00.000Z');
  expect(refused(found)).toEqual([]);
});

it('a gap of exactly the length is a slot of one start', () => {
  const found = find({ bookings: [busy('CHG2', '08:00', '10:00'), busy('CHG3', '11:00', '19:30')] }, {});
  expect(slots(found)).toEqual(['10:00 10:00 11:00']);
  expect(refused(found)).toEqual(['08:00-10:00 sameItem:DB:CHG2']);
});

it('every stretch names all that blocks each of its starts', () => {
  const found = find({ bookings: [busy('CHG2', '08:00', '10:00'), busy('CHG3', '09:30', '12:00')] }, {});
  expect(refused(found)).toEqual(['08:00-08:31 sameItem:DB:CHG2', '08:31-10:00 sameItem:DB:CHG2 sameItem:DB:CHG3', '10:00-12:00 sameItem:DB:CHG3']);
  expect(slots(found)).toEqual(['12:00 19:00 20:00']);
});

it('starts are whole minutes, also where somebody booked to the second', () => {
  const odd = { ...busy('CHG2', '08:00', '10:00'), from: '2026-02-02T09:15:30.500Z', to: '2026-02-02T10:00:30.000Z' };
  expect(slots(find({ bookings: [odd] }, { earliest: '2026-02-02T08:00:01.000Z' }))).toEqual(['08:01 08:15 09:15', '10:01 19:00 20:00']);
});

it('as many as wanted, and nothing about the time after the last one', () => {
  const bookings = [busy('CHG2', '09:00', '10:00'), busy('CHG3', '12:00', '13:00'), busy('CHG4', '15:00', '16:00')];
  const found = find({ bookings }, { count: 2 });
  expect(slots(found)).toEqual(['08:00 08:00 09:00', '10:00 11:00 12:00']);
  expect(refused(found)).toEqual(['08:01-10:00 sameItem:DB:CHG2']);
});

it('the change itself is not in its way, another one by the same person is', () => {
  const bookings = [{ ...busy('CHG1', '08:00', '12:00'), implementerId: 'PER1' }, { ...busy('CHG2', '13:00', '14:00'), itemIds: [], implementerId: 'PER1' }];
  const found = find({ bookings }, { work: { ...WORK, implementerId: 'PER1' } });
  expect(slots(found)).toEqual(['08:00 12:00 13:00', '14:00 19:00 20:00']);
});

describe('maintenance windows', () => {
  const nightly = [maintenance({ kind: 'weekly', days: ['mon', 'tue'], from: '12:00', to: '14:00' }, { zone: 'UTC' })];
  it('hold the whole work', () => {
    expect(slots(find({ windows: nightly }, {}))).toEqual(['12:00 13:00 14:00']);
  });
  it('that are all too short give no slot, and are named', () => {
    const found = find({ windows: nightly }, { minutes: 121 });
    expect(slots(found)).toEqual([]);
    expect(refused(found)).toEqual(['08:00-18:00 itemOutsideWindow:DB']);
  });
  it('are beaten by a freeze', () => {
    const found = find({ windows: nightly, freezes: [freeze({ kind: 'once', from: '2026-02-02T11:00', to: '2026-02-02T12:30' }, { zone: 'UTC' })] }, {});
    expect(slots(found)).toEqual(['12:30 13:00 14:00']);
    expect(refused(found).at(-1)).toBe('12:00-12:30 itemFrozen:FRZ1');
  });
});

it('an exception opens its window and no more', () => {
  const exemption = { exceptionId: 'FEX1', changeId: 'CHG1', freezeId: 'FRZ1', from: '2026-02-02T10:00:00.000Z', to: '2026-02-02T12:00:00.000Z', expiresAt: '2026-02-02T12:00:00.000Z' };
  const found = find({ freezes: [freeze({ kind: 'yearly', from: '02-01', to: '02-10' })], exemptions: [exemption] }, {});
  expect(slots(found)).toEqual(['10:00 11:00 12:00']);
});

it('looks ninety days ahead, not further', () => {
  const freezes = [freeze({ kind: 'once', from: '2026-01-01T00:00', to: '2026-05-03T08:00' }, { zone: 'UTC' })];
  const until = { earliest: '2026-02-02T08:00:00.000Z', latest: '9999-12-31T00:00:00.000Z' };
  expect(find({ freezes }, until).slots).toEqual([]);
  expect(find({ freezes: [{ ...freezes[0]!, occurrences: [{ kind: 'once', from: '2026-01-01T00:00', to: '2026-05-03T07:00' }] }] }, until).slots.map(({ from }) => from)).toEqual(['2026-05-03T07:00:00.000Z']);
});

it('work that is longer than the time to look in has neither slots nor reasons', () => {
  for (const minutes of [721, 1e15, Number.NaN, Number.POSITIVE_INFINITY]) expect(find({}, { minutes })).toEqual({ slots: [], refused: [] });
});

it('odd wishes are bounded', () => {
  expect(find({}, { earliest: 'soon' })).toEqual({ slots: [], refused: [] });
  expect(find({}, { earliest: MONDAY.latest, latest: MONDAY.earliest })).toEqual({ slots: [], refused: [] });
  expect(find({}, { minutes: -5, count: 0 }).slots).toMatchObject([{ from: MONDAY.earliest, to: '2026-02-02T08:01:00.000Z' }]);
  expect(find({}, { count: Number.NaN }).slots).toHaveLength(1);
});
