import type { Stretch } from '../sla';
import type { Booking } from './schedule-views';

/** A booking with its time as numbers: milliseconds since 1970, half-open. */
export interface Booked extends Stretch {
  readonly changeId: string;
  readonly itemIds: readonly string[];
  readonly implementerId?: string;
}

/** Who has booked what when. A question costs what it finds, not what there is. */
export interface BookingIndex {
  /** Takes over the booking of one change; absent: it has none any more. */
  book(changeId: string, booking: Booking | undefined): void;
  /** Bookings of an item that overlap `[from, to)`. */
  ofItem(itemId: string, from: number, to: number): readonly Booked[];
  ofImplementer(personId: string, from: number, to: number): readonly Booked[];
}

/** The bookings of one item or person: a balanced tree in a sorted array, laid out again when it is asked after a change. */
interface Shelf {
  readonly bookings: Booked[];
  /** By position of the root of a subtree: the latest end in it. Absent after a change. */
  latest?: Float64Array | undefined;
}

/** Works out the latest end in `[low, high)`, whose root is in the middle. */
function layOut(bookings: readonly Booked[], latest: Float64Array, low: number, high: number): number {
  if (low >= high) return Number.NEGATIVE_INFINITY;
  const middle = (low + high) >> 1;
  const end = Math.max((bookings[middle] as Booked).to, layOut(bookings, latest, low, middle), layOut(bookings, latest, middle + 1, high));
  latest[middle] = end;
  return end;
}

/** Bookings that overlap a range: goes only where something may end after its beginning, and no further than its end. */
function overlapping(shelf: Shelf | undefined, range: Stretch): readonly Booked[] {
  if (!shelf) return [];
  const { bookings } = shelf;
  let { latest } = shelf;
  if (!latest) {
    bookings.sort((a, b) => a.from - b.from || (a.changeId < b.changeId ? -1 : 1));
    latest = new Float64Array(bookings.length);
    layOut(bookings, latest, 0, bookings.length);
    shelf.latest = latest;
  }
  const ends = latest;
  const found: Booked[] = [];
  const collect = (low: number, high: number): void => {
    const middle = (low + high) >> 1;
    if (low >= high || (ends[middle] as number) <= range.from) return;
    collect(low, middle);
    const booking = bookings[middle] as Booked;
    if (booking.from >= range.to) return;
    if (booking.to > range.from) found.push(booking);
    collect(middle + 1, high);
  };
  collect(0, bookings.length);
  return found;
}

function put(shelves: Map<string, Shelf>, key: string, booking: Booked): void {
  const shelf = shelves.get(key);
  if (!shelf) {
    shelves.set(key, { bookings: [booking] });
    return;
  }
  shelf.bookings.push(booking);
  shelf.latest = undefined;
}

function take(shelves: Map<string, Shelf>, key: string, booking: Booked): void {
  const shelf = shelves.get(key);
  const at = shelf?.bookings.indexOf(booking) ?? -1;
  if (!shelf || at < 0) return;
  shelf.bookings.splice(at, 1);
  shelf.latest = undefined;
  if (shelf.bookings.length === 0) shelves.delete(key);
}

/** A booking that takes no time, or whose times cannot be read, takes no place. */
function readBooking(changeId: string, { from, to, itemIds, implementerId }: Booking): Booked | undefined {
  const stretch = { from: Date.parse(from), to: Date.parse(to) };
  if (!(stretch.from < stretch.to)) return undefined;
  return { ...stretch, changeId, itemIds: [...new Set(itemIds)], ...(implementerId && { implementerId }) };
}

export function createBookingIndex(bookings: Iterable<Booking>): BookingIndex {
  const byChange = new Map<string, Booked>();
  const byItem = new Map<string, Shelf>();
  const byImplementer = new Map<string, Shelf>();

  function book(changeId: string, booking: Booking | undefined): void {
    const before = byChange.get(changeId);
    if (before) {
      for (const itemId of before.itemIds) take(byItem, itemId, before);
      if (before.implementerId) take(byImplementer, before.implementerId, before);
      byChange.delete(changeId);
    }
    const booked = booking && readBooking(changeId, booking);
    if (!booked) return;
    byChange.set(changeId, booked);
    for (const itemId of booked.itemIds) put(byItem, itemId, booked);
    if (booked.implementerId) put(byImplementer, booked.implementerId, booked);
  }

  for (const booking of bookings) book(booking.changeId, booking);
  return {
    book,
    ofItem: (itemId, from, to) => overlapping(byItem.get(itemId), { from, to }),
    ofImplementer: (personId, from, to) => overlapping(byImplementer.get(personId), { from, to }),
  };
}
