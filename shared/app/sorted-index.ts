type Key = string | number;

interface Entry<T> {
  readonly key: Key;
  readonly id: string;
  readonly value: T;
}

function compare(left: { key: Key; id: string }, right: { key: Key; id: string }): number {
  if (left.key < right.key) return -1;
  if (left.key > right.key) return 1;
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

/** First position whose entry is not before `probe`. */
function lowerBound<T>(entries: readonly Entry<T>[], probe: { key: Key; id: string }): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(entries[middle] as Entry<T>, probe) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a page starts: behind this entry. `none` marks the entries without a key, which always come last. */
export interface Position {
  readonly key: Key | null;
  readonly id: string;
}

/** Keeps values in order as they come and go: a page costs the same, however many there are. */
export interface SortedIndex<T> {
  put(id: string, value: T): void;
  remove(id: string): void;
  /** In order, behind `after` if given. */
  walk(descending: boolean, after?: Position): Generator<{ readonly value: T; readonly position: Position }>;
}

export function createSortedIndex<T>(keyOf: (value: T) => Key | undefined): SortedIndex<T> {
  const entries: Entry<T>[] = [];
  const keyless: Entry<T>[] = [];
  const keys = new Map<string, Key | undefined>();

  function segment(key: Key | undefined): { list: Entry<T>[]; key: Key } {
    return key === undefined ? { list: keyless, key: '' } : { list: entries, key };
  }

  function remove(id: string): void {
    if (!keys.has(id)) return;
    const { list, key } = segment(keys.get(id));
    const at = lowerBound(list, { key, id });
    if (list[at]?.id === id) list.splice(at, 1);
    keys.delete(id);
  }

  function put(id: string, value: T): void {
    const sortKey = keyOf(value);
    const { list, key } = segment(sortKey);
    const stays = keys.has(id) && keys.get(id) === sortKey;
    if (!stays) remove(id);
    const at = lowerBound(list, { key, id });
    // Most changes leave most orders as they are: then nothing moves.
    if (stays) list[at] = { key, id, value };
    else list.splice(at, 0, { key, id, value });
    keys.set(id, sortKey);
  }

  function* walkSegment(list: readonly Entry<T>[], descending: boolean, after: { key: Key; id: string } | undefined, isKeyless: boolean) {
    let at: number;
    if (descending) {
      at = after ? lowerBound(list, after) - 1 : list.length - 1;
    } else {
      at = after ? lowerBound(list, after) : 0;
      const first = list[at];
      if (after && first && compare(first, after) === 0) at += 1;
    }
    for (; at >= 0 && at < list.length; at += descending ? -1 : 1) {
      const entry = list[at] as Entry<T>;
      yield { value: entry.value, position: { key: isKeyless ? null : entry.key, id: entry.id } };
    }
  }

  function* walk(descending: boolean, after?: Position) {
    if (!after || after.key !== null) {
      yield* walkSegment(entries, descending, after as { key: Key; id: string } | undefined, false);
      yield* walkSegment(keyless, descending, undefined, true);
    } else {
      yield* walkSegment(keyless, descending, { key: '', id: after.id }, true);
    }
  }

  return { put, remove, walk };
}
