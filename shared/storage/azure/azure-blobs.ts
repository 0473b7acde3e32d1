import { BlobServiceClient, type StoragePipelineOptions } from '@azure/storage-blob';
import { checkBlobKey } from '../blobs';
import type { BlobStore } from '../port';
import type { AzureAccount } from './azure-storage';
import { asAppError, PATIENCE, type Patience } from './patience';

/** Contents are up to 25 MB: they get more time than rows. */
const BLOB_PATIENCE: Patience = { ...PATIENCE, attemptTimeoutMs: 30_000, totalTimeoutMs: 60_000 };

/** Blobs in one container of Azure Blob Storage, which is created with the first of them. */
export async function openAzureBlobs(account: AzureAccount, container: string, patience: Patience = BLOB_PATIENCE): Promise<BlobStore> {
  const client = (await connect(account, patience)).getContainerClient(container);
  const signal = (): { abortSignal: AbortSignal } => ({ abortSignal: AbortSignal.timeout(patience.totalTimeoutMs) });
  let isThere = false;
  return {
    async put(key, content) {
      checkBlobKey(key);
      await orAppError(async () => {
        if (!isThere) await client.createIfNotExists(signal());
        isThere = true;
        await client.getBlockBlobClient(key).uploadData(content, signal());
      });
    },
    async get(key) {
      checkBlobKey(key);
      return orAppError(() => unlessMissing(() => client.getBlobClient(key).downloadToBuffer(0, undefined, signal())));
    },
    async delete(key) {
      checkBlobKey(key);
      await orAppError(() => unlessMissing(() => client.getBlobClient(key).delete(signal())));
    },
  };
}

async function connect(account: AzureAccount, patience: Patience): Promise<BlobServiceClient> {
  const options: StoragePipelineOptions = {
    retryOptions: {
      maxTries: patience.maxRetries + 1,
      tryTimeoutInMs: patience.attemptTimeoutMs,
      retryDelayInMs: patience.retryDelayMs,
      maxRetryDelayInMs: patience.maxRetryDelayMs,
    },
  };
  if ('connectionString' in account) return BlobServiceClient.fromConnectionString(account.connectionString, options);
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new BlobServiceClient(account.url, new DefaultAzureCredential(), options);
}

async function unlessMissing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    // No blob of that name, or no container yet.
    if ((error as { statusCode?: number }).statusCode === 404) return undefined;
    throw error;
  }
}

async function orAppError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asAppError(error);
  }
}
