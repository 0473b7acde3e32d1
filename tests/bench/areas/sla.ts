import { measureClocks } from '../sla/clocks';
import { compareLibraries } from '../sla/compare';
import { measureRecompute } from '../sla/recompute';
import { measureReplay } from '../sla/replay';
import { measureSweeper } from '../sla/sweeper';
import type { Table } from '../table';

/** Service-level clocks: computing, recomputing, replaying and watching them, and the engine beside published libraries. */
export async function measureSla(): Promise<readonly Table[]> {
  return [await measureClocks(), await measureRecompute(), await measureReplay(), await measureSweeper(), ...(await compareLibraries())];
}
