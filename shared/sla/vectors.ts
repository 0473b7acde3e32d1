import type { Agreement } from './agreement';
import type { Calendar } from './calendar';
import type { ClockView, ClosedTerms } from './clock-views';
import { traceClocks, type ClockTrace } from './evaluate';
import type { ClockFact, ClockInput } from './facts';
import { createServiceLevels, type ServiceLevels } from './service-levels';
import type { Vector, VectorCalendar, VectorEvent, VectorMetric } from './vector-file';

export { readVectors, type ReadVector, type Vector, type VectorCalendar, type VectorProblem } from './vector-file';

/** What a vector says should come out, in the words of its file. */
export type Expected = Readonly<Record<string, unknown>>;

const MINUTE = 60_000;
const AGREEMENT_ID = 'SLA0000001';
const TYPES: Readonly<Record<VectorMetric, Pick<Agreement, 'type' | 'metric'>>> = {
  resolution: { type: 'sla', metric: 'resolution' },
  firstResponse: { type: 'sla', metric: 'firstResponse' },
  nextReply: { type: 'sla', metric: 'nextReply' },
  ola: { type: 'ola', metric: 'resolution' },
  uc: { type: 'contract', metric: 'resolution' },
};
/** The file's words for what the engine itself knows; every other status is just a text. */
const STATES: Readonly<Record<string, string>> = { on_hold: 'onHold' };
const REASONS: Readonly<Record<string, string>> = { awaiting_vendor: 'vendor' };
const STOPS = ['resolved', 'closed'];
const CANCELS = ['cancelled', 'canceled'];
const REOPEN = { continue: 'continue', new_cycle: 'newCycle', strict: 'strict' } as const;

const stateOf = (status: string): string => STATES[status] ?? status;
/** As the files write instants: without milliseconds where there are none. */
const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');
const instantOrNull = (iso: string | undefined): string | null => (iso === undefined ? null : instant(Date.parse(iso)));
const minutes = (ms: number): number => Math.floor(ms / MINUTE);

/** Born first, whatever its stamp says; then by time, then as written (domain.md 5.4). */
function inOrder(events: readonly VectorEvent[]): readonly VectorEvent[] {
  const others = events.filter(({ type }) => type !== 'created').sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
  return [...events.filter(({ type }) => type === 'created'), ...others];
}

function factOf(event: VectorEvent, seq: number, start: string): ClockFact {
  const { type, at, status = '', priority = '', group = '', reason } = event;
  const held = { state: stateOf(status), holdReason: reason === undefined ? null : (REASONS[reason] ?? reason) };
  // A calendar hangs on the priority here and on the service in Bellhop: the category stands for it.
  const urgent = { priority, categoryId: priority };
  switch (type) {
    case 'created':
      return { at: start, seq, set: { ...held, ...urgent, ...(group !== '' && { groupId: group }) } };
    case 'status':
      return { at, seq, set: held };
    case 'priority':
      return { at, seq, set: urgent };
    case 'group':
      return { at, seq, set: { groupId: group } };
    case 'agent_reply':
    case 'requester_reply':
      return { at, seq, said: type === 'agent_reply' ? 'agent' : 'requester' };
    default:
      return { at, seq };
  }
}

/** The history of a vector as the engine reads it; undefined when the record does not exist yet. */
function inputOf({ events, asOf }: Vector): ClockInput | undefined {
  const ordered = inOrder(events);
  const [created] = ordered;
  if (!created || Date.parse(created.receivedAt ?? created.at) > Date.parse(asOf)) return undefined;
  const receivedAt = created.receivedAt ?? created.at;
  return { receivedAt, facts: ordered.map((event, index) => factOf(event, index + 1, receivedAt)) };
}

const registered = (id: string) => ({ id, name: id, version: 1, createdAt: '', updatedAt: '', retired: false });

function agreementOf(vector: Vector): Agreement {
  const percents = Object.keys((vector.expected.thresholds ?? {})).map(Number).filter((percent) => percent > 0);
  const targets = Object.entries(vector.targets).flatMap(([priority, target]) => (target ? [[priority, { value: target.minutes, unit: 'minutes' }] as const] : []));
  return {
    ...registered(AGREEMENT_ID),
    ...TYPES[vector.metric],
    ...(vector.metric === 'ola' && { groupId: vector.group ?? '' }),
    order: 1,
    targets: Object.fromEntries(targets),
    conditions: {
      stop: [[{ field: 'state', is: STOPS }]],
      cancel: [[{ field: 'state', is: CANCELS }]],
      pause: [[{ field: 'state', is: vector.pauseStatuses.map(stateOf) }]],
    },
    ladder: percents.map((percent) => ({ percent, act: 'notify' })),
    calendarSource: 'service',
    calendarId: '',
    retarget: vector.retarget,
    // Minutes before there was a target are measured only where the whole history is.
    startMode: vector.retarget === 'retroactive' ? 'received' : 'match',
    reopen: REOPEN[vector.reopen],
  };
}

function calendarOf(id: string, { timeZone, weekly, holidays, overrides, union }: VectorCalendar): Calendar {
  return { ...registered(id), zone: timeZone, weekly, holidays, overrides, ...(union && { memberIds: union }) };
}

/** A calendar of its own for each priority, so that every change of priority is a re-target, even one to equal terms. */
function levelsOf(vector: Vector, calendars: ReadonlyMap<string, VectorCalendar>): ServiceLevels {
  const known = new Map([...calendars].map(([id, calendar]) => [id, calendarOf(id, calendar)] as const));
  const ofPriority = new Map(
    Object.entries(vector.targets).flatMap(([priority, target]) => {
      const calendar = target && calendars.get(target.calendar);
      return calendar ? [[priority, calendarOf(`of priority ${priority}`, calendar)] as const] : [];
    }),
  );
  const byId = new Map([...known.values(), ...ofPriority.values()].map((calendar) => [calendar.id, calendar]));
  const nothing = (): undefined => undefined;
  return createServiceLevels({
    agreements: () => [agreementOf(vector)],
    calendars: () => byId.values(),
    calendar: (id) => byId.get(id ?? ''),
    category: (priority) => {
      const calendar = ofPriority.get(priority ?? '');
      return calendar && { calendarId: calendar.id };
    },
    person: nothing,
    group: nothing,
    offering: nothing,
  });
}

interface Standing {
  readonly clock: string;
  readonly priority: string;
  readonly targetMinutes: number;
  readonly usedMs: number;
  readonly dueAt: string | null;
  readonly isBreached: boolean;
}

function expectedOf({ clock, priority, targetMinutes, usedMs, dueAt, isBreached }: Standing): Expected {
  const elapsedMinutes = minutes(usedMs);
  return {
    clock, priority, targetMinutes, elapsedMinutes,
    remainingMinutes: targetMinutes - elapsedMinutes,
    percentElapsed: Math.floor((elapsedMinutes * 1_000) / targetMinutes) / 10,
    dueAt,
    breached: isBreached,
    breachedAt: isBreached ? dueAt : null,
  };
}

function isBroken({ state, dueAt, isBreached }: ClockView, asOf: number): boolean {
  return isBreached ?? (state === 'running' && dueAt !== undefined && asOf > Date.parse(dueAt));
}

function standingOf({ view, usedAt }: ClockTrace, asOf: number): Expected {
  const { state, priority, targetMinutes, dueAt } = view;
  const isCanceled = state === 'cancelled';
  return expectedOf({
    clock: state, priority, targetMinutes,
    usedMs: usedAt(asOf),
    dueAt: isCanceled ? null : instantOrNull(dueAt),
    isBreached: !isCanceled && isBroken(view, asOf),
  });
}

/** Instants of the thresholds that the vector asks for; null for those that are not known while the clock is paused. */
function thresholdsOf({ view }: ClockTrace, { expected }: Vector): Expected {
  if (typeof expected.thresholds !== 'object' || expected.thresholds === null) return {};
  const found = Object.keys(expected.thresholds).map((percent) => [percent, instantOrNull(view.thresholds.find((entry) => String(entry.percent) === percent)?.at)]);
  return { thresholds: Object.fromEntries(found) as unknown };
}

const endedCycle = ({ startedAt, endedAt, usedMinutes, dueAt, isBreached }: ClosedTerms): Expected => ({
  startAt: instantOrNull(startedAt), stopAt: instantOrNull(endedAt), elapsedMinutes: usedMinutes, dueAt: instantOrNull(dueAt), breached: isBreached,
});

function cyclesOf(trace: ClockTrace | undefined, asOf: number): Expected {
  if (!trace) return { clock: 'none', cycles: [] };
  const { view } = trace;
  const ended = view.previous.filter(({ because }) => because === 'replied').map(endedCycle);
  const isOpen = view.state === 'running' || view.state === 'paused';
  const open = isOpen
    ? [{ startAt: instantOrNull(view.startedAt), stopAt: null, elapsedMinutes: minutes(trace.usedAt(asOf)), dueAt: instantOrNull(view.dueAt), breached: isBroken(view, asOf) }]
    : [];
  const clock = isOpen || view.state === 'cancelled' ? view.state : ended.length > 0 ? 'stopped' : 'none';
  return { clock, cycles: [...ended, ...open] };
}

/** A group or supplier that has not had the record: its clock stands at nothing, or has ended there with the record. */
function notBegun(vector: Vector, input: ClockInput, levels: ServiceLevels, asOf: number): Expected {
  const known = input.facts.filter(({ at }) => Date.parse(at) <= asOf);
  const priority = known.findLast(({ set }) => set?.priority)?.set?.priority ?? '';
  const target = vector.targets[priority];
  const open = levels.calendarFor(levels.agreements[0] as Agreement, { priority, categoryId: priority });
  if (!target || !open) return { clock: 'none' };
  const states = known.filter(({ set }) => set?.state);
  const state = states.at(-1)?.set?.state ?? '';
  const clock = CANCELS.includes(state) ? 'cancelled' : STOPS.includes(state) ? 'stopped' : 'paused';
  // Closed after it was resolved: it stopped when it was resolved.
  const ended = states[states.findLastIndex(({ set }) => !STOPS.includes(set?.state ?? '')) + 1];
  const stoppedAt = Math.max(Date.parse(input.receivedAt), Date.parse(ended?.at ?? input.receivedAt));
  const due = clock === 'stopped' ? open.time.after(stoppedAt, target.minutes * MINUTE) : undefined;
  return expectedOf({ clock, priority, targetMinutes: target.minutes, usedMs: 0, dueAt: due === undefined ? null : instant(due), isBreached: false });
}

/** What the engine says about a vector, in the shape of the vector's own `expected`. */
export function evaluateVector(vector: Vector, calendars: ReadonlyMap<string, VectorCalendar>): Expected {
  const isCyclic = vector.metric === 'nextReply';
  const input = inputOf(vector);
  if (!input) return isCyclic ? { clock: 'none', cycles: [] } : { clock: 'none' };
  const levels = levelsOf(vector, calendars);
  const asOf = Date.parse(vector.asOf);
  const [trace] = traceClocks(input, levels, new Date(asOf).toISOString());
  if (isCyclic) return cyclesOf(trace, asOf);
  if (!trace) return vector.metric === 'ola' || vector.metric === 'uc' ? notBegun(vector, input, levels, asOf) : { clock: 'none' };
  if (trace.view.state === 'none') return { clock: 'none' };
  return { ...standingOf(trace, asOf), ...thresholdsOf(trace, vector) };
}

/** Is everything that the vector expects so? Instants may be written in any way; what it does not say is not compared. */
export function meetsExpected(expected: unknown, found: unknown): boolean {
  if (Array.isArray(expected)) {
    return Array.isArray(found) && found.length === expected.length && expected.every((entry, index) => meetsExpected(entry, found[index]));
  }
  if (typeof expected === 'object' && expected !== null) {
    const has = (found ?? {}) as Expected;
    return Object.entries(expected).every(([name, value]) => name === 'dueLocal' || meetsExpected(value, has[name]));
  }
  if (typeof expected === 'string' && typeof found === 'string' && expected !== found) return Date.parse(expected) === Date.parse(found);
  return expected === found;
}
