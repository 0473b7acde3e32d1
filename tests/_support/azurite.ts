import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ACCOUNT = 'devstoreaccount1';
// The well-known key of every Azure storage emulator.
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export interface Azurite {
  readonly connectionString: string;
  readonly tableAddress: string;
  stop(): Promise<void>;
}

/** Microsoft's storage emulator inside this process, in memory, on free ports; blobs only when asked for. */
export async function startAzurite({ withBlobs = false } = {}): Promise<Azurite> {
  // A thousand modules, which most of those who could start it do not need.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { blobServerIn, tableServerIn } = require('./azurite-servers') as typeof import('./azurite-servers');
  const directory = await mkdtemp(join(tmpdir(), 'bellhop-azurite-'));
  const table = tableServerIn(directory);
  await table.start();
  const blob = withBlobs ? blobServerIn(directory) : undefined;
  await blob?.start();
  const tableAddress = table.getHttpServerAddress();
  return {
    tableAddress,
    connectionString: connectionStringFor(tableAddress, blob?.getHttpServerAddress()),
    async stop() {
      await table.close();
      await blob?.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export function connectionStringFor(tableAddress: string, blobAddress?: string): string {
  const blobs = blobAddress ? `BlobEndpoint=${blobAddress}/${ACCOUNT};` : '';
  return `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};${blobs}TableEndpoint=${tableAddress}/${ACCOUNT};`;
}
