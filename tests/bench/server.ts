import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** dist/tests/bench -> the checkout. */
export const ROOT = path.resolve(__dirname, '../../..');

export interface BenchMemory {
  readonly own: number;
  readonly mapped: number;
}

export interface BenchServer {
  readonly url: string;
  /** From spawn to the first good answer of /readyz, in milliseconds. */
  readonly startMs: number;
  /** Memory in bytes: what the process itself holds, and what of the store the system keeps at hand for it and takes back when others need it. */
  memory(): BenchMemory;
  /** Processor time it has used so far, in milliseconds: hardly disturbed by what else the machine does. */
  cpuMs(): number;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

function memoryOf(child: ChildProcess): BenchMemory {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const kilobytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return { own: kilobytes('RssAnon') * 1024, mapped: kilobytes('RssFile') * 1024 };
}

/** Linux counts in hundredths of a second. */
function cpuMsOf(child: ChildProcess): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Starts the built server as a process of its own, on the embedded store in `directory`. `settings`: further environment variables. */
export async function startBenchServer(directory: string, settings: Readonly<Record<string, string>> = {}): Promise<BenchServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', path.join(ROOT, 'dist/bot/main.js'), '--empty'], {
    env: { ...process.env, NODE_ENV: 'development', PORT: String(port), HOST: '127.0.0.1', DATA_DIR: directory, BELLHOP_STORAGE: 'embedded', LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  while (!(await isReady(url))) {
    if (hasEnded()) throw new Error('the server ended before it was ready');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const startMs = performance.now() - began;
  return {
    url, startMs,
    memory: () => memoryOf(child),
    cpuMs: () => cpuMsOf(child),
    async stop() {
      if (hasEnded()) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}
