import { CliError } from '../cli-error';
import type { Command } from '../command';
import { evaluateFile } from '../sla/evaluate';
import { replayTickets } from '../sla/replay';

const REPLAY_OPTIONS: Command['options'] = {
  definition: { type: 'string', help: 'cli.help.sla.definition', value: 'FILE' },
  days: { type: 'string', help: 'cli.help.sla.days', value: 'N' },
  until: { type: 'string', help: 'cli.help.sla.until', value: 'TIME' },
  compare: { type: 'string', help: 'cli.help.sla.compare', value: 'LABEL' },
  json: { type: 'boolean', help: 'cli.help.sla.json' },
};

/** `bellhop sla`: computes service-level clocks; it never writes. */
export const slaCommand: Command = {
  name: 'sla',
  maxPositionals: 2,
  options: REPLAY_OPTIONS,
  async run(given, terminal) {
    const [what, file] = given.positionals;
    const foreign = Object.keys(REPLAY_OPTIONS).find((name) => given.values[name] !== undefined);
    if (what === 'evaluate') {
      if (foreign !== undefined) throw new CliError('cli.unknownOption', { option: `--${foreign}`, command: 'sla' }, 2);
      return evaluateFile(file, terminal);
    }
    if (what !== 'replay') throw new CliError('cli.sla.usage', {}, 2);
    if (file !== undefined) throw new CliError('cli.tooMany', { extra: file, command: 'sla' }, 2);
    return replayTickets(given, terminal);
  },
};
