import type { Agreement } from './agreement';
import type { Calendar } from './calendar';
import type { ClockTrace, ClockSpan } from './evaluate';
import { closedReasons, type ClosedReason } from './explain-closed';
import type { ClockFields } from './facts';
import type { OpenCalendar } from './service-levels';

/** Why a clock does not run although its calendar may be open. */
export type PauseReason =
  | { readonly kind: 'hold'; readonly holdReason: string; readonly supplier?: string }
  | { readonly kind: 'notOwned' | 'notWithSupplier' | 'resolved' | 'waiting' }
  | { readonly kind: 'state'; readonly state: string };

/** A stretch of a clock's life; all of them lie end to end, from the start of its cycle to its stop, to now, or to its due time. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** `counted`: open, and the clock ran. `closed`: it ran, but the calendar was closed. `paused`: it did not run. */
  readonly kind: 'counted' | 'closed' | 'paused';
  /** Open milliseconds in it: what counts, or what a pause keeps from counting. */
  readonly openMs: number;
  readonly calendarId: string;
  readonly isExpected: boolean;
  /** After the due time. */
  readonly isOverdue: boolean;
  readonly closed?: readonly ClosedReason[];
  readonly pause?: PauseReason;
}

export interface ExplainContext {
  /** The calendar of a span, as it was when the clock counted by it. */
  readonly open: (calendarId: string) => OpenCalendar | undefined;
  /** Members of a union calendar; none for others. */
  readonly members: (calendar: Calendar) => readonly Calendar[];
  readonly now: number;
}

const ENDED = new Set<ClockSpan['phase']>(['stopped', 'cancelled']);
const RESOLVED = new Set(['resolved', 'fulfilled', 'closed']);

function pauseReason({ phase, fields }: ClockSpan, { type, groupId, supplier }: Pick<Agreement, 'type' | 'groupId' | 'supplier'>): PauseReason {
  if (phase === 'waiting') return { kind: 'waiting' };
  if (phase === 'stopped' || RESOLVED.has(fields.state ?? '')) return { kind: 'resolved' };
  if (type === 'ola' && fields.groupId !== groupId) return { kind: 'notOwned' };
  if (type === 'contract' && !isWithSupplier(fields, supplier)) return { kind: 'notWithSupplier' };
  if (fields.state !== 'onHold') return { kind: 'state', state: fields.state ?? '' };
  return { kind: 'hold', holdReason: fields.holdReason ?? 'other', ...(fields.supplier && { supplier: fields.supplier }) };
}

const isWithSupplier = (fields: ClockFields, supplier: string | undefined): boolean =>
  fields.state === 'onHold' && fields.holdReason === 'vendor' && (!supplier || fields.supplier === supplier);

/** For whom or what a clock waits that is paused now, also when it has only just begun to. */
export function presentPause({ spans }: ClockTrace, agreement: Pick<Agreement, 'type' | 'groupId' | 'supplier'>): PauseReason | undefined {
  const last = spans.at(-1);
  return last?.phase === 'paused' ? pauseReason(last, agreement) : undefined;
}

/** Where the explanation of a span that goes on ends: at its due time when that is still to come, else now. */
function endOf(span: ClockSpan, dueAt: number | undefined, now: number): number {
  if (span.to !== undefined) return span.to;
  return span.phase === 'running' && dueAt !== undefined ? Math.max(now, dueAt) : now;
}

/** What ran, as open and closed stretches; open ones are cut at the instants that matter. */
function runningPieces(span: ClockSpan, open: OpenCalendar, to: number, cuts: readonly number[]): readonly Omit<Piece, 'isExpected' | 'isOverdue'>[] {
  const pieces: Omit<Piece, 'isExpected' | 'isOverdue'>[] = [];
  const base = { calendarId: span.calendarId };
  let at = span.from;
  for (const interval of open.time.intervals(span.from, to)) {
    if (interval.from > at) pieces.push({ ...base, from: at, to: interval.from, kind: 'closed', openMs: 0 });
    const inside = cuts.filter((cut) => cut > interval.from && cut < interval.to);
    let from = interval.from;
    for (const end of [...inside, interval.to]) {
      pieces.push({ ...base, from, to: end, kind: 'counted', openMs: end - from });
      from = end;
    }
    at = interval.to;
  }
  if (at < to) pieces.push({ ...base, from: at, to, kind: 'closed', openMs: 0 });
  return pieces;
}

type Rough = Omit<Piece, 'isExpected' | 'isOverdue'>;

const isSame = (left: Rough, right: Rough): boolean =>
  left.kind === right.kind && left.to === right.from && left.calendarId === right.calendarId && JSON.stringify(left.pause) === JSON.stringify(right.pause);

/** What goes on unchanged through an event that did not matter is one stretch. */
function merged(pieces: readonly Rough[], cuts: readonly number[]): readonly Rough[] {
  const result: Rough[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const isCut = piece.kind === 'counted' && cuts.includes(piece.from);
    if (last && !isCut && isSame(last, piece)) result[result.length - 1] = { ...last, to: piece.to, openMs: last.openMs + piece.openMs };
    else result.push(piece);
  }
  return result;
}

/** While no promise applied, a clock has no span: that time is told, too. */
function withoutGaps(pieces: readonly Rough[], { open }: ExplainContext): readonly Rough[] {
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1];
    if (!before || before.to >= piece.from) return [piece];
    const { to: from, calendarId } = before;
    const openMs = open(calendarId)?.time.between(from, piece.from) ?? 0;
    return [{ from, to: piece.from, kind: 'paused' as const, openMs, calendarId, pause: { kind: 'waiting' as const } }, piece];
  });
}

/**
 * Every minute of a clock's present cycle: counted, closed or paused, and what is expected until it is due. The counted
 * pieces that are not expected add up to the elapsed time (domain.md 5.2, rule 5).
 */
export function explainTrace({ view, spans }: ClockTrace, agreement: Pick<Agreement, 'type' | 'groupId' | 'supplier'>, context: ExplainContext): readonly Piece[] {
  const { now } = context;
  const dueAt = view.dueAt === undefined ? undefined : Date.parse(view.dueAt);
  const cuts = [...new Set([now, ...(dueAt === undefined ? [] : [dueAt])])].sort((a, b) => a - b);
  const begun = spans.slice(Math.max(0, spans.findIndex((span) => span.phase !== 'waiting')));
  const rough = begun.flatMap((span, index): readonly Rough[] => {
    const isLast = index === begun.length - 1;
    const open = context.open(span.calendarId);
    if (!open || (isLast && (ENDED.has(span.phase) || span.phase === 'waiting'))) return [];
    const to = endOf(span, dueAt, now);
    if (to <= span.from) return [];
    if (span.phase === 'running') return runningPieces(span, open, to, cuts);
    return [{ from: span.from, to, kind: 'paused', openMs: open.time.between(span.from, to), calendarId: span.calendarId, pause: pauseReason(span, agreement) }];
  });
  return merged(withoutGaps(rough, context), cuts).map((piece) => {
    const open = context.open(piece.calendarId);
    const closed = piece.kind === 'closed' && open ? closedReasons(open, context.members(open.calendar), piece.from, piece.to) : undefined;
    return { ...piece, isExpected: piece.from >= now, isOverdue: dueAt !== undefined && piece.from >= dueAt, ...(closed && { closed }) };
  });
}

export interface ExplainedTotals {
  /** Open time that counted: the business elapsed time. */
  readonly countedMs: number;
  /** Pauses, around the clock, and how much of them would have counted. */
  readonly pausedMs: number;
  readonly pausedOpenMs: number;
  readonly closedMs: number;
  /** Around the clock, without pauses: what ServiceNow calls the actual elapsed time. */
  readonly actualMs: number;
}

/** Sums of what has happened; what is expected is in none of them. A closed stretch that is not over counts up to now. */
export function totalsOf(pieces: readonly Piece[], now: number): ExplainedTotals {
  const past = pieces.filter((piece) => !piece.isExpected);
  const wall = (kind: Piece['kind']): number => past.filter((piece) => piece.kind === kind).reduce((sum, { from, to }) => sum + Math.min(to, now) - from, 0);
  const open = (kind: Piece['kind']): number => past.filter((piece) => piece.kind === kind).reduce((sum, { openMs }) => sum + openMs, 0);
  const countedMs = open('counted');
  const closedMs = wall('closed');
  return { countedMs, pausedMs: wall('paused'), pausedOpenMs: open('paused'), closedMs, actualMs: countedMs + closedMs };
}
