import type { AgreementType, Metric } from '../../../shared/sla/clock-views';
import type { ClockInput } from '../../../shared/sla/facts';
import { isClosed, measure, pass, type Kind, type Phase, type Row, type Step } from './oracle-cycle';
import { runOracle, type Machine } from './oracle-run';
import { oracleLevels, type Fields, type OracleLevels, type World } from './oracle-terms';
import { instantOf, minuteOf } from './oracle-time';

/*
 * The same clocks as the engine's, the slow and plain way (domain.md 5.2): the facts one after the other, every minute
 * between them marked with what the clock did, everything counted minute by minute. Shares no code with the engine.
 */

export interface OracleClock {
  readonly key: string;
  readonly metric: Metric;
  readonly type: AgreementType;
  readonly state: Phase | 'none';
  readonly previous: readonly Row[];
  /** Of a clock that owes something. */
  readonly present?: {
    readonly agreementId: string;
    readonly calendarId: string;
    readonly priority: string;
    readonly targetMinutes: number;
    readonly startedAt: string;
    readonly dueAt: string | undefined;
    readonly stoppedAt: string | undefined;
    readonly pausedSince: string | undefined;
    /** Up to the last fact, and at the instant asked for. */
    readonly usedMinutes: number;
    readonly usedMinutesNow: number;
    readonly isBreachedNow: boolean;
    readonly retargetedAt: string | undefined;
    readonly neverOpens: boolean;
    /** When that percentage of the target is used. */
    thresholdAt(percent: number): string | undefined;
  };
}

/** Facts in order of time, then as recorded; the birth first; nothing before receipt, nothing after `asOf`. */
function stepsOf({ receivedAt, facts }: ClockInput, asOf: string): Step[] {
  const start = minuteOf(receivedAt);
  const placed = facts.map((fact, index) => ({ fact, index, at: index === 0 ? start : minuteOf(fact.at) })).filter(({ at }) => at <= minuteOf(asOf));
  const [birth, ...others] = placed;
  const sorted = birth ? [birth, ...others.sort((a, b) => a.at - b.at || a.index - b.index)] : [];
  let fields: Fields = {};
  return sorted.map(({ fact, at }) => {
    const kept = Object.entries({ ...fields, ...fact.set }).filter(([, value]) => value !== null);
    fields = Object.fromEntries(kept);
    return { at: Math.max(at, start), said: fact.said, fields };
  });
}

const optional = (minute: number | undefined): string | undefined => (minute === undefined ? undefined : instantOf(minute));

function report(kind: Kind, { cycle: current, terms: inForce, canceled, previous }: Machine, lastFactAt: number, now: number, levels: OracleLevels): OracleClock {
  const key = kind.agreement ? `${kind.type} ${kind.metric} ${kind.agreement.id}` : `sla ${kind.metric}`;
  const common = { key, metric: kind.metric, type: kind.type, previous };
  const cycle = current ?? canceled?.cycle;
  const terms = current ? inForce : canceled?.terms;
  if (!cycle || !terms) return { ...common, state: 'none' };
  const { standing, retargetedAt } = cycle;
  const { phase } = standing;
  const atLastFact = measure(cycle, terms, lastFactAt, levels);
  if (!isClosed(standing)) pass(cycle, lastFactAt, now, true);
  const measured = measure(cycle, terms, now, levels);
  return {
    ...common,
    state: phase,
    present: {
      agreementId: terms.agreement.id,
      calendarId: terms.calendar.id,
      priority: terms.priority,
      targetMinutes: measured.targetMinutes,
      startedAt: instantOf(cycle.startedAt),
      dueAt: optional(measured.dueAt),
      stoppedAt: isClosed(standing) ? instantOf(measured.since) : undefined,
      pausedSince: phase === 'paused' ? instantOf(measured.since) : undefined,
      usedMinutes: atLastFact.elapsed(lastFactAt),
      usedMinutesNow: measured.elapsed(now),
      isBreachedNow: measured.isBreached,
      retargetedAt: optional(retargetedAt),
      neverOpens: measured.neverOpens && measured.dueAt === undefined && phase !== 'cancelled',
      thresholdAt: (percent) => (phase === 'cancelled' ? undefined : optional(measured.reach(Math.ceil((percent * measured.targetMinutes) / 100)))),
    },
  };
}

/** All clocks of a record as of an instant; facts after it do not exist. */
export function oracleClocks(input: ClockInput, world: World, asOf: string): OracleClock[] {
  const levels = oracleLevels(world);
  const steps = stepsOf(input, asOf);
  const receivedAt = minuteOf(input.receivedAt);
  const metrics = [...new Set(world.agreements.filter(({ type }) => type === 'sla').map(({ metric }) => metric))];
  const kinds: Kind[] = [
    ...metrics.map((metric) => ({ metric, type: 'sla' as const })),
    ...world.agreements.filter(({ type }) => type !== 'sla').map((agreement) => ({ metric: agreement.metric, type: agreement.type, agreement })),
  ];
  const lastFactAt = steps.at(-1)?.at ?? receivedAt;
  return kinds.map((kind) => report(kind, runOracle(kind, steps, receivedAt, levels), lastFactAt, minuteOf(asOf), levels));
}
