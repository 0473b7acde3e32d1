import { fileKey, refuseUnfinishedRestore, verifyStore } from '../../../shared/app';
import type { Command } from '../command';
import { openStore } from '../open-app';
import { showVerified } from '../show-verified';

/** `bellhop verify`: says every difference and what it looked at. */
export const verifyCommand: Command = {
  name: 'verify',
  maxPositionals: 0,
  options: {
    files: { type: 'boolean', help: 'cli.help.verify.files' },
    anchor: { type: 'string', help: 'cli.help.verify.anchor', value: 'HASH' },
  },
  async run(given, terminal) {
    const { storage, blobs, partition, close } = await openStore();
    try {
      await refuseUnfinishedRestore(storage, partition);
      const anchors = { readBlob: (key: string) => blobs.get(key), expected: given.values['anchor'] as string | undefined };
      const files = given.values['files'] ? { readFile: (id: string) => blobs.get(fileKey(id)) } : {};
      return await showVerified(terminal, (onProblem) => verifyStore(storage, partition, { onProblem, anchors, ...files }));
    } finally {
      await close();
    }
  },
};
