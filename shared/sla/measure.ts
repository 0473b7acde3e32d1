import type { ClockTerms, ClosedTerms, Threshold } from './clock-views';
import { lastPiece, type Cycle, type Piece, type Span } from './cycle';
import { iso } from './instant';
import { targetMinutesOf } from './terms';

const MINUTE = 60_000;
/** Notices when an agreement names none (domain.md 5.2, rule 8). */
const DEFAULT_PERCENTS: readonly number[] = [75, 90];


function usedIn({ terms, spans }: Piece, until: number): number {
  let used = 0;
  for (const { phase, from, to = Infinity } of spans) {
    if (phase === 'running' && from < until) used += terms.open.time.between(from, Math.min(to, until));
  }
  return used;
}

/** Open milliseconds in which the clock ran before `until` (rule 5). */
export function usedMs({ pieces }: Cycle, until: number): number {
  let used = 0;
  for (const piece of pieces) used += usedIn(piece, until);
  return used;
}

/** When the clock last ran, if it does not run now. */
export function lastRanAt({ pieces, start }: Cycle): number {
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const spans = (pieces[index] as Piece).spans;
    for (let place = spans.length - 1; place >= 0; place -= 1) {
      const span = spans[place] as Span;
      if (span.phase === 'running' && span.to !== undefined) return span.to;
    }
  }
  return start;
}

/** Where a piece reaches `need` open milliseconds, and what it leaves when it does not. */
function reach({ terms, spans }: Piece, need: number): { readonly at?: number | undefined; readonly left: number; readonly isOpen?: boolean } {
  const { time } = terms.open;
  let left = need;
  for (const { phase, from, to } of spans) {
    if (phase !== 'running') continue;
    if (to === undefined) return { at: time.after(from, left), left, isOpen: true };
    const length = time.between(from, to);
    if (length >= left) return { at: time.after(from, left), left: 0 };
    left -= length;
  }
  return { left };
}

function reachedAt(cycle: Cycle, need: number): number | undefined {
  let left = need;
  for (const piece of cycle.pieces) {
    const reached = reach(piece, left);
    if (reached.at !== undefined || reached.isOpen) return reached.at;
    left = reached.left;
  }
  if (cycle.phase !== 'stopped') return undefined;
  const { spans, terms } = lastPiece(cycle);
  return terms.open.time.after((spans[spans.length - 1] as Span).from, left);
}

/**
 * The earliest instant with `need` open milliseconds used; a stopped clock is taken to run on after its stop (rule 6). Never
 * earlier than the change that carried the time used into new terms (rule 9).
 */
function instantOf(cycle: Cycle, need: number): number | undefined {
  const at = reachedAt(cycle, need);
  return at === undefined || cycle.pieces.length === 1 ? at : Math.max(at, lastPiece(cycle).from);
}

export interface Measured {
  readonly targetMinutes: number;
  readonly due?: number | undefined;
}

/** Target and due time of a cycle under its present terms. */
export function measure(cycle: Cycle): Measured {
  const { terms } = lastPiece(cycle);
  const targetMinutes = targetMinutesOf(terms, cycle.start);
  if (targetMinutes === undefined) return { targetMinutes: 0 };
  return { targetMinutes, due: cycle.phase === 'cancelled' ? undefined : instantOf(cycle, targetMinutes * MINUTE) };
}

/** Was the promise broken at `at`? Decisive is then, or when the clock last ran; exactly at due is kept (rule 7). */
export function isLate(cycle: Cycle, due: number | undefined, at: number): boolean {
  return due !== undefined && (cycle.phase === 'running' ? at : lastRanAt(cycle)) > due;
}

/** Instants of the agreement's thresholds, and of 100 %, as far as they are known (rule 8). */
export function thresholdsOf(cycle: Cycle, { targetMinutes, due }: Measured): readonly Threshold[] {
  // A calendar that never opens has no end of day, so there are no minutes to have a share of.
  if (cycle.phase === 'cancelled' || targetMinutes === 0) return [];
  const { ladder } = lastPiece(cycle).terms.agreement;
  // Three quarters are shown as a risk everywhere, whether somebody is told or not.
  const percents = ladder && ladder.length > 0 ? [...new Set([75, ...ladder.map(({ percent }) => percent)])] : DEFAULT_PERCENTS;
  const found: Threshold[] = [];
  for (const percent of percents) {
    if (percent === 100) continue;
    const at = instantOf(cycle, Math.ceil((targetMinutes * percent) / 100) * MINUTE);
    if (at !== undefined) found.push({ percent, at: iso(at) });
  }
  if (due !== undefined) found.push({ percent: 100, at: iso(due) });
  return found.sort((a, b) => a.percent - b.percent);
}

/** The present terms of a cycle, and what it has used of them until an instant. */
export function clockTerms(cycle: Cycle, { targetMinutes }: Measured, until: number): ClockTerms {
  const { agreement, open, priority } = lastPiece(cycle).terms;
  return {
    agreementId: agreement.id,
    agreementVersion: agreement.version,
    calendarId: open.calendar.id,
    calendarVersion: open.calendar.version,
    priority,
    targetMinutes,
    startedAt: iso(cycle.start),
    usedMinutes: Math.floor(usedMs(cycle, until) / MINUTE),
  };
}

/** Closes the present terms of a cycle: what came of them stays on record (rule 9). */
export function closedTerms(cycle: Cycle, at: number, because: ClosedTerms['because']): ClosedTerms {
  const measured = measure(cycle);
  const { due } = measured;
  return {
    ...clockTerms(cycle, measured, at),
    because,
    endedAt: iso(at),
    ...(due !== undefined && { dueAt: iso(due) }),
    isBreached: isLate(cycle, due, at),
  };
}
