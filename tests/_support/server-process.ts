import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestApp } from './test-app';

const MAIN = path.resolve(__dirname, '../../dist/bot/main.js');
/** What lets the clock of a server jump, to be loaded first. */
export const JUMPING_CLOCK = path.resolve(__dirname, 'jumping-clock.cjs');
/** On a machine that does other things, too. */
const START_MS = 90_000;

export interface ServerProcess {
  readonly url: string;
  /** What it has written to its log, one line each. */
  readonly lines: readonly string[];
  /** What it has written to stderr, one line each. */
  readonly errors: readonly string[];
  /** The first line of the log, also one to come, that passes. */
  line(matches: (line: string) => boolean): Promise<string>;
  /** Ends it as a power cut would: nothing is finished, nothing is flushed. */
  kill(): Promise<void>;
  /** Asks it to end, as whoever runs it does; resolves with its exit code. */
  terminate(): Promise<number | null>;
  /** From now on its clock is that far from the right time, where JUMPING_CLOCK was loaded first. */
  jump(offsetMs: number): void;
}

export interface ServerProcessOptions {
  /** Environment variables. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A file that is loaded first. */
  readonly preload?: string;
}

/** The built server as a process of its own, on the store of a test application (embedded, unless the settings say otherwise). */
export async function startServerProcess(test: Pick<TestApp, 'dataDirectory' | 'tenant'>, { settings = {}, preload }: ServerProcessOptions = {}): Promise<ServerProcess> {
  if (!existsSync(MAIN)) throw new Error('build first: npm run build:server');
  const child: ChildProcess = spawn(process.execPath, ['--no-warnings', ...(preload ? ['--require', preload] : []), MAIN, '--empty'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env, NODE_ENV: 'development', HOST: '127.0.0.1', PORT: '0', DATA_DIR: test.dataDirectory, BELLHOP_STORAGE: 'embedded', BELLHOP_TENANT: test.tenant,
      MicrosoftAppId: '', BOT_ID: '', LOG_LEVEL: 'info', ...settings,
    },
  });
  const lines: string[] = [];
  const errors: string[] = [];
  let waiting: { readonly matches: (line: string) => boolean; readonly found: (line: string) => void }[] = [];
  // Closed, not only ended: everything that it wrote has been read.
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const line: ServerProcess['line'] = (matches) => {
    const known = lines.find(matches);
    return known !== undefined ? Promise.resolve(known) : new Promise((found) => waiting.push({ matches, found }));
  };
  createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (text) => errors.push(text));
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (text) => {
    lines.push(text);
    for (const { found } of waiting.filter(({ matches }) => matches(text))) found(text);
    waiting = waiting.filter(({ matches }) => !matches(text));
  });
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the server does not start')), START_MS);
    void line((text) => text.includes('"address":')).then((text) => {
      clearTimeout(timer);
      resolve((JSON.parse(text) as { address: string }).address);
    });
    void ended.then(() => reject(new Error(`the server ended before it was ready: ${errors.join('\n')}`)));
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    url, lines, errors, line,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async terminate() {
      child.kill('SIGTERM');
      return ended;
    },
    jump: (offsetMs) => void child.send({ offsetMs }),
  };
}
