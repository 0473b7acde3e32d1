import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const HOOK = join(ROOT, 'tests/contract/register-typescript.cjs');

export interface BellhopProcess {
  /** Where it listens; rejects with what it wrote to stderr when it ends before that. */
  readonly listening: Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
  kill(signal: NodeJS.Signals): void;
}

/** Bellhop as its own process, as an administrator starts it: settings from the environment, nothing shared with the test. */
export function startBellhop(settings: Readonly<Record<string, string>>, args: readonly string[] = ['--empty']): BellhopProcess {
  const child: ChildProcess = spawn(process.execPath, ['-r', HOOK, join(ROOT, 'bot/main.ts'), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOG_LEVEL: 'info', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  let stdout = '';
  child.stderr?.on('data', (piece: Buffer) => (stderr += piece.toString()));
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) => child.once('close', (code) => resolve({ code, stderr })));
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (piece: Buffer) => {
      stdout += piece.toString();
      const address = /"address":"([^"]+)"/.exec(stdout)?.[1];
      if (address) resolve(address);
    });
    void ended.then(() => reject(new Error(stderr)));
  });
  listening.catch(() => undefined);
  return { listening, ended, kill: (signal) => void child.kill(signal) };
}
