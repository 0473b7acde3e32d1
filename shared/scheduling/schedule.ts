import type { Item, ItemGraph } from '../configuration';
import type { Freeze, MaintenanceWindow } from './freeze';
import type { Booking, Collision, Exemption, PlannedWork, SlotRequest, SlotSearch } from './schedule-views';

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
  /** When a freeze or maintenance window is, between two ISO instants: for calendars. */
  occurrencesOf(windowId: string, from: string, to: string): readonly { readonly from: string; readonly to: string }[];
}

export function createSchedule(_sources: ScheduleSources): Schedule {
  return { book: () => undefined, collisionsOf: () => [], findSlots: () => ({ slots: [], refused: [] }), occurrencesOf: () => [] };
}
