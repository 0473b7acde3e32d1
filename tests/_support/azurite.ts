import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BlobConfiguration from 'azurite/dist/src/blob/BlobConfiguration';
import BlobServer from 'azurite/dist/src/blob/BlobServer';
import TableConfiguration from 'azurite/dist/src/table/TableConfiguration';
import TableServer from 'azurite/dist/src/table/TableServer';

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
  const directory = await mkdtemp(join(tmpdir(), 'bellhop-azurite-'));
  const table = withOwnQuery(new TableServer(tableConfiguration(directory)));
  await table.start();
  const blob = withBlobs ? withOwnQuery(new BlobServer(blobConfiguration(directory))) : undefined;
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

/**
 * Restify gives every request of the process a method `query`; the emulator's express then believes the query string to be
 * parsed already and ignores `$filter`: it would answer every range with the whole table.
 */
function withOwnQuery<T extends object>(server: T): T {
  (server as { httpServer?: Server }).httpServer?.prependListener('request', (request) => Object.assign(request, { query: undefined }));
  return server;
}

export function connectionStringFor(tableAddress: string, blobAddress?: string): string {
  const blobs = blobAddress ? `BlobEndpoint=${blobAddress}/${ACCOUNT};` : '';
  return `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};${blobs}TableEndpoint=${tableAddress}/${ACCOUNT};`;
}

const HOST = '127.0.0.1';
const ANY_PORT = 0;
const KEEP_ALIVE_SECONDS = 5;

function tableConfiguration(directory: string): TableConfiguration {
  const file = join(directory, 'tables.json');
  return new TableConfiguration(HOST, ANY_PORT, KEEP_ALIVE_SECONDS, file, ...quiet(), true);
}

function blobConfiguration(directory: string): BlobConfiguration {
  const files = [join(directory, 'blobs.json'), join(directory, 'extents.json')];
  const folders = [{ locationId: 'Default', locationPath: join(directory, 'contents'), maxConcurrency: 10 }];
  const [enableDebugLog, enableAccessLog, ...rest] = quiet();
  return new BlobConfiguration(HOST, ANY_PORT, KEEP_ALIVE_SECONDS, ...files, folders, enableAccessLog, undefined, enableDebugLog, ...rest.slice(1), true);
}

/** No logs, any version of the API, no certificate; the same run of settings in both configurations. */
function quiet(): unknown[] {
  const [debugLog, accessLog, accessLogStream, debugLogFile, loose, skipApiVersionCheck] = [false, false, undefined, undefined, false, true];
  const [certificate, key, password, oauth, disableProductStyleUrl] = ['', '', '', undefined, true];
  return [debugLog, accessLog, accessLogStream, debugLogFile, loose, skipApiVersionCheck, certificate, key, password, oauth, disableProductStyleUrl];
}
