import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../server';
import type { Table } from '../table';

const LOG = path.resolve(ROOT, '../shared/data/servicenow-incident-log.csv.gz');

function run(args: readonly string[], directory: string): Promise<{ output: string; seconds: number }> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, ['--no-warnings', path.join(ROOT, 'dist/bot/cli/main.js'), ...args], {
      env: { ...process.env, DATA_DIR: directory, BELLHOP_STORAGE: 'embedded' }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('exit', (code) => (code === 0 ? resolve({ output, seconds: (performance.now() - began) / 1_000 }) : reject(new Error(output))));
  });
}

/** The whole incident log of a real company, read, checked and written with its history. */
export async function measureImport(): Promise<readonly Table[]> {
  if (!existsSync(LOG)) throw new Error(`${LOG} is not there: this figure needs the incident log (docs/import.md says where it comes from)`);
  const directory = await mkdtemp(path.join(tmpdir(), 'bellhop-bench-'));
  try {
    const first = await run(['import', 'servicenow', LOG, '--commit'], directory);
    const again = await run(['import', 'servicenow', LOG, '--commit'], directory);
    const verify = await run(['verify'], directory);
    const last = (text: string): string => text.trim().split('\n').at(-1)?.replaceAll('|', '/') ?? '';
    return [{
      title: 'Import of 17,136 incidents, 101,045 events', command: 'npm run bench -- import',
      columns: ['run', 'whole process, s', 'what it said last'],
      rows: [['first import', first.seconds.toFixed(1), last(first.output)], ['the same file again', again.seconds.toFixed(1), last(again.output)], ['verify', verify.seconds.toFixed(1), last(verify.output)]],
    }];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
