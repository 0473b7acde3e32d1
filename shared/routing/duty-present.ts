import type { Directory } from '../catalog';
import type { Actor } from '../kernel';
import { hasRole, worksIn } from '../kernel';
import { DAY, iso } from '../sla';
import { dutyGaps, dutyOverlaps } from './duty-gaps';
import { plannedTurns } from './duty-plan';
import type { DutyGroupView, DutyView } from './duty-views';
import { shiftsOf } from './members';
import type { Shift } from './shift';

/** So far ahead gaps and overlaps are listed. */
const GAP_DAYS = 14;
const MOST_LISTED = 100;

function groupView(directory: Directory, groupId: string, from: number, to: number, now: number): DutyGroupView {
  const nameOf = (id: string): string => directory.person(id)?.name ?? id;
  const names = new Map(shiftsOf(directory, groupId).map((shift: Shift) => [shift.id, shift.name]));
  return {
    groupId,
    groupName: directory.group(groupId)?.name ?? groupId,
    turns: plannedTurns(directory, groupId, from, to).map(({ memberIds, shiftId, level, ...turn }) => ({
      shiftId, shiftName: names.get(shiftId) ?? shiftId, groupId, level, from: iso(turn.from), to: iso(turn.to), people: memberIds.map((id) => ({ id, name: nameOf(id) })),
    })),
    gaps: dutyGaps(directory, groupId, now, now + GAP_DAYS * DAY).slice(0, MOST_LISTED),
    overlaps: dutyOverlaps(directory, groupId, now, now + GAP_DAYS * DAY).slice(0, MOST_LISTED),
  };
}

/**
 * Who is on duty when, of the groups that the reader works in; those who look over all of IT see all. `now`, `from` and `to` are ISO
 * instants; gaps and overlaps are those of the next two weeks, whatever is looked at.
 */
export function dutyView(directory: Directory, actor: Actor, { from, to, now }: { readonly from: string; readonly to: string; readonly now: string }): DutyView {
  const seesAll = hasRole(actor, 'administrator', 'manager', 'auditor');
  const planned = [...directory.groups()].filter(({ id, retired }) => !retired && (seesAll || worksIn(actor, id)) && shiftsOf(directory, id).length > 0);
  const groups = planned.sort((left, right) => left.name.localeCompare(right.name)).map(({ id }) => groupView(directory, id, Date.parse(from), Date.parse(to), Date.parse(now)));
  return { from, to, groups };
}
