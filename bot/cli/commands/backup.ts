import { stat } from 'node:fs/promises';
import { backupStore, encodeBackup, type BackupEnd, type BackupItem } from '../../../shared/app';
import { systemClock } from '../../../shared/kernel';
import { saying } from '../backup/saying';
import { refuseExisting, writeBackupFile } from '../backup/file';
import { CliError } from '../cli-error';
import type { Command } from '../command';
import { createCounter } from '../import/progress';
import { stopOnInterrupt } from '../interrupt';
import { openStore } from '../open-app';
import { userPath } from '../user-path';

/** `bellhop backup`: all rows and attachments of the tenant in one file, also while the server runs. */
export const backupCommand: Command = {
  name: 'backup',
  maxPositionals: 1,
  options: {},
  async run({ positionals }, terminal) {
    const [file] = positionals;
    if (!file) throw new CliError('cli.backup.usage', {}, 2);
    const path = userPath(file);
    refuseExisting(path, file);
    const { storage, blobs, partition, close } = await openStore();
    const stop = stopOnInterrupt(terminal);
    const counter = createCounter(terminal.t('cli.backup.writing'));
    try {
      const missing: string[] = [];
      const items = counted(backupStore({ storage, blobs, partition, clock: systemClock }, (key) => missing.push(key)), counter.update);
      let end: BackupEnd | undefined;
      const lines = encodeBackup({ tenant: partition, at: systemClock.now().toISOString() }, items);
      const writing = writeBackupFile(withEnd(lines, (reached) => (end = reached)), path, file, stop.signal);
      await saying(file, writing).finally(counter.stop);
      const { rows = 0, blobs: contents = 0 } = end ?? {};
      terminal.say('cli.backup.done', { rows, blobs: contents, bytes: (await stat(path)).size, file });
      for (const key of missing) terminal.say('cli.backup.missing', { key });
      return missing.length > 0 ? 1 : 0;
    } finally {
      stop.off();
      await close();
    }
  },
};

async function* counted(items: AsyncGenerator<BackupItem>, onCount: (rows: number) => void): AsyncGenerator<BackupItem> {
  let rows = 0;
  for await (const item of items) {
    if (item.kind === 'row') onCount((rows += 1));
    yield item;
  }
}

async function* withEnd(lines: AsyncGenerator<string, BackupEnd>, onEnd: (end: BackupEnd) => void): AsyncGenerator<string> {
  onEnd(yield* lines);
}
