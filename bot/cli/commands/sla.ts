import { CliError } from '../cli-error';
import type { Command } from '../command';
import { evaluateFile } from '../sla/evaluate';

/** `bellhop sla`: computes service-level clocks; it never writes. */
export const slaCommand: Command = {
  name: 'sla',
  maxPositionals: 2,
  options: {},
  async run(given, terminal) {
    const [what, file] = given.positionals;
    if (what === 'evaluate') return evaluateFile(file, terminal);
    throw new CliError('cli.sla.usage', {}, 2);
  },
};
