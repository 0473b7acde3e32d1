import { AppError, formatId } from '../kernel';
import type { Storage } from '../storage/port';
import { rowKey } from './rows';

const BLOCK = 100;

export interface Numbers {
  /** A fresh id: `INC0000123`. Gaps are allowed, duplicates impossible, across any number of processes. */
  next(prefix: string): Promise<string>;
  /** Makes sure that numbers up to `number` are never handed out, for imports that keep their own. */
  skipTo(prefix: string, number: number): Promise<void>;
}

interface Block {
  next: number;
  last: number;
}

/** Numbers are reserved in blocks per process, so that almost no action pays for its number. */
export function createNumbers(storage: Storage, partition: string): Numbers {
  const blocks = new Map<string, Block>();
  const reserving = new Map<string, Promise<void>>();

  async function reserve(prefix: string, atLeast = 0): Promise<void> {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const row = await storage.get(partition, rowKey.numbers(prefix));
      const used = Math.max((row?.data as { last: number } | undefined)?.last ?? 0, atLeast);
      const data = { last: used + BLOCK };
      const result = await storage.commit({
        partition,
        guarded: [
          row
            ? { kind: 'replace', row: rowKey.numbers(prefix), etag: row.etag, data }
            : { kind: 'create', row: rowKey.numbers(prefix), data },
        ],
      });
      if (result.ok) {
        blocks.set(prefix, { next: used + 1, last: used + BLOCK });
        return;
      }
    }
    throw new AppError('busy', 'storage.busy', { detail: `no number block for ${prefix}` });
  }

  function reserveOnce(prefix: string): Promise<void> {
    let running = reserving.get(prefix);
    if (!running) {
      running = reserve(prefix).finally(() => reserving.delete(prefix));
      reserving.set(prefix, running);
    }
    return running;
  }

  return {
    async next(prefix) {
      for (;;) {
        const block = blocks.get(prefix);
        if (block && block.next <= block.last) {
          block.next += 1;
          return formatId(prefix, block.next - 1);
        }
        await reserveOnce(prefix);
      }
    },
    skipTo: (prefix, number) => reserve(prefix, number),
  };
}
