import { evaluateClocks, createServiceLevels, type ClockFact, type ClockInput, type ServiceLevels } from '../../../shared/sla';
import type { Agreement } from '../../../shared/sla/agreement';
import type { Calendar } from '../../../shared/sla/calendar';
import type { Table } from '../table';
import { spent, type Spent } from './cpu';

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;
const TICKETS = 4_000;
const ROUNDS = 9;
const CLOCKS_GOAL = 100_000;

const number = (value: number): string => Math.round(value).toLocaleString('en');

const DAY = [['08:00', '18:00']] as const;
const at = '2025-01-01T00:00:00.000Z';
const entry = (id: string, name: string) => ({ id, name, version: 1, createdAt: at, updatedAt: at, retired: false });

/** Hamburg: a zone with summer time, and two years of public holidays. */
const CALENDAR: Calendar = {
  ...entry('CAL0000001', 'Hamburg'), zone: 'Europe/Berlin', weekly: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
  holidays: [
    '2025-01-01', '2025-04-18', '2025-04-21', '2025-05-01', '2025-05-29', '2025-06-09', '2025-10-03', '2025-10-31', '2025-12-25', '2025-12-26',
    '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-10-03', '2026-10-31', '2026-12-25', '2026-12-26',
  ],
};

const common = { type: 'sla', calendarSource: 'fixed', calendarId: CALENDAR.id, retarget: 'retroactive', reopen: 'continue' } as const;
const targets = (...hours: readonly number[]) => Object.fromEntries(hours.map((value, index) => [`P${index + 1}`, { value, unit: 'hours' as const }]));
const pause = [[{ field: 'state', is: ['onHold'] }, { field: 'holdReason', is: ['requester'] }]];
const ladder = [{ percent: 75, act: 'notify' as const }];

/** All four metrics, each with a warning at three quarters. */
const AGREEMENTS: readonly Agreement[] = [
  { ...entry('SLA0000001', 'First answer'), ...common, metric: 'firstResponse', order: 10, targets: targets(1, 2, 4, 8), ladder },
  { ...entry('SLA0000002', 'Resolution'), ...common, metric: 'resolution', order: 20, targets: targets(4, 8, 30, 50), conditions: { pause }, ladder },
  { ...entry('SLA0000003', 'Next reply'), ...common, metric: 'nextReply', order: 30, targets: targets(2, 4, 8, 16), conditions: { pause }, ladder },
  { ...entry('SLA0000004', 'Updates'), ...common, metric: 'periodicUpdate', updateMode: 'betweenUpdates', order: 40, targets: targets(4, 8, 16, 32), conditions: { pause }, ladder },
];

function benchLevels(): ServiceLevels {
  const nothing = (): undefined => undefined;
  return createServiceLevels({
    agreements: () => AGREEMENTS, calendars: () => [CALENDAR], calendar: () => CALENDAR, person: nothing, group: nothing, category: nothing, offering: nothing,
  });
}

/** What happens to a busy ticket: taken, asked back twice, made more urgent, handed on, answered, resolved and reopened. */
const STORY: readonly Pick<ClockFact, 'set' | 'said'>[] = [
  { set: { kind: 'incident', state: 'new', priority: 'P3', groupId: 'GRP0000001', categoryId: 'CAT0000001', requesterId: 'PER0000001' } },
  { set: { state: 'assigned', assigneeId: 'PER0000002' } },
  { set: { state: 'inProgress' } },
  { said: 'agent' },
  { said: 'requester' },
  { set: { state: 'onHold', holdReason: 'requester' }, said: 'agent' },
  { said: 'requester' },
  { set: { state: 'inProgress', holdReason: null } },
  { set: { priority: 'P2' } },
  { said: 'agent' },
  { set: { groupId: 'GRP0000002', assigneeId: null } },
  { set: { assigneeId: 'PER0000003' } },
  { said: 'requester' },
  { set: { state: 'onHold', holdReason: 'vendor' } },
  { set: { state: 'inProgress', holdReason: null } },
  { said: 'agent' },
  { set: { state: 'onHold', holdReason: 'requester' }, said: 'agent' },
  { set: { state: 'inProgress', holdReason: null }, said: 'requester' },
  { set: { state: 'resolved' } },
  { set: { state: 'inProgress' }, said: 'requester' },
];

/** Tickets of two years, each with its own pace: minutes to days from fact to fact. */
function tickets(): readonly ClockInput[] {
  const from = Date.UTC(2025, 0, 2);
  return Array.from({ length: TICKETS }, (_, index) => {
    let instant = from + index * Math.floor((700 * DAY_MS) / TICKETS);
    const receivedAt = new Date(instant).toISOString();
    const facts = STORY.map((fact, place): ClockFact => {
      if (place > 0) instant += (7 + ((index * 13 + place * 29) % 600)) * MINUTE;
      return { at: new Date(instant).toISOString(), seq: place + 1, ...fact };
    });
    return { receivedAt, facts };
  });
}

/** Clocks computed from scratch, on one core. */
export async function measureClocks(): Promise<Table> {
  const levels = benchLevels();
  const inputs = tickets();
  const rounds: Spent[] = [];
  let clocks = 0;
  for (let round = -2; round < ROUNDS; round += 1) {
    clocks = 0;
    const took = await spent(() => inputs.forEach((input) => (clocks += evaluateClocks(input, levels).length)));
    if (round >= 0) rounds.push(took);
  }
  const rate = (of: keyof Spent): string => {
    const times = rounds.map((round) => round[of]).sort((left, right) => left - right);
    return number(clocks / (times[Math.floor(ROUNDS / 2)] ?? Number.NaN));
  };
  return {
    title: 'Clocks computed from scratch, one core', command: 'npm run bench -- sla',
    columns: ['facts a ticket', 'clocks a ticket', 'clocks per second', 'per second of CPU', 'goal'],
    rows: [[String(STORY.length), (clocks / inputs.length).toFixed(0), rate('wallSeconds'), rate('cpuSeconds'), number(CLOCKS_GOAL)]],
    note: `${TICKETS.toLocaleString('en')} tickets of two years, four metrics with a warning at 75 %, office hours in Hamburg with holidays and summer time; the median of ${ROUNDS} rounds over all of them after two to warm up.`,
  };
}
