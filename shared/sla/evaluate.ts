import { runClock, type ClockRun } from './clock-run';
import type { ClockView } from './clock-views';
import { isClosed, lastPiece, type Cycle, type Span } from './cycle';
import type { ClockFields, ClockInput } from './facts';
import { iso } from './instant';
import { clockTerms, isLate, measure, thresholdsOf, usedMs, type Measured } from './measure';
import { freeze, isOver } from './frozen';
import type { Phase } from './phases';
import type { ServiceLevels } from './service-levels';
import { stepsOf, type Step } from './steps';
import { clockKinds } from './terms';

/** A stretch of a clock's present cycle. Only the last one may lack its end. Milliseconds since 1970. */
export interface ClockSpan {
  readonly from: number;
  readonly to?: number;
  readonly phase: Phase;
  /** Number of the event that began it. */
  readonly seq: number;
  readonly agreementId: string;
  readonly calendarId: string;
  /** The record as it then was. */
  readonly fields: ClockFields;
}

/** A clock together with how it came about. */
export interface ClockTrace {
  readonly view: ClockView;
  readonly spans: readonly ClockSpan[];
  /** Open milliseconds used at an instant, counted as if nothing happened after the last fact. */
  usedAt(now: number): number;
}

export interface EvaluateOptions {
  /** Facts after this instant do not exist yet. */
  readonly until?: string;
  /** Clocks as they were stored: closed ones keep the terms under which they were closed (rule 14). */
  readonly frozen?: readonly ClockView[];
}

function stateOf({ cycle, isDetached }: ClockRun): ClockView['state'] {
  if (!cycle || isDetached || cycle.phase === 'waiting') return 'none';
  return cycle.phase;
}

/** When the pause began that lasts; a new reason to wait is the same pause, and so are new terms that carry on. */
function pausedSince({ pieces }: Cycle): number {
  let since = Infinity;
  for (const { spans } of pieces.toReversed()) {
    for (const { from, to, phase } of spans.toReversed()) {
      const lasts = since === Infinity || (to === since && phase === 'paused');
      if (lasts) since = from;
      // What has no end here only made room for the next terms.
      else if (to !== undefined) return since;
    }
  }
  return since;
}

/** What only a cycle in force has: when it is due, stopped or paused, and whether the promise is broken. */
function standing(cycle: Cycle, measured: Measured): Partial<ClockView> {
  const { due } = measured;
  const { spans, terms } = lastPiece(cycle);
  const since = (spans[spans.length - 1] as Span).from;
  const isFinal = cycle.phase === 'stopped' || (cycle.phase === 'paused' && due !== undefined);
  const neverOpens = due === undefined && cycle.phase !== 'cancelled' && terms.open.time.neverOpens(cycle.start);
  return {
    thresholds: thresholdsOf(cycle, measured),
    ...(due !== undefined && { dueAt: iso(due) }),
    ...(isClosed(cycle.phase) && { stoppedAt: iso(since) }),
    ...(cycle.phase === 'paused' && { pausedSince: iso(pausedSince(cycle)) }),
    ...(isFinal && { isBreached: isLate(cycle, due, since) }),
    ...(cycle.retargetedAt !== undefined && { retargetedAt: iso(cycle.retargetedAt) }),
    ...(neverOpens && { neverOpens }),
  };
}

function viewOf(run: ClockRun, lastStep: Step): ClockView | undefined {
  const cycle = run.cycle ?? run.lastCycle;
  if (!cycle) return undefined;
  const { key, metric, type } = run.kind;
  const state = run.cycle ? stateOf(run) : cycle.phase === 'cancelled' ? 'cancelled' : 'none';
  const measured = measure(cycle);
  const base: ClockView = { key, metric, type, state, ...clockTerms(cycle, measured, lastStep.at), thresholds: [], previous: run.previous };
  return state === 'none' ? base : { ...base, ...standing(cycle, measured) };
}

function traces(input: ClockInput, levels: ServiceLevels, until?: string): readonly { run: ClockRun; view: ClockView }[] {
  const steps = stepsOf(input, levels, until);
  const last = steps[steps.length - 1];
  if (!last) return [];
  const start = Date.parse(input.receivedAt);
  return clockKinds(levels, input.receivedAt).flatMap((kind) => {
    const run = runClock(kind, steps, start, levels);
    const view = viewOf(run, last);
    return view ? [{ run, view }] : [];
  });
}

/** All service-level clocks of a record, computed from its facts and what is promised; pure (domain.md 5.2). */
export function evaluateClocks(input: ClockInput, levels: ServiceLevels, { until, frozen }: EvaluateOptions = {}): readonly ClockView[] {
  if (frozen && isOver(input.facts, frozen)) return frozen;
  const views = traces(input, levels, until).map(({ view }) => view);
  return frozen ? freeze(views, frozen) : views;
}

/** The same with the stretches of time behind each clock, to be explained or measured at any instant. */
export function traceClocks(input: ClockInput, levels: ServiceLevels, until?: string): readonly ClockTrace[] {
  return traces(input, levels, until).map(({ run, view }) => {
    const cycle = (run.cycle ?? run.lastCycle) as Cycle;
    return { view, spans: spansOf(cycle), usedAt: (now) => usedMs(cycle, now) };
  });
}

function spansOf({ pieces }: Cycle): readonly ClockSpan[] {
  return pieces.flatMap(({ terms, spans }, place) => {
    const known = { agreementId: terms.agreement.id, calendarId: terms.open.calendar.id };
    // Where the next terms took over, the old ones only waited.
    const own = place < pieces.length - 1 ? spans.filter(({ to }) => to !== undefined) : spans;
    return own.map((span) => ({ ...span, ...known }));
  });
}
