import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppError } from '../../shared/kernel';
import { openAzureStorage } from '../../shared/storage/azure/azure-storage';
import { openEmbeddedStorage, type GuardedWrite, type Storage, type StoredRow } from '../../shared/storage';
import { startAzurite } from '../_support/azurite';

/** A store that holds nothing yet. `open` gives a further handle on it, as another instance of the server has. */
export interface StartedStore {
  open(): Promise<Storage>;
  stop(): Promise<void>;
}

export async function startEmbedded(): Promise<StartedStore> {
  const directory = await mkdtemp(join(tmpdir(), 'bellhop-rows-'));
  const opened: Storage[] = [];
  return {
    async open() {
      const storage = openEmbeddedStorage({ directory });
      opened.push(storage);
      return storage;
    },
    async stop() {
      for (const storage of opened) await storage.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export async function startAzure(): Promise<StartedStore> {
  const azurite = await startAzurite();
  return {
    open: () => openAzureStorage({ connectionString: azurite.connectionString }, 'bellhop'),
    stop: () => azurite.stop(),
  };
}

export const STORES = [
  ['embedded', startEmbedded],
  ['azure', startAzure],
] as const;

export function create(row: string, data: unknown = row): GuardedWrite {
  return { kind: 'create', row, data };
}

/** The row, which has to be there. */
export async function mustGet(storage: Storage, partition: string, row: string): Promise<StoredRow> {
  const found = await storage.get(partition, row);
  if (!found) throw new Error(`no row ${row} in ${partition}`);
  return found;
}

/** The error that the attempt ends with; undefined when it succeeds. */
export async function errorOf(attempt: Promise<unknown>): Promise<Partial<AppError> | undefined> {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    return error as AppError;
  }
}

/** Every row of a partition as `key -> data`, in order. */
export async function dump(storage: Storage, partition: string): Promise<[string, unknown][]> {
  const rows: [string, unknown][] = [];
  let continuation: string | undefined;
  do {
    const page = await storage.range({ partition, from: '', to: '\x7f', ...(continuation && { continuation }) });
    rows.push(...page.rows.map(({ row, data }): [string, unknown] => [row, data]));
    continuation = page.continuation;
  } while (continuation);
  return rows;
}
