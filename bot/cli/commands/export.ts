import { exportStore, type App } from '../../../shared/app';
import type { Command } from '../command';
import { openApp } from '../open-app';
import { userPath } from '../user-path';
import { inPortions, writeWholeFile } from '../whole-file';

interface Counts {
  records: number;
  events: number;
  links: number;
  files: number;
}

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
      const lines = linesOf(app, counts);
      if (!file) {
        for await (const portion of inPortions(lines)) await written(portion);
        return 0;
      }
      const path = userPath(file);
      await writeWholeFile(lines, path, { file: path, isPacked: path.endsWith('.gz') });
      terminal.say('cli.export.done', { ...counts, file });
      return 0;
    } finally {
      await close();
    }
  },
};

async function* linesOf(app: App, counts: Counts): AsyncGenerator<string> {
  for await (const line of exportStore(app.storage, app.partition)) {
    if (line.kind === 'record') counts.records += 1;
    else if (line.kind === 'event') counts.events += 1;
    else if (line.kind === 'link') counts.links += 1;
    else if (line.kind === 'file') counts.files += 1;
    yield `${JSON.stringify(line)}\n`;
  }
}

/** Waits while the reader at the other end of the pipe is slower. */
function written(portion: string): Promise<void> {
  return new Promise((done) => {
    if (process.stdout.write(portion)) done();
    else process.stdout.once('drain', done);
  });
}
