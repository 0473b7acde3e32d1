import { createApp, type App } from '../../shared/app';
import { openStorage } from '../../shared/storage';
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
