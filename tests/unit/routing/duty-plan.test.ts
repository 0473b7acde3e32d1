// If this fails, a handover goes to people who are not there, or a lead believes that somebody is on duty when nobody is.
import type { Directory } from '../../../shared/catalog';
import { dutyGaps, dutyOverlaps, peopleOnDuty, shiftEnds, takeoverAt, type Shift } from '../../../shared/routing';

const [ANN, BEN, CAM] = ['PER0000001', 'PER0000002', 'PER0000003'] as const;
const GROUP = 'GRP0000001';
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const daily = (from: string, to: string, days = DAYS): object => Object.fromEntries(days.map((day) => [day, [[from, to]]]));
const at = (instant: string): number => Date.parse(instant);
const iso = (ms: number): string => new Date(ms).toISOString();

const shift = (id: string, over: Partial<Shift>): Shift =>
  ({ id, version: 1, createdAt: '', updatedAt: '', retired: false, name: id, groupId: GROUP, level: 'work', zone: 'UTC', weekly: daily('08:00', '16:00'), memberIds: [ANN], ...over });

interface World {
  readonly shifts: readonly Shift[];
  readonly awayUntil?: Readonly<Record<string, string>>;
  readonly calendar?: object;
}

/** The part of an organization that the plan looks at. */
function directoryOf({ shifts, awayUntil = {}, calendar }: World): Directory {
  const calendarOf = calendar && { id: 'CAL0000001', version: 1, createdAt: '', updatedAt: '', name: 'Open', zone: 'UTC', retired: false, weekly: calendar };
  return {
    person: (id: string) => ({ id, name: id, retired: false, ...(awayUntil[id] && { awayUntil: awayUntil[id] }) }),
    group: () => ({ id: GROUP, name: 'Network', retired: false, ...(calendar && { calendarId: 'CAL0000001' }) }),
    calendar: (id?: string) => (id ? calendarOf : undefined),
    delegations: () => [],
    summaries: () => shifts,
  } as unknown as Directory;
}

const DAY = shift('SHF0000001', {});
const EVENING = shift('SHF0000002', { memberIds: [BEN], weekly: daily('16:00', '24:00') });

describe('the end of a shift', () => {
  const ends = (world: World, from: string, to: string) => shiftEnds(directoryOf(world), GROUP, at(from), at(to)).map(({ at: end, leaving }) => [iso(end), leaving.map(({ personId, backAt }) => [personId, backAt && iso(backAt)])]);

  it('says who leaves, and when each is back', () => {
    expect(ends({ shifts: [DAY, EVENING] }, '2026-03-02T00:00:00Z', '2026-03-02T23:00:00Z')).toEqual([['2026-03-02T16:00:00.000Z', [[ANN, '2026-03-03T08:00:00.000Z']]]]);
  });

  it('is none for whoever goes on in another shift, or over midnight', () => {
    const night = shift('SHF0000003', { memberIds: [ANN], weekly: daily('00:00', '08:00') });
    const late = shift('SHF0000004', { memberIds: [ANN], weekly: daily('16:00', '24:00') });
    expect(ends({ shifts: [night, DAY, late] }, '2026-03-02T00:00:00Z', '2026-03-05T00:00:00Z')).toEqual([]);
  });

  it('comes with a turn on call, at local wall time on the day the clocks change; second on call hands over nothing', () => {
    const primary = shift('SHF0000005', { level: 'primary', zone: 'Europe/Berlin', weekly: daily('00:00', '24:00'), memberIds: [ANN, BEN], rotationDays: 1, rotationFrom: '2026-03-27', handoverAt: '09:00' });
    const secondary = { ...primary, id: 'SHF0000006', level: 'secondary' as const, memberIds: [BEN, CAM] };
    expect(ends({ shifts: [primary, secondary] }, '2026-03-28T00:00:00Z', '2026-03-29T12:00:00Z')).toEqual([
      ['2026-03-28T08:00:00.000Z', [[ANN, '2026-03-29T07:00:00.000Z']]], ['2026-03-29T07:00:00.000Z', [[BEN, '2026-03-30T07:00:00.000Z']]],
    ]);
  });

  it('moves with a swap', () => {
    const swapped = shift('SHF0000001', { swaps: [{ from: '2026-03-02T12:00:00.000Z', to: '2026-03-02T16:00:00.000Z', outId: ANN, inId: CAM }] });
    expect(ends({ shifts: [swapped] }, '2026-03-02T00:00:00Z', '2026-03-02T23:00:00Z').map(([end, who]) => [end, (who as string[][])[0]?.[0]])).toEqual([['2026-03-02T12:00:00.000Z', ANN], ['2026-03-02T16:00:00.000Z', CAM]]);
  });
});

describe('who has it next', () => {
  const next = (world: World, when: string, leaving: readonly string[]) => {
    const found = takeoverAt(directoryOf(world), GROUP, at(when), leaving);
    return found && [found.personIds, iso(found.startsAt)];
  };

  it('those who work then, before whoever is on call', () => {
    const onCall = shift('SHF0000007', { level: 'primary', memberIds: [CAM], weekly: daily('00:00', '24:00') });
    expect(next({ shifts: [DAY, EVENING, onCall] }, '2026-03-02T16:00:00Z', [ANN])).toEqual([[BEN], '2026-03-02T16:00:00.000Z']);
    expect(next({ shifts: [DAY, onCall] }, '2026-03-02T16:00:00Z', [ANN])).toEqual([[CAM], '2026-03-02T16:00:00.000Z']);
    expect(next({ shifts: [DAY, EVENING, onCall], awayUntil: { [BEN]: '2026-03-04T00:00:00.000Z' } }, '2026-03-02T16:00:00Z', [ANN])).toEqual([[CAM], '2026-03-02T16:00:00.000Z']);
  });

  it('after a gap the next shift that begins, with somebody who does not leave now', () => {
    const morning = shift('SHF0000008', { memberIds: [ANN, BEN], weekly: daily('06:00', '10:00', ['wed']) });
    expect(next({ shifts: [DAY, morning] }, '2026-03-02T16:00:00Z', [ANN])).toEqual([[BEN], '2026-03-04T06:00:00.000Z']);
  });

  it('nobody, where nobody else is planned', () => {
    expect(next({ shifts: [DAY] }, '2026-03-02T16:00:00Z', [ANN])).toBeUndefined();
    expect(peopleOnDuty(directoryOf({ shifts: [DAY, EVENING] }), GROUP, at('2026-03-02T16:00:00Z'))).toEqual([BEN]);
  });
});

describe('gaps and overlaps', () => {
  const gaps = (world: World) => dutyGaps(directoryOf(world), GROUP, at('2026-03-02T00:00:00Z'), at('2026-03-03T00:00:00Z')).map(({ from, to, isByAbsence }) => [from.slice(11, 16), to.slice(11, 16), ...(isByAbsence ? ['away'] : [])]);

  it('lists when nobody is there although the calendar is open; without one, around the clock', () => {
    expect(gaps({ shifts: [DAY], calendar: daily('07:00', '18:00') })).toEqual([['07:00', '08:00'], ['16:00', '18:00']]);
    expect(gaps({ shifts: [DAY, EVENING] })).toEqual([['00:00', '08:00']]);
    expect(gaps({ shifts: [], calendar: daily('07:00', '18:00') })).toEqual([]);
  });

  it('says when somebody has the shift but is away', () => {
    expect(gaps({ shifts: [DAY, EVENING], calendar: daily('08:00', '24:00'), awayUntil: { [BEN]: '2026-03-05T00:00:00.000Z' } })).toEqual([['16:00', '00:00', 'away']]);
  });

  it('lists two shifts of the same kind at the same time, and not those of different kinds', () => {
    const long = shift('SHF0000009', { memberIds: [CAM], weekly: daily('15:30', '17:00') });
    const found = dutyOverlaps(directoryOf({ shifts: [DAY, long, shift('SHF0000010', { level: 'primary', weekly: daily('00:00', '24:00') })] }), GROUP, at('2026-03-02T00:00:00Z'), at('2026-03-03T00:00:00Z'));
    expect(found).toEqual([{ groupId: GROUP, level: 'work', shiftIds: [DAY.id, long.id], from: '2026-03-02T15:30:00.000Z', to: '2026-03-02T16:00:00.000Z' }]);
  });
});
