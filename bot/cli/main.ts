import { AppError } from '../../shared/kernel';
import { hasText, LANGUAGES, pickLanguage } from '../../shared/strings';
import { ConfigError } from '../config/config';
import { CliError } from './cli-error';
import { parseGiven, type Command } from './command';
import { backupCommand } from './commands/backup';
import { classifyCommand } from './commands/classify';
import { doctorCommand } from './commands/doctor';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { personCommand } from './commands/person';
import { restoreCommand } from './commands/restore';
import { seedCommand } from './commands/seed';
import { slaCommand } from './commands/sla';
import { verifyCommand } from './commands/verify';
import { printCommandHelp, printHelp } from './help';
import { createTerminal, type Terminal } from './terminal';

const COMMANDS: readonly Command[] = [importCommand, exportCommand, backupCommand, restoreCommand, verifyCommand, personCommand, doctorCommand, seedCommand, slaCommand, classifyCommand];
const WRONG_USE = 2;

/** The language asked for, else that of this terminal. */
function terminalFor(args: readonly string[]): Terminal {
  const at = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const [, attached] = (args[at] ?? '').split('=');
  const wanted = at < 0 ? undefined : (attached ?? args[at + 1]);
  const known = LANGUAGES.find((language) => language === wanted);
  const terminal = createTerminal(known ?? pickLanguage(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG']));
  if (at >= 0 && !known) throw new CliError('cli.badLanguage', { value: wanted ?? '' }, WRONG_USE);
  return terminal;
}

/** Runs one command line; resolves with the exit code. */
async function run(args: readonly string[]): Promise<number> {
  let terminal = createTerminal('en');
  try {
    terminal = terminalFor(args);
    const [name, ...rest] = args;
    if (name === undefined || name === 'help' || name === '--help' || name === '-h' || name.startsWith('--language')) {
      printHelp(COMMANDS, terminal);
      return name === undefined ? WRONG_USE : 0;
    }
    const command = COMMANDS.find((entry) => entry.name === name);
    if (!command) throw new CliError('cli.unknownCommand', { command: name, commands: COMMANDS.map((entry) => entry.name).join(', ') }, WRONG_USE);
    const given = parseGiven(command, rest);
    if (given.values['help']) {
      printCommandHelp(command, terminal);
      return 0;
    }
    return await command.run(given, terminal);
  } catch (error) {
    return explain(error, terminal);
  }
}

/** Says what went wrong and gives the exit code for it. */
function explain(error: unknown, terminal: Terminal): number {
  if (error instanceof CliError) {
    terminal.warn(error.key, error.params);
    return error.exitCode;
  }
  if (error instanceof ConfigError) {
    terminal.warn('cli.bug', { detail: error.message });
    return WRONG_USE;
  }
  if (error instanceof AppError) {
    const key = `error.${error.code}`;
    if (hasText(key) && (error.kind === 'busy' || error.kind === 'conflict')) terminal.warn(key);
    else terminal.warn('cli.refused', { code: error.code, detail: error.message });
    return 1;
  }
  terminal.warn('cli.bug', { detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  return 1;
}

/** `bellhop export | head` closes the pipe early: that is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

