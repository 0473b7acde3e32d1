/** Deep equality of JSON values; the order of keys does not matter, `undefined` counts as absent. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isEqual((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]));
}

/** Would laying `changes` over `record` change nothing? */
export function changesNothing(changes: object, record: object | undefined): boolean {
  return Object.entries(changes).every(([key, value]) => isEqual(value, (record as Record<string, unknown> | undefined)?.[key]));
}
