// If this fails, whoever sets up a freeze or a window sees other times in the preview than those that will count.
import * as fc from 'fast-check';
import { WEEKDAYS, type Occurrence } from '../../../shared/scheduling/window-schema';
import { nextTimes } from '../../../tab/src/setup/words/next-times';
import { timeText } from '../../../tab/src/setup/words/time-text';
import { freeze, schedule } from '../scheduling/calendar';

const NOW = '2026-03-02T09:00:00.000Z';
const BERLIN = 'Europe/Berlin';

/** When the schedule of the server says that it is. */
function counted(occurrence: Occurrence, zone: string, now: string, until: string) {
  const own = { ...freeze({ kind: 'yearly', from: '01-01', to: '01-01' }), occurrences: [occurrence], zone };
  return schedule({ freezes: [own] }).occurrencesOf('FRZ1', now, until);
}

const daytime = fc.integer({ min: 4, max: 21 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
/** Within a day, so that neighboring days do not become one stretch, and away from the hours at which clocks change. */
const hours = fc.record({ from: daytime, length: fc.integer({ min: 1, max: 2 }) }).map(({ from, length }) => ({ from, to: `${String(Number(from.slice(0, 2)) + length).padStart(2, '0')}:00` }));
const weekday = fc.constantFrom(...WEEKDAYS);
const weekly = fc.record({ days: fc.uniqueArray(weekday, { minLength: 1 }), hours, everyWeeks: fc.integer({ min: 1, max: 5 }), first: fc.integer({ min: 0, max: 60 }) }).map(({ days, hours: own, everyWeeks, first }): Occurrence => ({
  kind: 'weekly', days, ...own, everyWeeks, firstDate: new Date(Date.parse('2026-01-20T00:00:00Z') + first * 86_400_000).toISOString().slice(0, 10),
}));
const monthly = fc.record({ nth: fc.constantFrom(1, 2, 3, 4, -1), day: weekday, hours }).map(({ nth, day, hours: own }): Occurrence => ({ kind: 'monthly', nth, day, ...own }));
const monthDay = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }).map(({ month, day }) => `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const yearly = fc.record({ from: monthDay, to: monthDay }).filter(({ from, to }) => from < to).map(({ from, to }): Occurrence => ({ kind: 'yearly', from, to }));

it.each(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'])('the next times are those that the calendar counts in %s', (zone) => {
  fc.assert(
    fc.property(fc.oneof(weekly, monthly, yearly), (occurrence) => {
      // The calendar looks a year ahead.
      const next = nextTimes([occurrence], zone, NOW, 3);
      const shown = next.filter(({ to }) => to < '2027-03-02T00:00:00.000Z');
      const truth = counted(occurrence, zone, NOW, shown.at(-1)?.to ?? NOW);
      const spans = (times: readonly { readonly from: string; readonly to: string }[]): readonly string[] => times.map(({ from, to }) => `${from <= NOW ? 'now' : from} ${to}`);
      expect(spans(shown)).toEqual(spans(truth));
      // A yearly one that has just ended comes again after the end of that year.
      expect(next.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});

it('one that runs is shown first, one that is over not at all', () => {
  const once = (from: string, to: string): Occurrence => ({ kind: 'once', from, to });
  const found = nextTimes([once('2026-03-05T08:00', '2026-03-05T09:00'), once('2026-03-01T00:00', '2026-03-03T00:00'), once('2026-02-01T00:00', '2026-02-02T00:00')], BERLIN, NOW, 5);
  expect(found.map(({ from }) => from)).toEqual(['2026-02-28T23:00:00.000Z', '2026-03-05T07:00:00.000Z']);
});

it('a night goes on into the next day, and 24:00 ends one', () => {
  expect(nextTimes([{ kind: 'weekly', days: ['sat'], from: '22:00', to: '02:00' }], BERLIN, NOW, 1)).toEqual([{ from: '2026-03-07T21:00:00.000Z', to: '2026-03-08T01:00:00.000Z' }]);
  expect(nextTimes([{ kind: 'weekly', days: ['sat'], from: '22:00', to: '24:00' }], BERLIN, NOW, 1)).toEqual([{ from: '2026-03-07T21:00:00.000Z', to: '2026-03-07T23:00:00.000Z' }]);
});

it.each<[string, Occurrence]>([
  ['no days', { kind: 'weekly', days: [], from: '10:00', to: '11:00' }],
  ['half a time', { kind: 'weekly', days: ['mon'], from: '1', to: '11:00' }],
  ['no such hour', { kind: 'weekly', days: ['mon'], from: '25:00', to: '26:00' }],
  ['no date', { kind: 'once', from: '', to: '' }],
  ['backwards', { kind: 'once', from: '2026-05-02T10:00', to: '2026-05-01T10:00' }],
  ['no day of the year', { kind: 'yearly', from: 'x', to: '' }],
  ['half a week', { kind: 'weekly', days: ['mon'], from: '10:00', to: '11:00', everyWeeks: 0.5 }],
])('what is half typed is left out: %s', (_name, occurrence) => {
  expect(nextTimes([occurrence], BERLIN, NOW, 5)).toEqual([]);
});

it('nothing comes of a zone that nobody knows', () => {
  expect(nextTimes([{ kind: 'weekly', days: ['mon'], from: '10:00', to: '11:00' }], 'Mars/Olympus', NOW, 5)).toEqual([]);
});

it('whole days are said as days, without the midnight after the last one', () => {
  const [time] = nextTimes([{ kind: 'yearly', from: '12-15', to: '12-20' }], BERLIN, NOW, 1);
  expect(time && timeText(time, NOW, 'en', BERLIN).replace(/\s/g, ' ')).toBe('Tue, Dec 15 – Sun, Dec 20');
});
