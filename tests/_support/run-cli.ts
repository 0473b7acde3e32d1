import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const MAIN = path.join(ROOT, 'dist/bot/cli/main.js');
/** As `npm run bellhop` starts it. */
const FLAGS = ['--disable-warning=ExperimentalWarning', '--disable-warning=DEP0040', '--disable-warning=DEP0169'];

export interface CliResult {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface StartedCli {
  readonly child: ChildProcess;
  readonly result: Promise<CliResult>;
}

export interface CliOptions {
  readonly dataDirectory: string;
  /** Where it runs; by default beside the data. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads from its standard input; by default that ends at once. */
  readonly input?: string;
}

/** Starts the built `bellhop` as people do: another process, its own environment, nobody watching. */
export function startCli(args: readonly string[], options: CliOptions): StartedCli {
  if (!existsSync(MAIN)) throw new Error('The command line is not built. Run "npx tsc -b bot" first, or "npm test", which does it.');
  const env = { PATH: process.env['PATH'] ?? '', HOME: options.dataDirectory, LANG: 'C', DATA_DIR: options.dataDirectory, ...options.env };
  const child = spawn(process.execPath, [...FLAGS, MAIN, ...args], { cwd: options.folder ?? path.dirname(options.dataDirectory), env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(options.input);
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const result = new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { child, result };
}

export function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  return startCli(args, options).result;
}
