import type { Stretch } from '../sla';
import type { ChangeCalendar, FreezeInForce } from './change-calendar';
import { isExempt } from './freeze-scope';
import { bookingObstacle, freezeObstacle, outsideObstacle, type Obstacle } from './obstacles';
import type { Collision, WorkToPlace } from './schedule-views';
import type { CollisionReason } from './window-schema';
import type { Timeline } from './timeline';

/** A collision that is possible, with what decides when it is one. */
export interface Cause {
  readonly collision: Omit<Collision, 'from' | 'to' | 'until'>;
  readonly obstacle: Obstacle;
}

type Relation = 'item' | 'parent' | 'child';

/** An item of the work, or one that is one step away from it. */
interface Near {
  readonly relation: Relation;
  readonly id: string;
}

const REASONS: Readonly<Record<Relation, { readonly booked: CollisionReason; readonly outside: CollisionReason; readonly frozen: CollisionReason }>> = {
  item: { booked: 'sameItem', outside: 'itemOutsideWindow', frozen: 'itemFrozen' },
  parent: { booked: 'parentItem', outside: 'parentOutsideWindow', frozen: 'parentFrozen' },
  child: { booked: 'childItem', outside: 'childOutsideWindow', frozen: 'childFrozen' },
};

type Named = Pick<Collision, 'reason' | 'itemId' | 'relatedId' | 'otherId' | 'personId'>;

function cause({ reason, itemId, relatedId, personId, otherId }: Named, obstacle: Obstacle): Cause {
  const key = [reason, itemId, relatedId, personId, otherId].filter((part) => part !== undefined).join(':');
  const severity = reason.endsWith('Frozen') ? 'block' : 'warn';
  const parties = { ...(itemId && { itemId }), ...(relatedId && { relatedId }), ...(otherId && { otherId }), ...(personId && { personId }) };
  return { collision: { key, reason, severity, ...parties }, obstacle };
}

const named = (itemId: string, { relation, id }: Near, of: 'booked' | 'outside' | 'frozen', otherId?: string): Named => ({
  reason: REASONS[relation][of],
  itemId,
  ...(relation !== 'item' && { relatedId: id }),
  ...(otherId && { otherId }),
});

/** The items of the work that are in use, each with those one step away. What is in the work itself is told as itself only. */
function nearestOf(calendar: ChangeCalendar, { itemIds }: WorkToPlace): ReadonlyMap<string, readonly Near[]> {
  const own = new Set(itemIds.filter((id) => calendar.item(id)));
  const others = (ids: readonly string[], relation: Relation): Near[] =>
    [...new Set(ids)].filter((id) => !own.has(id) && calendar.item(id)).map((id) => ({ relation, id }));
  return new Map(
    [...own].map((id) => [id, [{ relation: 'item', id }, ...others(calendar.parentsOf(id), 'parent'), ...others(calendar.childrenOf(id), 'child')]] as const),
  );
}

/** Another change of an item is told once: where it has the item itself, that it has its parent too is no news. */
function bookedCauses(calendar: ChangeCalendar, { changeId }: WorkToPlace, itemId: string, near: readonly Near[], { from, to }: Stretch): Cause[] {
  const direct = new Set<string>();
  return near.flatMap((entry) => {
    const others = calendar.bookings.ofItem(entry.id, from, to).filter((booking) => booking.changeId !== changeId && !direct.has(booking.changeId));
    if (entry.relation === 'item') for (const booking of others) direct.add(booking.changeId);
    return others.map((booking) => cause(named(itemId, entry, 'booked', booking.changeId), bookingObstacle(booking)));
  });
}

/** Freezes of the work as a whole are told once; an item that is frozen itself needs no word about its parents and children. */
function freezeCauses(calendar: ChangeCalendar, work: WorkToPlace, nearest: ReadonlyMap<string, readonly Near[]>, inForce: FreezeInForce, obstacle: Obstacle): Cause[] {
  const { freeze, hitsWork, hitsItem } = inForce;
  if (hitsWork(work)) return [cause({ reason: 'itemFrozen', otherId: freeze.id }, obstacle)];
  return [...nearest].flatMap(([itemId, near]) => {
    const frozen = near.filter(({ id }) => {
      const item = calendar.item(id);
      return item !== undefined && hitsItem(item);
    });
    const told = frozen[0]?.relation === 'item' ? frozen.slice(0, 1) : frozen;
    return told.map((entry) => cause(named(itemId, entry, 'frozen', freeze.id), obstacle));
  });
}

/** Everything that work somewhere in `range` may run into, freezes first; `now` decides which exceptions live. */
export function causesOf(calendar: ChangeCalendar, work: WorkToPlace, range: Stretch, now: number): readonly Cause[] {
  const { from, to } = range;
  const nearest = nearestOf(calendar, work);
  const causes: Cause[] = [];
  for (const inForce of calendar.freezes) {
    if (isExempt(inForce.freeze, work) || !inForce.timeline.hull(from, to)) continue;
    const obstacle = freezeObstacle(inForce.timeline, calendar.exemptStretches(work, inForce.freeze.id, now));
    causes.push(...freezeCauses(calendar, work, nearest, inForce, obstacle));
  }
  const outside = new Map<Timeline, Obstacle>();
  for (const [itemId, near] of nearest) {
    causes.push(...bookedCauses(calendar, work, itemId, near, range));
    for (const entry of near) {
      const item = calendar.item(entry.id);
      const windows = item && calendar.windowsOf(item);
      if (!windows) continue;
      const obstacle = outside.get(windows) ?? outsideObstacle(windows);
      outside.set(windows, obstacle);
      causes.push(cause(named(itemId, entry, 'outside'), obstacle));
    }
  }
  const { implementerId } = work;
  if (implementerId !== undefined) {
    const others = calendar.bookings.ofImplementer(implementerId, from, to).filter(({ changeId }) => changeId !== work.changeId);
    causes.push(...others.map((booking) => cause({ reason: 'implementerBusy', personId: implementerId, otherId: booking.changeId }, bookingObstacle(booking))));
  }
  return causes;
}
