import type { Storage } from '../../shared/storage';
import { mustGet } from './stores';

export const PARTITION = 'tenant';

/** What the test tells the second process to do. */
export type Order =
  | { readonly kind: 'write'; readonly row: string; readonly data: unknown; readonly thenMakeFile?: string }
  | { readonly kind: 'read'; readonly row: string }
  | { readonly kind: 'readLength'; readonly row: string }
  | { readonly kind: 'count'; readonly row: string; readonly times: number }
  | { readonly kind: 'pour'; readonly writers: number };

export async function countUp(storage: Storage, row: string, times: number): Promise<void> {
  for (let done = 0; done < times; ) {
    const { etag, data } = await mustGet(storage, PARTITION, row);
    const result = await storage.commit({ partition: PARTITION, guarded: [{ kind: 'replace', row, etag, data: (data as number) + 1 }] });
    if (result.ok) done++;
  }
}
