import { checkBackup, decodeBackup, fileKey, restoreStore, verifyStore } from '../../../shared/app';
import { systemClock } from '../../../shared/kernel';
import { checkBlobKey, sizeInBatch } from '../../../shared/storage';
import { openBackupFile } from '../backup/file';
import { saying } from '../backup/saying';
import { CliError } from '../cli-error';
import type { Command } from '../command';
import { createProgress } from '../import/progress';
import { stopOnInterrupt } from '../interrupt';
import { openStore } from '../open-app';
import { showVerified } from '../show-verified';
import { userPath } from '../user-path';

const CHECKS = { rowBytes: sizeInBatch, blobKey: checkBlobKey };

/** `bellhop restore`: reads the whole backup first, then writes it into an empty store, then verifies what is there. */
export const restoreCommand: Command = {
  name: 'restore',
  maxPositionals: 1,
  options: {},
  async run({ positionals }, terminal) {
    const [file] = positionals;
    if (!file) throw new CliError('cli.restore.usage', {}, 2);
    const source = await openBackupFile(userPath(file), file);
    const { storage, blobs, partition, close } = await openStore();
    const stop = stopOnInterrupt(terminal);
    try {
      const checking = createProgress(terminal.t('cli.restore.checking'));
      const backup = await saying(file, checkBackup(decodeBackup(source.lines(checking.update)), partition, CHECKS)).finally(checking.stop);
      const writing = createProgress(terminal.t('cli.restore.writing'));
      const target = { storage, blobs, partition, clock: systemClock, checks: CHECKS };
      const isWhole = await saying(file, restoreStore(target, backup, decodeBackup(source.lines(writing.update)), stop.signal)).finally(writing.stop);
      if (!isWhole) throw new CliError('cli.restore.stopped', { file });
      terminal.say('cli.restore.done', { rows: backup.rows, blobs: backup.blobs, at: backup.at, file });
      return await showVerified(terminal, (onProblem) => verifyStore(storage, partition, { onProblem, readFile: (id) => blobs.get(fileKey(id)), anchors: { readBlob: (key) => blobs.get(key) } }));
    } finally {
      stop.off();
      await close();
    }
  },
};
