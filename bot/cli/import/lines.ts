import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CliError } from '../cli-error';

export interface Line {
  /** Starting at 1. */
  readonly number: number;
  readonly text: string;
  /** The line was longer than anything that makes sense and has been left out. */
  readonly isTooLong?: true;
}

/** No row of a log is longer; a file without line ends must not fill the memory. */
export const MAX_LINE_CHARS = 1_048_576;

export interface OpenedLog {
  readonly lines: AsyncGenerator<readonly Line[]>;
  /** Bytes of the file read so far, packed ones if it is packed. */
  bytesRead(): number;
  readonly bytes: number;
}

/** Opens a text file, packed with gzip or not, as lines in portions; what it is shows in its first bytes, not in its name. */
export async function openLog(path: string): Promise<OpenedLog> {
  const { start, bytes } = await firstBytes(path);
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  if (start[0] === 0x50 && start[1] === 0x4b) throw new CliError('cli.import.isExcel', { file: path });
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) throw new CliError('cli.import.isUtf16', { file: path });
  let read = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      read += chunk.length;
      done(null, chunk);
    },
  });
  const file = createReadStream(path, { highWaterMark: 262_144 });
  file.on('error', (error) => counter.destroy(error));
  const packed = file.pipe(counter);
  const gunzip = isGzip ? createGunzip() : undefined;
  if (gunzip) packed.on('error', (error) => gunzip.destroy(error));
  const text = gunzip ? packed.pipe(gunzip) : packed;
  return { lines: linesOf(text, path), bytesRead: () => read, bytes };
}

async function firstBytes(path: string): Promise<{ readonly start: Buffer; readonly bytes: number }> {
  try {
    const file = await open(path, 'r');
    try {
      const stats = await file.stat();
      if (stats.isDirectory()) throw new CliError('cli.fileUnreadable', { file: path, reason: 'EISDIR' });
      const start = Buffer.alloc(4);
      await file.read(start, 0, 4, 0);
      return { start, bytes: stats.size };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(error, path);
  }
}

async function* linesOf(stream: Readable, path: string): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let number = 0;
  let isSkipping = false;
  try {
    for await (const chunk of stream) {
      const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      const lines: Line[] = [];
      for (const part of parts) {
        number += 1;
        if (isSkipping || part.length > MAX_LINE_CHARS) lines.push({ number, text: '', isTooLong: true });
        else lines.push({ number, text: part.endsWith('\r') ? part.slice(0, -1) : part });
        isSkipping = false;
      }
      if (rest.length > MAX_LINE_CHARS) {
        isSkipping = true;
        rest = '';
      }
      if (lines.length > 0) yield lines;
    }
  } catch (error) {
    throw unreadable(error, path);
  }
  rest += decoder.decode();
  if (isSkipping) yield [{ number: number + 1, text: '', isTooLong: true }];
  else if (rest !== '') yield [{ number: number + 1, text: rest.replace(/\r$/, '') }];
}

function unreadable(error: unknown, path: string): unknown {
  if (error instanceof CliError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_')) return new CliError('cli.import.isDamaged', { file: path });
  return code ? new CliError('cli.fileUnreadable', { file: path, reason: code }) : error;
}
