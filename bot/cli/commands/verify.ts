import { verifyStore, type StoreProblem } from '../../../shared/app';
import type { Command } from '../command';
import { openApp } from '../open-app';

/** `bellhop verify`: says every difference and what it looked at. */
export const verifyCommand: Command = {
  name: 'verify',
  maxPositionals: 0,
  options: { files: { type: 'boolean', help: 'cli.help.verify.files' } },
  async run(given, terminal) {
    const { app, close } = await openApp();
    try {
      const onProblem = (problem: StoreProblem): void => {
        const { code, ...params } = problem;
        terminal.say(`cli.verify.${code}`, { ...params });
      };
      const report = await verifyStore(app.storage, app.partition, { onProblem, ...(given.values['files'] && { readFile: app.uploads.read }) });
      const { records, events, links, listRows, timers, problemCount } = report;
      terminal.say('cli.verify.counts', { records, events, links, listRows, timers });
      if (problemCount > 0) terminal.say('cli.verify.problems', { count: problemCount });
      else terminal.say('cli.verify.clean');
      return problemCount > 0 ? 1 : 0;
    } finally {
      await close();
    }
  },
};
