/**
 * Works through entries in their order, at most so many at the same time. Resolves with the sum of what each one made of its
 * entry; `work` must not throw.
 */
export async function sumAtOnce<T>(entries: readonly T[], atOnce: number, work: (entry: T) => Promise<number>): Promise<number> {
  const waiting = entries.values();
  const worker = async (): Promise<number> => {
    let sum = 0;
    // All workers take from the same iterator.
    for (const entry of waiting) sum += await work(entry);
    return sum;
  };
  const sums = await Promise.all(Array.from({ length: atOnce }, worker));
  return sums.reduce((total, sum) => total + sum, 0);
}
