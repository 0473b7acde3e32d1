import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestApp } from './test-app';

const MAIN = path.resolve(__dirname, '../../dist/bot/main.js');
const JUMPING_CLOCK = path.resolve(__dirname, 'jumping-clock.cjs');
const START_MS = 30_000;

export interface ServerProcess {
  readonly url: string;
  /** Ends it as a power cut would: nothing is finished, nothing is flushed. */
  kill(): Promise<void>;
  /** From now on its clock is that far from the right time. */
  jump(offsetMs: number): void;
}

/** The built server as a process of its own, on the store of a test application: the embedded one, or what `storage` names. */
export async function startServerProcess(test: TestApp, storage = 'embedded'): Promise<ServerProcess> {
  if (!existsSync(MAIN)) throw new Error('build first: npm run build:server');
  const child: ChildProcess = spawn(process.execPath, ['--no-warnings', '-r', JUMPING_CLOCK, MAIN, '--empty'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...process.env, NODE_ENV: 'development', HOST: '127.0.0.1', PORT: '0', DATA_DIR: test.dataDirectory, BELLHOP_STORAGE: storage, BELLHOP_TENANT: test.tenant,
      MicrosoftAppId: '', BOT_ID: '', LOG_LEVEL: 'info',
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the server does not start')), START_MS);
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const address = /"address":"([^"]+)"/.exec(line)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    void ended.then(() => reject(new Error('the server ended before it was ready')));
  });
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    jump: (offsetMs) => void child.send({ offsetMs }),
  };
}
