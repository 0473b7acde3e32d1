import type { VectorCalendar } from '../../../shared/sla/vectors';
import type { BusinessTime } from './libraries';

export interface Speed {
  readonly addsPerSecond: number;
  readonly betweensPerSecond: number;
  /** Results, to be compared with those of others. */
  readonly added: readonly number[];
  readonly between: readonly number[];
}

const HOUR = 3_600_000;
const PAIRS = 1_000;
const LONG_ENOUGH_MS = 1_500;
const DAY = [['09:00', '17:00']] as const;
/** Office hours in London with public holidays: what all libraries can express. */
const OFFICE: VectorCalendar = {
  timeZone: 'Europe/London', weekly: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY }, overrides: {},
  holidays: ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
};

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

/** Instants of 2026 to the minute, with up to a working week to add or two weeks between; the same ones every time. */
function pairs(): readonly Pair[] {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return Array.from({ length: PAIRS }, () => {
    const from = Date.UTC(2026, 0, 1) + random(500_000) * 60_000;
    return { from, to: from + random(336) * HOUR, minutes: 1 + random(2_400) };
  });
}

function perSecond(inputs: readonly Pair[], run: (pair: Pair) => number): number {
  for (const pair of inputs.slice(0, 200)) run(pair);
  const began = performance.now();
  let done = 0;
  let took = 0;
  for (; took < LONG_ENOUGH_MS; took = performance.now() - began) {
    for (const pair of inputs.slice(0, 100)) run(pair);
    done += 100;
  }
  return (done / took) * 1_000;
}

export function measureSpeed(make: (calendar: VectorCalendar) => BusinessTime): Speed {
  const { add, minutesBetween } = make(OFFICE);
  const inputs = pairs();
  return {
    addsPerSecond: perSecond(inputs, ({ from, minutes }) => add(from, minutes)),
    betweensPerSecond: perSecond(inputs, ({ from, to }) => minutesBetween(from, to)),
    added: inputs.map(({ from, minutes }) => add(from, minutes)),
    between: inputs.map(({ from, to }) => minutesBetween(from, to)),
  };
}
