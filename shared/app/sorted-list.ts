export type Key = string | number;

export interface Entry<T> {
  readonly key: Key;
  readonly id: string;
  readonly value: T;
}

export type Place = Pick<Entry<unknown>, 'key' | 'id'>;

export function compare(left: Place, right: Place): number {
  if (left.key < right.key) return -1;
  if (left.key > right.key) return 1;
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

/** First position for which `isBefore` does not hold any more. */
function firstNot(length: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Entries in order of key and id. They lie in pieces, so that one that comes or goes among many thousands moves few others. */
export interface SortedList<T> {
  /** Takes the place of an entry with the same key and id. */
  put(entry: Entry<T>): void;
  remove(place: Place): void;
  /** Behind a place, or from the beginning; backwards when descending. */
  walk(descending: boolean, after?: Place): Generator<Entry<T>>;
}

export function createSortedList<T>(most = 512): SortedList<T> {
  const pieces: Entry<T>[][] = [];

  /** The piece that holds a place or would hold it; behind the last one when all entries are before. */
  const pieceOf = (place: Place): number => firstNot(pieces.length, (at) => compare((pieces[at] as Entry<T>[]).at(-1) as Entry<T>, place) < 0);
  const within = (piece: readonly Entry<T>[], place: Place): number => firstNot(piece.length, (at) => compare(piece[at] as Entry<T>, place) < 0);

  function put(entry: Entry<T>): void {
    if (pieces.length === 0) return void pieces.push([entry]);
    const number = Math.min(pieceOf(entry), pieces.length - 1);
    const piece = pieces[number] as Entry<T>[];
    const at = within(piece, entry);
    const present = piece[at];
    if (present && compare(present, entry) === 0) {
      piece[at] = entry;
      return;
    }
    piece.splice(at, 0, entry);
    if (piece.length > most) pieces.splice(number + 1, 0, piece.splice(piece.length >> 1));
  }

  function remove(place: Place): void {
    const number = pieceOf(place);
    const piece = pieces[number];
    if (!piece) return;
    const at = within(piece, place);
    if (compare(piece[at] as Entry<T>, place) !== 0) return;
    piece.splice(at, 1);
    if (piece.length === 0) pieces.splice(number, 1);
  }

  function* upwards(after?: Place): Generator<Entry<T>> {
    for (let number = after ? pieceOf(after) : 0; number < pieces.length; number += 1) {
      for (const entry of pieces[number] as Entry<T>[]) if (!after || compare(entry, after) > 0) yield entry;
    }
  }

  function* downwards(after?: Place): Generator<Entry<T>> {
    for (let number = after ? Math.min(pieceOf(after), pieces.length - 1) : pieces.length - 1; number >= 0; number -= 1) {
      const piece = pieces[number] as Entry<T>[];
      for (let at = piece.length - 1; at >= 0; at -= 1) {
        const entry = piece[at] as Entry<T>;
        if (!after || compare(entry, after) < 0) yield entry;
      }
    }
  }

  return { put, remove, walk: (descending, after) => (descending ? downwards(after) : upwards(after)) };
}
