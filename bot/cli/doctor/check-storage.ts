import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { refuseUnfinishedRestore, rowKey } from '../../../shared/app';
import { AppError } from '../../../shared/kernel';
import { openStorage, type OpenedStorage } from '../../../shared/storage';
import type { Config } from '../../config/config';
import type { Finding } from './finding';

const title = 'cli.doctor.storage';

/** Does the store open, take a row, give it back and let it go? */
export async function checkStorage(config: Pick<Config, 'storage' | 'dataDirectory' | 'tenant'>): Promise<Finding> {
  const kind = config.storage === 'embedded' ? 'embedded' : 'azure';
  let opened: OpenedStorage | undefined;
  try {
    opened = await openStorage(config.storage, config.dataDirectory);
    await refuseUnfinishedRestore(opened.storage, config.tenant);
    const started = performance.now();
    await writeAndRead(opened, config.tenant);
    const milliseconds = Math.round(performance.now() - started);
    const name = kind === 'embedded' ? resolve(config.dataDirectory) : 'Azure Tables';
    return { title, level: 'ok', key: 'cli.doctor.storage.ok', params: { kind: name, milliseconds } };
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage.badSetting') return { title, level: 'bad', key: 'cli.doctor.storage.setting' };
    if (error instanceof AppError && error.code === 'restore.unfinished') return { title, level: 'bad', key: 'cli.doctor.storage.restoring' };
    const detail = (error as Error).message.split('\n')[0] ?? '';
    const directory = resolve(config.dataDirectory);
    return { title, level: 'bad', key: `cli.doctor.storage.${kind}`, params: { detail, directory } };
  } finally {
    await opened?.storage.close();
  }
}

async function writeAndRead({ storage }: OpenedStorage, partition: string): Promise<void> {
  const row = rowKey.key(`doctor-${randomUUID()}`);
  const written = await storage.commit({ partition, guarded: [{ kind: 'create', row, data: { check: true } }] });
  const read = await storage.get(partition, row);
  if (!written.ok || !read) throw new Error('a row that was written was not found again');
  await storage.commit({ partition, guarded: [{ kind: 'delete', row, etag: read.etag }] });
}
