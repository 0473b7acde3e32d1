import type { Agreement } from './agreement';
import type { ClockFields } from './facts';
import { phaseAfter, type Phase } from './phases';
import type { Step } from './steps';
import type { Terms } from './terms';

/** A stretch of time in one phase; only the last one of a cycle may lack its end. */
export interface Span {
  readonly from: number;
  to?: number;
  phase: Phase;
  /** Number of the event that began it. */
  readonly seq: number;
  readonly fields: ClockFields;
}

/** The part of a cycle under one set of terms; more than one only after a re-target that carries the time used. */
export interface Piece {
  terms: Terms;
  readonly from: number;
  readonly spans: Span[];
}

/** From the start of a clock, or its starting over, until now. */
export interface Cycle {
  readonly start: number;
  /** The step that began it: a retroactive re-target measures again from there. */
  readonly firstStep: number;
  pieces: Piece[];
  phase: Phase;
  retargetedAt?: number;
}

export const isClosed = (phase: Phase): boolean => phase === 'stopped' || phase === 'cancelled';

export const lastPiece = ({ pieces }: Cycle): Piece => pieces[pieces.length - 1] as Piece;

/** Puts the next phase behind the spans so far. Stretches without length vanish (domain.md 5.2, rule 4). */
export function advance(spans: Span[], at: number, phase: Phase, { seq, fields }: Step): void {
  const last = spans[spans.length - 1];
  if (!last) return void spans.push({ from: at, phase, seq, fields });
  // A new reason to wait is the same pause; it is kept apart only to be explained.
  const isSame = last.phase === phase && (phase !== 'paused' || last.fields.holdReason === fields.holdReason);
  if (isSame) return;
  if (last.from < at) {
    last.to = at;
    return void spans.push({ from: at, phase, seq, fields });
  }
  spans.pop();
  const before = spans[spans.length - 1];
  if (before?.phase === phase && phase !== 'paused') delete before.to;
  else spans.push({ from: at, phase, seq, fields });
}

/** Time in which the record was resolved counts as if it had never been (reopen mode `strict`, rule 10). */
export function countStops(spans: Span[]): void {
  for (const span of spans) if (span.phase === 'stopped') span.phase = 'running';
}

/** The phases of a clock over a stretch of history under one agreement, from scratch. */
export function walk(agreement: Agreement, steps: readonly Step[], first: number, last: number, start: number): Pick<Cycle, 'phase'> & Pick<Piece, 'spans'> {
  const spans: Span[] = [];
  let phase: Phase = 'waiting';
  for (let index = first; index <= last; index += 1) {
    const step = steps[index] as Step;
    const next = phaseAfter(agreement, step, phase, index > first ? steps[index - 1] : undefined);
    if (isClosed(phase) && !isClosed(next) && agreement.reopen === 'strict') countStops(spans);
    phase = next;
    advance(spans, Math.max(step.at, start), phase, step);
  }
  return { spans, phase };
}
