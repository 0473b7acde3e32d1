import { randomUUID } from 'node:crypto';
import type { Clock } from '../kernel';
import { rowsUnder, type Storage } from '../storage/port';
import { rowKey } from './rows';

/** A server at work on the store. */
interface InstanceRow {
  /** ISO instant. After it nobody counts on the instance any more. */
  readonly until: string;
}

/** An instance says every so often that it is there, and counts as gone when it has missed two times. */
export const SAY_EVERY_MS = 30_000;
const GONE_AFTER_MS = 3 * SAY_EVERY_MS;

/**
 * Which servers are at work on a store. They need not know of each other; it is for what has to be alone with the store, such as
 * erasing somebody, whose name a running server has in memory.
 */
export function createInstances(storage: Storage, partition: string, clock: Clock) {
  const row = rowKey.instance(randomUUID());
  let etag: string | undefined;

  async function drop(gone: string, goneEtag: string): Promise<void> {
    await storage.commit({ partition, guarded: [{ kind: 'delete', row: gone, etag: goneEtag }] });
  }

  return {
    async sayHere(): Promise<void> {
      const now = clock.now();
      const isFirst = etag === undefined;
      const data: InstanceRow = { until: new Date(now.getTime() + GONE_AFTER_MS).toISOString() };
      const result = await storage.commit({ partition, guarded: [etag === undefined ? { kind: 'create', row, data } : { kind: 'replace', row, etag, data }] });
      // Somebody took an instance for gone that was asleep: next time it says so anew.
      etag = result.ok ? result.etags.get(row) : undefined;
      if (!isFirst) return;
      for await (const stored of rowsUnder(storage, partition, rowKey.instances)) if ((stored.data as InstanceRow).until <= now.toISOString()) await drop(stored.row, stored.etag);
    },

    async leave(): Promise<void> {
      if (etag !== undefined) await drop(row, etag);
      etag = undefined;
    },

    /** How many servers are at work, this one left out. */
    async others(): Promise<number> {
      const now = clock.now().toISOString();
      let others = 0;
      for await (const stored of rowsUnder(storage, partition, rowKey.instances)) if (stored.row !== row && (stored.data as InstanceRow).until > now) others += 1;
      return others;
    },
  };
}

export type Instances = ReturnType<typeof createInstances>;
