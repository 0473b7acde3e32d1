import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './folders.mjs';
import { Stop } from './say.mjs';

/** `NAME=value` lines; blank lines and lines that start with # are skipped. */
function parse(text) {
  const lines = text.split(/\r?\n/).filter((line) => /^\s*[A-Za-z_]\w*\s*=/.test(line));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim().replace(/^"(.*)"$/, '$1')]));
}

/**
 * The settings of one environment as the Microsoft 365 Agents Toolkit keeps them: env/.env.<name>, over it the secrets in
 * env/.env.<name>.user, over it the variables of this process that the files name.
 */
export function readEnvFile(name) {
  const file = inRoot('env', `.env.${name}`);
  if (!existsSync(file)) throw new Stop(`There is no env/.env.${name}. Use --env dev or --env local, or make that file.`);
  const secrets = `${file}.user`;
  const values = { ...parse(readFileSync(file, 'utf8')), ...(existsSync(secrets) && parse(readFileSync(secrets, 'utf8'))) };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, process.env[key] || value]));
}

const PLACEHOLDER = /\$\{\{\s*(\w+)\s*\}\}/g;

/** Replaces `${{NAME}}`. `missing` collects the names that have no value. */
export function fillPlaceholders(text, values, missing) {
  return text.replace(PLACEHOLDER, (whole, name) => {
    if (values[name]) return values[name];
    missing.add(name);
    return whole;
  });
}
