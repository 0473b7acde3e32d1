import type { ClosedTerms } from './clock-views';
import { advance, countStops, isClosed, lastPiece, walk, type Cycle } from './cycle';
import { closedTerms } from './measure';
import { owedSince } from './owed';
import { isEnded, isReset, isStarted, phaseAfter, startsAtMatch, type Phase } from './phases';
import type { ServiceLevels } from './service-levels';
import type { Step } from './steps';
import { isSamePromise, termsAt, type ClockKind, type Terms } from './terms';

/** One clock after its history. Without a cycle nothing is owed now, or nothing was ever promised. */
export interface ClockRun {
  readonly kind: ClockKind;
  readonly cycle?: Cycle;
  /** The last cycle, when nothing is owed any more. */
  readonly lastCycle?: Cycle;
  /** Its terms no longer apply: the promise is off for now. */
  readonly isDetached: boolean;
  readonly previous: readonly ClosedTerms[];
}

const isCyclic = ({ metric }: ClockKind): boolean => metric === 'nextReply' || metric === 'periodicUpdate';

/**
 * Follows one clock through the history of a record (domain.md 5.2, rules 3, 4 and 9 to 13). Metrics of one cycle begin at the
 * start; those of many begin whenever a reply or an update is owed.
 */
export function runClock(kind: ClockKind, steps: readonly Step[], start: number, levels: ServiceLevels): ClockRun {
  const previous: ClosedTerms[] = [];
  const hasCycles = isCyclic(kind);
  let cycle: Cycle | undefined;
  let lastCycle: Cycle | undefined;
  let terms: Terms | undefined;
  let isDetached = false;
  let hasAgentSpoken = false;

  function begin(index: number, wanted: Terms, at: number, firstStep: number): Cycle {
    const { spans, phase } = walk(wanted.agreement, steps, firstStep, index, at);
    return { start: at, firstStep, phase, pieces: [{ terms: wanted, from: at, spans }] };
  }

  /** Begins with a step; what began with the record began with its receipt. */
  function beginSince(index: number, wanted: Terms, since: number): Cycle {
    return begin(index, wanted, since === 0 ? start : (steps[since] as Step).at, since);
  }

  function restart(index: number, because: ClosedTerms['because'], endedAt: number): void {
    const step = steps[index] as Step;
    if (!cycle || !terms) return;
    previous.push(closedTerms(cycle, endedAt, because));
    cycle = begin(index, terms, step.at, index);
  }

  /** What the step does to the open cycle under its present terms. */
  function follow(index: number): void {
    if (!cycle || isDetached) return;
    const open = cycle;
    const step = steps[index] as Step;
    const { terms: now, spans } = lastPiece(open);
    const { agreement } = now;
    const next = phaseAfter(agreement, step, open.phase, steps[index - 1]);
    const isReopened = isClosed(open.phase) && !isClosed(next);
    if (hasCycles && (step.said === 'agent' || isClosed(next))) return endCycle(open, step, next);
    if (isReopened && agreement.reopen === 'newCycle') return restart(index, 'newCycle', spans[spans.length - 1]?.from ?? step.at);
    if (isReopened && agreement.reopen === 'strict') countStops(spans);
    const wasReset = index > 0 && isReset(agreement, steps[index - 1] as Step);
    if (!isClosed(next) && !wasReset && isReset(agreement, step)) return restart(index, 'reset', step.at);
    advance(spans, step.at, next, step);
    open.phase = next;
  }

  /** A reply was given, or the record ended: nothing is owed any more. A canceled record owes nothing and broke nothing. */
  function endCycle(open: Cycle, step: Step, next: Phase): void {
    open.phase = isClosed(next) ? next : 'stopped';
    advance(lastPiece(open).spans, step.at, open.phase, step);
    if (open.phase === 'stopped') previous.push(closedTerms(open, step.at, 'replied'));
    lastCycle = open;
    cycle = undefined;
  }

  function detach(step: Step, open: Cycle): void {
    previous.push(closedTerms(open, step.at, 'detached'));
    advance(lastPiece(open).spans, step.at, 'waiting', step);
    isDetached = true;
  }

  function retarget(index: number, open: Cycle, wanted: Terms): void {
    const step = steps[index] as Step;
    if (!isDetached) previous.push(closedTerms(open, step.at, 'retargeted'));
    isDetached = false;
    if (wanted.agreement.retarget === 'reset') {
      cycle = begin(index, wanted, step.at, index);
    } else if (wanted.agreement.retarget === 'carry') {
      const spans = lastPiece(open).spans;
      advance(spans, step.at, 'waiting', step);
      const phase = phaseAfter(wanted.agreement, step, open.phase, steps[index - 1]);
      cycle = { ...open, phase, pieces: [...open.pieces, { terms: wanted, from: step.at, spans: [{ from: step.at, phase, seq: step.seq, fields: step.fields }] }] };
    } else {
      cycle = begin(index, wanted, open.start, open.firstStep);
    }
    cycle.retargetedAt = step.at;
  }

  /** Was the first response given by then? It is not owed again, whatever is promised later. */
  function isAnswered(index: number, { agreement }: Terms): boolean {
    return kind.metric === 'firstResponse' && index > 0 && walk(agreement, steps, 0, index, start).phase === 'stopped';
  }

  /** A promise that was off is on again: for the same cycle, or for what has come to be owed meanwhile. */
  function reattach(index: number, open: Cycle, wanted: Terms): void {
    const isRetroactive = wanted.agreement.retarget === 'retroactive';
    if (isEnded(wanted.agreement, steps[index] as Step) || (!isRetroactive && isAnswered(index, wanted))) return;
    terms = wanted;
    const since = hasCycles ? owedSince(wanted.agreement, steps, index) : open.firstStep;
    if (since !== undefined && since <= open.firstStep) return retarget(index, open, wanted);
    isDetached = false;
    lastCycle = open;
    cycle = since === undefined ? undefined : beginSince(index, wanted, isRetroactive ? since : index);
  }

  /** Looks the terms up afresh after fields have changed; a record that has ended keeps those it ended with. */
  function renew(index: number): void {
    const step = steps[index] as Step;
    if (cycle && !isDetached && isClosed(cycle.phase)) return;
    const wanted = termsAt(kind, step, levels);
    if (!cycle) return void (terms = wanted);
    if (!wanted) {
      if (!isDetached) detach(step, cycle);
      terms = undefined;
      return;
    }
    if (isDetached) return reattach(index, cycle, wanted);
    if (!isSamePromise(lastPiece(cycle).terms, wanted, cycle.start)) retarget(index, cycle, wanted);
    else lastPiece(cycle).terms = wanted;
    terms = wanted;
  }

  /** The step since which something is owed: this one that asks for it, or an earlier one that a promise finds when it comes. */
  function owedAt(index: number, { agreement }: Terms, wasPromised: boolean): number | undefined {
    if (!hasCycles) return 0;
    if (!wasPromised) return owedSince(agreement, steps, index);
    const isAsked = (steps[index] as Step).said === 'requester';
    const isOwed = kind.metric === 'nextReply' ? isAsked && hasAgentSpoken : isAsked || agreement.updateMode !== 'afterRequester';
    return isOwed ? index : undefined;
  }

  function open(index: number, wasPromised: boolean): void {
    const step = steps[index] as Step;
    if (cycle || !terms || !isStarted(terms.agreement, step)) return;
    // A record that was born resolved has a clock that stood still from the start; one that ended meanwhile gets none.
    if (isEnded(terms.agreement, step) && (index > 0 || hasCycles)) return;
    const since = owedAt(index, terms, wasPromised);
    if (since === undefined) return;
    const isFromNow = startsAtMatch(terms.agreement);
    if (isFromNow && isAnswered(index, terms)) return;
    cycle = beginSince(index, terms, isFromNow ? index : since);
  }

  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index] as Step;
    const wasPromised = terms !== undefined;
    follow(index);
    if (index === 0 || step.fields !== (steps[index - 1] as Step).fields) renew(index);
    open(index, wasPromised);
    hasAgentSpoken ||= step.said === 'agent';
  }
  return { kind, isDetached, previous, ...(cycle && { cycle }), ...(lastCycle && { lastCycle }) };
}
