import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { exportStore, type App } from '../../../shared/app';
import { CliError } from '../cli-error';
import type { Command } from '../command';
import { openApp } from '../open-app';
import { userPath } from '../user-path';

interface Counts {
  records: number;
  events: number;
  links: number;
  files: number;
}

const PORTION_LINES = 200;

/** `bellhop export`: everything as JSON lines, to the standard output or into a file that appears when it is complete. */
export const exportCommand: Command = {
  name: 'export',
  maxPositionals: 1,
  options: {},
  async run({ positionals }, terminal) {
    const [file] = positionals;
    const { app, close } = await openApp();
    try {
      const counts: Counts = { records: 0, events: 0, links: 0, files: 0 };
      const lines = Readable.from(linesOf(app, counts), { objectMode: false });
      if (!file) {
        for await (const portion of lines) await written(portion as Buffer);
        return 0;
      }
      await writeFile(lines, userPath(file));
      terminal.say('cli.export.done', { ...counts, file });
      return 0;
    } finally {
      await close();
    }
  },
};

async function* linesOf(app: App, counts: Counts): AsyncGenerator<string> {
  let portion: string[] = [];
  for await (const line of exportStore(app.storage, app.partition)) {
    if (line.kind === 'record') counts.records += 1;
    else if (line.kind === 'event') counts.events += 1;
    else if (line.kind === 'link') counts.links += 1;
    else if (line.kind === 'file') counts.files += 1;
    portion.push(`${JSON.stringify(line)}\n`);
    if (portion.length < PORTION_LINES) continue;
    yield portion.join('');
    portion = [];
  }
  yield portion.join('');
}

/** Waits while the reader at the other end of the pipe is slower. */
function written(portion: Buffer): Promise<void> {
  return new Promise((done) => {
    if (process.stdout.write(portion)) done();
    else process.stdout.once('drain', done);
  });
}

async function writeFile(lines: Readable, path: string): Promise<void> {
  const partial = `${path}.partial`;
  try {
    const target = createWriteStream(partial);
    await (path.endsWith('.gz') ? pipeline(lines, createGzip(), target) : pipeline(lines, target));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const { code, path: at } = error as NodeJS.ErrnoException;
    throw at === undefined ? error : new CliError('cli.fileUnwritable', { file: path, reason: code ?? '' });
  }
}
