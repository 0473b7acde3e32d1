import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../kernel';
import type { BlobStore } from './port';

const MAX_KEY_CHARS = 512;
// Every segment starts with a letter, digit, `_` or `-`, so that `..` and hidden files cannot be named.
const KEY = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

/** Checks the key of a blob for every blob store: path segments of ASCII letters, digits, `_`, `-` and `.`. */
export function checkBlobKey(key: string): void {
  if (key.length > MAX_KEY_CHARS || !KEY.test(key)) {
    throw new AppError('invalid', 'storage.badKey', { detail: JSON.stringify(key.slice(0, MAX_KEY_CHARS)) });
  }
}

/** Blobs as files below one directory. A file appears whole, and only when it is on disk. */
export function openFolderBlobs(directory: string): BlobStore {
  // No key can name it: a segment does not start with a dot.
  const incoming = join(directory, '.incoming');
  return {
    async put(key, content) {
      checkBlobKey(key);
      const path = join(directory, key);
      const temporary = join(incoming, randomUUID());
      await orBug(async () => {
        await mkdir(incoming, { recursive: true });
        await mkdir(dirname(path), { recursive: true });
        try {
          await writeDurably(temporary, content);
          await rename(temporary, path);
        } catch (error) {
          await rm(temporary, { force: true });
          throw error;
        }
        await syncDirectory(dirname(path));
      });
    },
    async get(key) {
      checkBlobKey(key);
      return orBug(async () => {
        try {
          return await readFile(join(directory, key));
        } catch (error) {
          if (isMissing(error)) return undefined;
          throw error;
        }
      });
    },
    async delete(key) {
      checkBlobKey(key);
      await orBug(() => rm(join(directory, key), { force: true }));
    },
  };
}

async function writeDurably(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name is durable only with its directory; Windows cannot open one and does not need it. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** A folder, or a file where a folder would have to be: there is no blob of that key. */
function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

async function orBug<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new AppError('bug', 'storage.failed', { cause, detail: (cause as Error).message });
  }
}
