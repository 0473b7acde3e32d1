import { createStore, useStore, type Store } from '../../lib/store';
import { readStored, writeStored } from '../../lib/stored';
import { useKept, useSession } from '../../lib/session';
import type { Values } from '../../parts/schema-form/types';

/** One thing in the cart: an item with what was answered. It becomes a request of its own. */
export interface CartLine {
  /** Makes ordering it twice one request. */
  readonly key: string;
  readonly offeringId: string;
  readonly answers: Values;
  readonly values: Values;
}

export interface Cart {
  readonly lines: readonly CartLine[];
  add(line: Omit<CartLine, 'key'>): void;
  remove(key: string): void;
}

/** More would make a queue of its own. */
export const MAX_LINES = 20;

/** What somebody collects before they order it; it stays in this browser, each person's own. */
export function useCart(): Cart {
  const { me } = useSession();
  const name = `cart.${me.id}`;
  const store = useKept<Store<readonly CartLine[]>>(name, () => createStore(readStored<readonly CartLine[]>(name, [])));
  const lines = useStore(store);
  const keep = (next: readonly CartLine[]): void => {
    store.set(next);
    writeStored(name, next.length > 0 ? next : undefined);
  };
  return {
    lines,
    add: (line) => keep([...lines, { ...line, key: crypto.randomUUID() }].slice(0, MAX_LINES)),
    // As it is at that moment: several lines leave one after the other.
    remove: (key) => keep(store.get().filter((line) => line.key !== key)),
  };
}
