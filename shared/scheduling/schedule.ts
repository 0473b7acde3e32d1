import type { Item, ItemGraph } from '../configuration';
import { DAY, iso } from '../sla';
import { createChangeCalendar } from './change-calendar';
import { collisionsOf } from './collisions';
import type { Freeze, MaintenanceWindow } from './freeze';
import type { Booking, Collision, Exemption, PlannedWork, SlotRequest, SlotSearch } from './schedule-views';
import { findSlots } from './slots';

export interface ScheduleSources {
  readonly item: (id: string | undefined) => Item | undefined;
  readonly graph: ItemGraph;
  readonly freezes: Iterable<Freeze>;
  readonly windows: Iterable<MaintenanceWindow>;
  readonly bookings: Iterable<Booking>;
  readonly exemptions: Iterable<Exemption>;
}

/** What stands in the change calendar, and what follows from it for work that is planned. */
export interface Schedule {
  /** Takes over the booking of one change in place; absent: it has none any more. */
  book(changeId: string, booking: Booking | undefined): void;
  /** Every reason why this work should not be done in its window; `now` (ISO instant) decides which exceptions live. */
  collisionsOf(work: PlannedWork, now: string): readonly Collision[];
  /** The earliest windows without any collision, and what blocks the time before them. */
  findSlots(request: SlotRequest, now: string): SlotSearch;
  /**
   * When a freeze or maintenance window is, between two ISO instants at most 400 days apart: for calendars. Whole, also where
   * it begins before or ends after; what has no end within reach of anybody is cut. Nothing for one that is retired.
   */
  occurrencesOf(windowId: string, from: string, to: string): readonly { readonly from: string; readonly to: string }[];
}

const MAX_SHOWN = 400 * DAY;

export function createSchedule(sources: ScheduleSources): Schedule {
  const calendar = createChangeCalendar(sources);
  return {
    book: calendar.bookings.book,
    collisionsOf: (work, now) => collisionsOf(calendar, work, now),
    findSlots: (request, now) => findSlots(calendar, request, now),
    occurrencesOf(windowId, from, to) {
      const timeline = calendar.timeline(windowId);
      const begin = Date.parse(from);
      const end = Math.min(Date.parse(to), begin + MAX_SHOWN);
      if (!timeline || !(begin < end)) return [];
      return timeline.within(begin, end).map((stretch) => ({
        from: iso(timeline.beginBefore(stretch.from + 1)),
        to: iso(timeline.endAfter(stretch.to - 1) ?? stretch.to),
      }));
    },
  };
}
