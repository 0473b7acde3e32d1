import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { CliError } from './cli-error';
import { userPath } from './user-path';

const STANDARD_INPUT = '-';

/** The JSON in a file, or in the standard input for `-`. What cannot be read is said, with exit code 2. */
export async function readJsonFile(file: string): Promise<unknown> {
  const content = await readText(file).catch((error: unknown) => {
    throw new CliError('cli.fileUnreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? '' }, 2);
  });
  try {
    return JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new CliError('cli.badJson', { file, reason: (error as Error).message }, 2);
  }
}

function readText(file: string): Promise<string> {
  return file === STANDARD_INPUT ? text(process.stdin) : readFile(userPath(file), 'utf8');
}
