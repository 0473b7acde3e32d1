import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { say } from './say.mjs';

const ERROR = 50;

/** One line of the server's log as a person wants to read it, or undefined for what only the file needs. */
function forPeople(line) {
  try {
    const { level, msg, err, error } = JSON.parse(line);
    const reason = (err ?? error)?.message;
    return level >= ERROR ? `Error: ${msg}${reason && reason !== msg ? `: ${reason}` : ''}` : undefined;
  } catch {
    return line;
  }
}

/**
 * Keeps the JSON lines that the server writes in a file, and tells only errors at the terminal. The log of the start before is
 * kept beside it.
 */
export function keepLog(stdout, folder) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'bellhop.log');
  if (existsSync(file)) renameSync(file, path.join(folder, 'bellhop.previous.log'));
  const log = createWriteStream(file);
  createInterface({ input: stdout }).on('line', (line) => {
    log.write(`${line}\n`);
    const told = forPeople(line);
    if (told) say(told);
  });
  return file;
}
