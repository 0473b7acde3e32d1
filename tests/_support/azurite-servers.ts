import type { Server } from 'node:http';
import { join } from 'node:path';
import type { AzuriteServer } from 'azurite/server';
import BlobConfiguration from 'azurite/dist/src/blob/BlobConfiguration';
import BlobServer from 'azurite/dist/src/blob/BlobServer';
import TableConfiguration from 'azurite/dist/src/table/TableConfiguration';
import TableServer from 'azurite/dist/src/table/TableServer';

export const tableServerIn = (directory: string): AzuriteServer => withOwnQuery(new TableServer(tableConfiguration(directory)));
export const blobServerIn = (directory: string): AzuriteServer => withOwnQuery(new BlobServer(blobConfiguration(directory)));

/**
 * Restify gives every request of the process a method `query`; the emulator's express then believes the query string to be
 * parsed already and ignores `$filter`: it would answer every range with the whole table.
 */
function withOwnQuery<T extends object>(server: T): T {
  (server as { httpServer?: Server }).httpServer?.prependListener('request', (request) => Object.assign(request, { query: undefined }));
  return server;
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
