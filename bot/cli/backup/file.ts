import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { MAX_BACKUP_LINE } from '../../../shared/app';
import { CliError } from '../cli-error';

/** A backup holds everything that is confidential: only its owner reads it. */
const OWNER_ONLY = 0o600;
const PORTION_CHARS = 262_144;

/** Writes lines, packed, into a file that appears when it is complete and on disk. What is there is never overwritten. */
export async function writeBackupFile(lines: AsyncGenerator<string>, path: string, file: string, signal: AbortSignal): Promise<void> {
  if (existsSync(path)) throw new CliError('cli.backup.exists', { file });
  const partial = `${path}.partial`;
  try {
    await rm(partial, { force: true });
    const target = createWriteStream(partial, { mode: OWNER_ONLY, flags: 'wx', flush: true });
    await pipeline(Readable.from(portionsOf(lines), { objectMode: false }), createGzip(), target, { signal });
    if (existsSync(path)) throw new CliError('cli.backup.exists', { file });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    if (signal.aborted) throw new CliError('cli.backup.stopped', { file });
    const { code, path: at } = error as NodeJS.ErrnoException;
    throw at === undefined && code !== 'ENOSPC' ? error : new CliError('cli.fileUnwritable', { file, reason: code ?? '' });
  }
}

/** Packing is far quicker with few large pieces. */
async function* portionsOf(lines: AsyncGenerator<string>): AsyncGenerator<string> {
  let portion: string[] = [];
  let chars = 0;
  for await (const line of lines) {
    portion.push(line);
    chars += line.length;
    if (chars < PORTION_CHARS) continue;
    yield portion.join('');
    portion = [];
    chars = 0;
  }
  yield portion.join('');
}

export interface BackupFile {
  /** Reads it from its beginning, as often as it is asked to. `onProgress`: share of the file, 0 to 1. */
  lines(onProgress: (share: number) => void): AsyncGenerator<string>;
}

/** Opens a backup; that it is one shows in its content, not in its name. */
export async function openBackupFile(path: string, file: string): Promise<BackupFile> {
  const bytes = await bytesOf(path, file);
  return {
    async *lines(onProgress) {
      let read = 0;
      const counter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          read += chunk.length;
          onProgress(read / bytes);
          done(null, chunk);
        },
      });
      const gunzip = createGunzip();
      const reading = pipeline(createReadStream(path, { highWaterMark: PORTION_CHARS }), counter, gunzip);
      // Whoever stops reading early ends the pipeline too.
      reading.catch(() => undefined);
      try {
        yield* linesOf(gunzip, file);
      } catch (error) {
        throw unreadable(error, file);
      }
    },
  };
}

async function bytesOf(path: string, file: string): Promise<number> {
  try {
    const handle = await open(path, 'r');
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw new CliError('cli.fileUnreadable', { file, reason: stats.isDirectory() ? 'EISDIR' : '' });
      const start = Buffer.alloc(2);
      await handle.read(start, 0, 2, 0);
      if (start[0] !== 0x1f || start[1] !== 0x8b) throw new CliError('error.backup.foreign', { file });
      return stats.size;
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(error, file);
  }
}

async function* linesOf(stream: Readable, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of stream) {
    const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > MAX_BACKUP_LINE || parts.some((line) => line.length > MAX_BACKUP_LINE)) throw new CliError('error.backup.damaged', { file });
    yield* parts;
  }
  if (rest + decoder.decode() !== '') throw new CliError('error.backup.damaged', { file });
}

function unreadable(error: unknown, file: string): unknown {
  if (error instanceof CliError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return new CliError('error.backup.damaged', { file });
  return code ? new CliError('cli.fileUnreadable', { file, reason: code }) : error;
}
