import { join } from 'node:path';
import { AppError } from '../kernel';
import { openFolderBlobs } from './blobs';
import { openEmbeddedStorage } from './embedded/embedded-storage';
import type { BlobStore, Storage } from './port';

export interface OpenedStorage {
  readonly storage: Storage;
  readonly blobs: BlobStore;
  readonly kind: 'embedded' | 'azure';
}

/** Name of the table and of the blob container of an installation. */
const NAME = 'bellhop';

/**
 * Opens what `BELLHOP_STORAGE` names: `embedded`, a connection string of an Azure storage account (also
 * `UseDevelopmentStorage=true`), or the https address of its table service. Files of this machine are below `dataDirectory`.
 */
export async function openStorage(setting: string, dataDirectory: string, name = NAME): Promise<OpenedStorage> {
  const files = join(dataDirectory, 'blobs');
  if (setting === 'embedded') {
    const storage = openEmbeddedStorage({ directory: join(dataDirectory, 'rows') });
    return { storage, blobs: openFolderBlobs(files), kind: 'embedded' };
  }
  const { account, blobAccount } = readAccount(setting);
  // Loaded only when it is used: the Azure libraries take longer to load than the whole embedded store to open.
  /* eslint-disable @typescript-eslint/no-require-imports */
  const { openAzureStorage } = require('./azure/azure-storage') as typeof import('./azure/azure-storage');
  const { openAzureBlobs } = require('./azure/azure-blobs') as typeof import('./azure/azure-blobs');
  /* eslint-enable @typescript-eslint/no-require-imports */
  const storage = await openAzureStorage(account, name);
  const blobs = blobAccount ? await openAzureBlobs(blobAccount, name) : openFolderBlobs(files);
  return { storage, blobs, kind: 'azure' };
}

type Account = { readonly connectionString: string } | { readonly url: string };

/** Cosmos DB for Table and a lone table emulator have no blob service: `blobAccount` is then undefined. */
function readAccount(setting: string): { readonly account: Account; readonly blobAccount: Account | undefined } {
  if (/^https:\/\//i.test(setting)) return readUrl(setting);
  if (/^usedevelopmentstorage=true;?$/i.test(setting) || /(^|;)\s*(accountname|sharedaccesssignature)=/i.test(setting)) {
    const account = { connectionString: setting };
    const isTablesOnly = /tableendpoint=/i.test(setting) && !/blobendpoint=/i.test(setting);
    return { account, blobAccount: isTablesOnly ? undefined : account };
  }
  // Never the setting itself in the message: it may be a key with a typing error.
  throw new AppError('invalid', 'storage.badSetting', {
    detail: 'BELLHOP_STORAGE must be "embedded", an Azure storage connection string, or https://<account>.table.core.windows.net',
  });
}

function readUrl(setting: string): ReturnType<typeof readAccount> {
  if (!URL.canParse(setting)) throw new AppError('invalid', 'storage.badSetting', { detail: 'not an address' });
  const url = new URL(setting).origin;
  const blobUrl = url.replace('.table.core.', '.blob.core.');
  return { account: { url }, blobAccount: blobUrl === url ? undefined : { url: blobUrl } };
}
