import { measureSchedule } from '../changes/schedule';
import type { Table } from '../table';

/** The change calendar: what collides with a change, and where the next free windows are. */
export async function measureChanges(): Promise<readonly Table[]> {
  return measureSchedule();
}
