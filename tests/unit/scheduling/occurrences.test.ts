// If this fails, freezes and maintenance windows are at other times than the clocks on the wall say: an hour off after a clock change, or not at all.
import type { Occurrence } from '../../../shared/scheduling';
import { freeze, schedule, short } from './calendar';

function times(occurrence: Occurrence | readonly Occurrence[], from: string, to: string, zone = 'Europe/Berlin'): string[] {
  const occurrences = Array.isArray(occurrence) ? (occurrence as readonly Occurrence[]) : [occurrence as Occurrence];
  const found = schedule({ freezes: [{ ...freeze({ kind: 'yearly', from: '01-01', to: '01-01' }), occurrences, zone }] }).occurrencesOf('FRZ1', `${from}:00.000Z`, `${to}:00.000Z`);
  return found.map((stretch) => `${short(stretch.from)}/${short(stretch.to)}`);
}

describe('clock changes', () => {
  it('a night in spring loses the hour that clocks jump over', () => {
    expect(times({ kind: 'weekly', days: ['sun'], from: '01:00', to: '04:00' }, '2026-03-28T00:00', '2026-03-30T00:00')).toEqual(['2026-03-29T00:00/2026-03-29T02:00']);
  });
  it('a window within the hour that is jumped over does not take place', () => {
    expect(times({ kind: 'weekly', days: ['sun'], from: '02:10', to: '02:50' }, '2026-03-28T00:00', '2026-03-30T00:00')).toEqual([]);
  });
  it('a window within the hour that comes twice takes place twice', () => {
    expect(times({ kind: 'weekly', days: ['sun'], from: '02:10', to: '02:50' }, '2026-10-24T00:00', '2026-10-26T00:00')).toEqual([
      '2026-10-25T00:10/2026-10-25T00:50', '2026-10-25T01:10/2026-10-25T01:50',
    ]);
  });
  it('a night in autumn is an hour longer', () => {
    expect(times({ kind: 'weekly', days: ['sat'], from: '22:00', to: '04:00' }, '2026-10-24T00:00', '2026-10-26T00:00')).toEqual(['2026-10-24T20:00/2026-10-25T03:00']);
  });
  it('the same wall clock is another instant in summer and in another zone', () => {
    const saturday: Occurrence = { kind: 'weekly', days: ['sat'], from: '22:00', to: '23:00' };
    expect(times(saturday, '2026-01-10T00:00', '2026-01-11T12:00')).toEqual(['2026-01-10T21:00/2026-01-10T22:00']);
    expect(times(saturday, '2026-07-11T00:00', '2026-07-12T12:00')).toEqual(['2026-07-11T20:00/2026-07-11T21:00']);
    expect(times(saturday, '2026-01-10T00:00', '2026-01-11T12:00', 'America/New_York')).toEqual(['2026-01-11T03:00/2026-01-11T04:00']);
  });
});

describe('once', () => {
  it('lasts from one wall clock to another', () => {
    expect(times({ kind: 'once', from: '2026-12-24T18:00', to: '2027-01-03T06:00' }, '2026-12-28T00:00', '2026-12-29T00:00')).toEqual(['2026-12-24T17:00/2027-01-03T05:00']);
  });
});

describe('weekly', () => {
  it('over midnight belongs to the day on which it begins', () => {
    expect(times({ kind: 'weekly', days: ['sun'], from: '23:00', to: '01:00' }, '2026-01-12T00:00', '2026-01-13T00:00', 'UTC')).toEqual(['2026-01-11T23:00/2026-01-12T01:00']);
  });
  it('from a time to the same time is a day', () => {
    expect(times({ kind: 'weekly', days: ['tue'], from: '06:00', to: '06:00' }, '2026-01-12T00:00', '2026-01-16T00:00', 'UTC')).toEqual(['2026-01-13T06:00/2026-01-14T06:00']);
  });
  it('days that touch are one stretch', () => {
    expect(times({ kind: 'weekly', days: ['sat', 'sun'], from: '00:00', to: '00:00' }, '2026-01-12T00:00', '2026-01-20T00:00', 'UTC')).toEqual(['2026-01-17T00:00/2026-01-19T00:00']);
  });
  it('every second week counts weeks from Monday on, beginning with that of the first date', () => {
    const second: Occurrence = { kind: 'weekly', days: ['mon', 'fri'], from: '10:00', to: '11:00', everyWeeks: 2, firstDate: '2026-01-07' };
    expect(times(second, '2026-01-01T00:00', '2026-02-01T00:00', 'UTC')).toEqual([
      '2026-01-09T10:00/2026-01-09T11:00', '2026-01-19T10:00/2026-01-19T11:00', '2026-01-23T10:00/2026-01-23T11:00',
    ]);
  });
});

describe('monthly', () => {
  it.each([
    [1, '2026-01-04'], [2, '2026-01-11'], [4, '2026-01-25'], [-1, '2026-01-25'],
  ])('number %i', (nth, date) => {
    expect(times({ kind: 'monthly', nth, day: 'sun', from: '10:00', to: '12:00' }, '2026-01-01T00:00', '2026-02-01T00:00', 'UTC')).toEqual([`${date}T10:00/${date}T12:00`]);
  });
  it('the last one is the fifth where there is one', () => {
    expect(times({ kind: 'monthly', nth: -1, day: 'sat', from: '23:00', to: '02:00' }, '2026-01-20T00:00', '2026-02-10T00:00', 'UTC')).toEqual(['2026-01-31T23:00/2026-02-01T02:00']);
  });
});

describe('yearly', () => {
  it('may last over the new year', () => {
    expect(times({ kind: 'yearly', from: '12-20', to: '01-03' }, '2026-12-01T00:00', '2027-12-01T00:00')).toEqual(['2026-12-19T23:00/2027-01-03T23:00']);
    expect(times({ kind: 'yearly', from: '12-20', to: '01-03' }, '2027-01-02T00:00', '2027-01-02T01:00')).toEqual(['2026-12-19T23:00/2027-01-03T23:00']);
  });
  it('knows leap years', () => {
    const leapDay: Occurrence = { kind: 'yearly', from: '02-29', to: '02-29' };
    expect(times(leapDay, '2027-01-01T00:00', '2027-12-31T00:00', 'UTC')).toEqual([]);
    expect(times(leapDay, '2028-01-01T00:00', '2028-12-31T00:00', 'UTC')).toEqual(['2028-02-29T00:00/2028-03-01T00:00']);
    expect(times({ kind: 'yearly', from: '02-20', to: '02-29' }, '2027-01-01T00:00', '2027-12-31T00:00', 'UTC')).toEqual(['2027-02-20T00:00/2027-03-01T00:00']);
    expect(times({ kind: 'yearly', from: '02-29', to: '03-02' }, '2027-01-01T00:00', '2027-12-31T00:00', 'UTC')).toEqual(['2027-03-01T00:00/2027-03-03T00:00']);
  });
});

describe('costs', () => {
  /** Work of the processor, which does not depend on what else the machine does. */
  const began = (): NodeJS.CpuUsage => process.cpuUsage();
  const tookMs = (since: NodeJS.CpuUsage): number => process.cpuUsage(since).user / 1_000;

  it('ten thousand occurrences do not hang anybody', () => {
    const since = began();
    const many = Array.from({ length: 10_000 }, (_, index): Occurrence => ({ kind: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: `0${index % 10}:00`, to: `0${index % 10}:30` }));
    expect(times(many, '2026-01-01T00:00', '2026-01-02T00:00', 'UTC')).toHaveLength(10);
    expect(tookMs(since)).toBeLessThan(5_000);
  });
  it('the year 9999 does not hang anybody', () => {
    const since = began();
    expect(times({ kind: 'once', from: '9998-01-01T00:00', to: '9999-12-31T00:00' }, '9998-06-01T00:00', '9999-01-01T00:00')).toEqual([]);
    expect(times({ kind: 'once', from: '0001-01-01T00:00', to: '9999-12-31T00:00' }, '2026-06-01T00:00', '2026-06-02T00:00')).toEqual(['2025-04-27T00:00/2026-06-02T00:00']);
    const all = schedule({ freezes: [freeze({ kind: 'weekly', days: ['mon'], from: '10:00', to: '11:00' })] });
    expect(all.occurrencesOf('FRZ1', '0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z')).toEqual([]);
    expect(all.occurrencesOf('FRZ1', '2026-01-01T00:00:00Z', '9999-12-31T00:00:00Z').length).toBeLessThan(60);
    expect(all.collisionsOf({ type: 'normal', serviceIds: [], itemIds: ['DB'], from: '0001-01-01T00:00:00Z', to: '9999-12-31T00:00:00Z' }, '2026-01-01T00:00:00Z')).toMatchObject([
      { reason: 'itemFrozen', from: '1970-01-05T09:00:00.000Z', to: '2199-12-30T10:00:00.000Z' },
    ]);
    expect(tookMs(since)).toBeLessThan(5_000);
  });
  it('nothing for a window that is retired, unknown, or asked about backwards', () => {
    const weekly = freeze({ kind: 'weekly', days: ['mon'], from: '10:00', to: '11:00' });
    const found = schedule({ freezes: [weekly, { ...weekly, id: 'FRZ2', retired: true }] });
    const asked = (id: string, from = '2026-01-01T00:00:00Z', to = '2026-02-01T00:00:00Z'): number => found.occurrencesOf(id, from, to).length;
    expect([asked('FRZ1'), asked('FRZ2'), asked('FRZ3'), asked('FRZ1', '2026-02-01T00:00:00Z', '2026-01-01T00:00:00Z'), asked('FRZ1', 'soon')]).toEqual([4, 0, 0, 0, 0]);
  });
});
