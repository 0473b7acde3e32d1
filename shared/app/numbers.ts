import { AppError, formatId } from '../kernel';
import type { GuardedWrite, Storage, StoredRow } from '../storage/port';
import { rowKey } from './rows';

const BLOCK = 100;
const ATTEMPTS = 50;

export interface Numbers {
  /** A fresh id: `INC0000123`. Gaps are allowed, duplicates impossible, across any number of processes. */
  next(prefix: string): Promise<string>;
  /**
   * Sets numbers up to `number` aside for imports, which keep the numbers of the tool they come from: `next` never hands
   * them out. Those that may have been handed out before stay outside. Returns every range set aside so far.
   */
  setAside(prefix: string, number: number): Promise<readonly NumberRange[]>;
}

/** Both ends included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

interface Block {
  next: number;
  last: number;
}

/** Numbers are reserved in blocks per process, so that almost no action pays for its number. */
export function createNumbers(storage: Storage, partition: string): Numbers {
  const blocks = new Map<string, Block>();
  const reserving = new Map<string, Promise<void>>();

  const write = (row: string, current: StoredRow | undefined, data: unknown): GuardedWrite =>
    current ? { kind: 'replace', row, etag: current.etag, data } : { kind: 'create', row, data };
  const lastOf = (row: StoredRow | undefined): number => (row?.data as { last: number } | undefined)?.last ?? 0;

  async function reserve(prefix: string): Promise<void> {
    const row = rowKey.numbers(prefix);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const current = await storage.get(partition, row);
      const used = lastOf(current);
      const result = await storage.commit({ partition, guarded: [write(row, current, { last: used + BLOCK })] });
      if (result.ok) {
        blocks.set(prefix, { next: used + 1, last: used + BLOCK });
        return;
      }
    }
    throw new AppError('busy', 'storage.busy', { detail: `no number block for ${prefix}` });
  }

  async function setAside(prefix: string, number: number): Promise<readonly NumberRange[]> {
    const [row, asideRow] = [rowKey.numbers(prefix), rowKey.numbersSetAside(prefix)];
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const [current, aside] = await Promise.all([storage.get(partition, row), storage.get(partition, asideRow)]);
      const ranges = (aside?.data as { ranges: readonly NumberRange[] } | undefined)?.ranges ?? [];
      const used = lastOf(current);
      if (number <= used) return ranges;
      const all = [...ranges, { from: used + 1, to: number }];
      const result = await storage.commit({
        partition,
        guarded: [write(row, current, { last: number }), write(asideRow, aside, { ranges: all })],
      });
      if (result.ok) return all;
    }
    throw new AppError('busy', 'storage.busy', { detail: `no numbers set aside for ${prefix}` });
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
    setAside,
  };
}
