import { verifyStore } from '../../../shared/app';
import type { Command } from '../command';
import { openApp } from '../open-app';
import { showVerified } from '../show-verified';

/** `bellhop verify`: says every difference and what it looked at. */
export const verifyCommand: Command = {
  name: 'verify',
  maxPositionals: 0,
  options: { files: { type: 'boolean', help: 'cli.help.verify.files' } },
  async run(given, terminal) {
    const { app, close } = await openApp();
    try {
      return await showVerified(terminal, (onProblem) =>
        verifyStore(app.storage, app.partition, { onProblem, ...(given.values['files'] && { readFile: app.uploads.read }) }),
      );
    } finally {
      await close();
    }
  },
};
