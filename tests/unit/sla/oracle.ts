import type { Agreement } from '../../../shared/sla/agreement';
import type { AgreementType, Metric } from '../../../shared/sla/clock-views';
import type { ClockFact, ClockInput } from '../../../shared/sla/facts';
import { close, measure, type Machine, type Row } from './oracle-cycle';
import { oracleLevels, targetMinutes, type Fields, type OracleLevels, type Terms, type World } from './oracle-terms';
import { instantOf, minuteOf } from './oracle-time';

/*
 * The same clocks as the engine's, the slow and plain way (domain.md 5.2): the facts one after the other, every minute
 * between them marked as run or not, everything counted minute by minute. Shares no code with the engine.
 */

export interface OracleClock {
  readonly key: string;
  readonly metric: Metric;
  readonly type: AgreementType;
  readonly agreementId: string;
  readonly calendarId: string;
  readonly priority: string;
  readonly targetMinutes: number;
  readonly startedAt: string;
  readonly state: Machine['phase'] | 'none';
  readonly dueAt?: string;
  readonly stoppedAt?: string;
  readonly pausedSince?: string;
  /** Up to the last fact, and at the instant asked for. */
  readonly usedMinutes: number;
  readonly usedMinutesNow: number;
  readonly isBreachedNow: boolean;
  readonly retargetedAt?: string;
  /** When that percentage of the target is used. */
  readonly thresholdAt: (percent: number) => string | undefined;
  readonly neverOpens: boolean;
  readonly previous: readonly Row[];
}

/** A fact in its place: sorted, clamped to receipt, with the fields before and after it. */
interface Step {
  readonly at: number;
  readonly said: ClockFact['said'];
  readonly before: Fields;
  readonly after: Fields;
  readonly isBirth: boolean;
}

/** What a clock is for: a metric of all SLAs, or one OLA or underpinning contract. */
interface Kind {
  readonly metric: Metric;
  readonly type: AgreementType;
  readonly agreement?: Agreement;
}

function stepsOf({ receivedAt, facts }: ClockInput, asOf: string): Step[] {
  const start = minuteOf(receivedAt);
  const sorted = facts
    .map((fact, index) => ({ fact, index, at: Math.max(minuteOf(fact.at), start) }))
    .filter(({ at }) => at <= minuteOf(asOf))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  let fields: Fields = {};
  return sorted.map(({ fact, at }, index) => {
    const before = fields;
    const kept = Object.entries({ ...before, ...fact.set }).filter(([, value]) => value !== null);
    fields = Object.fromEntries(kept) as Fields;
    return { at, said: fact.said, before, after: fields, isBirth: index === 0 };
  });
}

const STOP = [[{ field: 'state', is: ['resolved', 'fulfilled', 'closed'] }]];
const CANCEL = [[{ field: 'state', is: ['cancelled', 'rejected'] }]];

/** Does the clock of a group or a supplier run at all (rule 13)? */
function isTheirs({ type, agreement }: Kind, fields: Fields): boolean {
  if (type === 'sla' || !agreement) return true;
  if (type === 'ola') return fields.groupId !== undefined && fields.groupId === agreement.groupId;
  const isWithSupplier = fields.state === 'onHold' && fields.holdReason === 'vendor';
  return isWithSupplier && (agreement.supplier === undefined || agreement.supplier === fields.supplier);
}

function walk(machine: Machine, from: number, to: number): void {
  for (let minute = from; minute < to; minute++) machine.ran[minute - machine.receivedAt] = machine.phase === 'running';
}

function startCycle(machine: Machine, at: number): void {
  machine.cycle = { startedAt: at };
  machine.detachedMinutes = 0;
}

/** Rule 10. */
function reopen(machine: Machine, { reopen: mode }: Agreement, at: number, levels: OracleLevels): void {
  const stoppedAt = machine.stoppedAt ?? at;
  if (mode === 'newCycle' && machine.cycle) {
    close(machine, 'newCycle', at, levels);
    startCycle(machine, at);
  }
  if (mode === 'strict') for (let minute = stoppedAt; minute < at; minute++) machine.ran[minute - machine.receivedAt] = true;
  machine.phase = 'running';
  machine.isHeld = false;
  machine.pausedSince = undefined;
}

function message(machine: Machine, kind: Kind, rules: Agreement, { said, at }: Step, levels: OracleLevels): void {
  if (kind.metric !== 'nextReply' && kind.metric !== 'periodicUpdate') return;
  const restarts = kind.metric === 'periodicUpdate' && rules.updateMode !== 'afterRequester';
  if (said === 'agent') {
    close(machine, 'replied', at, levels);
    machine.cycle = undefined;
    machine.hasAgentSpoken = true;
    if (restarts) startCycle(machine, at);
  }
  const isOwedAnAnswer = kind.metric === 'periodicUpdate' || machine.hasAgentSpoken;
  if (said === 'requester' && !machine.cycle && isOwedAnAnswer) startCycle(machine, at);
}

function stop(machine: Machine, phase: 'stopped' | 'cancelled', at: number): void {
  machine.wasPausedAtStop = machine.phase === 'paused';
  machine.phase = phase;
  machine.stoppedAt = at;
}

function setPaused(machine: Machine, isPaused: boolean, at: number): void {
  if (isPaused && machine.phase !== 'paused') {
    machine.pausedSince = machine.resumed?.at === at ? machine.resumed.pausedSince : at;
    machine.phase = 'paused';
  }
  if (!isPaused && machine.phase === 'paused') {
    machine.resumed = machine.pausedSince === at ? undefined : { at, pausedSince: machine.pausedSince ?? at };
    machine.pausedSince = undefined;
    machine.phase = 'running';
  }
}

/** Cancel before stop before reset before pause. */
function phases(machine: Machine, kind: Kind, rules: Agreement, step: Step, levels: OracleLevels): void {
  const { before, after, at } = step;
  const { conditions = {} } = rules;
  if (levels.holds(conditions.cancel ?? CANCEL, after)) return stop(machine, 'cancelled', at);
  message(machine, kind, rules, step, levels);
  const isAnswered = kind.metric === 'firstResponse' && step.said === 'agent';
  if (isAnswered || levels.holds(conditions.stop ?? STOP, after)) {
    if (kind.metric === 'nextReply') {
      close(machine, 'replied', at, levels);
      machine.cycle = undefined;
    }
    machine.isDone = kind.metric === 'firstResponse';
    return stop(machine, 'stopped', at);
  }
  const isReset = conditions.reset && !step.isBirth && !levels.holds(conditions.reset, before) && levels.holds(conditions.reset, after);
  if (isReset && machine.cycle) {
    close(machine, 'reset', at, levels);
    startCycle(machine, at);
  }
  const holds = conditions.pause ? levels.holds(conditions.pause, after) : false;
  machine.isHeld = machine.isHeld && conditions.resume ? !levels.holds(conditions.resume, after) : holds;
  const isHeld = kind.type === 'contract' ? false : machine.isHeld;
  setPaused(machine, isHeld || !isTheirs(kind, after), at);
}

const isClosed = ({ phase }: Machine): boolean => phase === 'stopped' || phase === 'cancelled';

/** Rule 9: the terms at this step, and what a change of them does. */
function retarget(machine: Machine, terms: Terms | undefined, at: number, levels: OracleLevels): void {
  const old = machine.terms;
  if (!machine.cycle || (!old && !terms)) {
    machine.terms = terms;
    if (terms) machine.lastTerms = terms;
    return;
  }
  const { startedAt } = machine.cycle;
  const minutes = (of: Terms): number => targetMinutes(of, startedAt, levels.timeOf);
  const isSame = old && terms && old.agreement.id === terms.agreement.id && old.calendar.id === terms.calendar.id && minutes(old) === minutes(terms);
  if (isSame) {
    machine.terms = terms;
    return;
  }
  if (old) machine.detachedMinutes = close(machine, terms ? 'retargeted' : 'detached', at, levels);
  machine.terms = terms;
  machine.retargetedAt = at;
  if (!terms) return;
  machine.lastTerms = terms;
  const used = machine.detachedMinutes;
  if (terms.agreement.retarget === 'reset') startCycle(machine, at);
  if (terms.agreement.retarget === 'retroactive') machine.cycle = { startedAt };
  if (terms.agreement.retarget === 'carry') machine.cycle = { startedAt, carried: { at, minutes: used } };
}

/** The clock as if this agreement had always counted, up to this step; nothing is kept of what ended. */
function asIfAlways(kind: Kind, agreement: Agreement, steps: readonly Step[], receivedAt: number, levels: OracleLevels): Machine | undefined {
  const first = steps.findIndex(({ after }) => isTheirs(kind, after));
  const last = steps.at(-1);
  if (first < 0 || !last) return undefined;
  const startedAt = kind.type === 'sla' ? receivedAt : (steps[first]?.at ?? receivedAt);
  const machine: Machine = {
    receivedAt, ran: [], phase: 'running', detachedMinutes: 0, isHeld: false, hasAgentSpoken: false, isDone: false, wasPausedAtStop: false, previous: [],
    ...(kind.metric !== 'nextReply' && { cycle: { startedAt } }),
  };
  let walkedTo = receivedAt;
  for (const step of steps.slice(0, -1)) {
    walk(machine, walkedTo, step.at);
    walkedTo = step.at;
    if (machine.phase === 'stopped' && !machine.isDone && !holdsEnd(agreement, step.after, levels)) reopen(machine, agreement, step.at, levels);
    if (!isClosed(machine)) phases(machine, kind, agreement, step, levels);
  }
  walk(machine, walkedTo, last.at);
  return machine;
}

function holdsEnd({ conditions = {} }: Agreement, fields: Fields, levels: OracleLevels): boolean {
  return levels.holds(conditions.stop ?? STOP, fields) || levels.holds(conditions.cancel ?? CANCEL, fields);
}

function simulate(kind: Kind, input: ClockInput, steps: readonly Step[], levels: OracleLevels): Machine | undefined {
  const receivedAt = minuteOf(input.receivedAt);
  const candidates = kind.agreement ? [kind.agreement] : levels.world.agreements.filter(({ type, metric }) => type === 'sla' && metric === kind.metric);
  const ordered = [...candidates].filter(({ retired }) => !retired).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const lookUp = (fields: Fields): Terms | undefined => {
    for (const agreement of ordered) {
      const terms = levels.termsOf(agreement, fields, receivedAt);
      if (terms) return terms;
    }
    return undefined;
  };

  let machine: Machine | undefined;
  let walkedTo = receivedAt;
  for (const [index, step] of steps.entries()) {
    const { at, after } = step;
    if (machine) walk(machine, walkedTo, at);
    walkedTo = at;
    const terms = lookUp(after);
    let isNew = false;
    if (!machine) {
      const { conditions = {}, startMode } = terms?.agreement ?? {};
      if (!terms || (conditions.start && !levels.holds(conditions.start, after))) continue;
      const virtual = asIfAlways(kind, terms.agreement, steps.slice(0, index + 1), receivedAt, levels);
      if (!virtual) continue;
      machine = virtual;
      isNew = true;
      machine.lastTerms = terms;
      if (startMode === 'match' && machine.cycle) startCycle(machine, at);
    }
    const rules = (machine.terms ?? machine.lastTerms)?.agreement;
    if (!rules || machine.isDone) {
      if (isNew) machine = undefined;
      continue;
    }
    if (machine.phase === 'stopped' && !holdsEnd(rules, after, levels)) reopen(machine, rules, at, levels);
    if (isClosed(machine)) {
      if (isNew) machine = undefined;
      continue;
    }
    if (isNew) machine.terms = terms;
    else retarget(machine, terms, at, levels);
    phases(machine, kind, (machine.terms ?? machine.lastTerms)?.agreement ?? rules, step, levels);
  }
  return machine;
}

function report(kind: Kind, machine: Machine, lastFactAt: number, now: number, levels: OracleLevels): OracleClock {
  const { terms, cycle, previous } = machine;
  const known = terms ?? machine.lastTerms;
  if (!known) throw new Error('a clock without terms');
  const common = {
    key: kind.agreement ? `${kind.type} ${kind.metric} ${kind.agreement.id}` : `sla ${kind.metric}`,
    metric: kind.metric, type: kind.type, agreementId: known.agreement.id, calendarId: known.calendar.id, priority: known.priority, previous,
    ...(machine.retargetedAt !== undefined && { retargetedAt: instantOf(machine.retargetedAt) }),
  };
  if (!terms || !cycle) {
    return { ...common, targetMinutes: Number.NaN, startedAt: '', state: 'none', usedMinutes: 0, usedMinutesNow: 0, isBreachedNow: false, thresholdAt: () => undefined, neverOpens: false };
  }
  const { phase, stoppedAt = now } = machine;
  if (phase !== 'stopped' && phase !== 'cancelled') walk(machine, lastFactAt, now);
  const walkedTo = isClosed(machine) ? stoppedAt : now;
  const measured = measure(machine, terms, cycle, walkedTo, phase !== 'paused', levels);
  const { dueAt, neverOpens } = measured;
  const isCountedTo = Math.min(lastFactAt, walkedTo);
  const decisive = phase === 'paused' || (phase === 'stopped' && machine.wasPausedAtStop) ? measured.lastRan : walkedTo;
  const isCancelled = phase === 'cancelled';
  return {
    ...common,
    targetMinutes: measured.targetMinutes,
    startedAt: instantOf(cycle.startedAt),
    state: phase,
    ...(dueAt !== undefined && !isCancelled && { dueAt: instantOf(dueAt) }),
    ...(isClosed(machine) && { stoppedAt: instantOf(stoppedAt) }),
    ...(machine.pausedSince !== undefined && phase === 'paused' && { pausedSince: instantOf(machine.pausedSince) }),
    usedMinutes: measured.elapsed(isCountedTo),
    usedMinutesNow: measured.elapsed(walkedTo),
    isBreachedNow: !isCancelled && dueAt !== undefined && decisive > dueAt,
    thresholdAt(percent) {
      const at = isCancelled ? undefined : measured.reach(Math.ceil((percent * measured.targetMinutes) / 100));
      return at === undefined ? undefined : instantOf(at);
    },
    neverOpens,
  };
}

/** All clocks of a record as of an instant; facts after it do not exist. */
export function oracleClocks(input: ClockInput, world: World, asOf: string): OracleClock[] {
  const levels = oracleLevels(world);
  const steps = stepsOf(input, asOf);
  const metrics = [...new Set(world.agreements.filter(({ type }) => type === 'sla').map(({ metric }) => metric))];
  const kinds: Kind[] = [
    ...metrics.map((metric) => ({ metric, type: 'sla' as const })),
    ...world.agreements.filter(({ type }) => type !== 'sla').map((agreement) => ({ metric: agreement.metric, type: agreement.type, agreement })),
  ];
  const lastFactAt = steps.at(-1)?.at ?? minuteOf(input.receivedAt);
  return kinds.flatMap((kind) => {
    const machine = simulate(kind, input, steps, levels);
    return machine ? [report(kind, machine, lastFactAt, minuteOf(asOf), levels)] : [];
  });
}
