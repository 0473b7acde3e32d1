import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CliError } from './cli-error';

/** Packing and writing are far quicker with few large pieces. */
const PORTION_CHARS = 262_144;

export interface WholeFile {
  /** As the person named it. */
  readonly file: string;
  readonly isPacked: boolean;
  /** Permissions of a file that not everybody may read. */
  readonly mode?: number;
  readonly signal?: AbortSignal;
  /** Called when everything is written; throws when the file must not appear. */
  readonly beforeAppearing?: () => void;
}

/** Writes lines into a file that appears when it is complete and on disk; where that fails, nothing is left of it. */
export async function writeWholeFile(lines: AsyncIterable<string>, path: string, { file, isPacked, mode, signal, beforeAppearing }: WholeFile): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await rm(partial, { force: true });
    const target = createWriteStream(partial, { flags: 'wx', flush: true, ...(mode !== undefined && { mode }) });
    const portions = Readable.from(inPortions(lines), { objectMode: false });
    await pipeline([portions, ...(isPacked ? [createGzip()] : []), target], { ...(signal && { signal }) });
    beforeAppearing?.();
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const { code, path: at } = error as NodeJS.ErrnoException;
    throw at === undefined && code !== 'ENOSPC' ? error : new CliError('cli.fileUnwritable', { file, reason: code ?? '' });
  }
}

/** The same text in larger pieces. */
export async function* inPortions(lines: AsyncIterable<string>): AsyncGenerator<string> {
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
