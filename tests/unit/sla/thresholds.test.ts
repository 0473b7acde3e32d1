// If this fails, warnings come twice, never or in the wrong order, or an escalation moves a ticket to and fro for ever.
import fc from 'fast-check';
import { createDesk } from '../../../shared/app/desk';
import { record } from '../../../shared/app';
import { systemActor, type Summary } from '../../../shared/kernel';
import { dueThresholds, nextThresholdAt, withPassed, type ClockView, type PassedThreshold } from '../../../shared/sla';
import { foldTicket, ticketActions, type RecordedTicketEvent, type Ticket, type TicketEvent } from '../../../shared/tickets';
import { clocksOf, deriveTicket } from '../../../shared/tickets/ticket-derive';

const time = (hour: number, minute = 0): string => new Date(Date.UTC(2026, 2, 2, hour, minute)).toISOString();

/** Four hours from eight o'clock: 75 % at eleven, 90 % at 11:36, due at noon. */
const running: ClockView = {
  key: 'sla resolution', metric: 'resolution', type: 'sla', agreementId: 'SLA0000001', agreementVersion: 1, calendarId: 'CAL0000001', calendarVersion: 1,
  priority: 'P3', targetMinutes: 240, startedAt: time(8), state: 'running', dueAt: time(12), usedMinutes: 0, previous: [],
  thresholds: [{ percent: 75, at: time(11) }, { percent: 90, at: time(11, 36) }, { percent: 100, at: time(12) }],
};
const noticed = (percent: number, at: string, dueAt = at): PassedThreshold => ({ key: running.key, percent, agreementId: running.agreementId, at, dueAt });
const dueAt = (clock: ClockView, passed: readonly PassedThreshold[], now: string): readonly number[] =>
  dueThresholds({ clocks: [clock], passed }, now).map(({ percent }) => percent);

describe('thresholds of one clock', () => {
  test('are due when they are reached; the promise is broken only after its due time', () => {
    expect(dueAt(running, [], time(10, 59))).toEqual([]);
    expect(dueAt(running, [], time(11))).toEqual([75]);
    expect(dueAt(running, [], time(12))).toEqual([75, 90]);
    expect(dueAt(running, [], '2026-03-02T12:00:00.001Z')).toEqual([75, 90, 100]);
  });

  test('are looked at exactly then, one after the other, and never again', () => {
    expect(nextThresholdAt({ clocks: [running], passed: [] })).toBe(time(11));
    expect(nextThresholdAt({ clocks: [running], passed: [noticed(75, time(11))] })).toBe(time(11, 36));
    expect(nextThresholdAt({ clocks: [running], passed: [noticed(75, time(11)), noticed(90, time(11, 36))] })).toBe('2026-03-02T12:00:00.001Z');
    expect(nextThresholdAt({ clocks: [running], passed: [75, 90, 100].map((percent) => noticed(percent, time(13))) })).toBeUndefined();
  });

  test('are armed anew when they move to later, not when they move to earlier', () => {
    const later = { ...running, thresholds: [{ percent: 75, at: time(14) }] };
    expect(dueAt(later, [noticed(75, time(11))], time(15))).toEqual([75]);
    const earlier = { ...running, thresholds: [{ percent: 75, at: time(9) }] };
    expect(dueAt(earlier, [noticed(75, time(11))], time(15))).toEqual([]);
  });

  test.each<[string, Partial<ClockView>, readonly number[]]>([
    ['paused before: none', { state: 'paused', pausedSince: time(10), thresholds: [] }, []],
    ['paused after the first: that one, late', { state: 'paused', pausedSince: time(11, 10) }, [75]],
    ['stopped exactly at due: kept', { state: 'stopped', stoppedAt: time(12) }, [75, 90]],
    ['stopped later: broken', { state: 'stopped', stoppedAt: time(12, 1) }, [75, 90, 100]],
    ['canceled: none', { state: 'cancelled', stoppedAt: time(13) }, []],
    ['nothing owed: none', { state: 'none' }, []],
  ])('%s', (_name, change, expected) => {
    expect(dueAt({ ...running, ...change }, [], time(20))).toEqual(expected);
  });

  test('come in the order of instants over all clocks of a ticket', () => {
    const response: ClockView = { ...running, key: 'sla firstResponse', metric: 'firstResponse', thresholds: [{ percent: 75, at: time(9) }, { percent: 100, at: time(11, 30) }] };
    const due = dueThresholds({ clocks: [running, response], passed: [] }, time(13));
    expect(due.map(({ clock, percent }) => `${clock.metric} ${percent}`)).toEqual([
      'firstResponse 75', 'resolution 75', 'firstResponse 100', 'resolution 90', 'resolution 100',
    ]);
  });

  test('that were reached before somebody watched are left out', () => {
    expect(dueThresholds({ clocks: [running], passed: [], from: time(11, 10) }, time(13)).map(({ percent }) => percent)).toEqual([90, 100]);
  });

  test('are remembered once each', () => {
    const passed = withPassed(withPassed([noticed(75, time(11))], noticed(90, time(12))), noticed(75, time(15)));
    expect(passed).toEqual([noticed(90, time(12)), noticed(75, time(15))]);
  });
});

const GROUPS = ['GRP0000001', 'GRP0000002', 'GRP0000003'] as const;
const ALL_DAY = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]));
const BIRTH = Date.UTC(2026, 2, 2, 8);

interface AnyAgreement {
  readonly groupIds: readonly string[] | undefined;
  readonly retarget: string;
  readonly hours: readonly number[];
  readonly ladder: readonly { readonly percent: number; readonly act: string; readonly groupId?: string }[];
}

const step = fc.oneof(
  fc.record({ percent: fc.constantFrom(25, 50, 75, 90, 100, 150), act: fc.constant('raisePriority') }),
  fc.record({ percent: fc.constantFrom(25, 50, 75, 90, 100, 150), act: fc.constant('reassign'), groupId: fc.constantFrom(...GROUPS) }),
);
const agreement: fc.Arbitrary<AnyAgreement> = fc.record({
  groupIds: fc.option(fc.subarray([...GROUPS], { minLength: 1 }), { nil: undefined }),
  retarget: fc.constantFrom('retroactive', 'carry', 'reset'),
  hours: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 4 }),
  ladder: fc.array(step, { minLength: 1, maxLength: 6 }),
});

function directoryOf(agreements: readonly AnyAgreement[]) {
  const desk = createDesk();
  const at = new Date(BIRTH - 1).toISOString();
  const put = (practice: string, entry: Record<string, unknown> & { id: string }): void => {
    const summary = { version: 1, createdAt: at, updatedAt: at, retired: false, ...entry, practice } as unknown as Summary;
    desk.apply({ practice, id: entry.id, version: 1, active: true, summary, types: [], at, by: 'system' });
  };
  for (const id of GROUPS) put('groups', { id, name: id });
  put('calendars', { id: 'CAL0000001', name: '24x7', zone: 'UTC', weekly: ALL_DAY });
  for (const [index, { groupIds, hours, ...rest }] of agreements.entries()) {
    put('agreements', {
      ...rest, id: `SLA000000${index + 1}`, name: `Agreement ${index + 1}`, type: 'sla', metric: 'resolution', order: index + 1, reopen: 'continue',
      calendarSource: 'fixed', calendarId: 'CAL0000001',
      targets: Object.fromEntries(hours.map((value, place) => [`P${place + 1}`, { value, unit: 'hours' }])),
      ...(groupIds && { conditions: { applies: [[{ field: 'groupId', is: groupIds }]] } }),
    });
  }
  return desk.directory;
}

type Directory = ReturnType<typeof directoryOf>;
const passThresholds = ticketActions.find(({ name }) => name === 'tickets.passThresholds');

function append(ticket: Ticket | undefined, events: readonly TicketEvent[], at: string): { ticket: Ticket; history: readonly RecordedTicketEvent[] } {
  const history = record(events, { id: 'INC0000001', version: ticket?.version ?? 0, at, action: 'tickets.passThresholds', actor: systemActor('job') });
  return { history, ticket: history.reduce<Ticket | undefined>((state, entry) => foldTicket(state, entry), ticket) as Ticket };
}

function born(): Ticket {
  const report: TicketEvent = {
    type: 'TicketReported', state: 'new', files: [], kind: 'incident', title: 'VPN drops', description: '', requesterName: 'Alice', impact: 3, urgency: 3, priority: 'P4',
    isRestricted: false, receivedAt: new Date(BIRTH).toISOString(), groupId: GROUPS[0],
  };
  return append(undefined, [report], new Date(BIRTH).toISOString()).ticket;
}

/** Looks until nothing is due any more; returns the history of it. */
function sweep(before: Ticket, config: Directory, now: string): { ticket: Ticket; passes: readonly (readonly RecordedTicketEvent[])[] } {
  const passes: (readonly RecordedTicketEvent[])[] = [];
  let ticket = before;
  for (;;) {
    const context = { actor: systemActor('job'), now, config, files: [], others: new Map(), links: [], extra: { clocks: clocksOf(ticket, config.serviceLevels()) } };
    const decided = (passThresholds?.decide as (...args: unknown[]) => { events: TicketEvent[] } | { refused: { code: string } })(ticket, {}, context);
    if ('refused' in decided) {
      expect(decided.refused.code).toBe('kernel.notDue');
      return { ticket, passes };
    }
    const next = append(ticket, decided.events, now);
    passes.push(next.history);
    // Each pass ends something: a threshold that is due, or a step that is not yet done.
    expect(passes.length).toBeLessThan(20);
    ticket = next.ticket;
  }
}

type Noticed = RecordedTicketEvent & { readonly event: Extract<TicketEvent, { type: 'ThresholdPassed' }> };
const isNotice = (entry: RecordedTicketEvent): entry is Noticed => entry.event.type === 'ThresholdPassed';

test('whatever the ladders say and whenever somebody looks, it ends, in order, each threshold once and each step once', () => {
  fc.assert(
    fc.property(fc.array(agreement, { minLength: 1, maxLength: 3 }), fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 8 }), (agreements, gaps) => {
      const config = directoryOf(agreements);
      let ticket = born();
      let now = BIRTH;
      const all: RecordedTicketEvent[] = [];
      for (const gap of gaps) {
        now += gap * 60_000;
        const swept = sweep(ticket, config, new Date(now).toISOString());
        ticket = swept.ticket;
        for (const pass of swept.passes) {
          const notices = pass.filter(isNotice).map(({ event }) => event.dueAt);
          expect(notices).toEqual([...notices].sort());
          expect(pass.some(isNotice)).toBe(true);
          all.push(...pass);
        }
        const timer = deriveTicket(ticket, config).timers.find(({ what }) => what === 'threshold');
        if (timer) expect(Date.parse(timer.at)).toBeGreaterThan(now);
      }
      const notices = all.filter(isNotice);
      for (const [index, { event, at }] of notices.entries()) {
        expect(event.dueAt <= at).toBe(true);
        // The same one again only when new terms have moved it to later than it was noticed.
        const before = notices.slice(0, index).findLast((other) => other.event.key === event.key && other.event.percent === event.percent);
        if (before) expect(event.dueAt > before.at).toBe(true);
      }
      const steps = agreements.reduce((sum, { ladder }) => sum + ladder.length, 0);
      expect(all.length - notices.length).toBeLessThanOrEqual(steps);
      expect(all.filter(({ event }) => event.type === 'PriorityOverridden').length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 200 },
  );
});

test('two groups that hand a ticket to each other do it once each', () => {
  const ladder = (groupId: string) => [{ percent: 50, act: 'reassign', groupId }];
  const config = directoryOf([
    { groupIds: [GROUPS[0]], retarget: 'reset', hours: [4, 4, 4, 4], ladder: ladder(GROUPS[1]) },
    { groupIds: [GROUPS[1]], retarget: 'reset', hours: [4, 4, 4, 4], ladder: ladder(GROUPS[0]) },
  ]);
  let ticket = born();
  const moves: string[] = [];
  for (let hour = 1; hour <= 48; hour += 1) {
    const swept = sweep(ticket, config, new Date(BIRTH + hour * 3_600_000).toISOString());
    ticket = swept.ticket;
    moves.push(...swept.passes.flat().flatMap(({ event }) => (event.type === 'TicketAssigned' ? [event.groupId] : [])));
  }
  expect(moves).toEqual([GROUPS[1], GROUPS[0]]);
});
