import type { DutyTurnView } from '../../../shared/routing/duty-views';
import { addDays, startOfDay, weekOf } from '../planning/calendar/days';

/** What of a turn lies on one day. */
export interface DayTurn {
  readonly turn: DutyTurnView;
  readonly from: string;
  readonly to: string;
  readonly isWholeDay: boolean;
}

export interface DutyDay {
  /** Local date. */
  readonly date: string;
  readonly turns: readonly DayTurn[];
}

/** The instants at which the week of a local date begins and ends in a zone. */
export function weekRange(date: string, zone: string): { readonly from: string; readonly to: string } {
  const [first = date] = weekOf(date);
  return { from: startOfDay(first, zone), to: startOfDay(addDays(first, 7), zone) };
}

/** The turns of a week by the reader's days; what goes on over midnight stands on both. */
export function daysOf(turns: readonly DutyTurnView[], date: string, zone: string): readonly DutyDay[] {
  return weekOf(date).map((day) => {
    const start = startOfDay(day, zone);
    const end = startOfDay(addDays(day, 1), zone);
    const found = turns.filter(({ from, to }) => from < end && to > start);
    const cut = found.map((turn): DayTurn => ({ turn, from: turn.from < start ? start : turn.from, to: turn.to > end ? end : turn.to, isWholeDay: turn.from <= start && turn.to >= end }));
    return { date: day, turns: cut.sort((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0)) };
  });
}
