import { AppError } from '../kernel';
import type { Storage } from '../storage/port';
import { rowKey } from './rows';

/** Stands in a store from before the first row of a restore until after the last. */
export interface RestoreMarker {
  /** Of the backup: only the same one can be continued. */
  readonly sha256: string;
  readonly startedAt: string;
  /** How many rows of the backup are there already. */
  readonly rows: number;
}

/** Half of an organization looks like a whole one: nobody works on it. */
export async function refuseUnfinishedRestore(storage: Storage, partition: string): Promise<void> {
  const marker = (await storage.get(partition, rowKey.restore))?.data as RestoreMarker | undefined;
  if (!marker) return;
  const detail = `a restore begun at ${marker.startedAt} has not come to its end; run the same "bellhop restore" again`;
  throw new AppError('conflict', 'restore.unfinished', { detail });
}
