import { href } from '../lib/router';
import type { Session } from '../lib/session';

/** Where a record stands in the list that the reader came from. */
export interface Neighbors {
  /** Leads back to that list, as it was. */
  readonly backHref: string;
  /** From 1; 0 where the reader came from elsewhere. */
  readonly position: number;
  readonly count: number;
  readonly previousId?: string | undefined;
  readonly nextId?: string | undefined;
}

interface Order {
  readonly ids: readonly string[];
  readonly hash: string;
}

const keyOf = (practice: string): string => `order of ${practice}`;

/** Remembers a list as it is shown, so that the page of a record can step through it. */
export function keepOrder({ kept }: Session, practice: string, order: Order): void {
  kept.set(keyOf(practice), order);
}

/** The neighbors in the list that was shown last; `listPage` is where "back" leads when there was none. */
export function neighborsOf({ kept }: Session, practice: string, id: string, listPage: string): Neighbors {
  const order = kept.get(keyOf(practice)) as Order | undefined;
  const backHref = order?.hash ?? href(listPage);
  const index = order?.ids.indexOf(id) ?? -1;
  if (!order || index < 0) return { backHref, position: 0, count: 0 };
  return { backHref, position: index + 1, count: order.ids.length, previousId: order.ids[index - 1], nextId: order.ids[index + 1] };
}
