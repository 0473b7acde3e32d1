// If this fails, queue pages skip tickets, show them twice, or show them in the wrong order.
import fc from 'fast-check';
import { createSortedIndex, type Position } from '../../../shared/app/sorted-index';

interface Item { readonly id: string; readonly key: string | undefined }

const operation = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((number) => `T${String(number).padStart(2, '0')}`),
  key: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined }),
  remove: fc.boolean(),
});

function naive(items: ReadonlyMap<string, Item>, descending: boolean): string[] {
  const keyed = [...items.values()].filter((item) => item.key !== undefined);
  const keyless = [...items.values()].filter((item) => item.key === undefined);
  const order = (left: Item, right: Item): number => (left.key ?? '').localeCompare(right.key ?? '') || left.id.localeCompare(right.id);
  const sorted = [keyed.sort(order), keyless.sort(order)];
  return sorted.flatMap((part) => (descending ? part.reverse() : part)).map((item) => item.id);
}

function paged(index: ReturnType<typeof createSortedIndex<Item>>, descending: boolean, size: number): string[] {
  const seen: string[] = [];
  let after: Position | undefined;
  for (;;) {
    const page = [];
    for (const entry of index.walk(descending, after)) {
      page.push(entry);
      if (page.length === size) break;
    }
    seen.push(...page.map((entry) => entry.value.id));
    if (page.length < size) return seen;
    after = page.at(-1)?.position;
  }
}

it('pages through exactly what a sort of everything gives, in both directions', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 120 }), fc.boolean(), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 2, max: 40 }), (operations, descending, size, most) => {
      const index = createSortedIndex<Item>((item) => item.key, most);
      const items = new Map<string, Item>();
      for (const { id, key, remove } of operations) {
        if (remove) {
          items.delete(id);
          index.remove(id);
        } else {
          items.set(id, { id, key });
          index.put(id, { id, key });
        }
      }
      expect(paged(index, descending, size)).toEqual(naive(items, descending));
    }),
  );
});
