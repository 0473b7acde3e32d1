import { createReadStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { MAX_BACKUP_LINE } from '../../../shared/app';
import { CliError } from '../cli-error';
import { writeWholeFile } from '../whole-file';

/** A backup holds everything that is confidential: only its owner reads it. */
const OWNER_ONLY = 0o600;
const PIECE_BYTES = 262_144;

/** Writes lines, packed. What is there is never overwritten. */
export async function writeBackupFile(lines: AsyncIterable<string>, path: string, file: string, signal: AbortSignal): Promise<void> {
  try {
    await writeWholeFile(lines, path, { file, isPacked: true, mode: OWNER_ONLY, signal, beforeAppearing: () => refuseExisting(path, file) });
  } catch (error) {
    throw signal.aborted ? new CliError('cli.backup.stopped', { file }) : error;
  }
}

/** A backup overwrites nothing. */
export function refuseExisting(path: string, file: string): void {
  if (existsSync(path)) throw new CliError('cli.backup.exists', { file });
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
      const reading = pipeline(createReadStream(path, { highWaterMark: PIECE_BYTES }), counter, gunzip);
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
