import { once } from '../kernel';
import { iso, DAY, dayNumberOf, instantsOf, offsetAt, openTimeOf, timeOfDay, type Calendar, type OpenTime, type Stretch } from '../sla';
import type { Duty } from './rule-out';
import type { Shift } from './shift';

/** Who has a shift, from when to when; milliseconds since 1970. */
export interface Turn extends Stretch {
  readonly memberIds: readonly string[];
}

const DEFAULT_HANDOVER = '09:00';
/** How far ahead somebody's next time is looked for. */
export const AHEAD = 35 * DAY;
/** Nothing that a person is on without a break lasts longer than it is looked back. */
const BACK = 2 * DAY;

/** The times of a shift are a calendar: the same wall clocks, the same care at the ends of summer time. */
const timesOf = once(({ id, version, createdAt, updatedAt, name, zone, weekly }: Shift): OpenTime => {
  const calendar: Calendar = { id, version, createdAt, updatedAt, name, zone, weekly, retired: false };
  return openTimeOf(calendar, () => undefined);
});

/** The first instant at which wall clocks of the zone show this time or a later one. */
const instantOf = (zone: string, local: number): number => instantsOf(zone, local, local + DAY)[0]?.from ?? local;

/** The turn that runs at an instant, with its number; hand-over is at local wall time (domain.md 6.2). */
function turnAt(shift: Shift, at: number): Stretch & { readonly number: number } {
  const { zone, rotationDays = 1, rotationFrom = '1970-01-01', handoverAt = DEFAULT_HANDOVER } = shift;
  const first = (dayNumberOf(rotationFrom) ?? 0) * DAY + timeOfDay(handoverAt);
  const starts = (number: number): number => instantOf(zone, first + number * rotationDays * DAY);
  let number = Math.floor((at + offsetAt(zone, at) - first) / (rotationDays * DAY));
  // In the hour that autumn repeats, the wall clock says twice that it is time: the first time counts.
  if (at < starts(number)) number -= 1;
  else if (at >= starts(number + 1)) number += 1;
  return { number, from: starts(number), to: starts(number + 1) };
}

/** Cut where the turn goes to the next member. */
function byTurn(shift: Shift, { from, to }: Stretch): readonly Turn[] {
  const { memberIds, rotationDays } = shift;
  if (rotationDays === undefined || memberIds.length === 0) return [{ from, to, memberIds }];
  const turns: Turn[] = [];
  for (let at = from; at < to; ) {
    const turn = turnAt(shift, at);
    const index = ((turn.number % memberIds.length) + memberIds.length) % memberIds.length;
    const end = Math.min(to, turn.to);
    turns.push({ from: at, to: end, memberIds: [memberIds[index] as string] });
    at = end;
  }
  return turns;
}

/** Cut where a swap begins or ends, with whoever is in it then. */
function bySwap({ swaps = [] }: Shift, turn: Turn): readonly Turn[] {
  const cuts = swaps.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]).filter((at) => at > turn.from && at < turn.to);
  const ends = [...new Set([turn.from, ...cuts, turn.to])].sort((a, b) => a - b);
  return ends.slice(1).map((to, index) => {
    const from = ends[index] as number;
    const now = swaps.filter((swap) => Date.parse(swap.from) <= from && to <= Date.parse(swap.to));
    const memberIds = turn.memberIds.map((id) => now.find(({ outId }) => outId === id)?.inId ?? id);
    return { from, to, memberIds: [...new Set(memberIds)] };
  });
}

/** Who has the shift between two instants, in order. */
export function turnsOf(shift: Shift, from: number, to: number): readonly Turn[] {
  return timesOf(shift).intervals(from, to).flatMap((open) => byTurn(shift, open)).flatMap((turn) => bySwap(shift, turn));
}

/** From stretches in any order those that touch become one. */
export function united(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && last.to >= stretch.from) found[found.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
    else found.push(stretch);
  }
  return found;
}

/** Is somebody on at an instant whose times are these, and until when, and when again? */
export function dutyAmong(stretches: readonly Stretch[], at: number, horizon: number): Duty {
  const all = united(stretches);
  const present = all.find(({ from, to }) => from <= at && at < to);
  const next = all.find(({ from }) => from > at);
  return {
    isOn: present !== undefined,
    // What reaches the end of what was looked at has no end that matters.
    ...(present && present.to < horizon && { until: iso(present.to) }),
    ...(next && { nextAt: iso(next.from) }),
  };
}

/** When each person is on in some shifts, around an instant: from two days before to five weeks after. */
export function timesByPerson(shifts: readonly Shift[], at: number): ReadonlyMap<string, readonly Stretch[]> {
  const times = new Map<string, Stretch[]>();
  for (const shift of shifts) {
    for (const { memberIds, from, to } of turnsOf(shift, at - BACK, at + AHEAD)) {
      for (const id of memberIds) {
        const known = times.get(id);
        if (known) known.push({ from, to });
        else times.set(id, [{ from, to }]);
      }
    }
  }
  return times;
}
