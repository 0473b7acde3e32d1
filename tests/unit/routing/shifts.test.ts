// If this fails, somebody is called at night who is not on call, or the hand-over on the day the clocks change comes at the wrong hour.
import fc from 'fast-check';
import { turnsOf, type Shift } from '../../../shared/routing';

const [ANN, BEN, CAM] = ['PER0000001', 'PER0000002', 'PER0000003'] as const;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const ALWAYS = Object.fromEntries(DAYS.map((day) => [day, [['00:00', '24:00']]]));

const shift = (over: Partial<Shift>): Shift =>
  ({ id: 'SHF0000001', version: 1, createdAt: '', updatedAt: '', retired: false, name: 'On call', groupId: 'GRP0000001', level: 'primary', zone: 'Europe/Berlin', weekly: ALWAYS, memberIds: [ANN, BEN, CAM], ...over });

const onAt = (of: Shift, at: string): readonly string[] => turnsOf(of, Date.parse(at), Date.parse(at) + 1).flatMap(({ memberIds }) => memberIds);

/** What a wall clock in the zone shows, asked of the platform: a second opinion on all zone arithmetic. */
function wallClock(at: number, zone: string): { readonly day: number; readonly weekday: string; readonly minutes: number } {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(at).map(({ type, value }) => [type, value]));
  const day = Date.UTC(Number(parts['year']), Number(parts['month']) - 1, Number(parts['day'])) / 86_400_000;
  return { day, weekday: DAYS[new Date(day * 86_400_000).getUTCDay()] as string, minutes: Number(parts['hour']) * 60 + Number(parts['minute']) };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

it('says at any minute, in any zone, who is on, as a wall clock would', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC');
  const cases = fc.record({
    zone: zones, rotationDays: fc.constantFrom(1, 7, 14), handoverAt: fc.constantFrom('00:00', '09:00', '17:30'),
    people: fc.integer({ min: 1, max: 3 }), isOfficeHours: fc.boolean(),
    at: fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 }).map((minute) => minute * 60_000),
  });
  fc.assert(
    fc.property(cases, ({ zone, rotationDays, handoverAt, people, isOfficeHours, at }) => {
      const weekly = isOfficeHours ? { mon: [['08:00', '12:00'], ['13:00', '17:00']], sat: [['22:00', '24:00']], sun: [['00:00', '06:00']] } : ALWAYS;
      const memberIds = [ANN, BEN, CAM].slice(0, people);
      const found = onAt(shift({ zone, rotationDays, rotationFrom: '2026-01-05', handoverAt, memberIds, weekly }), new Date(at).toISOString());
      const { day, weekday, minutes } = wallClock(at, zone);
      const windows = (weekly as Record<string, readonly (readonly string[])[]>)[weekday] ?? [];
      const isOpen = windows.some(([from, to]) => minutesOf(from!) <= minutes && minutes < minutesOf(to!));
      const first = Date.UTC(2026, 0, 5) / 86_400_000;
      const turn = Math.floor(((day - first) * 1_440 + minutes - minutesOf(handoverAt)) / (rotationDays * 1_440));
      expect(found).toEqual(isOpen ? [memberIds[((turn % people) + people) % people]] : []);
    }),
    { numRuns: 1_500, seed: 42 },
  );
});

it('hands over once in the night in which the clocks go back, the first time the hour strikes', () => {
  const daily = shift({ rotationDays: 1, rotationFrom: '2026-10-24', handoverAt: '02:30' });
  // 02:30 comes twice in Berlin: at 00:30 UTC and at 01:30 UTC.
  expect(['2026-10-25T00:29:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:10:00Z', '2026-10-25T01:30:00Z', '2026-10-26T01:30:00Z'].flatMap((at) => onAt(daily, at))).toEqual([ANN, BEN, BEN, BEN, CAM]);
});

it('hands over at the next hour there is in the night in which the clocks go forward', () => {
  const daily = shift({ rotationDays: 1, rotationFrom: '2026-03-28', handoverAt: '02:30' });
  // 02:30 does not exist in Berlin: at 01:00 UTC it is 03:00.
  expect(['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z'].flatMap((at) => onAt(daily, at))).toEqual([ANN, BEN]);
});

it('puts one person in the place of another for as long as they have swapped', () => {
  const swaps = [{ from: '2026-11-21T08:00:00Z', to: '2026-11-22T08:00:00Z', outId: ANN, inId: CAM }];
  const weekly = shift({ rotationDays: 7, rotationFrom: '2026-11-16', swaps });
  expect(['2026-11-21T07:59:00Z', '2026-11-21T08:00:00Z', '2026-11-22T08:00:00Z'].flatMap((at) => onAt(weekly, at))).toEqual([ANN, CAM, ANN]);
});

it('has everybody on at the same time where nobody takes turns', () => {
  expect(onAt(shift({ level: 'work' }), '2026-11-21T07:59:00Z')).toEqual([ANN, BEN, CAM]);
});
