import { isBreached, traceClocks, type ClockView } from '../../../shared/sla';
import type { ClockInput } from '../../../shared/sla/facts';
import { oracleClocks, type OracleClock } from './oracle';
import type { World } from './oracle-terms';
import { levelsOf } from './random-levels';

type Comparable = Readonly<Record<string, unknown>>;

const rowOf = ({ agreementVersion: _, calendarVersion: __, ...row }: ClockView['previous'][number]): object => row;
const isEmpty = ({ state, previous }: { readonly state: string; readonly previous: readonly unknown[] }): boolean => state === 'none' && previous.length === 0;

/** What a clock says, without versions; of one that owes nothing now only what has been. */
function ofEngine(view: ClockView, usedAt: (now: number) => number, asOf: string): Comparable {
  const { key, state, previous, type, metric } = view;
  const rows = previous.map(rowOf);
  if (state === 'none') return { key, state, type, metric, previous: rows };
  return {
    key, state, type, metric, previous: rows,
    agreementId: view.agreementId,
    calendarId: view.calendarId,
    priority: view.priority,
    targetMinutes: view.targetMinutes,
    startedAt: view.startedAt,
    dueAt: view.dueAt,
    stoppedAt: view.stoppedAt,
    pausedSince: view.pausedSince,
    usedMinutes: view.usedMinutes,
    usedMinutesNow: Math.floor(usedAt(Date.parse(asOf)) / 60_000),
    isBreachedNow: isBreached(view, asOf),
    retargetedAt: view.retargetedAt,
    thresholds: Object.fromEntries(view.thresholds.map(({ percent, at }) => [percent, at])),
    neverOpens: view.neverOpens ?? false,
  };
}

function ofOracle({ key, state, type, metric, previous, present }: OracleClock, world: World): Comparable {
  const known = { key, state, type, metric, previous };
  if (!present) return known;
  const { thresholdAt, ...rest } = present;
  const ladder = world.agreements.find(({ id }) => id === present.agreementId)?.ladder ?? [];
  const percents = [...ladder.map(({ percent }) => percent), 75, 100];
  const thresholds = percents.map((percent) => [percent, thresholdAt(percent)] as const).filter(([, at]) => at !== undefined);
  return { ...known, ...rest, thresholds: Object.fromEntries(thresholds) };
}

const byKey = (left: Comparable, right: Comparable): number => (String(left.key) < String(right.key) ? -1 : 1);

/** The clocks of a record as of an instant, as the engine and as the oracle see them. */
export function bothSides(world: World, input: ClockInput, asOf: string): { readonly engine: readonly Comparable[]; readonly oracle: readonly Comparable[] } {
  const engine = traceClocks(input, levelsOf(world), asOf).filter(({ view }) => !isEmpty(view)).map(({ view, usedAt }) => ofEngine(view, usedAt, asOf));
  const oracle = oracleClocks(input, world, asOf).filter((clock) => !isEmpty(clock)).map((clock) => ofOracle(clock, world));
  return { engine: engine.sort(byKey), oracle: oracle.sort(byKey) };
}
