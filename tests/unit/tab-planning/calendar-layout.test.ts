// If this fails, the change calendar shows changes at wrong times, hides some without saying so, or moves them by an hour when clocks change.
import * as fc from 'fast-check';
import { addDays, addMonths, dateIn, dayMinutes, daysBetween, mondayOf, moved, shiftDays, startOfDay, weekOf, weeksOfMonth } from '../../../tab/src/planning/calendar/days';
import { stepped, stepsOfDrag } from '../../../tab/src/planning/calendar/grid';
import { layoutColumns, layoutLanes, type Span } from '../../../tab/src/planning/calendar/layout';
import { rangeOf, weekAxis } from '../../../tab/src/planning/calendar/week-axis';

const BERLIN = 'Europe/Berlin';
const ZONES = ['Europe/Berlin', 'America/New_York', 'America/Santiago', 'Africa/Cairo', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'];
const anyDate = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const anyZone = fc.constantFrom(...ZONES);

describe('days', () => {
  it('begin and end where the clocks of the zone say so', () => {
    expect(startOfDay('2026-03-02', BERLIN)).toBe('2026-03-01T23:00:00.000Z');
    expect(['2026-03-28', '2026-03-29', '2026-10-25'].map((date) => dayMinutes(date, BERLIN))).toEqual([1_440, 1_380, 1_500]);
    expect([dayMinutes('2026-10-04', 'Australia/Lord_Howe'), dayMinutes('2026-04-05', 'Australia/Lord_Howe')]).toEqual([1_410, 1_470]);
    // Midnight is skipped there, and the day before lasts until then.
    expect([startOfDay('2026-09-06', 'America/Santiago'), dayMinutes('2026-09-06', 'America/Santiago')]).toEqual(['2026-09-06T04:00:00.000Z', 1_380]);
  });

  it('follow each other without a gap in every zone', () => {
    fc.assert(
      fc.property(anyDate, anyZone, (date, zone) => {
        const start = startOfDay(date, zone);
        expect(dateIn(start, zone)).toBe(date);
        expect(dateIn(new Date(Date.parse(start) - 1).toISOString(), zone) < date).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('make whole weeks of a month, from Monday to Sunday', () => {
    expect(weeksOfMonth('2026-03-17').map((week) => week[0])).toEqual(['2026-02-23', '2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30']);
    // A February that begins on a Monday needs four.
    expect(weeksOfMonth('2027-02-10')).toHaveLength(4);
    fc.assert(
      fc.property(anyDate, (date) => {
        const weeks = weeksOfMonth(date);
        expect(weeks.flat()).toContain(date);
        expect(weeks.flat()).toContain(addDays(addMonths(`${date.slice(0, 7)}-01`, 1), -1));
        for (const week of weeks) expect(mondayOf(week[6]!)).toBe(week[0]);
      }),
    );
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});

describe('moving', () => {
  it('keeps the time on the wall clock over a change of clocks, and the length always', () => {
    expect(shiftDays('2026-03-28T21:00:00.000Z', 1, BERLIN)).toBe('2026-03-29T20:00:00.000Z');
    const night = { from: '2026-03-27T21:00:00.000Z', to: '2026-03-27T23:30:00.000Z' };
    expect(moved(night, 2, 15, BERLIN)).toEqual({ from: '2026-03-29T20:15:00.000Z', to: '2026-03-29T22:45:00.000Z' });
    expect(moved(night, 0, 0, BERLIN)).toEqual(night);
  });

  it('goes in the steps of the view, wherever the pointer is let go', () => {
    const month = { x: { days: 1, minutes: 0, px: 160 }, y: { days: 7, minutes: 0, px: 110 } };
    expect(stepsOfDrag(month, 330, -105)).toEqual({ x: 2, y: -1 });
    expect(stepsOfDrag(month, -20, 20)).toEqual({ x: 0, y: 0 });
    const start = { from: '2026-03-10T10:00:00.000Z', to: '2026-03-10T11:00:00.000Z' };
    expect(stepped(start, month, { x: 2, y: -1 }, BERLIN).from).toBe('2026-03-05T10:00:00.000Z');
    const week = { x: { days: 1, minutes: 0, px: 140 }, y: { days: 0, minutes: 15, px: 10 } };
    expect(stepped(start, week, stepsOfDrag(week, 0, 24), BERLIN).from).toBe('2026-03-10T10:30:00.000Z');
  });
});

describe('a week', () => {
  it('has the hour that comes twice on one day, and a hole on the others', () => {
    const axis = weekAxis(weekOf('2026-10-25'), BERLIN);
    expect(axis.length).toBe(1_500);
    expect(axis.lines.filter(({ hour }) => hour === 2)).toEqual([{ minute: 120, hour: 2, isAgain: false }, { minute: 180, hour: 2, isAgain: true }]);
    // 02:30 comes twice on Sunday.
    expect(axis.place('2026-10-25T00:30:00.000Z', '2026-10-25')).toBe(150);
    expect(axis.place('2026-10-25T01:30:00.000Z', '2026-10-25')).toBe(210);
    // 09:00 lies on one line through all days.
    expect(['2026-10-24T07:00:00.000Z', '2026-10-25T08:00:00.000Z'].map((at) => axis.place(at, dateIn(at, BERLIN)))).toEqual([600, 600]);
    expect(axis.gapOf('2026-10-24')).toEqual({ from: 180, to: 240 });
    expect(axis.gapOf('2026-10-25')).toBeUndefined();
  });

  it('shows the hour that is skipped as a hole of that day', () => {
    const axis = weekAxis(weekOf('2026-03-29'), BERLIN);
    expect(axis.length).toBe(1_440);
    expect(axis.gapOf('2026-03-29')).toEqual({ from: 120, to: 180 });
    expect(axis.place('2026-03-29T01:00:00.000Z', '2026-03-29')).toBe(180);
    expect(axis.place('2026-03-29T22:00:00.000Z', '2026-03-29')).toBe(1_440);
  });

  it('gives every instant a place that leads back to it, later ones further down', () => {
    fc.assert(
      fc.property(anyDate, anyZone, fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 0, max: 1_439 }), (date, zone, first, second) => {
        const axis = weekAxis(weekOf(date), zone);
        const { from, to } = rangeOf([date], zone);
        const at = (minute: number): string => new Date(Math.min(Date.parse(from) + minute * 60_000, Date.parse(to) - 60_000)).toISOString();
        const [early, late] = [at(Math.min(first, second)), at(Math.max(first, second))];
        expect(axis.place(early, date)).toBeLessThanOrEqual(axis.place(late, date));
        expect(axis.instantAt(axis.place(early, date), date)).toBe(early);
        expect([axis.place(from, date) >= 0, axis.place(to, date)]).toEqual([true, axis.length]);
      }),
      { numRuns: 300 },
    );
  });
});

const anySpans = fc
  .array(fc.record({ from: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 1, max: 20 }) }), { maxLength: 25 })
  .map((entries): readonly Span[] => entries.map(({ from, length }, index) => ({ key: `CHG${index}`, from, to: from + length })));

describe('what overlaps', () => {
  it('stands side by side, and folds when it gets too much; nothing is lost and nothing lies on anything', () => {
    fc.assert(
      fc.property(anySpans, fc.integer({ min: 2, max: 5 }), (spans, most) => {
        const { placed, folded } = layoutColumns(spans, most);
        expect([...placed.map(({ span }) => span.key), ...folded.flatMap(({ keys }) => keys)].sort()).toEqual(spans.map(({ key }) => key).sort());
        const boxes = [...placed.map(({ span, column, columns }) => ({ from: span.from, to: span.to, column, columns })), ...folded];
        for (const [index, box] of boxes.entries()) {
          expect(box.column).toBeLessThan(box.columns);
          expect(box.columns).toBeLessThanOrEqual(most);
          for (const other of boxes.slice(index + 1)) expect(box.column === other.column && box.from < other.to && other.from < box.to).toBe(false);
        }
      }),
    );
  });

  it('touches without overlapping: one ends where the next begins', () => {
    const { placed } = layoutColumns([{ key: 'a', from: 0, to: 60 }, { key: 'b', from: 60, to: 120 }], 4);
    expect(placed.map(({ column, columns }) => [column, columns])).toEqual([[0, 1], [0, 1]]);
  });
});

describe('lanes of a month', () => {
  it('hold what lasts for days in one line, and say how many more there are on which day', () => {
    const spans = [{ key: 'long', from: 0.9, to: 3.2 }, { key: 'b', from: 1.3, to: 1.4 }, { key: 'c', from: 1.5, to: 1.6 }, { key: 'd', from: 1.7, to: 2 }, { key: 'past', from: -3, to: 0 }];
    const { lanes, more, height } = layoutLanes(spans, 7, 3);
    expect(lanes.map(({ span, first, last, lane }) => [span.key, first, last, lane])).toEqual([['long', 0, 3, 0], ['b', 1, 1, 1]]);
    expect(more.map((keys) => keys.length)).toEqual([0, 2, 0, 0, 0, 0, 0]);
    expect(height).toBe(2);
  });

  it('lose nothing, whatever overlaps', () => {
    const anyLanes = fc.array(fc.tuple(fc.double({ min: -2, max: 8, noNaN: true }), fc.double({ min: 0.01, max: 4, noNaN: true })), { maxLength: 25 });
    fc.assert(
      fc.property(anyLanes, fc.integer({ min: 1, max: 5 }), (entries, most) => {
        const spans = entries.map(([from, length], index) => ({ key: `${index}`, from, to: from + length }));
        const { lanes, more } = layoutLanes(spans, 7, most);
        const visible = spans.filter(({ from, to }) => to > 0 && from < 7).map(({ key }) => key);
        expect([...new Set([...lanes.map(({ span }) => span.key), ...more.flat()])].sort()).toEqual(visible.sort());
        for (const [index, lane] of lanes.entries()) {
          for (const other of lanes.slice(index + 1)) expect(lane.lane === other.lane && lane.first <= other.last && other.first <= lane.last).toBe(false);
          // The last lane is left to "+3 more" on the days that need it.
          if (lane.lane === most - 1) for (let day = lane.first; day <= lane.last; day += 1) expect(more[day]).toEqual([]);
        }
      }),
    );
  });
});
