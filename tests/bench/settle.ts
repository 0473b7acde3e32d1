import { rowKey } from '../../shared/app';
import { endOf, openStorage } from '../../shared/storage';

const SETTLING_MS = 900_000;

/** Waits until clocks that ran out while nobody served are noticed, and everybody is told: that is no part of the work. */
export async function settle(directory: string): Promise<void> {
  const { storage } = await openStorage('embedded', directory);
  const waiting = async (): Promise<number> => {
    const until = rowKey.timersUntil(new Date().toISOString());
    const pages = await Promise.all([[rowKey.timersAll, until], [rowKey.outboxAll, endOf(rowKey.outboxAll)], [rowKey.dueAll, endOf(rowKey.dueAll)]].map(([from = '', to = '']) => storage.range({ partition: 'main', from, to, limit: 1 })));
    return pages.reduce((sum, { rows }) => sum + rows.length, 0);
  };
  const end = Date.now() + SETTLING_MS;
  while ((await waiting()) > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 500));
  await storage.close();
}
