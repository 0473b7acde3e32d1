// If this fails, a missed promise is blamed on the wrong thing, a hundred percent hides a miss, or a day of a report has the wrong hours.
import { createAttainment, createServiceLevels, evaluateClocks, missCause, rangeOf, type Calendar, type ClockFact, type ClockView, type DecidedPromise, type LocalRange, type ServiceLevels } from '../../../shared/sla';
import type { Agreement } from '../../../shared/sla/agreement';

const base = { version: 1, createdAt: '', updatedAt: '', retired: false };
const DAY = [['08:00', '18:00']] as const;
const calendar: Calendar = { ...base, id: 'CAL1', name: 'UTC', zone: 'UTC', weekly: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY } };
/** Four hours; waiting for the requester does not count. */
const agreement: Agreement = {
  ...base, id: 'SLA1', name: 'Resolution', type: 'sla', metric: 'resolution', order: 1, calendarSource: 'fixed', calendarId: 'CAL1', retarget: 'retroactive', reopen: 'continue',
  targets: { any: { value: 240, unit: 'minutes' } }, conditions: { pause: [[{ field: 'holdReason', is: ['requester'] }]] },
};

function levels(...agreements: readonly Agreement[]): ServiceLevels {
  const nothing = (): undefined => undefined;
  return createServiceLevels({
    agreements: () => agreements, calendars: () => [calendar], calendar: (id) => (id === calendar.id ? calendar : undefined),
    person: nothing, group: nothing, category: nothing, offering: nothing,
  });
}

/** On a Monday, which opens at eight and closes at six. */
const at = (clock: string): string => `2026-03-02T${clock}:00.000Z`;
type Told = readonly [clock: string, set: NonNullable<ClockFact['set']>];
const history = (told: readonly Told[], receivedAt = told[0]?.[0] ?? ''): { receivedAt: string; facts: readonly ClockFact[] } => ({
  receivedAt: at(receivedAt), facts: told.map(([clock, set], index) => ({ at: at(clock), seq: index + 1, set })),
});
const born: Told = ['09:00', { state: 'new', priority: 'P1', groupId: 'A' }];
const taken = (clock: string): Told => [clock, { state: 'inProgress', assigneeId: 'bob' }];
const resolved = (clock: string): Told => [clock, { state: 'resolved' }];

describe('why a promise was broken', () => {
  const cause = (told: readonly Told[], receivedAt?: string): object | undefined => missCause(history(told, receivedAt), levels(agreement), 'sla resolution');

  test.each<[string, readonly Told[], object]>([
    ['nobody took it for three of five hours', [born, taken('12:00'), resolved('14:00')], { reason: 'unassigned', groupId: 'A', share: 60 }],
    ['taken at once, and worked on too long', [born, taken('09:00'), resolved('14:00')], { reason: 'inWork', groupId: 'A', share: 100 }],
    ['waiting for a vendor counts here', [born, taken('09:00'), ['10:00', { state: 'onHold', holdReason: 'vendor' }], ['13:30', { state: 'inProgress', holdReason: null }], resolved('14:00')], { reason: 'waiting', groupId: 'A', share: 70 }],
    ['waiting for the requester does not', [born, taken('09:00'), ['10:00', { state: 'onHold', holdReason: 'requester' }], ['12:00', { state: 'inProgress', holdReason: null }], resolved('16:00')], { reason: 'inWork', groupId: 'A', share: 100 }],
    ['three moves before it was due', [born, taken('09:00'), ['09:30', { groupId: 'B' }], ['10:00', { groupId: 'C' }], ['10:30', { groupId: 'B' }], resolved('14:00')], { reason: 'reassigned', groupId: 'B', share: 3 }],
    ['moves after it was due are not the cause', [born, taken('09:00'), ['13:10', { groupId: 'B' }], ['13:20', { groupId: 'C' }], ['13:30', { groupId: 'A' }], resolved('14:00')], { reason: 'inWork', groupId: 'A', share: 100 }],
    ['resolved in time, but not for good', [born, taken('09:00'), resolved('10:00'), ['11:00', { state: 'inProgress' }], resolved('15:00')], { reason: 'reopened', groupId: 'A', share: 80 }],
    ['reopened when it was late already', [born, taken('09:00'), resolved('14:00'), ['14:30', { state: 'inProgress' }], resolved('15:00')], { reason: 'inWork', groupId: 'A', share: 100 }],
  ])('%s', (_name, told, expected) => {
    expect(cause(told)).toEqual(expected);
  });

  test('more than half of the time was gone when it was written down', () => {
    expect(cause([['11:00', { state: 'inProgress', priority: 'P1', groupId: 'A', assigneeId: 'bob' }], resolved('14:00')], '08:00')).toEqual({ reason: 'noticedLate', groupId: 'A', share: 50 });
  });

  test('nights are nobody’s fault: only time that counted is shared out', () => {
    const facts = history([['17:00', { state: 'new', priority: 'P1', groupId: 'A' }]]).facts;
    const later: ClockFact[] = [{ at: '2026-03-03T08:00:00.000Z', seq: 2, set: { state: 'inProgress', assigneeId: 'bob' } }, { at: '2026-03-03T12:00:00.000Z', seq: 3, set: { state: 'resolved' } }];
    expect(missCause({ receivedAt: at('17:00'), facts: [...facts, ...later] }, levels(agreement), 'sla resolution')).toEqual({ reason: 'inWork', groupId: 'A', share: 80 });
  });

  test('nothing is said of a clock whose agreement is gone', () => {
    expect(missCause(history([born, resolved('14:00')]), levels(), 'sla resolution')).toBeUndefined();
  });
});

describe('closed clocks', () => {
  const told = [born, taken('09:30'), resolved('14:00')];
  const stored = evaluateClocks(history(told), levels(agreement));
  const eased = { ...agreement, version: 2, targets: { any: { value: 600, unit: 'minutes' as const } } };
  const added = { ...agreement, id: 'SLA2', metric: 'firstResponse' as const };

  test.each<[string, readonly Agreement[]]>([
    ['eased', [eased]], ['retired', []], ['for others only', [{ ...agreement, conditions: { applies: [[{ field: 'priority', is: ['P4'] }]] } }]],
    ['stopped by something else', [{ ...agreement, conditions: { stop: [[{ field: 'state', is: ['closed'] }]] } }]], ['joined by another', [agreement, added]],
  ])('stay as they were when their agreement is %s, also when the ticket is closed later', (_name, agreements) => {
    for (const facts of [told, [...told, ['15:00', { state: 'closed' }] as Told]]) {
      expect(evaluateClocks(history(facts), levels(...agreements), { frozen: stored })).toEqual(stored);
    }
  });

  test('run again under today’s terms when the ticket is reopened', () => {
    const again = evaluateClocks(history([...told, ['15:00', { state: 'inProgress' }]]), levels(eased), { frozen: stored });
    expect(again).toMatchObject([{ state: 'running', targetMinutes: 600, agreementVersion: 2 }]);
  });

  test('of a promise that is withdrawn while it runs the broken terms before stay on record', () => {
    const retargeted = evaluateClocks(history([born, ['14:00', { priority: 'P4' }]]), levels({ ...agreement, targets: { P1: { value: 240, unit: 'minutes' }, P4: { value: 600, unit: 'minutes' } } }));
    expect(retargeted).toMatchObject([{ state: 'running', previous: [{ because: 'retargeted', isBreached: true }] }]);
    const [left] = evaluateClocks(history([born, ['14:00', { priority: 'P4' }]]), levels(), { frozen: retargeted }) as [ClockView];
    expect(left).toMatchObject({ state: 'none', thresholds: [], previous: retargeted[0]?.previous });
    expect(left).not.toHaveProperty('dueAt');
  });
});

describe('sums', () => {
  const promise = (over: Partial<DecidedPromise>): DecidedPromise => ({
    recordId: 'INC1', metric: 'resolution', agreementId: 'SLA1', at: at('10:00'), isBreached: false, percent: 10, priority: 'P1', group: 'A', service: '', agreement: 'SLA1', ...over,
  });

  test('a hundred percent means all: one miss among ten thousand shows', () => {
    const attainment = createAttainment('group', [at('23:00')]);
    for (let count = 0; count < 9_999; count += 1) attainment.add(promise({}));
    expect(attainment.sums().total.share).toBe(100);
    attainment.add(promise({ isBreached: true }));
    expect(attainment.sums().total).toEqual({ met: 9_999, missed: 1, share: 99.9, nearMisses: 0, downgraded: 0 });
  });

  test('a near miss is met with nine tenths or more; a miss is none', () => {
    const attainment = createAttainment('group', [at('23:00')]);
    for (const over of [{ percent: 89 }, { percent: 90 }, { percent: 100 }, { percent: 100, isBreached: true }]) attainment.add(promise(over));
    expect(attainment.sums().total).toMatchObject({ met: 3, missed: 1, nearMisses: 2 });
  });

  test('the worst row and the most frequent cause come first; a period ends before its end', () => {
    const attainment = createAttainment('group', [at('10:00'), at('12:00')]);
    attainment.add(promise({ group: 'B', at: at('09:59') }));
    attainment.add(promise({ isBreached: true, cause: { reason: 'unassigned', groupId: 'A', share: 60 } }));
    attainment.add(promise({ isBreached: true, cause: { reason: 'inWork', groupId: 'A', share: 60 } }));
    attainment.add(promise({ isBreached: true, cause: { reason: 'inWork', groupId: 'A', share: 90 } }));
    const { periods, groups, causes } = attainment.sums();
    expect(periods).toMatchObject([{ met: 1, missed: 0 }, { met: 0, missed: 3 }]);
    expect(groups.map(({ key, periods: own }) => [key, own.map(({ missed }) => missed)])).toEqual([['A', [0, 3]], ['B', [0, 0]]]);
    expect(causes).toEqual([{ reason: 'inWork', groupId: 'A', count: 2 }, { reason: 'unassigned', groupId: 'A', count: 1 }]);
  });
});

describe('ranges of local days', () => {
  const range = (wanted: Parameters<typeof rangeOf>[0], zone = 'Europe/Berlin'): LocalRange => rangeOf(wanted, '2026-03-30T12:00:00.000Z', zone) as LocalRange;

  test('days begin at local midnight, also when a clock change makes them shorter', () => {
    const { startsAt, periods, step } = range({ from: '2026-03-28', to: '2026-03-30' });
    expect({ step, startsAt, ends: periods.map(({ endsAt }) => endsAt) }).toEqual({
      step: 'day', startsAt: '2026-03-27T23:00:00.000Z', ends: ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z', '2026-03-30T22:00:00.000Z'],
    });
  });

  test('a day that has no midnight begins when it begins', () => {
    const { periods } = range({ from: '2026-04-23', to: '2026-04-25' }, 'Africa/Cairo');
    expect(periods.map(({ from, endsAt }) => [from, endsAt])).toEqual([
      ['2026-04-23', '2026-04-23T22:00:00.000Z'], ['2026-04-24', '2026-04-24T21:00:00.000Z'], ['2026-04-25', '2026-04-25T21:00:00.000Z'],
    ]);
  });

  test('without dates the last ninety days in weeks; long ones in months', () => {
    const usual = range({});
    expect({ step: usual.step, first: usual.periods[0]?.from, last: usual.periods.at(-1)?.to }).toEqual({ step: 'week', first: '2025-12-31', last: '2026-03-30' });
    const year = range({ from: '2025-03-15', to: '2026-03-14' });
    expect({ step: year.step, count: year.periods.length, second: year.periods[1]?.from }).toEqual({ step: 'month', count: 13, second: '2025-04-01' });
  });
});
