export interface Spent {
  readonly wallSeconds: number;
  /** User and system time of this process, all threads. */
  readonly cpuSeconds: number;
}

/** What some work took. */
export async function spent(work: () => unknown): Promise<Spent> {
  const before = process.cpuUsage();
  const began = performance.now();
  await work();
  const wallSeconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(before);
  return { wallSeconds, cpuSeconds: (user + system) / 1_000_000 };
}

export const seconds = (value: number): string => value.toFixed(2);
