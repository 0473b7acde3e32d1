import type { Item } from './configuration';

/** Who runs on what, one step in either direction: that is what collides when one of them changes (domain.md 3.5). */
export interface ItemGraph {
  parentsOf(id: string): readonly string[];
  childrenOf(id: string): readonly string[];
}

const NONE: readonly string[] = [];

/** Retired items have no relations: nothing runs on them any more. */
export function createItemGraph(items: Iterable<Pick<Item, 'id' | 'parentIds' | 'retired'>>): ItemGraph {
  const parents = new Map<string, readonly string[]>();
  const live = [...items].filter(({ retired }) => !retired);
  const known = new Set(live.map(({ id }) => id));
  const children = new Map<string, string[]>();
  for (const { id, parentIds } of live) {
    const own = (parentIds ?? []).filter((parentId) => parentId !== id && known.has(parentId));
    if (own.length > 0) parents.set(id, own);
    for (const parentId of own) {
      const siblings = children.get(parentId);
      if (siblings) siblings.push(id);
      else children.set(parentId, [id]);
    }
  }
  return {
    parentsOf: (id) => parents.get(id) ?? NONE,
    childrenOf: (id) => children.get(id) ?? NONE,
  };
}
