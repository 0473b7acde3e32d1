import type { MissCause } from './attainment-views';
import { traceClocks, type ClockSpan } from './evaluate';
import type { ClockInput } from './facts';
import type { ServiceLevels } from './service-levels';
import { stepsOf, type Step } from './steps';

const MINUTE = 60_000;
const MANY_MOVES = 3;
const WAITING = new Set(['onHold', 'awaitingApproval', 'returned']);

const percentOf = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.floor((part * 100) / whole));

/** Time that a clock counted between two instants, by the calendar that was in force; around the clock where it is gone. */
function counter(spans: readonly ClockSpan[], levels: ServiceLevels): (from: number, to: number) => number {
  const running = spans.filter(({ phase }) => phase === 'running').map((span) => {
    const agreement = levels.agreements.find(({ id }) => id === span.agreementId);
    return { from: span.from, to: span.to ?? Infinity, time: agreement && levels.calendarFor(agreement, span.fields)?.time };
  });
  return (from, to) => {
    let sum = 0;
    for (const span of running) {
      const [start, end] = [Math.max(from, span.from), Math.min(to, span.to)];
      if (start < end) sum += span.time ? span.time.between(start, end) : end - start;
    }
    return sum;
  };
}

/** Where a clock that had been stopped in time began to run again. */
function reopenedAt(spans: readonly ClockSpan[], due: number): number | undefined {
  return spans.find(({ phase, from, to }) => phase === 'stopped' && to !== undefined && from <= due)?.to;
}

function movesBefore(steps: readonly Step[], due: number): number {
  return steps.filter(({ at, fields }, index) => index > 0 && at <= due && fields.groupId !== steps[index - 1]?.fields.groupId).length;
}

/**
 * Why the promise of a clock was broken (`MissCause` names the reasons and their order), read from the facts alone; absent
 * when the clock cannot be followed any more because its agreement is gone.
 */
export function missCause(input: ClockInput, levels: ServiceLevels, key: string): MissCause | undefined {
  const { view, spans } = traceClocks(input, levels).find((trace) => trace.view.key === key) ?? {};
  if (!view || !spans || view.dueAt === undefined) return undefined;
  const steps = stepsOf(input, levels);
  const [due, end, target] = [Date.parse(view.dueAt), Date.parse(view.stoppedAt ?? view.dueAt), view.targetMinutes * MINUTE];
  const counted = counter(spans, levels);
  const used = counted(-Infinity, end);
  const byGroup = new Map<string, number>();
  let [waiting, unassigned, assigned] = [0, 0, 0];
  for (const [index, { at, fields }] of steps.entries()) {
    const time = counted(at, Math.min(steps[index + 1]?.at ?? end, end));
    if (fields.groupId) byGroup.set(fields.groupId, (byGroup.get(fields.groupId) ?? 0) + time);
    if (WAITING.has(fields.state ?? '')) waiting += time;
    else if (fields.assigneeId) assigned += time;
    else unassigned += time;
  }
  const groupId = [...byGroup].sort((a, b) => b[1] - a[1])[0]?.[0];
  const because = (reason: MissCause['reason'], share: number): MissCause => ({ reason, ...(groupId && { groupId }), share });

  const unseen = counted(-Infinity, Date.parse(input.facts[0]?.at ?? input.receivedAt));
  if (unseen * 2 >= target) return because('noticedLate', percentOf(unseen, used));
  const again = reopenedAt(spans, due);
  if (again !== undefined) return because('reopened', percentOf(counted(again, end), used));
  const moves = movesBefore(steps, due);
  if (moves >= MANY_MOVES) return because('reassigned', moves);
  if (unassigned * 2 >= used) return because('unassigned', percentOf(unassigned, used));
  if (waiting * 2 >= used) return because('waiting', percentOf(waiting, used));
  return because('inWork', percentOf(assigned, used));
}
