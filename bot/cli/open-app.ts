import { createApp, type App } from '../../shared/app';
import { openStorage, type BlobStore, type Storage } from '../../shared/storage';
import { loadConfig, type Config } from '../config/config';

export interface OpenedApp {
  readonly app: App;
  readonly config: Config;
  close(): Promise<void>;
}

/** The application on the store of the settings, as the server opens it. */
export async function openApp(): Promise<OpenedApp> {
  const config = loadConfig();
  const { storage, blobs } = await openStorage(config.storage, config.dataDirectory);
  const app = await createApp({ storage, blobs, tenant: config.tenant });
  return { app, config, close: () => storage.close() };
}

export interface OpenedStore {
  readonly storage: Storage;
  readonly blobs: BlobStore;
  readonly partition: string;
  close(): Promise<void>;
}

/** The store of the settings alone: what copies rows needs nothing of what they mean in memory. */
export async function openStore(): Promise<OpenedStore> {
  const { storage: setting, dataDirectory, tenant } = loadConfig();
  const { storage, blobs } = await openStorage(setting, dataDirectory);
  return { storage, blobs, partition: tenant, close: () => storage.close() };
}
