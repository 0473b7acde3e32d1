import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CliError } from './cli-error';
import type { Terminal } from './terminal';

export interface Given {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** One command of `bellhop`. Texts are found below `cli.help.<name>`. */
export interface Command {
  readonly name: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly help: string; readonly value?: string }>>;
  /** How many words may follow the command. */
  readonly maxPositionals: number;
  /** Resolves with the exit code: 0 all well, 1 problems found. */
  readonly run: (given: Given, terminal: Terminal) => Promise<number>;
}

/** `--flag` and `--name value` of one command; what does not belong there is refused with a hint. */
export function parseGiven(command: Command, args: readonly string[]): Given {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' }, language: { type: 'string' } };
  for (const [name, { type }] of Object.entries(command.options)) options[name] = { type };
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw wrongOption(error, command.name);
  }
  const extra = parsed.positionals.slice(command.maxPositionals);
  if (extra.length > 0) throw new CliError('cli.tooMany', { extra: extra.join(' '), command: command.name }, 2);
  return { values: parsed.values as Given['values'], positionals: parsed.positionals };
}

function wrongOption(error: unknown, command: string): unknown {
  const { code, message } = error as { code?: string; message?: string };
  const option = /'(-[^\s']*)/.exec(message ?? '')?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return new CliError('cli.unknownOption', { option, command }, 2);
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return new CliError('cli.optionValue', { option, command }, 2);
  return error;
}

/** The value of a text option. */
export function textOf(given: Given, name: string): string | undefined {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
}
