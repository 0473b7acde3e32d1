// If this fails, the command line shows a raw key where it should say what to do.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { backupCli } from '../../../shared/strings/en/backup-cli';
import { classifyCli } from '../../../shared/strings/en/classify-cli';
import { cli } from '../../../shared/strings/en/cli';
import { levelCli } from '../../../shared/strings/en/level-cli';
import { personCli } from '../../../shared/strings/en/person-cli';

const ROOT = path.resolve(__dirname, '../../..');
const sourcesIn = (folder: string): string =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8'))
    .join('\n');

const commandLine = sourcesIn('bot/cli');
const keys = [...Object.keys(cli), ...Object.keys(levelCli), ...Object.keys(classifyCli), ...Object.keys(backupCli), ...Object.keys(personCli)];
const codesOf = (source: string, pattern: RegExp): string[] => [...new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ''))];

test('every text that the command line names is there', () => {
  const named = codesOf(commandLine, /'((?:cli|import)\.[a-zA-Z.]+[a-zA-Z])'/g).filter((key) => !key.startsWith('import.meta'));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((key) => !keys.includes(key))).toEqual([]);
});

test('every command and every option has its help', () => {
  const commands = codesOf(sourcesIn('bot/cli/commands'), /^ {2}name: '(\w+)'/gm);
  expect(commands).toHaveLength(10);
  for (const name of commands) expect(keys).toEqual(expect.arrayContaining([`cli.help.${name}`, `cli.help.${name}.more`]));
});

test('every problem of a row, a mapping and a store has its sentence, and no sentence is left over', () => {
  const rows = [
    ...codesOf(readFileSync(path.join(ROOT, 'shared/import/log-row.ts'), 'utf8'), /code: '(\w+)'/g),
    ...codesOf(readFileSync(path.join(ROOT, 'shared/import/log-row.ts'), 'utf8'), /, '((?:un|not|bad)\w+)'\)/g),
    ...codesOf(commandLine, /refuse\('(\w+)'/g),
    ...codesOf(commandLine, /code: '(lateRows)'/g),
    'columnCount', 'brokenQuotes', 'lineTooLong', 'notUtf8',
  ];
  const stores = ['verify', 'verify-anchors'].flatMap((file) => codesOf(readFileSync(path.join(ROOT, `shared/app/${file}.ts`), 'utf8'), /code: '(\w+)'/g));
  const below = (prefix: string): string[] => keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)).sort();
  expect(below('import.problem.')).toEqual([...new Set(rows)].sort());
  expect(below('cli.verify.').filter((key) => !['counts', 'anchors', 'clean', 'problems'].includes(key))).toEqual(stores.sort());
  const mapping = codesOf(sourcesIn('shared/import'), /code: '(\w+)', ?(?:params|\})|code: '(?:\w+)'/g).filter(Boolean);
  for (const code of mapping.filter((code) => !rows.includes(code))) expect(keys).toContain(`import.mapping.${code}`);
});
