import { AppError } from '../../../shared/kernel';
import { seedDemo, STORE_NOT_EMPTY } from '../../../shared/demo';
import { CliError } from '../cli-error';
import { textOf, type Command } from '../command';
import { createProgress } from '../import/progress';
import { openApp } from '../open-app';

const DEFAULT_SEED = 1;

/** `bellhop seed`: the demo company into an empty store. */
export const seedCommand: Command = {
  name: 'seed',
  maxPositionals: 0,
  options: { seed: { type: 'string', help: 'cli.help.seed.seed', value: 'N' } },
  async run(given, terminal) {
    const wanted = textOf(given, 'seed');
    const seed = wanted === undefined ? DEFAULT_SEED : Number(wanted);
    if (!Number.isSafeInteger(seed) || seed < 0) throw new CliError('cli.seed.badSeed', { value: wanted ?? '' }, 2);
    const { app, close } = await openApp();
    const progress = createProgress(terminal.t('cli.seed.writing'));
    try {
      await seedDemo(app, { seed, now: app.clock.now(), onProgress: (done, total) => progress.update(done / total) });
      progress.stop();
      const counts = { people: app.desk.count('people'), groups: [...app.desk.directory.groups()].filter(({ isBoard }) => !isBoard).length, tickets: app.desk.count('tickets') };
      terminal.say('cli.seed.done', counts);
      return 0;
    } catch (error) {
      if (error instanceof AppError && error.code === STORE_NOT_EMPTY) throw new CliError('cli.seed.notEmpty');
      throw error;
    } finally {
      progress.stop();
      await close();
    }
  },
};
