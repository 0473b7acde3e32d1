import { createSortedList, type Key, type Place, type SortedList } from './sorted-list';

/** Where a page starts: behind this entry. `null` marks the entries without a key, which always come last. */
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

export function createSortedIndex<T>(keyOf: (value: T) => Key | undefined, most?: number): SortedIndex<T> {
  const entries = createSortedList<T>(most);
  const keyless = createSortedList<T>(most);
  const keys = new Map<string, Key | undefined>();

  const segment = (id: string, key: Key | undefined): { list: SortedList<T>; place: Place } =>
    key === undefined ? { list: keyless, place: { key: '', id } } : { list: entries, place: { key, id } };

  function remove(id: string): void {
    if (!keys.has(id)) return;
    const { list, place } = segment(id, keys.get(id));
    list.remove(place);
    keys.delete(id);
  }

  function put(id: string, value: T): void {
    const key = keyOf(value);
    // Most changes leave most orders as they are: then nothing moves.
    if (keys.get(id) !== key) remove(id);
    const { list, place } = segment(id, key);
    list.put({ ...place, value });
    keys.set(id, key);
  }

  function* walk(descending: boolean, after?: Position) {
    if (!after || after.key !== null) {
      for (const { key, id, value } of entries.walk(descending, after as Place | undefined)) yield { value, position: { key, id } };
    }
    const behind = after?.key === null ? { key: '', id: after.id } : undefined;
    for (const { id, value } of keyless.walk(descending, behind)) yield { value, position: { key: null, id } };
  }

  return { put, remove, walk };
}
