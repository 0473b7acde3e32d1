// If this fails, people change a promise because of figures that are not true, or miss the tickets it would break.
import { attainment, createReplay, createServiceLevels, evaluateClocks, outcomeOf, type ClockFact, type ClockView, type ReplayTicket, type ServiceLevels } from '../../../shared/sla';

const NOW = '2026-03-06T12:00:00.000Z';
const DAY = [['09:00', '17:00']] as const;
const entry = (id: string) => ({ id, version: 1, createdAt: NOW, updatedAt: NOW, retired: false });
const nothing = (): undefined => undefined;

const OFFICE = { ...entry('CAL0000001'), name: 'Office', zone: 'Europe/London', weekly: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY } };
const AGREEMENT = {
  ...entry('SLA0000001'), name: 'Resolution', type: 'sla', metric: 'resolution', order: 1, calendarSource: 'fixed', calendarId: OFFICE.id,
  retarget: 'retroactive', reopen: 'continue', targets: { P3: { value: 4, unit: 'hours' } },
} as const;

type Changes = Partial<Omit<typeof AGREEMENT, 'targets' | 'reopen' | 'metric'>> & { targets?: object; conditions?: object; reopen?: string; metric?: string; version?: number };

/** Without any agreement for `null`. */
function levels(changes: Changes | null = {}, calendar: object = OFFICE): ServiceLevels {
  return createServiceLevels({
    agreements: () => (changes ? [{ ...AGREEMENT, ...changes } as never] : []),
    calendars: () => [calendar as never],
    calendar: () => calendar as never,
    person: nothing, group: nothing, category: nothing, offering: nothing,
  });
}

/** A ticket of Monday at nine, and what happened to it afterwards. */
const born = (set: ClockFact['set'] = {}): ClockFact => ({ at: '2026-03-02T09:00:00.000Z', seq: 1, set: { state: 'new', priority: 'P3', ...set } });
const then = (at: string, state: string, set: ClockFact['set'] = {}): ClockFact => ({ at: `2026-03-${at}:00.000Z`, seq: 2, set: { state, ...set } });
const clocks = (facts: readonly ClockFact[], terms: ServiceLevels): readonly ClockView[] => evaluateClocks({ receivedAt: '2026-03-02T09:00:00.000Z', facts }, terms);

const ticket = (more: Partial<ReplayTicket> = {}): ReplayTicket => ({ id: 'INC0000001', title: 'VPN', priority: 'P3', groupId: 'GRP0000001', isOpen: false, isReadable: true, ...more });

/** One ticket through the replay. */
function replayed(facts: readonly ClockFact[], proposed: ServiceLevels, more: Partial<ReplayTicket> = {}, today = levels(), asItWas = clocks(facts, today)) {
  const replay = createReplay(NOW);
  replay.take(ticket(more), { asItWas, today: clocks(facts, today), proposed: clocks(facts, proposed) });
  return replay.figures();
}

const RESOLVED_AT_TWELVE = [born(), then('02T12:00', 'resolved')];
const OPEN_SINCE_MONDAY = [born()];

describe('what came of a promise', () => {
  test.each<[string, readonly ClockFact[], Changes, string]>([
    ['resolved in time', RESOLVED_AT_TWELVE, {}, 'met'],
    ['resolved too late', [born(), then('02T16:00', 'resolved')], {}, 'missed'],
    ['still open, in time', OPEN_SINCE_MONDAY, { targets: { P3: { value: 60, unit: 'hours' } } }, 'open'],
    ['still open, too late', OPEN_SINCE_MONDAY, {}, 'missed'],
    ['canceled', [born(), then('02T16:00', 'cancelled')], {}, 'none'],
    ['no target for its priority', [born(), then('02T10:00', 'new', { priority: 'P5' })], {}, 'none'],
    ['on hold in time', [born(), then('02T10:00', 'onHold')], { conditions: { pause: [[{ field: 'state', is: ['onHold'] }]] } }, 'open'],
    ['on hold too late', [born(), then('02T15:00', 'onHold')], { conditions: { pause: [[{ field: 'state', is: ['onHold'] }]] } }, 'missed'],
  ])('%s', (_name, facts, changes, outcome) => expect(outcomeOf(clocks(facts, levels(changes))[0], NOW)).toBe(outcome));

  test('the worst of several rounds decides', () => {
    const facts = [born(), then('02T16:00', 'resolved'), then('03T10:00', 'inProgress'), then('03T11:00', 'resolved')];
    expect(outcomeOf(clocks(facts, levels({ reopen: 'newCycle' }))[0], NOW)).toBe('missed');
    expect(outcomeOf(clocks(facts.filter((_fact, index) => index !== 1), levels({ reopen: 'newCycle' }))[0], NOW)).toBe('missed');
  });

  test('nothing decided is no percentage', () => {
    expect(attainment({ met: 0, missed: 0, open: 9 })).toBeUndefined();
    expect(attainment({ met: 3, missed: 1, open: 9 })).toBe(75);
  });
});

describe('what would change', () => {
  test('the same terms change nothing', () => {
    for (const facts of [RESOLVED_AT_TWELVE, OPEN_SINCE_MONDAY, [born(), then('02T10:00', 'onHold')]]) {
      const { changes, counts, decidedOtherwise } = replayed(facts, levels());
      expect({ changes, decidedOtherwise, counted: Object.values(counts).some(({ open, ended }) => open + ended > 0) }).toEqual({ changes: [], decidedOtherwise: 0, counted: false });
    }
  });

  test('a shorter target turns a kept promise into a missed one, and says by what', () => {
    const { changes, counts, total, byPriority, byGroup } = replayed(RESOLVED_AT_TWELVE, levels({ targets: { P3: { value: 2, unit: 'hours' } } }));
    expect(counts.toMissed).toEqual({ open: 0, ended: 1 });
    expect(changes).toEqual([
      expect.objectContaining({
        kind: 'toMissed', id: 'INC0000001', isOpen: false, key: 'sla resolution', because: ['target'],
        before: expect.objectContaining({ outcome: 'met', targetMinutes: 240, usedMinutes: 180, dueAt: '2026-03-02T13:00:00.000Z' }),
        after: expect.objectContaining({ outcome: 'missed', targetMinutes: 120, usedMinutes: 180, dueAt: '2026-03-02T11:00:00.000Z' }),
      }),
    ]);
    const row = { type: 'sla', metric: 'resolution', asItWas: { met: 1, missed: 0, open: 0 }, today: { met: 1, missed: 0, open: 0 }, proposed: { met: 0, missed: 1, open: 0 } };
    expect({ total, byPriority, byGroup }).toEqual({ total: [row], byPriority: [{ ...row, of: 'P3' }], byGroup: [{ ...row, of: 'GRP0000001' }] });
  });

  const HOURS = (value: number) => ({ targets: { P3: { value, unit: 'hours' } } });
  const PAUSED = { conditions: { pause: [[{ field: 'state', is: ['onHold'] }]] } };
  const HELD = [born(), then('02T10:00', 'onHold')];
  test.each<[string, readonly ClockFact[], ServiceLevels, ServiceLevels, object]>([
    ['an open ticket is late at once', OPEN_SINCE_MONDAY, levels(HOURS(60)), levels(HOURS(3)), { kind: 'toMissed', because: ['target'] }],
    ['a pause saves a ticket', HELD, levels(), levels(PAUSED), { kind: 'toMet', because: ['terms'] }],
    ['a calendar that has changed is a reason, too', RESOLVED_AT_TWELVE, levels(), levels(HOURS(2), { ...OFFICE, version: 2 }), { kind: 'toMissed', because: ['target', 'calendar'] }],
    ['an agreement that ends is a promise less', RESOLVED_AT_TWELVE, levels(), levels(null), { kind: 'lost', because: ['agreement'] }],
    ['a new agreement is a promise more', RESOLVED_AT_TWELVE, levels(null), levels(), { kind: 'gained', because: ['agreement'] }],
  ])('%s', (_name, facts, today, proposed, change) => {
    expect(replayed(facts, proposed, { isOpen: facts !== RESOLVED_AT_TWELVE }, today).changes).toEqual([expect.objectContaining(change)]);
  });

  test('an open ticket that is due at another time moves', () => {
    const today = levels({ targets: { P3: { value: 60, unit: 'hours' } } });
    const { changes, counts } = replayed(OPEN_SINCE_MONDAY, levels({ targets: { P3: { value: 50, unit: 'hours' } } }), { isOpen: true }, today);
    expect(counts.moved).toEqual({ open: 1, ended: 0 });
    expect(changes[0]).toMatchObject({ kind: 'moved', before: { outcome: 'open' }, after: { outcome: 'open' } });
  });

  test('what was decided then stays what it was, even where today’s terms say otherwise', () => {
    const then_ = clocks(RESOLVED_AT_TWELVE, levels({ targets: { P3: { value: 1, unit: 'hours' } } }));
    const figures = replayed(RESOLVED_AT_TWELVE, levels(), {}, levels(), then_);
    expect(figures).toMatchObject({ decidedOtherwise: 1, counts: { toMet: { ended: 1 } } });
    expect(figures.total[0]).toMatchObject({ asItWas: { missed: 1 }, today: { met: 1 }, proposed: { met: 1 } });
  });

  test('tickets that the reader may not see are counted and not listed', () => {
    const { changes, counts } = replayed(RESOLVED_AT_TWELVE, levels({ targets: { P3: { value: 2, unit: 'hours' } } }), { isReadable: false });
    expect({ changes, counts: counts.toMissed }).toEqual({ changes: [], counts: { open: 0, ended: 1 } });
  });

  test('thousands of changes are counted, a few listed, those that are open first', () => {
    const replay = createReplay(NOW, 3);
    const proposed = clocks(RESOLVED_AT_TWELVE, levels({ targets: { P3: { value: 2, unit: 'hours' } } }));
    const before = clocks(RESOLVED_AT_TWELVE, levels());
    for (let index = 0; index < 5_000; index += 1) replay.take(ticket({ id: `INC${index}`, isOpen: index >= 4_990 }), { asItWas: before, today: before, proposed });
    const { changes, counts, tickets } = replay.figures();
    expect({ tickets, counts: counts.toMissed }).toEqual({ tickets: { ended: 4_990, open: 10 }, counts: { open: 10, ended: 4_990 } });
    expect(changes.map(({ id }) => id)).toEqual(['INC4990', 'INC4991', 'INC4992', 'INC0', 'INC1', 'INC2']);
  });

  test('a calendar that never opens is told', () => {
    expect(replayed(OPEN_SINCE_MONDAY, levels({}, { ...OFFICE, weekly: {} }), { isOpen: true })).toMatchObject({ neverOpens: 1, total: [{ proposed: { open: 1 } }] });
  });
});

describe('beside the verdicts of another tool', () => {
  test('every combination is counted by priority, and the target that agrees best is found', () => {
    const replay = createReplay(NOW);
    const hours = [1, 2, 3, 5, 6];
    hours.forEach((hour, index) => {
      const facts = [born(), then(`02T${String(9 + hour).padStart(2, '0')}:00`, 'resolved')];
      const terms = levels({ targets: { P3: { value: 2, unit: 'hours' } } });
      replay.take(ticket({ id: `INC${index}`, verdict: hour <= 5 && hour !== 1 }), { asItWas: [], today: [], proposed: clocks(facts, terms) });
    });
    expect(replay.figures().comparison).toEqual([
      { priority: 'P3', bothMet: 1, onlyOursMet: 1, onlyTheirsMet: 2, bothMissed: 1, best: { targetMinutes: 300, same: 4 } },
    ]);
  });

  test('without verdicts there is nothing to compare', () => {
    expect(replayed(RESOLVED_AT_TWELVE, levels())).not.toHaveProperty('comparison');
  });
});
