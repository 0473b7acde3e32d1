import { DateTime } from 'luxon';
import type { Piece } from './explain';
import type { ClosedReason } from './explain-closed';
import type { OpenCalendar } from './service-levels';

/** One line of an explanation: one piece, or a run of whole business days with the nights between them. */
export interface Line extends Omit<Piece, 'pause' | 'closed'> {
  readonly pause?: Piece['pause'];
  /** Of a folded line: weekends and holidays inside, each once; its nights go without saying. */
  readonly closed?: readonly ClosedReason[];
  /** Counted milliseconds up to the end of this line. */
  readonly totalMs: number;
  /** Of a folded line: how many business days. */
  readonly businessDays?: number;
  /** Of a folded line: what it consists of. */
  readonly pieces?: readonly Piece[];
}

/** More lines than this are folded over weekends and holidays, too. */
const MAX_LINES = 14;
const MIN_DAYS = 2;
const QUIET = new Set<ClosedReason['kind']>(['night', 'break', 'outsideHours']);

type OpenById = (calendarId: string) => OpenCalendar | undefined;

/** The business days of a piece that lies within one: its local date and whether the piece is all there is, or the start of it. */
function dayOf({ from }: Piece, { calendar, time }: OpenCalendar): { readonly date: string; readonly openMs: number } {
  const day = DateTime.fromMillis(from, { zone: calendar.zone }).startOf('day');
  return { date: day.toISODate() ?? '', openMs: time.between(day.toMillis(), day.plus({ days: 1 }).toMillis()) };
}

interface Run {
  readonly end: number;
  readonly days: number;
}

const isQuiet = (piece: Piece): boolean => piece.closed?.every(({ kind }) => QUIET.has(kind)) ?? false;

/** The longest run of whole business days that begins at `start`: its last counted piece, and how many days it has. */
function runFrom(pieces: readonly Piece[], start: number, open: OpenById, isOverWeekends: boolean): Run {
  const first = pieces[start] as Piece;
  let best: Run = { end: start, days: 0 };
  let date = '';
  let countedMs = 0;
  let days = 0;
  for (let index = start; index < pieces.length; index += 1) {
    const piece = pieces[index] as Piece;
    const calendar = open(piece.calendarId);
    const isSameKind = piece.isExpected === first.isExpected && piece.isOverdue === first.isOverdue && piece.calendarId === first.calendarId;
    if (!calendar || piece.kind === 'paused' || !isSameKind) break;
    if (piece.kind === 'closed') {
      if (!isQuiet(piece) && !isOverWeekends) break;
      continue;
    }
    const day = dayOf(piece, calendar);
    if (day.date !== date) countedMs = 0;
    date = day.date;
    countedMs += piece.openMs;
    // A night shift belongs to two dates and is no whole day of either: left as it is.
    if (countedMs > day.openMs) break;
    if (countedMs === day.openMs) best = { end: index, days: (days += 1) };
    const next = pieces[index + 1];
    const isDayOver = next === undefined || next.kind !== 'closed' || dayOf({ ...piece, from: next.to }, calendar).date !== date;
    if (isDayOver && countedMs < day.openMs) break;
  }
  return best;
}

function foldedLine(run: readonly Piece[], days: number, totalMs: number): Line {
  const first = run[0] as Piece;
  const last = run.at(-1) as Piece;
  const reasons = run.flatMap((piece) => piece.closed ?? []).filter(({ kind }) => !QUIET.has(kind));
  const closed = [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
  return {
    from: first.from, to: last.to, kind: 'counted', calendarId: first.calendarId, isExpected: first.isExpected, isOverdue: first.isOverdue,
    openMs: run.reduce((sum, piece) => sum + piece.openMs, 0), totalMs, businessDays: days, pieces: run, ...(closed.length > 0 && { closed }),
  };
}

function fold(pieces: readonly Piece[], open: OpenById, isOverWeekends: boolean): readonly Line[] {
  const lines: Line[] = [];
  let totalMs = 0;
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] as Piece;
    const run = piece.kind === 'counted' ? runFrom(pieces, index, open, isOverWeekends) : { end: index, days: 0 };
    if (run.days >= MIN_DAYS) {
      const folded = pieces.slice(index, run.end + 1);
      totalMs += folded.reduce((sum, { openMs, kind }) => sum + (kind === 'counted' ? openMs : 0), 0);
      lines.push(foldedLine(folded, run.days, totalMs));
      index = run.end;
      continue;
    }
    if (piece.kind === 'counted') totalMs += piece.openMs;
    lines.push({ ...piece, totalMs });
  }
  return lines;
}

/** Pieces as few enough lines to read: runs of whole business days are one line each, its days can be opened. */
export function foldPieces(pieces: readonly Piece[], open: OpenById): readonly Line[] {
  const lines = fold(pieces, open, false);
  return lines.length <= MAX_LINES ? lines : fold(pieces, open, true);
}
