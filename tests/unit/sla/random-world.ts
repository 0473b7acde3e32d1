import fc from 'fast-check';
import type { Conditions } from '../../../shared/kernel';
import type { Agreement } from '../../../shared/sla/agreement';
import { CALENDAR_SOURCES, REOPEN_MODES, RETARGET_MODES, UPDATE_MODES, type AgreementConditions, type TargetTime } from '../../../shared/sla/agreement-schema';
import type { Calendar } from '../../../shared/sla/calendar';
import type { Weekly, Window } from '../../../shared/sla/calendar-schema';
import type { Metric } from '../../../shared/sla/clock-views';
import type { World } from './oracle-terms';
import { instantOf } from './oracle-time';

export type Gen = fc.GeneratorValue;

/** Days on which clocks change somewhere (Apia left one out), and an ordinary one. */
const PLACES: readonly (readonly [zone: string, date: string])[] = [
  ['Europe/London', '2026-03-29'], ['Europe/London', '2026-10-25'], ['America/New_York', '2026-03-08'], ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'], ['Australia/Lord_Howe', '2026-10-04'], ['Pacific/Chatham', '2026-04-05'], ['America/St_Johns', '2026-03-08'],
  ['Africa/Cairo', '2026-04-24'], ['Africa/Cairo', '2026-10-30'], ['America/Santiago', '2026-09-06'], ['America/Havana', '2026-03-08'],
  ['Antarctica/Troll', '2026-03-29'], ['Africa/Casablanca', '2026-03-22'], ['Pacific/Apia', '2011-12-30'], ['Asia/Kathmandu', '2026-06-10'],
];
const ZONES = [...new Set(PLACES.map(([zone]) => zone)), 'UTC', 'Asia/Kolkata', 'Asia/Tokyo'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const DAY_MINUTES = 1_440;
const evenly = (max: number): fc.Arbitrary<number> => fc.noBias(fc.integer({ min: 0, max }));
export const pick = <T>(gen: Gen, values: readonly T[]): T => values[upTo(gen, values.length - 1)] as T;
export const upTo = (gen: Gen, max: number): number => gen(evenly, max);
/** One time in `many`. */
export const seldom = (gen: Gen, many: number): boolean => upTo(gen, many - 1) === many - 1;

export interface Anchor {
  readonly zone: string;
  /** Midnight UTC of a day that matters in that zone, in minutes since 1970. */
  readonly day: number;
}

export function randomAnchor(gen: Gen): Anchor {
  const [zone, date] = pick(gen, PLACES);
  return { zone, day: Date.parse(`${date}T00:00:00Z`) / 60_000 };
}

const time = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Up to three windows that neither touch nor overlap, from quarters of an hour. */
function randomWindows(gen: Gen): Window[] {
  const style = upTo(gen, 5);
  if (style === 0) return [['00:00', '24:00']];
  if (style === 1) return [['00:00', '06:00'], ['22:00', '24:00']];
  if (style === 2) return [[time(upTo(gen, 12) * 15), time((13 + upTo(gen, 8)) * 15)]];
  if (style === 3) return [['09:00', '12:30'], ['13:30', '17:00']];
  const cuts = Array.from({ length: 2 * (1 + upTo(gen, 2)) }, () => upTo(gen, 96) * 15);
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  const windows: Window[] = [];
  for (let index = 0; index + 1 < sorted.length; index += 2) windows.push([time(sorted[index] ?? 0), time(sorted[index + 1] ?? 0)]);
  return windows.length > 0 ? windows : [['09:00', '17:00']];
}

const base = { version: 1, createdAt: '2010-01-01T00:00:00.000Z', updatedAt: '2010-01-01T00:00:00.000Z', retired: false };

function randomDates(gen: Gen, { day }: Anchor, max: number): string[] {
  const dates = Array.from({ length: upTo(gen, max) }, () => new Date((day + (upTo(gen, 12) - 4) * DAY_MINUTES) * 60_000).toISOString().slice(0, 10));
  return [...new Set(dates)];
}

function randomCalendar(gen: Gen, id: string, anchor: Anchor): Calendar {
  const zone = seldom(gen, 2) ? pick(gen, ZONES) : anchor.zone;
  if (seldom(gen, 25)) return { ...base, id, name: id, zone, weekly: {} };
  const everyDay = randomWindows(gen);
  const days = seldom(gen, 3) ? WEEKDAYS : WEEKDAYS.filter((_, index) => index < 5 || seldom(gen, 3));
  const weekly: Weekly = Object.fromEntries(days.map((day) => [day, seldom(gen, 6) ? randomWindows(gen) : everyDay]));
  const overrides = Object.fromEntries(randomDates(gen, anchor, 2).map((date) => [date, seldom(gen, 3) ? [] : randomWindows(gen)]));
  return { ...base, id, name: id, zone, weekly, holidays: randomDates(gen, anchor, 2), overrides };
}

function randomCalendars(gen: Gen, anchor: Anchor): Calendar[] {
  const plain = ['CAL1', 'CAL2', 'CAL3'].map((id) => randomCalendar(gen, id, anchor));
  const union: Calendar = { ...base, id: 'CAL4', name: 'union', zone: anchor.zone, weekly: {}, memberIds: seldom(gen, 2) ? ['CAL1', 'CAL2'] : ['CAL3', 'CAL1'] };
  return [...plain.map((calendar, index) => (index === 1 ? { ...calendar, sites: ['north'] } : calendar)), union];
}

const is = (field: string, ...values: string[]): { field: string; is: string[] } => ({ field, is: values });

const APPLIES: readonly (Conditions | undefined)[] = [
  undefined, undefined, undefined,
  [[is('categoryId', 'CAT1')], [is('priority', 'P1')]],
  [[is('groupId', 'GRP1', 'GRP2')]],
  [[is('site', 'north')], [is('department', 'sales')]],
  [[is('isVip', 'true')]],
  [[{ field: 'categoryId', isNot: ['CAT2'] }, is('kind', 'incident')]],
];
const PAUSES: readonly (Conditions | undefined)[] = [
  undefined,
  [[is('state', 'onHold')]],
  [[is('state', 'onHold')]],
  [[is('state', 'onHold', 'awaitingApproval')]],
  [[is('state', 'onHold'), is('holdReason', 'requester', 'vendor')]],
  [[is('state', 'onHold'), { field: 'holdReason', isNot: ['change', ''] }]],
];
const RESETS: readonly (Conditions | undefined)[] = [undefined, undefined, undefined, [[is('assigneeId', 'PER9')]]];
const STARTS: readonly (Conditions | undefined)[] = [undefined, undefined, undefined, [[is('state', 'inProgress', 'onHold')]], [[{ field: 'assigneeId', isNot: [''] }]]];

/** When the clocks of a metric start, pause, stop: the same for all its agreements. */
function randomConditions(gen: Gen, metric: Metric, canPause: boolean): Omit<AgreementConditions, 'applies'> {
  const pause = canPause ? pick(gen, PAUSES) : undefined;
  const reset = pick(gen, RESETS);
  const start = metric === 'resolution' || metric === 'firstResponse' ? pick(gen, STARTS) : undefined;
  return {
    ...(pause && { pause }),
    ...(pause && seldom(gen, 4) && { resume: [[is('state', 'inProgress')]] }),
    ...(reset && { reset }),
    ...(start && { start }),
    ...(seldom(gen, 6) && { stop: [[is('state', 'resolved', 'fulfilled', 'closed', 'awaitingApproval')]] }),
  };
}

function randomTarget(gen: Gen, canEndDays: boolean): TargetTime {
  if (canEndDays && seldom(gen, 3)) return { value: 1 + upTo(gen, 2), unit: 'endOfDays' };
  if (seldom(gen, 4)) return { value: 1 + upTo(gen, 1), unit: 'days' };
  if (seldom(gen, 3)) return { value: (1 + upTo(gen, 11)) / 2, unit: 'hours' };
  return { value: seldom(gen, 3) ? 1 + upTo(gen, 700) : 15 * (1 + upTo(gen, 40)), unit: 'minutes' };
}

/** Sometimes it is for records received from or before the anchor's day only. */
function randomPeriod(gen: Gen, { day }: Anchor): Partial<Pick<Agreement, 'validFrom' | 'validTo'>> {
  const instant = instantOf(day + (upTo(gen, 4) - 2) * 360);
  return seldom(gen, 8) ? { validFrom: instant } : seldom(gen, 8) ? { validTo: instant } : {};
}

interface Family {
  readonly metric: Metric;
  readonly type: Agreement['type'];
  readonly conditions: Omit<AgreementConditions, 'applies'>;
  readonly canEndDays: boolean;
}

function randomAgreement(gen: Gen, id: string, isGeneral: boolean, anchor: Anchor, { metric, type, conditions, canEndDays }: Family): Agreement {
  const applies = isGeneral ? undefined : pick(gen, APPLIES);
  const priorities = ['P1', 'P2', 'P3'].filter(() => !seldom(gen, 4));
  const some = isGeneral || priorities.length === 0 || seldom(gen, 4) ? [...priorities, 'any'] : priorities;
  const all = { ...conditions, ...(applies && { applies }) };
  return {
    ...base,
    ...(isGeneral ? {} : randomPeriod(gen, anchor)),
    id,
    name: id,
    type,
    metric,
    order: 1 + upTo(gen, 2),
    ...(metric === 'periodicUpdate' && { updateMode: pick(gen, UPDATE_MODES) }),
    ...(type === 'ola' && { groupId: pick(gen, ['GRP1', 'GRP2']) }),
    ...(type === 'contract' && seldom(gen, 2) && { supplier: 'Acme' }),
    ...(Object.keys(all).length > 0 && { conditions: all }),
    targets: Object.fromEntries(some.map((priority) => [priority, randomTarget(gen, canEndDays)])),
    dayMinutes: pick(gen, [480, 450]),
    calendarSource: pick(gen, ['fixed', ...CALENDAR_SOURCES]),
    calendarId: pick(gen, ['CAL1', 'CAL2', 'CAL3', 'CAL4']),
    ...(seldom(gen, 4) && { startMode: 'match' as const }),
    retarget: pick(gen, RETARGET_MODES),
    reopen: pick(gen, REOPEN_MODES),
    ladder: [{ percent: pick(gen, [50, 33, 60]), act: 'notify', whom: ['owner'] }, { percent: 120, act: 'notify', whom: ['owner'] }],
  };
}

/** Agreements of one metric mostly start, pause and stop alike. */
function randomFamily(gen: Gen, anchor: Anchor, metric: Metric, type: Agreement['type'], ids: readonly string[]): Agreement[] {
  const canEndDays = type === 'sla' && seldom(gen, 6);
  const family: Family = { metric, type, conditions: randomConditions(gen, metric, !canEndDays), canEndDays };
  return ids.map((id, index) => randomAgreement(gen, id, index === 0 && !seldom(gen, 4), anchor, seldom(gen, 3) ? { ...family, conditions: randomConditions(gen, metric, !canEndDays) } : family));
}

/** An organization and what it promises. */
export function randomWorld(gen: Gen, anchor: Anchor): World {
  const places = (id: string): { id: string; calendarId?: string } => ({ id, ...(seldom(gen, 2) && { calendarId: pick(gen, ['CAL1', 'CAL2', 'CAL3']) }) });
  const other = pick(gen, ['firstResponse', 'nextReply', 'periodicUpdate'] as const);
  return {
    agreements: [
      ...randomFamily(gen, anchor, 'resolution', 'sla', ['SLA1', 'SLA2', 'SLA3'].slice(0, 1 + upTo(gen, 2))),
      ...randomFamily(gen, anchor, other, 'sla', ['SLA4', 'SLA5', 'SLA6'].slice(0, 1 + upTo(gen, 2))),
      ...(seldom(gen, 2) ? randomFamily(gen, anchor, 'resolution', pick(gen, ['ola', 'contract'] as const), ['SLA8']) : []),
    ],
    calendars: randomCalendars(gen, anchor),
    people: [{ id: 'PER1', site: 'north', department: 'sales' }, { id: 'PER2', site: 'south', isVip: true }],
    groups: [places('GRP1'), places('GRP2')],
    categories: [places('CAT0'), { ...places('CAT1'), parentId: 'CAT0' }, places('CAT2')],
    offerings: [{ ...places('OFF1'), categoryId: 'CAT1', targetMinutes: 60 * (1 + upTo(gen, 5)) }, { ...places('OFF2'), categoryId: 'CAT2' }],
  };
}
